package org.cellarius.study.product;

import static org.cellarius.engine.SmallTable.number;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.study.Product;
import org.cellarius.study.Study;

/**
 * A number that a reader looks for first: the slope of a gradient, how it changes from slice to slice, the median of a distribution, a slope with its systematic error.
 *
 * @param product name of the product
 * @param sample population, variant and slice in words; empty where there is one
 * @param n stars behind it; empty where they are not counted
 * @param quantity its name in the product's table
 * @param value the number; NaN where there is none
 * @param error its one-sigma statistical error; NaN where there is none
 * @param systematic how far other settings move it; NaN where nothing is varied
 * @param unit of value and error
 * @param status OK, or why there is no number
 * @param reason the same for readers, or what an error is without; empty where there is nothing to say
 */
public record KeyNumber(
        String product,
        String sample,
        OptionalLong n,
        String quantity,
        double value,
        double error,
        double systematic,
        String unit,
        String status,
        String reason) {

    private static final String NO_NUMBER = "NO_NUMBER";

    /** Digits of a number without an error. */
    private static final int DIGITS = 3;

    /** The key numbers of a study's products, in their order. */
    public static List<KeyNumber> of(Study study, List<ProductResult> results) {
        var all = new ArrayList<KeyNumber>();
        for (ProductResult result : results) {
            if (result.head().name().equals(RobustnessMatrix.NAME)) {
                all.addAll(robustness(result, results));
            }
            study.products().stream()
                    .filter(p -> p.head().name().equals(result.head().name()))
                    .findFirst()
                    .ifPresent(p -> all.addAll(of(p, result)));
        }
        return all;
    }

    /** At least one for every product: one without any number says so. */
    private static List<KeyNumber> of(Product product, ProductResult result) {
        var all = new ArrayList<>(found(product, result));
        String quantity = quantity(product);
        String unit = column(result.main(), quantity).map(TableColumn::unit).orElse("");
        for (Unmeasured u : result.unmeasured()) {
            all.add(without(result, u.sample(), OptionalLong.of(u.n()), quantity, unit, u.status(), u.reason()));
        }
        if (all.isEmpty()) {
            all.add(without(result, "", OptionalLong.empty(), quantity, unit, NO_NUMBER, ""));
        }
        return all;
    }

    private static KeyNumber without(
            ProductResult result,
            String sample,
            OptionalLong n,
            String quantity,
            String unit,
            String status,
            String reason) {
        return new KeyNumber(
                result.head().name(), sample, n, quantity, Double.NaN, Double.NaN, Double.NaN, unit, status, reason);
    }

    /** The quantity that a reader looks for first. */
    private static String quantity(Product product) {
        return switch (product) {
            case Product.Gradient g -> "slope";
            case Product.BinnedMedianLine b -> "slope";
            case Product.Distribution d -> "median";
            case Product.RunningMedianProfile r -> "y_median";
            case Product.MedianMap m -> "median";
            case Product.TrendRemoval t -> "trend";
        };
    }

    private static List<KeyNumber> found(Product product, ProductResult result) {
        return switch (product) {
            case Product.Gradient g ->
                Stream.concat(rows(result, "slope", "slope_outer", "break_x").stream(), slopesOfSlices(result).stream())
                        .toList();
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
        return new KeyNumber(
                product, sample, OptionalLong.empty(), quantity, value, error, systematic, unit, status, reason);
    }

    private static KeyNumber of(ProductResult result, String quantity, ResultRow row) {
        return new KeyNumber(
                result.head().name(),
                sample(row),
                OptionalLong.of(row.n()),
                quantity,
                row.value(),
                row.error(),
                Double.NaN,
                column(result.main(), quantity).map(TableColumn::unit).orElse(""),
                row.status(),
                "");
    }

    /** The change of the gradient from slice to slice, where it was asked for. */
    private static List<KeyNumber> slopesOfSlices(ProductResult result) {
        String name = result.head().name();
        return Optional.ofNullable(result.tables().get(name + SlopesOfSlices.SUFFIX)).stream()
                .flatMap(table -> ResultRow.of(table, "slope", name, "").stream()
                        .map(row -> new KeyNumber(
                                name,
                                sample(row),
                                // What the table counts are slopes.
                                OptionalLong.empty(),
                                "slope of slopes",
                                row.value(),
                                row.error(),
                                Double.NaN,
                                row.unit(),
                                row.status(),
                                "")))
                .toList();
    }

    private static List<KeyNumber> robustness(ProductResult matrix, List<ProductResult> results) {
        return RobustnessMatrix.numbers(matrix).stream()
                .map(number -> new KeyNumber(
                        matrix.head().name(),
                        Stream.of(number.product(), sample(number.row()))
                                .filter(w -> !w.isEmpty())
                                .collect(Collectors.joining(", ")),
                        OptionalLong.of(number.row().n()),
                        number.quantity(),
                        number.row().value(),
                        number.row().error(),
                        number.systematic(),
                        results.stream()
                                .filter(r -> r.head().name().equals(number.product()))
                                .flatMap(r -> column(r.main(), number.quantity()).stream())
                                .map(TableColumn::unit)
                                .findFirst()
                                .orElse(""),
                        number.row().status(),
                        number.reason()))
                .toList();
    }

    static String sample(ResultRow row) {
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
        OptionalInt at = table.at(quantity);
        if (at.isEmpty()) {
            return List.of();
        }
        OptionalInt shown = table.at(ColumnRole.Other.SHOWN);
        OptionalInt error = table.errorOf(quantity);
        OptionalInt stars = table.at(ColumnRole.Other.COUNT);
        List<List<SmallTable.Value>> rows = table.rows().stream()
                .filter(row -> shown.isEmpty() || SmallTable.text(row, shown).equals("yes"))
                .filter(row -> Double.isFinite(number(row, at)))
                .sorted(Comparator.comparingDouble(row -> number(row, at)))
                .toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        String of = "of " + Numbers.count(rows.size());
        String unit = table.columns().get(at.getAsInt()).unit();
        return Stream.of(Map.entry("smallest ", rows.getFirst()), Map.entry("largest ", rows.getLast()))
                .map(end -> new KeyNumber(
                        result.head().name(),
                        end.getKey() + of,
                        stars.isPresent()
                                ? OptionalLong.of((long) number(end.getValue(), stars))
                                : OptionalLong.empty(),
                        quantity,
                        number(end.getValue(), at),
                        number(end.getValue(), error),
                        Double.NaN,
                        unit,
                        "OK",
                        ""))
                .toList();
    }

    private static Optional<TableColumn> column(SmallTable table, String name) {
        return table.columns().stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /** How many stars, as people write it; empty where they are not counted. */
    public String stars() {
        return n.isPresent() && (n.getAsLong() > 0 || !Double.isFinite(value)) ? Numbers.count(n.getAsLong()) : "";
    }

    /** Value, errors and unit as people write them, to two digits of the error; the reason where there is no number. */
    public String text() {
        if (!Double.isFinite(value)) {
            return !reason.isEmpty() ? reason : status.equals("OK") ? "–" : status;
        }
        String number = Double.isFinite(systematic)
                ? Numbers.withErrors(value, error, systematic)
                : error > 0 && error < Double.POSITIVE_INFINITY
                        ? Numbers.withError(value, error)
                        : Numbers.significant(value, DIGITS);
        return number + (unit.isEmpty() ? "" : " " + unit) + (reason.isEmpty() ? "" : "; " + reason);
    }
}
