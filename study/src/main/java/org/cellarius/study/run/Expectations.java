package org.cellarius.study.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.NearestWord;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.catalogue.TableSelection;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Progress;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.galaxy.mock.DiscTruth;
import org.cellarius.study.Study;
import org.cellarius.study.product.ProductResult;
import org.cellarius.study.product.ResultRow;
import org.cellarius.study.result.Comparison;

/**
 * The CSV of expected numbers: columns {@code product, slice, quantity, value, error, sigmas, tolerance, source}, and where a product has
 * several of them {@code population} and {@code variant}.
 *
 * <p>{@code value} is a number, or the truth of the mock survey as {@code truth:radial-slope}, {@code truth:vertical-slope}
 * or {@code truth:age-slope}. Ours agrees if the difference is at most the larger of {@code sigmas} combined errors and
 * {@code tolerance}; with neither the line is for orientation.
 */
final class Expectations {

    private static final List<String> COLUMNS =
            List.of("product", "slice", "quantity", "value", "error", "sigmas", "tolerance", "source");

    private static final List<String> CASES = List.of("population", "variant");

    private Expectations() {}

    static Comparison compare(Path file, Study study, List<ProductResult> results, Engine engine, Path scratch) {
        StarTable table = engine.importTable(
                TableFile.open(file, TableSelection.automatic().withFormat(TableFormat.CSV)),
                Optional.empty(),
                scratch,
                Progress.SILENT);
        COLUMNS.forEach(c -> table.require(c, file.toString()));
        String cases = CASES.stream()
                .map(c -> table.column(c).isPresent() ? ", CAST(" + c + " AS VARCHAR)" : ", CAST(NULL AS VARCHAR)")
                .collect(Collectors.joining());
        var lines = new ArrayList<Comparison.Line>();
        int number = 1;
        for (List<Optional<String>> row : engine.rows("SELECT "
                + COLUMNS.stream().map(c -> "CAST(" + c + " AS VARCHAR)").collect(Collectors.joining(", ")) + cases
                + " FROM " + table.sql())) {
            lines.add(line(row, study, results, file + ", row " + number++));
        }
        return new Comparison(lines);
    }

    private static Comparison.Line line(
            List<Optional<String>> row, Study study, List<ProductResult> results, String where) {
        String name = row.get(0).orElse("");
        String quantity = row.get(2).orElse("");
        SmallTable table = results.stream()
                .flatMap(r -> r.tables().entrySet().stream())
                .filter(t -> t.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> {
                    List<String> names = results.stream()
                            .flatMap(r -> r.tables().keySet().stream())
                            .toList();
                    return new InputError(
                            "the study has no product '" + name + "'"
                                    + NearestWord.in(names, name)
                                            .map(n -> "; did you mean '" + n + "'?")
                                            .orElse(""),
                            where,
                            "Products and their tables: " + String.join(", ", names));
                });
        long slice = (long) number(row.get(1), 1, where);
        double expected = value(row.get(3).orElse(""), study, where);
        double expectedError = number(row.get(4), 0, where);
        String population = row.get(COLUMNS.size()).orElse("");
        String variant = row.get(COLUMNS.size() + 1).orElse("");
        Optional<ResultRow> ours = ResultRow.of(table, quantity, name, where).stream()
                .filter(r -> r.slice() == slice
                        && (population.isEmpty() || r.population().equals(population))
                        && (variant.isEmpty() || r.variant().equals(variant)))
                .findFirst();
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
                named(quantity, population, variant),
                unit(table, quantity),
                value,
                error,
                expected,
                expectedError,
                limit,
                verdict,
                row.get(7).orElse(""));
    }

    private static String named(String quantity, String population, String variant) {
        String of = Stream.of(population, variant).filter(t -> !t.isEmpty()).collect(Collectors.joining(", "));
        return of.isEmpty() ? quantity : quantity + ", " + of;
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
                .orElseThrow(() -> new InputError(
                        "'" + text + "' asks for the truth of a mock survey, but the study has none",
                        where,
                        "Give a number"))
                .truth();
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
