package org.cellarius.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.catalogue.unit.QuantityText;
import org.cellarius.engine.Deduplication;
import org.cellarius.engine.Engine;
import org.cellarius.engine.RepeatGroups;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.expression.Expression;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Removes repeated stars from a table: of all rows near each other on the sky the best one stays. */
@Command(
        name = "deduplicate",
        description = {
            "Remove repeated stars: a row goes if a better one lies within the radius. Reads ra dec (deg).",
            "Vickers et al. (2021): --radius 5arcsec --keep 'highest:sqrt(snr_b^2 + snr_r^2)'."
        })
final class DeduplicateCommand implements Callable<Integer> {

    @Mixin
    private TablePaths tables = new TablePaths();

    @Option(
            names = "--radius",
            paramLabel = "ANGLE",
            required = true,
            description = "Rows within it are one star, with its unit: 5arcsec; at most 1deg.")
    private String radius = "";

    @Option(
            names = "--keep",
            paramLabel = "WHICH:EXPR",
            required = true,
            description =
                    "highest:EXPR or lowest:EXPR, over the table's columns; a missing value is the worst, of equal ones the earlier row stays.")
    private String keep = "";

    @Option(
            names = "--within",
            paramLabel = "COLUMN",
            split = ",",
            description = "Rows are repeats only where these columns are equal, for example the name of the survey.")
    private List<String> within = List.of();

    @Option(
            names = "--columns",
            paramLabel = "NAME=COLUMN",
            split = ",",
            description = "Columns that have other names, for example ra=RAJ2000,dec=DEJ2000.")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(
            names = "--groups",
            description = "Keep all rows and append group_id, group_size, group_kept (friends of friends).")
    private boolean groups;

    @Option(names = "--json", description = "Print what was done as one JSON object.")
    private boolean json;

    @Mixin
    private TableInput input = new TableInput();

    @Mixin
    private TableOutputs outputs = new TableOutputs();

    @Mixin
    private Resources resources = new Resources();

    @Override
    public Integer call() {
        double arcsec = new QuantityText(radius)
                .in("arcsec", "an angle with its unit", "--radius", "Write for example 5arcsec");
        check(arcsec);
        Path target = outputs.target(tables.in(), tables.out());
        TableFile file = input.open(tables.in());
        try (var session = TableSession.writing(tables.in(), target, input, resources)) {
            StarTable table = session.table(file);
            Set<String> assumed = new LinkedHashSet<>();
            Expression ra = place(table, "ra", assumed);
            Expression dec = place(table, "dec", assumed);
            if (!assumed.isEmpty()) {
                System.err.println(
                        "note: these columns have no unit and are taken to be " + String.join(", ", assumed));
            }
            within.forEach(column -> table.require(column, "--within"));
            var repeats =
                    new Deduplication(arcsec, ra, dec, score(session.engine(), table), within, Expression.always());
            StarTable kept = session.progress()
                    .during(
                            "looking for repeated stars",
                            () -> groups
                                    ? new RepeatGroups(repeats)
                                            .run(
                                                    session.engine(),
                                                    table,
                                                    session.scratch(""),
                                                    session.scratch("grouped.parquet"))
                                    : session.engine()
                                            .withoutRepeats(table, repeats, session.scratch("unique.parquet")));
            outputs.checkStillFree(target);
            session.engine().export(kept, target, session.progress());
            tell(session.engine(), table, kept);
            ToolOutput.aboutUnits(kept.columnList(), TableFormat.ofOutput(target));
        }
        return 0;
    }

    private void check(double arcsec) {
        if (!(arcsec > 0 && arcsec <= 3600)) {
            throw new InputError(
                    "a radius of " + arcsec + " arcsec", "--radius", "It must lie between 0 and 3600 arcsec");
        }
        for (String name : columns.keySet()) {
            if (!name.equals("ra") && !name.equals("dec")) {
                throw new InputError(
                        "'" + name + "' is not a column that is read",
                        "--columns",
                        "Name ra or dec, for example ra=RAJ2000");
            }
        }
        score();
    }

    private Expression place(StarTable table, String name, Set<String> assumed) {
        return input.scaledOrCanonical(
                        table.columnList(), columns.getOrDefault(name, name), name, tables.in(), assumed::add)
                .value();
    }

    /** The expression whose highest value is kept, as it was written. */
    private String score() {
        String highest = "highest:";
        String lowest = "lowest:";
        if (keep.startsWith(highest) && keep.length() > highest.length()) {
            return keep.substring(highest.length());
        }
        if (keep.startsWith(lowest) && keep.length() > lowest.length()) {
            return "-(" + keep.substring(lowest.length()) + "\n)";
        }
        throw new InputError(
                "'" + keep + "' does not say which row is kept",
                "--keep",
                "Write highest:EXPR or lowest:EXPR, for example highest:snr");
    }

    private Expression score(Engine engine, StarTable table) {
        Expression expression = engine.expression(score(), table, "--keep");
        if (expression.type() == ColumnType.TEXT) {
            throw new InputError(
                    "'" + keep + "' is a text, not a number", "--keep", "Use a numeric column or expression");
        }
        return expression;
    }

    private void tell(Engine engine, StarTable before, StarTable after) {
        if (json) {
            Json.print(Json.object()
                    .put("out", tables.out().toString())
                    .put("rows", after.rows())
                    .put("columns", after.columns().size())
                    .put("rows_before", before.rows())
                    .put("removed", before.rows() - after.rows()));
            return;
        }
        ToolOutput.written(tables.out(), after.rows(), after.columns().size(), false);
        System.err.println(
                groups
                        ? RepeatGroups.told(engine, after)
                        : String.format(
                                java.util.Locale.ROOT,
                                "%,d of %,d rows had a better one within the radius and were removed",
                                before.rows() - after.rows(),
                                before.rows()));
    }
}
