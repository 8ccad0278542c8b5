package org.cellarius.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.cellarius.catalogue.CanonicalColumns;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.unit.Unit;
import org.cellarius.engine.ScaledColumn;
import org.cellarius.engine.SkySide;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Call;
import org.cellarius.engine.expression.Cases;
import org.cellarius.engine.expression.Expression;
import org.cellarius.engine.expression.StarFunction;
import picocli.CommandLine.Option;

/** Errors of positions that limit how far from each other two entries may lie that are one star. */
final class MatchErrors {

    /** One number for an ellipse: there is no right one, so it is named. */
    private enum Circular {
        /** The larger of the two: no true pair is lost. */
        LARGER,
        /** The root of the mean of the squares: the same mean square distance. */
        MEAN
    }

    @Option(
            names = "--errors-a",
            paramLabel = "COLUMN",
            split = ",",
            description =
                    "Errors of A's positions, with --errors-b and --sigmas: one circular column with an angle as its unit, or ra_error,dec_error with --circular.")
    private List<String> ofA = List.of();

    @Option(names = "--errors-b", paramLabel = "COLUMN", split = ",", description = "The same of B.")
    private List<String> ofB = List.of();

    @Option(
            names = "--sigmas",
            paramLabel = "K",
            description =
                    "Pairs lie within K times the root of the sum of both errors' squares, and within --radius; separation_sigma is appended.")
    private Optional<Double> sigmas = Optional.empty();

    @Option(
            names = "--circular",
            paramLabel = "larger|mean",
            description =
                    "What ra_error,dec_error are as one number: the larger one, or the root of their mean square.")
    private Optional<String> circular = Optional.empty();

    /** Refuses what can be refused before any table is read. */
    void check() {
        boolean all = !ofA.isEmpty() && !ofB.isEmpty() && sigmas.isPresent();
        boolean none = ofA.isEmpty() && ofB.isEmpty() && sigmas.isEmpty() && circular.isEmpty();
        if (!all && !none) {
            throw new InputError(
                    "errors of positions need --errors-a, --errors-b and --sigmas together",
                    "",
                    "For example --errors-a pos_error --errors-b pos_error --sigmas 3");
        }
        if (sigmas.filter(k -> !(k > 0 && k <= 1000)).isPresent()) {
            throw new InputError(sigmas.get() + " sigmas", "--sigmas", "A number above 0 and up to 1000 is expected");
        }
        boolean pair = ofA.size() > 1 || ofB.size() > 1;
        if (ofA.size() > 2 || ofB.size() > 2) {
            throw new InputError(
                    "more than two errors of a position", "--errors-a, --errors-b", "Name one or two columns");
        }
        if (pair != circular.isPresent()) {
            throw new InputError(
                    pair
                            ? "two errors of a position are not one number without a rule"
                            : "--circular without two errors of a position",
                    "--circular",
                    pair ? "Say --circular larger or --circular mean" : "Leave it out");
        }
        circular.ifPresent(MatchErrors::rule);
    }

    OptionalDouble sigmas() {
        return sigmas.isPresent() ? OptionalDouble.of(sigmas.get()) : OptionalDouble.empty();
    }

    /** The two sides with their errors, where errors count. */
    List<SkySide> with(List<SkySide> sides, TableInput input, List<Path> files) {
        if (sigmas.isEmpty()) {
            return sides;
        }
        var told = new ArrayList<SkySide>();
        for (int k = 0; k < sides.size(); k++) {
            SkySide side = sides.get(k);
            Expression error = arcsec(side.table(), k == 0 ? ofA : ofB, input, files.get(k));
            told.add(new SkySide(side.table(), side.ra(), side.dec(), side.motion(), Optional.of(error)));
        }
        return told;
    }

    private Expression arcsec(StarTable table, List<String> names, TableInput input, Path file) {
        List<Expression> errors = names.stream()
                .map(name -> arcsec(table.require(name, file.toString()), table, input, file))
                .toList();
        if (errors.size() == 1) {
            return errors.getFirst();
        }
        Expression one = errors.getFirst();
        Expression other = errors.getLast();
        return switch (rule(circular.orElseThrow())) {
            // The function for the greatest passes over what is missing.
            case LARGER ->
                new Cases(
                        List.of(new Cases.Case(one.isAtLeast(other), one), new Cases.Case(one.isBelow(other), other)),
                        Optional.empty());
            case MEAN ->
                new Call(
                        StarFunction.SQRT,
                        List.of(one.times(one).plus(other.times(other)).over(Expression.of(2.0))));
        };
    }

    private static Expression arcsec(TableColumn column, StarTable table, TableInput input, Path file) {
        Unit wanted = Unit.parse("arcsec");
        if (CanonicalColumns.unitOf(column.name()).isPresent()) {
            Unit canonical = CanonicalColumns.unitOf(column.name()).get();
            if (canonical.convertsTo(wanted)) {
                return ScaledColumn.scaled(
                        input.scaled(table.columnList(), column.name(), column.name(), file)
                                .value(),
                        canonical.factorTo(wanted));
            }
        }
        Optional<Unit> unit = column.unit().isBlank() ? Optional.empty() : Unit.tryParse(column.unit());
        if (unit.filter(u -> u.convertsTo(wanted)).isEmpty()) {
            throw new InputError(
                    "the error '" + column.name() + "' has "
                            + (column.unit().isBlank()
                                    ? "no unit"
                                    : "the unit '" + column.unit() + "', which is no angle"),
                    file.toString(),
                    "Give it one in the file, for example " + column.name() + "[arcsec] in CSV");
        }
        return ScaledColumn.scaled(column.value(), unit.get().factorTo(wanted));
    }

    private static Circular rule(String word) {
        return Choice.of(
                "rule for two errors", word, Stream.of(Circular.values()).toList(), Choice::word, "--circular");
    }
}
