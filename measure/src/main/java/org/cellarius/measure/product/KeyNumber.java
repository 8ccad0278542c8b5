package org.cellarius.measure.product;

import static org.cellarius.engine.SmallTable.number;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.TableColumn;

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

    /** At least one for every product: one without any number says so. */
    public static List<KeyNumber> of(Product product, ProductResult result) {
        var all = new ArrayList<>(product.keyNumbers(result));
        String quantity = product.quantity();
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

    /** The numbers of some columns, row by row. */
    public static List<KeyNumber> rows(ProductResult result, String... quantities) {
        SmallTable table = result.main();
        return Stream.of(quantities)
                .filter(q -> column(table, q).isPresent())
                .flatMap(q -> ResultRow.of(table, q, result.head().name(), "").stream()
                        .map(row -> of(result, q, row)))
                .toList();
    }

    /** The same without a number of stars: of a table that counts something else. */
    public KeyNumber withoutStars() {
        return new KeyNumber(
                product, sample, OptionalLong.empty(), quantity, value, error, systematic, unit, status, reason);
    }

    /** The same with a reason for readers. */
    public KeyNumber because(String why) {
        return new KeyNumber(product, sample, n, quantity, value, error, systematic, unit, status, why);
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

    /** Population, variant and slice in words. */
    public static String sample(ResultRow row) {
        var words = new ArrayList<String>();
        Stream.of(row.population(), row.variant()).filter(w -> !w.isEmpty()).forEach(words::add);
        if (!Double.isNaN(row.low()) || !Double.isNaN(row.high())) {
            words.add(Numbers.brief(row.low()) + " to " + Numbers.brief(row.high()));
        }
        return String.join(", ", words);
    }

    /** The smallest and the largest of many numbers: of the cells of a map, of the windows of a profile. */
    public static List<KeyNumber> ends(ProductResult result, String quantity) {
        return ends(result, quantity, "", row -> "");
    }

    /**
     * The same, each with its place.
     *
     * @param things what there are many of; empty where it goes without saying
     * @param place where a row lies, in words
     */
    public static List<KeyNumber> ends(
            ProductResult result, String quantity, String things, Function<List<SmallTable.Value>, String> place) {
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
        String of = "of " + Numbers.count(rows.size()) + things;
        String unit = table.columns().get(at.getAsInt()).unit();
        return Stream.of(Map.entry("smallest ", rows.getFirst()), Map.entry("largest ", rows.getLast()))
                .map(end -> new KeyNumber(
                        result.head().name(),
                        end.getKey() + of + place.apply(end.getValue()),
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

    public static Optional<TableColumn> column(SmallTable table, String name) {
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
