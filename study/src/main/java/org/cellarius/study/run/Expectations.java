package org.cellarius.study.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.Mistakes;
import org.cellarius.catalogue.NearestWord;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.catalogue.TableSelection;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.Derived;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Progress;
import org.cellarius.engine.Relation;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.galaxy.mock.DiscTruth;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.ResultRow;
import org.cellarius.study.MockDisc;
import org.cellarius.study.Study;
import org.cellarius.study.mock.MockTruth;
import org.cellarius.study.result.Comparison;

/**
 * The CSV of expected numbers: columns {@code product, slice, quantity, value, error, sigmas, tolerance, source}, and further ones that
 * name a row where a product has several of a slice: {@code population}, {@code variant}, the edges of a map's cell ({@code x_lo, y_lo}), a window.
 *
 * <p>{@code value} is a number, or the truth of the mock survey as {@code truth:radial-slope}, {@code truth:vertical-slope}
 * or {@code truth:age-slope}. Ours agrees if the difference is at most the larger of {@code sigmas} combined errors and
 * {@code tolerance}; with neither the line is for orientation.
 */
final class Expectations {

    private static final List<String> COLUMNS =
            List.of("product", "slice", "quantity", "value", "error", "sigmas", "tolerance", "source");

    /** Ours agrees with the truth of a mock within so many combined errors. */
    private static final String TRUTH_WITHIN_SIGMAS = "3";

    /** Edges of cells are decimals; they are the same if they agree so far. */
    private static final double NEAR = 1e-9;

    private Expectations() {}

    /**
     * A line of the file.
     *
     * @param cells of the usual columns; empty where nothing is written
     * @param named further columns that name the row of a result
     */
    private record Line(List<Optional<String>> cells, Map<String, String> named, String where) {}

    static Comparison compare(Path file, Study study, List<ProductResult> results, Engine engine, Path scratch) {
        return new Comparison(
                Comparison.Beside.EXPECTED,
                read(file, engine, scratch).stream()
                        .map(l -> line(l.cells(), l.named(), study, results, l.where()))
                        .toList());
    }

    /** The truth of a mock survey beside ours; numbers that the study does not have are left out: other products, other slices, other units. */
    static Comparison against(MockTruth truth, Study study, List<ProductResult> results) {
        return new Comparison(
                Comparison.Beside.TRUTH,
                truth.numbers().stream()
                        .filter(n -> n.quantity().equals("slope") && isMeant(n, results))
                        .map(n -> line(
                                List.of(
                                        Optional.of(n.product()),
                                        Optional.of(Long.toString(n.slice())),
                                        Optional.of(n.quantity()),
                                        Optional.of(Double.toString(n.value())),
                                        Optional.of(Double.toString(n.error())),
                                        Optional.of(TRUTH_WITHIN_SIGMAS),
                                        Optional.empty(),
                                        Optional.of("truth of the mock, seed " + truth.seed())),
                                n.keys(),
                                study,
                                results,
                                MockTruth.FILE))
                        .toList());
    }

    /** Whether a table of ours has a slice with these edges, in this unit. */
    private static boolean isMeant(MockTruth.TrueNumber n, List<ProductResult> results) {
        return results.stream()
                .flatMap(r -> r.tables().entrySet().stream())
                .filter(t -> t.getKey().equals(n.product()))
                .map(Map.Entry::getValue)
                .filter(table -> table.at(n.quantity()).isPresent()
                        && unit(table, n.quantity()).equals(n.unit()))
                .flatMap(table -> ResultRow.of(table, n.quantity(), n.product(), MockTruth.FILE).stream())
                .anyMatch(row -> row.slice() == n.slice()
                        && Double.compare(row.low(), n.low()) == 0
                        && Double.compare(row.high(), n.high()) == 0);
    }

    /** Checks what can be seen without results: the names of products, and numbers. */
    static void check(Path file, Study study, Engine engine, Path scratch) {
        List<String> names = names(study);
        var mistakes = new Mistakes();
        for (Line line : read(file, engine, scratch)) {
            mistakes.attempt(() -> {
                String name = line.cells().get(0).orElse("");
                if (!names.contains(name)) {
                    throw unknown(name, names, line.where());
                }
                value(line.cells().get(3).orElse(""), study, line.where());
                List.of(1, 4, 5, 6).forEach(k -> number(line.cells().get(k), 0, line.where()));
            });
        }
        mistakes.check();
    }

    /** Names of the tables of a study. */
    private static List<String> names(Study study) {
        var names = new ArrayList<String>();
        study.products().forEach(p -> names.addAll(p.results()));
        study.corrections().forEach(p -> names.addAll(p.results()));
        study.catalogues()
                .forEach(c -> c.matches().forEach(m -> {
                    names.add(m.product(c.name()));
                    names.add(m.product(c.name()) + "-separations");
                }));
        // Also where the run leaves them out.
        names.addAll(List.of("robustness", "robustness-alternatives"));
        return names;
    }

    private static InputError unknown(String name, List<String> names, String where) {
        return new InputError(
                "the study has no product '" + name + "'" + NearestWord.question(names, name),
                where,
                "Products and their tables: " + String.join(", ", names));
    }

    private static List<Line> read(Path file, Engine engine, Path scratch) {
        StarTable table = engine.importTable(
                TableFile.open(file, TableSelection.automatic().withFormat(TableFormat.CSV)),
                Optional.empty(),
                scratch,
                Progress.SILENT);
        COLUMNS.forEach(c -> table.require(c, file.toString()));
        // Beside the usual columns stand those that name a row: population, variant, and the edges of a cell.
        List<String> keys =
                table.names().stream().filter(c -> !COLUMNS.contains(c)).toList();
        var lines = new ArrayList<Line>();
        int number = 1;
        Relation texts = Relation.of(table)
                .project(Stream.concat(COLUMNS.stream(), keys.stream())
                        .map(c -> new Derived(new TableColumn(c, ColumnType.TEXT, "", ""), table.value(c)))
                        .toList());
        for (List<SmallTable.Value> values : engine.read(texts).rows()) {
            List<Optional<String>> row = IntStream.range(0, values.size())
                    .mapToObj(k -> SmallTable.text(values, OptionalInt.of(k)))
                    .map(t -> Optional.of(t).filter(written -> !written.isEmpty()))
                    .toList();
            var named = new LinkedHashMap<String, String>();
            for (int k = 0; k < keys.size(); k++) {
                String key = keys.get(k);
                row.get(COLUMNS.size() + k).filter(t -> !t.isBlank()).ifPresent(t -> named.put(key, t.strip()));
            }
            lines.add(new Line(row, named, file + ", row " + number++));
        }
        return List.copyOf(lines);
    }

    private static Comparison.Line line(
            List<Optional<String>> row,
            Map<String, String> named,
            Study study,
            List<ProductResult> results,
            String where) {
        String name = row.get(0).orElse("");
        String quantity = row.get(2).orElse("");
        Optional<SmallTable> table = results.stream()
                .flatMap(r -> r.tables().entrySet().stream())
                .filter(t -> t.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
        // A product that the stars did not allow has no table; its numbers are missing.
        if (table.isEmpty() && !names(study).contains(name)) {
            throw unknown(name, names(study), where);
        }
        long slice = (long) number(row.get(1), 1, where);
        double expected = value(row.get(3).orElse(""), study, where);
        double expectedError = number(row.get(4), 0, where);
        Optional<ResultRow> ours = table.flatMap(t -> ours(t, quantity, name, slice, named, where));
        double value = ours.map(ResultRow::value).orElse(Double.NaN);
        double error = ours.map(ResultRow::error).orElse(Double.NaN);
        boolean judged = row.get(5).isPresent() || row.get(6).isPresent();
        double combined = Math.hypot(Double.isNaN(error) ? 0 : error, expectedError);
        double limit =
                judged ? Math.max(number(row.get(5), 0, where) * combined, number(row.get(6), 0, where)) : Double.NaN;
        Comparison.Verdict verdict = Double.isNaN(value)
                ? Comparison.Verdict.MISSING
                : !judged
                        ? Comparison.Verdict.INFORMATIVE
                        : Math.abs(value - expected) <= limit ? Comparison.Verdict.AGREES : Comparison.Verdict.DIFFERS;
        return new Comparison.Line(
                name,
                slice,
                Stream.concat(Stream.of(quantity), named.values().stream()).collect(Collectors.joining(", ")),
                table.map(t -> unit(t, quantity)).orElse(""),
                value,
                error,
                expected,
                expectedError,
                limit,
                verdict,
                row.get(7).orElse(""));
    }

    /** The only row that is meant; empty where there is none. */
    private static Optional<ResultRow> ours(
            SmallTable table, String quantity, String product, long slice, Map<String, String> named, String where) {
        List<ResultRow> all = ResultRow.of(table, quantity, product, where);
        List<Integer> found = IntStream.range(0, all.size())
                .filter(k -> all.get(k).slice() == slice)
                .filter(k -> named.entrySet().stream()
                        .allMatch(e -> stands(table, k, e.getKey(), e.getValue(), product, where)))
                .boxed()
                .toList();
        if (found.size() > 1) {
            List<String> missing = IntStream.range(0, table.columns().size())
                    .filter(c -> table.roles().get(c) instanceof ColumnRole.Key key && key != ColumnRole.Key.SLICE)
                    .filter(c -> found.stream()
                                    .map(k -> table.rows().get(k).get(c))
                                    .distinct()
                                    .count()
                            > 1)
                    .mapToObj(c -> table.columns().get(c).name())
                    .toList();
            throw new InputError(
                    "the expected '" + quantity + "' of '" + product + "' may be any of " + found.size() + " rows",
                    where,
                    "Add columns that name one: " + String.join(", ", missing));
        }
        return found.stream().findFirst().map(all::get);
    }

    /** Whether a row has that value in a column that names rows. */
    private static boolean stands(
            SmallTable table, int row, String column, String wanted, String product, String where) {
        int at = table.at(column)
                .orElseThrow(() -> new InputError(
                        "the table of '" + product + "' has no column '" + column + "', by which a row is named",
                        where,
                        "Leave the cell empty there"));
        return switch (table.rows().get(row).get(at)) {
            case SmallTable.Text t -> t.value().equals(wanted);
            case SmallTable.Count c -> c.value() == number(Optional.of(wanted), Double.NaN, where);
            case SmallTable.Real r ->
                Math.abs(r.value() - number(Optional.of(wanted), Double.NaN, where))
                        <= NEAR * Math.max(1, Math.abs(r.value()));
        };
    }

    private static String unit(SmallTable table, String quantity) {
        return table.columns().stream()
                .filter(c -> c.name().equals(quantity))
                .map(TableColumn::unit)
                .findFirst()
                .orElse("");
    }

    private static double number(Optional<String> text, double otherwise, String where) {
        if (text.isEmpty() || text.get().isBlank()) {
            return otherwise;
        }
        try {
            return Double.parseDouble(text.get().strip());
        } catch (NumberFormatException e) {
            throw new InputError("'" + text.get() + "' is not a number", where, "Correct the file of expected numbers")
                    .withCause(e);
        }
    }

    private static double value(String text, Study study, String where) {
        if (!text.startsWith("truth:")) {
            return number(Optional.of(text), Double.NaN, where);
        }
        DiscTruth truth = study.mock()
                .flatMap(m -> m instanceof MockDisc disc ? Optional.of(disc.truth()) : Optional.empty())
                .orElseThrow(() -> new InputError(
                        "'" + text + "' asks for the truth of a mock disc, but the study has none",
                        where,
                        "Give a number"));
        return switch (text.substring("truth:".length())) {
            case "radial-slope" -> truth.radialSlopeDexPerKpc();
            case "vertical-slope" -> truth.verticalSlopeDexPerKpc();
            case "age-slope" -> truth.ageSlopeDexPerGyr();
            default ->
                throw new InputError(
                        "'" + text + "' is not known", where, "Truths: radial-slope, vertical-slope, age-slope");
        };
    }
}
