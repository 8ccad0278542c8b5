package org.cellarius.study.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.study.Product;
import org.cellarius.study.Study;

/**
 * A number that a reader looks for first: the slope of a gradient, the median of a distribution.
 *
 * @param product name of the product
 * @param sample population, variant and slice in words; empty where there is one
 * @param n stars behind it; 0 where they are not counted
 * @param quantity its name in the product's table
 * @param value the number; NaN where there is none
 * @param error its one-sigma error; NaN where there is none
 * @param unit of value and error
 * @param status OK, or why there is no number
 */
public record KeyNumber(
        String product,
        String sample,
        long n,
        String quantity,
        double value,
        double error,
        String unit,
        String status) {

    /** The key numbers of a study's products, in their order. */
    public static List<KeyNumber> of(Study study, List<ProductResult> results) {
        var all = new ArrayList<KeyNumber>();
        for (ProductResult result : results) {
            study.products().stream()
                    .filter(p -> p.head().name().equals(result.head().name()))
                    .findFirst()
                    .ifPresent(p -> all.addAll(of(p, result)));
        }
        return all;
    }

    private static List<KeyNumber> of(Product product, ProductResult result) {
        return switch (product) {
            case Product.Gradient g -> rows(result, "slope", "slope_outer", "break_x");
            case Product.BinnedMedianLine b ->
                // What its table counts are bins.
                rows(result, "slope").stream().map(KeyNumber::withoutStars).toList();
            case Product.Distribution d -> rows(result, "median", "mean", "sd");
            case Product.RunningMedianProfile r -> range(result, "y_median");
            case Product.MedianMap m -> range(result, "median");
            case Product.TrendRemoval t -> range(result, "trend");
        };
    }

    private static List<KeyNumber> rows(ProductResult result, String... quantities) {
        SmallTable table = result.main();
        return Stream.of(quantities)
                .filter(q -> column(table, q).isPresent())
                .flatMap(q -> ResultRow.of(table, q, result.head().name(), "").stream()
                        .map(row -> of(result, q, row)))
                .toList();
    }

    private KeyNumber withoutStars() {
        return new KeyNumber(product, sample, 0, quantity, value, error, unit, status);
    }

    private static KeyNumber of(ProductResult result, String quantity, ResultRow row) {
        return new KeyNumber(
                result.head().name(),
                sample(row),
                row.n(),
                quantity,
                row.value(),
                row.error(),
                column(result.main(), quantity).map(TableColumn::unit).orElse(""),
                row.status());
    }

    private static String sample(ResultRow row) {
        var words = new ArrayList<String>();
        Stream.of(row.population(), row.variant()).filter(w -> !w.isEmpty()).forEach(words::add);
        if (!Double.isNaN(row.low()) || !Double.isNaN(row.high())) {
            words.add(Numbers.brief(row.low()) + " to " + Numbers.brief(row.high()));
        }
        return String.join(", ", words);
    }

    /** The smallest and the largest of many numbers: of the cells of a map, of the windows of a profile. */
    private static List<KeyNumber> range(ProductResult result, String quantity) {
        SmallTable table = result.main();
        Optional<TableColumn> column = column(table, quantity);
        if (column.isEmpty()) {
            return List.of();
        }
        int shown = table.columns().stream().map(TableColumn::name).toList().indexOf("shown");
        int at = table.columns().indexOf(column.get());
        double[] values = table.rows().stream()
                .filter(row -> shown < 0 || row.get(shown).equals(new SmallTable.Text("yes")))
                .mapToDouble(row -> row.get(at) instanceof SmallTable.Real r ? r.value() : Double.NaN)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (values.length == 0) {
            return List.of();
        }
        String unit = column.get().unit();
        String name = result.head().name();
        String of = "of " + Numbers.count(values.length);
        return List.of(
                new KeyNumber(name, "smallest " + of, 0, quantity, values[0], Double.NaN, unit, "OK"),
                new KeyNumber(name, "largest " + of, 0, quantity, values[values.length - 1], Double.NaN, unit, "OK"));
    }

    private static Optional<TableColumn> column(SmallTable table, String name) {
        return table.columns().stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /** Value, error and unit as people write them; the reason where there is no number. */
    public String text() {
        return Double.isFinite(value)
                ? Numbers.withError(value, error) + (unit.isEmpty() ? "" : " " + unit)
                : status.equals("OK") ? "–" : status;
    }
}
