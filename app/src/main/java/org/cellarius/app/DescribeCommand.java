package org.cellarius.app;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.survey.SurveyDictionaries;
import org.cellarius.catalogue.survey.SurveyMatch;
import org.cellarius.engine.TableSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** Tells what a table holds. */
@Command(
        name = "describe",
        description =
                "Tell a table's columns, units, missing values, ranges and first rows, and which survey's it looks like.")
final class DescribeCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "TABLE",
            description = "FITS, VOTable, ECSV, CSV, TSV, text, CDS, Parquet, HDF5 or Feather.")
    private Path table = Path.of("");

    @Mixin
    private TableInput input = new TableInput();

    @Mixin
    private Resources resources = new Resources();

    @Option(names = "--sample", paramLabel = "N", description = "Number of first rows shown (default: 5).")
    private int sample = 5;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        TableFile file = input.open(table);
        try (var session = TableSession.reading(table, input, resources)) {
            print(session.engine().summary(session.table(file), Math.max(0, sample)));
        }
        return 0;
    }

    private void print(TableSummary summary) {
        List<SurveyMatch> surveys = SurveyDictionaries.recognised(
                summary.columns().stream().map(c -> c.column().name()).toList());
        if (json) {
            printJson(summary, surveys);
            return;
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %,d rows, %d columns%n",
                table,
                summary.rows(),
                summary.columns().size());
        for (SurveyMatch match : surveys) {
            System.out.printf(
                    "looks like %s (%s; %d of %d columns), use  survey: %s%n",
                    match.dictionary().title(),
                    match.dictionary().name(),
                    match.found(),
                    match.all(),
                    match.dictionary().name());
        }
        System.out.printf(
                "%-28s %-8s %-14s %12s  %-22s %-22s %-13s %-14s %s%n",
                "column", "type", "unit", "missing", "min", "max", "mean", "median", "first values");
        for (int k = 0; k < summary.columns().size(); k++) {
            TableSummary.Column c = summary.columns().get(k);
            int index = k;
            String first = String.join(
                    ", ",
                    summary.sample().stream()
                            .map(r -> shortened(r.get(index).orElse("–"), 16))
                            .toList());
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %-8s %-14s %,12d  %-22s %-22s %-13s %-14s %s%n",
                    c.column().name(),
                    c.column().type().name().toLowerCase(Locale.ROOT),
                    c.column().unit(),
                    c.nulls(),
                    shortened(c.min().orElse("–"), 22),
                    shortened(c.max().orElse("–"), 22),
                    brief(c.mean()),
                    (c.median().exact() || Double.isNaN(c.median().value()) ? "" : "≈ ")
                            + brief(c.median().value()),
                    first);
            if (!c.column().description().isBlank()) {
                System.out.println("    " + c.column().description().strip());
            }
        }
    }

    /** Seven digits; all of them are in the JSON. */
    private static String brief(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        double rounded = new BigDecimal(value).round(new MathContext(7)).doubleValue();
        return Double.toString(rounded).replaceFirst("\\.0$", "");
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    private void printJson(TableSummary summary, List<SurveyMatch> surveys) {
        var object = Json.object();
        object.put("rows", summary.rows());
        if (surveys.isEmpty()) {
            object.putNull("survey");
        } else {
            SurveyMatch match = surveys.getFirst();
            object.putObject("survey")
                    .put("name", match.dictionary().name())
                    .put("title", match.dictionary().title())
                    .put("found", match.found())
                    .put("all", match.all());
        }
        var columns = object.putArray("columns");
        for (TableSummary.Column c : summary.columns()) {
            var column = columns.addObject();
            column.put("name", c.column().name());
            column.put("unit", c.column().unit());
            column.put("type", c.column().type().name().toLowerCase(Locale.ROOT));
            column.put("nulls", c.nulls());
            limit(column, "min", c.column().type(), c.min());
            limit(column, "max", c.column().type(), c.max());
            Json.number(column, "mean", c.mean());
            Json.number(column, "median", c.median().value());
            column.put("median_exact", c.median().exact());
            column.put("description", c.column().description());
        }
        var rows = object.putArray("sample");
        for (List<Optional<String>> row : summary.sample()) {
            var values = rows.addArray();
            row.forEach(v -> v.ifPresentOrElse(values::add, values::addNull));
        }
        Json.print(object);
    }

    /** Numbers as numbers, texts as texts; infinity, which JSON does not know, and missing as null. */
    private static void limit(ObjectNode column, String name, ColumnType type, Optional<String> value) {
        if (value.isEmpty()) {
            column.putNull(name);
            return;
        }
        switch (type) {
            case DOUBLE ->
                Json.number(column, name, Double.parseDouble(value.get().replace("inf", "Infinity")));
            case LONG -> column.put(name, Long.parseLong(value.get()));
            case BOOLEAN, TEXT -> column.put(name, value.get());
        }
    }
}
