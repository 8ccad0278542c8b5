package org.cellarius.study.product;

import java.util.List;
import java.util.stream.IntStream;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.NearestWord;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.TableColumn;

/**
 * One number of a product's table, with what it belongs to.
 *
 * @param population empty where the product has one
 * @param variant empty where the product has one
 * @param slice number of the slice, from 1
 * @param low lower edge of the slice; NaN without slices
 * @param high upper edge of the slice
 * @param n stars behind it
 * @param status OK, or why there is no number
 * @param value the number; NaN where there is none
 * @param error its one-sigma error; NaN where there is none
 * @param unit where the table tells it row by row; else empty
 */
public record ResultRow(
        String population,
        String variant,
        long slice,
        double low,
        double high,
        long n,
        String status,
        double value,
        double error,
        String unit) {

    /**
     * The values of a column, row by row.
     *
     * @param where of the question, for messages
     */
    public static List<ResultRow> of(SmallTable table, String quantity, String product, String where) {
        List<String> names = table.columns().stream().map(TableColumn::name).toList();
        int at = names.indexOf(quantity);
        if (at < 0) {
            throw new InputError(
                    "the product '" + product + "' has no quantity '" + quantity + "'"
                            + NearestWord.in(names, quantity)
                                    .map(n -> "; did you mean '" + n + "'?")
                                    .orElse(""),
                    where,
                    "Quantities: " + String.join(", ", names));
        }
        int[] errors = IntStream.of(
                        names.indexOf(quantity + "_sd"),
                        names.indexOf(quantity + "_sd_scaled"),
                        names.indexOf(quantity + "_error"))
                .filter(k -> k >= 0)
                .toArray();
        return IntStream.range(0, table.rows().size())
                .mapToObj(k -> {
                    List<SmallTable.Value> row = table.rows().get(k);
                    return new ResultRow(
                            text(row, names.indexOf("population")),
                            text(row, names.indexOf("variant")),
                            names.contains("slice") ? (long) number(row, names.indexOf("slice")) : 1,
                            number(row, names.indexOf("slice_lo")),
                            number(row, names.indexOf("slice_hi")),
                            names.contains("n") ? (long) number(row, names.indexOf("n")) : 0,
                            names.contains("status") ? text(row, names.indexOf("status")) : "OK",
                            number(row, at),
                            errors.length == 0 ? Double.NaN : number(row, errors[0]),
                            text(row, names.indexOf("unit")));
                })
                .toList();
    }

    ResultRow withError(double other) {
        return new ResultRow(population, variant, slice, low, high, n, status, value, other, unit);
    }

    /** Whether another row belongs to the same slice, with the same edges, population and variant. */
    boolean sameSlice(ResultRow o) {
        return population.equals(o.population)
                && variant.equals(o.variant)
                && slice == o.slice
                && Double.compare(low, o.low) == 0
                && Double.compare(high, o.high) == 0;
    }

    private static String text(List<SmallTable.Value> row, int at) {
        return at >= 0 && row.get(at) instanceof SmallTable.Text t ? t.value() : "";
    }

    private static double number(List<SmallTable.Value> row, int at) {
        if (at < 0) {
            return Double.NaN;
        }
        return switch (row.get(at)) {
            case SmallTable.Real r -> r.value();
            case SmallTable.Count c -> c.value();
            case SmallTable.Text t -> Double.NaN;
        };
    }
}
