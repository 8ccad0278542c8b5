package org.cellarius.measure.product;

import static org.cellarius.engine.SmallTable.number;
import static org.cellarius.engine.SmallTable.text;

import java.util.List;
import java.util.OptionalInt;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.NearestWord;
import org.cellarius.engine.ColumnRole;
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
                            + NearestWord.question(names, quantity),
                    where,
                    "Quantities: " + String.join(", ", names));
        }
        OptionalInt value = OptionalInt.of(at);
        OptionalInt slice = table.at(ColumnRole.Key.SLICE);
        OptionalInt status = table.at(ColumnRole.Other.STATUS);
        OptionalInt n = table.at(ColumnRole.Other.COUNT);
        return table.rows().stream()
                .map(row -> new ResultRow(
                        text(row, table.at(ColumnRole.Key.POPULATION)),
                        text(row, table.at(ColumnRole.Key.VARIANT)),
                        slice.isPresent() ? (long) number(row, slice) : 1,
                        number(row, table.at(ColumnRole.Key.SLICE_LOW)),
                        number(row, table.at(ColumnRole.Key.SLICE_HIGH)),
                        n.isPresent() ? (long) number(row, n) : 0,
                        status.isPresent() ? text(row, status) : "OK",
                        number(row, value),
                        number(row, table.errorOf(quantity)),
                        text(row, table.at(ColumnRole.Other.UNIT))))
                .toList();
    }

    ResultRow withError(double other) {
        return new ResultRow(population, variant, slice, low, high, n, status, value, other, unit);
    }

    /** Whether another row belongs to the same slice, with the same edges, population and variant. */
    public boolean sameSlice(ResultRow o) {
        return population.equals(o.population)
                && variant.equals(o.variant)
                && slice == o.slice
                && Double.compare(low, o.low) == 0
                && Double.compare(high, o.high) == 0;
    }
}
