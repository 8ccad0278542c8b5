package org.cellarius.app;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.Engine;
import org.cellarius.engine.FillerSql;
import org.cellarius.engine.Sql;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import picocli.CommandLine.Option;

/** Numbers that a survey writes where it measured nothing. */
final class Fillers {

    @Option(
            names = "--fillers",
            paramLabel = "NUMBER",
            split = ",",
            description = "Numbers that mean missing in every numeric column, for example --fillers=-9999,-999.")
    private List<String> numbers = new ArrayList<>();

    boolean areGiven() {
        return !numbers.isEmpty();
    }

    /** The table with the given numbers made missing; how many were found is told. */
    StarTable takenOut(Engine engine, StarTable table, Path output) {
        if (numbers.isEmpty()) {
            return table;
        }
        for (String number : numbers) {
            try {
                new BigDecimal(number);
            } catch (NumberFormatException e) {
                throw new InputError(
                                "'" + number + "' is no number", "--fillers", "Write for example --fillers=-9999,99.99")
                        .withCause(e);
            }
        }
        List<TableColumn> numeric = table.columns().stream()
                .filter(c -> c.type() == ColumnType.DOUBLE || c.type() == ColumnType.LONG)
                .toList();
        if (numeric.isEmpty()) {
            return table;
        }
        double[] found = engine.numbers("SELECT "
                + numeric.stream()
                        .map(c -> "count(*) FILTER (" + FillerSql.among(Sql.name(c.name()), numbers) + ")")
                        .collect(Collectors.joining(", "))
                + " FROM " + table.sql());
        var told = new ArrayList<String>();
        for (int k = 0; k < found.length; k++) {
            if (found[k] > 0) {
                told.add(String.format(
                        Locale.ROOT,
                        "%,d of %s",
                        (long) found[k],
                        numeric.get(k).name()));
            }
        }
        if (told.isEmpty()) {
            System.err.println("note: no value is one of the fillers " + listed());
            return table;
        }
        System.err.println("note: values that were fillers and are missing now: " + String.join(", ", told));
        String columns = table.columns().stream()
                .map(c -> numeric.contains(c)
                        ? "CASE WHEN NOT " + FillerSql.among(Sql.name(c.name()), numbers) + " THEN "
                                + Sql.name(c.name()) + " END AS " + Sql.name(c.name())
                        : Sql.name(c.name()))
                .collect(Collectors.joining(", "));
        return engine.write("SELECT " + columns + " FROM " + table.sql(), table.columns(), output);
    }

    /** What looks like fillers among some numbers, as a sentence each; nothing where fillers were given. */
    List<String> suspected(
            Engine engine, StarTable table, Optional<String> where, List<String> expressions, List<String> names) {
        if (!numbers.isEmpty()) {
            return List.of();
        }
        var counts = new ArrayList<String>();
        for (String expression : expressions) {
            for (String filler : FillerSql.USUAL) {
                counts.add("count(*) FILTER (" + FillerSql.among(expression, List.of(filler)) + ")");
            }
        }
        double[] found = engine.numbers("SELECT " + String.join(", ", counts) + " FROM " + table.sql()
                + where.map(w -> " WHERE (" + w + "\n)").orElse(""));
        var told = new ArrayList<String>();
        for (int k = 0; k < found.length; k++) {
            if (found[k] > 0) {
                String filler = FillerSql.USUAL.get(k % FillerSql.USUAL.size());
                told.add(String.format(
                        Locale.ROOT,
                        "%,d %s of %s %s %s, which often means missing: if it does here, say --fillers=%s",
                        (long) found[k],
                        found[k] == 1 ? "value" : "values",
                        names.get(k / FillerSql.USUAL.size()),
                        found[k] == 1 ? "is" : "are",
                        filler,
                        filler));
            }
        }
        return told;
    }

    private String listed() {
        return String.join(", ", numbers);
    }
}
