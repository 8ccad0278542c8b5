package org.cellarius.app;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.Aggregate;
import org.cellarius.engine.Derived;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Fillers;
import org.cellarius.engine.Relation;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Expression;
import picocli.CommandLine.Option;

/** Numbers that a survey writes where it measured nothing. */
final class FillerOption {

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
        double[] found = engine.answers(
                table,
                numeric.stream()
                        .map(c -> Aggregate.count(c.name(), Fillers.among(c.value(), numbers)))
                        .toList());
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
        List<Derived> columns = table.columns().stream()
                .map(c -> numeric.contains(c)
                        ? new Derived(
                                c,
                                c.value()
                                        .where(Fillers.among(c.value(), numbers).negated()))
                        : Derived.of(c))
                .toList();
        return engine.write(Relation.of(table).project(columns), output);
    }

    /** What looks like fillers among some numbers, as a sentence each; nothing where fillers were given. */
    List<String> suspected(
            Engine engine, StarTable table, Expression where, List<Expression> values, List<String> names) {
        if (!numbers.isEmpty()) {
            return List.of();
        }
        var counts = new ArrayList<Aggregate>();
        for (Expression value : values) {
            for (String filler : Fillers.USUAL) {
                counts.add(Aggregate.count("found", Fillers.among(value, List.of(filler)))
                        .where(where));
            }
        }
        double[] found = engine.answers(table, counts);
        var told = new ArrayList<String>();
        for (int k = 0; k < found.length; k++) {
            if (found[k] > 0) {
                String filler = Fillers.USUAL.get(k % Fillers.USUAL.size());
                told.add(String.format(
                        Locale.ROOT,
                        "%,d %s of %s %s %s, which often means missing: if it does here, say --fillers=%s",
                        (long) found[k],
                        found[k] == 1 ? "value" : "values",
                        names.get(k / Fillers.USUAL.size()),
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
