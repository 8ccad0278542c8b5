package org.cellarius.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.cellarius.catalogue.CanonicalColumns;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.unit.Unit;
import org.cellarius.engine.Selection;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.learned.LearnedTarget;
import org.cellarius.galaxy.learned.TrainingStars;
import org.cellarius.study.learned.LearnedModel.Label;

/**
 * The training stars of a table.
 *
 * @param stars the stars that are whole
 * @param rows their rows in the table, from 1
 * @param labels what they are labelled by
 * @param target what is learned of them
 */
record TrainingTable(TrainingStars stars, long[] rows, List<Label> labels, LearnedTarget target) {

    /** Columns that are read, and how the target is learned. */
    record Wanted(List<String> labels, String target, Optional<String> error, boolean logarithmic) {}

    static TrainingTable read(TableSession session, StarTable table, Path file, TableInput input, Wanted wanted) {
        var assumed = new ArrayList<String>();
        var names = new ArrayList<>(wanted.labels());
        names.add(wanted.target());
        wanted.error().ifPresent(names::add);
        List<Expression> numbers = names.stream()
                .map(name -> CanonicalColumns.unitOf(name).isPresent()
                        ? input.scaledOrCanonical(table.columnList(), name, name, file, assumed::add)
                                .value()
                        : input.asGiven(table.columnList(), name, file).value())
                .toList();
        if (!assumed.isEmpty()) {
            System.err.println(
                    "note: columns without a unit are taken in that of the program: " + String.join(", ", assumed));
        }
        input.fillers()
                .suspected(session.engine(), table, Expression.always(), numbers, names)
                .forEach(told -> System.err.println("note: " + told));
        double[][] all = new double[numbers.size()][Math.toIntExact(table.rows())];
        int[] filled = {0};
        session.engine()
                .scan(
                        Selection.of(table, numbers),
                        (rows, in) -> {
                            for (int k = 0; k < all.length; k++) {
                                System.arraycopy(in[k], 0, all[k], filled[0], rows);
                            }
                            filled[0] += rows;
                        },
                        session.progress());
        var target = new LearnedTarget(wanted.target(), unit(table, wanted.target()), wanted.logarithmic());
        List<Label> labels = wanted.labels().stream()
                .map(name -> new Label(name, unit(table, name)))
                .toList();
        return chosen(all, labels, target, wanted, file);
    }

    /** The unit in which a column is read: the canonical one of a canonical name, else that of the file. */
    static String unit(StarTable table, String name) {
        return CanonicalColumns.unitOf(name)
                .map(Unit::canonicalText)
                .orElseGet(() -> table.column(name).map(TableColumn::unit).orElse(""));
    }

    private static TrainingTable chosen(
            double[][] all, List<Label> labels, LearnedTarget target, Wanted wanted, Path file) {
        int places = labels.size();
        double[] targets = Arrays.stream(all[places]).map(target::learned).toArray();
        boolean measured = wanted.error().isPresent();
        int[] whole = IntStream.range(0, targets.length)
                .filter(i -> IntStream.range(0, places).allMatch(j -> Double.isFinite(all[j][i])))
                .filter(i -> Double.isFinite(targets[i]))
                .filter(i -> !measured || (Double.isFinite(all[places + 1][i]) && all[places + 1][i] > 0))
                .toArray();
        told(all, targets, whole, labels, wanted);
        if (whole.length < TrainingStars.FEWEST) {
            throw new InputError(
                    "only %d of %d rows have all labels and a target".formatted(whole.length, targets.length),
                    file.toString(),
                    "At least " + TrainingStars.FEWEST
                            + " are needed: name other --labels, or look at the table with  cellarius describe");
        }
        for (int j = 0; j < places; j++) {
            double[] values = all[j];
            double first = values[whole[0]];
            DoublePredicate same = v -> v == first;
            if (Arrays.stream(whole).mapToDouble(i -> values[i]).allMatch(same)) {
                throw new InputError(
                        "the label '" + labels.get(j).name() + "' is " + first + " in all training stars",
                        "--labels",
                        "Leave it out");
            }
        }
        var stars = new TrainingStars(
                IntStream.range(0, places)
                        .mapToObj(j ->
                                Arrays.stream(whole).mapToDouble(i -> all[j][i]).toArray())
                        .toArray(double[][]::new),
                Arrays.stream(whole).mapToDouble(i -> targets[i]).toArray(),
                Arrays.stream(whole)
                        .mapToDouble(i -> measured ? target.learnedError(all[places][i], all[places + 1][i]) : 0)
                        .toArray());
        return new TrainingTable(
                stars, Arrays.stream(whole).mapToLong(i -> i + 1L).toArray(), labels, target);
    }

    private static void told(double[][] all, double[] targets, int[] whole, List<Label> labels, Wanted wanted) {
        if (whole.length == targets.length) {
            return;
        }
        var reasons = new ArrayList<String>();
        for (int j = 0; j < labels.size(); j++) {
            missing(all[j], labels.get(j).name() + " missing", reasons);
        }
        missing(targets, wanted.target() + (wanted.logarithmic() ? " missing or not positive" : " missing"), reasons);
        wanted.error()
                .ifPresent(error -> missing(
                        Arrays.stream(all[all.length - 1])
                                .map(e -> e > 0 ? e : Double.NaN)
                                .toArray(),
                        error + " missing or not positive",
                        reasons));
        System.err.printf(
                Locale.ROOT,
                "note: %,d of %,d rows are left out: %s%n",
                targets.length - whole.length,
                targets.length,
                String.join(", ", reasons));
    }

    private static void missing(double[] values, String what, List<String> reasons) {
        long count = Arrays.stream(values).filter(v -> !Double.isFinite(v)).count();
        if (count > 0) {
            reasons.add(what + " (" + count + ")");
        }
    }
}
