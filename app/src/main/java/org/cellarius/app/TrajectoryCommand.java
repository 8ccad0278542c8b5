package org.cellarius.app;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.cellarius.app.KernelTool.EarlierStatus;
import org.cellarius.app.KernelTool.Pace;
import org.cellarius.app.KernelTool.Step;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.unit.QuantityText;
import org.cellarius.engine.Derived;
import org.cellarius.engine.Relation;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Call;
import org.cellarius.engine.expression.Expression;
import org.cellarius.engine.expression.RowNumber;
import org.cellarius.engine.expression.StarFunction;
import org.cellarius.galaxy.orbit.OrbitAccuracy;
import org.cellarius.galaxy.orbit.TrajectoryKernel;
import org.cellarius.galaxy.potential.Potential;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes where stars are at other times. */
@Command(
        name = "trajectory",
        description = {
            "Write the states r phi z v_r v_phi v_z of stars at other times: many rows a star with --span and --every, one with --ago.",
            "Reads r z (kpc), phi (deg), v_r v_phi v_z (km/s; v_phi positive along rotation), as phase-space writes them."
        })
final class TrajectoryCommand implements Callable<Integer> {

    private static final List<String> STATE = List.of("r", "phi", "z", "v_r", "v_phi", "v_z");
    private static final long MOST_STATES = 1_000_000;

    @Mixin
    private TablePaths tables = new TablePaths();

    @Option(names = "--potential", paramLabel = "NAME", required = true, description = PotentialOptions.NAMES)
    private String potential = "";

    @Mixin
    private PotentialOptions stretched = new PotentialOptions();

    @Option(
            names = "--span",
            paramLabel = "TIME",
            description = "How far to follow the stars, for example 1Gyr; negative for the past.")
    private Optional<String> span = Optional.empty();

    @Option(names = "--every", paramLabel = "TIME", description = "Time between the states, for example 10Myr.")
    private Optional<String> every = Optional.empty();

    @Option(
            names = "--ago",
            paramLabel = "COLUMN",
            description = "Where each star was this long ago, for example its age: a column in Gyr.")
    private Optional<String> ago = Optional.empty();

    @Option(
            names = "--keep",
            paramLabel = "COLUMN",
            split = ",",
            description = "Columns of the input that are written, too, for example an identifier.")
    private List<String> keep = List.of();

    @Option(
            names = "--accuracy",
            paramLabel = "WORD",
            description = "fast or accurate: the steps of the integration (default: accurate).")
    private String accuracy = OrbitAccuracy.ACCURATE.word();

    private static final TableColumn STAR_NUMBER =
            new TableColumn("star_number", ColumnType.LONG, "", "row of the star in the input, from 0");

    private static final TableColumn ORBIT_TIME =
            new TableColumn("orbit_time", ColumnType.DOUBLE, "Gyr", "time of the state; now is 0, the past negative");

    @Mixin
    private KernelTool tool = new KernelTool();

    @Override
    public Integer call() {
        Potential galaxy = stretched.named(potential, "--potential");
        OrbitAccuracy steps = Choice.of(
                "accuracy", accuracy, Arrays.asList(OrbitAccuracy.values()), OrbitAccuracy::word, "--accuracy");
        if (ago.isPresent() == span.isPresent() || span.isPresent() != every.isPresent()) {
            throw new InputError(
                    "it is not said at which times", "--span, --every, --ago", "Give --span and --every, or --ago");
        }
        // Checked before anything is read
        Optional<Times> times = span.isPresent() ? Optional.of(evenTimes()) : Optional.empty();
        tool.append(
                tables.in(),
                tables.out(),
                new Step(Pace.QUICK, EarlierStatus.IN_THE_WAY, List.of(), STATE),
                (session, table) -> timed(session, table, times),
                // Within the step that tells what it does: the table of the potential can take a minute.
                table -> new TrajectoryKernel(galaxy, steps));
        return 0;
    }

    /** The numbered stars with the times at which their states are wanted. */
    private StarTable timed(TableSession session, StarTable table, Optional<Times> times) {
        var wanted = new ArrayList<>(STATE);
        keep.stream().filter(name -> !STATE.contains(name)).forEach(wanted::add);
        List<Derived> kept = wanted.stream()
                .map(name -> Derived.of(table.require(name, tables.in().toString())))
                .toList();
        var numbered = new Derived(STAR_NUMBER, new RowNumber());
        Relation stars = times.map(t -> with(
                        new Relation.Repeated(
                                with(Relation.of(table), List.of(numbered), kept), t.states(), Times.STATE),
                        List.of(Derived.of(STAR_NUMBER), new Derived(ORBIT_TIME, t.time())),
                        kept))
                .orElseGet(() -> with(
                        Relation.of(table),
                        List.of(
                                numbered,
                                new Derived(ORBIT_TIME, new Call(StarFunction.SUBTRACT, List.of(years(table))))),
                        kept));
        return session.engine().write(stars, session.scratch("times.parquet"));
    }

    private static Relation with(Relation of, List<Derived> first, List<Derived> kept) {
        return of.project(Stream.concat(first.stream(), kept.stream()).toList());
    }

    /** The column of {@code --ago} in Gyr. */
    private Expression years(StarTable table) {
        return tool.expression(table, ago.orElseThrow(), "age", tables.in());
    }

    private Times evenTimes() {
        double length = time(span.orElseThrow(), "--span");
        double step = time(every.orElseThrow(), "--every");
        if (!(step > 0) || length == 0) {
            throw new InputError(
                    "a span of " + length + " Gyr every " + step + " Gyr",
                    "--span, --every",
                    "The time between states must be positive, the span not zero");
        }
        double last = Math.floor(Math.abs(length) / step * (1 + 1e-12));
        if (last > MOST_STATES) {
            throw new InputError(
                    String.format(java.util.Locale.ROOT, "%.0f states for each star", last + 1),
                    "--every",
                    "Take a longer time between the states");
        }
        return new Times((long) (last + 1), Math.copySign(step, length));
    }

    /**
     * Times at even steps, the first one now.
     *
     * @param states how many
     * @param stepGyr from one to the next, Gyr
     */
    private record Times(long states, double stepGyr) {

        /** Counts the states of a star. */
        static final TableColumn STATE = new TableColumn("cellarius_state", ColumnType.LONG, "", "");

        /** The time of a state. Of a short decimal three steps of 0.1 are 0.3, not 0.30000000000000004 (see EvenSteps). */
        Expression time() {
            BigDecimal decimal = BigDecimal.valueOf(stepGyr).stripTrailingZeros();
            boolean brief = decimal.scale() > 0 && decimal.scale() <= 22 && decimal.precision() <= 9;
            Expression state = STATE.value();
            Expression time = brief
                    ? state.times(Expression.of(decimal.unscaledValue().longValueExact()))
                            .asDouble()
                            .over(Expression.of(Math.pow(10, decimal.scale())))
                    : state.asDouble().times(Expression.of(stepGyr));
            // The time now is 0, not -0.
            return time.plus(Expression.of(0.0));
        }
    }

    private static double time(String text, String option) {
        return new QuantityText(text).in("Gyr", "a time", option, "Write for example 1Gyr or 10Myr");
    }
}
