package org.cellarius.measure.azimuth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.azimuth.Footprint;
import org.cellarius.galaxy.azimuth.RingModes;
import org.cellarius.galaxy.azimuth.RingSlope;
import org.cellarius.galaxy.azimuth.SameRadius;
import org.cellarius.galaxy.azimuth.StarCounts;
import org.cellarius.galaxy.population.EvenSteps;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.galaxy.random.CounterRandom;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.product.Illustration;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.Sample;

/** Measures how a quantity changes with azimuth. Its stars are held in memory: a few numbers for each. */
record AzimuthProduct(AzimuthalVariation product, Sample sample) {

    static Inquiry<ProductResult> measured(AzimuthalVariation product, Sample stars) {
        return stars.peopled().then(sample -> new AzimuthProduct(product, sample).result());
    }

    /** Stars with all that is needed. */
    private record Sky(double[] value, double[] beta, double[] radius, double[] reference, double[] weight) {}

    private Inquiry<ProductResult> result() {
        var read = new ArrayList<Expression>(List.of(
                sample.quantity(product.value()).value(),
                sample.quantity(product.azimuth()).value()));
        if (product.reference() instanceof AzimuthReference.Model m) {
            read.add(sample.quantity(m.model()).value());
        }
        sample.weight().ifPresent(read::add);
        Expression known = Expression.all(sample.with(read.toArray(Expression[]::new)).stream()
                .map(Expression::isFinite)
                .toList());
        Sample complete = sample.also(known);
        return complete.columns(read).with(sample.count(known.negated()), (columns, missing) -> {
            double[] radius = columns[columns.length - 1];
            double[] weight = sample.weight().isPresent() ? columns[columns.length - 2] : new double[0];
            var sky = new Sky(
                    columns[0],
                    columns[1],
                    radius,
                    switch (product.reference()) {
                        case AzimuthReference.RingLine r -> new double[radius.length];
                        case AzimuthReference.SameRadiusMean r ->
                            minus(columns[0], SameRadius.residuals(radius, columns[0], weight, r.within()));
                        case AzimuthReference.Model r -> columns[2];
                    },
                    weight);
            return told(rings(sky), missing);
        });
    }

    private static double[] minus(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
    }

    private List<Ring> rings(Sky sky) {
        var grouping = new Grouping.Slices(product.rings().edges());
        double[][] radius = {sky.radius()};
        int[] ringOf = IntStream.range(0, sky.value().length)
                .map(i -> grouping.groupOf(radius, 0, i))
                .toArray();
        // Bins and figures of all rings share one azimuth, which does not jump where stars are.
        double[] azimuth = continued(
                of(
                        sky.beta(),
                        IntStream.range(0, ringOf.length)
                                .filter(i -> ringOf[i] >= 0)
                                .toArray()),
                sky.beta());
        return IntStream.range(0, sample.groups())
                .mapToObj(g -> ring(
                        g,
                        new Sky(sky.value(), azimuth, sky.radius(), sky.reference(), sky.weight()),
                        IntStream.range(0, ringOf.length)
                                .filter(i -> ringOf[i] == g)
                                .toArray()))
                .toList();
    }

    private Ring ring(int number, Sky sky, int[] members) {
        double[] beta = of(sky.beta(), members);
        double[] radius = of(sky.radius(), members);
        double[] value = minus(of(sky.value(), members), of(sky.reference(), members));
        Optional<Footprint> footprint = Footprint.of(beta);
        double[] weight = sky.weight().length == 0 ? sky.weight() : of(sky.weight(), members);
        StarCounts counts = weight.length == 0 ? StarCounts.once(members.length) : StarCounts.of(weight);
        double mean = counts.mean(radius);
        double[][] nuisance = product.reference() instanceof AzimuthReference.RingLine
                ? new double[][] {Arrays.stream(radius).map(r -> r - mean).toArray()}
                : new double[0][];
        boolean line = nuisance.length > 0;
        double[] residual = line && value.length > 0 ? RingSlope.beside(value, nuisance, counts) : value;
        Optional<RingModes> modes = value.length == 0
                ? Optional.empty()
                : RingModes.of(
                        beta,
                        value,
                        nuisance,
                        counts,
                        product.modes(),
                        value.length > product.permutedStars() ? 0 : product.permutations(),
                        new CounterRandom(product.seed())
                                .forPurpose("azimuth " + product.head().name() + " " + number));
        return new Ring(
                number,
                members.length,
                mean,
                bins(beta, residual, weight),
                footprint
                        .filter(arc -> !arc.allRound())
                        .flatMap(arc -> RingSlope.of(arc.continued(beta), value, nuisance, counts)),
                modes,
                footprint,
                modes.map(m -> level(m, beta, residual, counts)).orElse(Double.NaN));
    }

    /** Azimuths along the arc of some of them. */
    private static double[] continued(double[] some, double[] all) {
        return Footprint.of(some).map(arc -> arc.continued(all)).orElse(all);
    }

    /** What has to be added to the modes so that they run through the residuals. */
    private static double level(RingModes modes, double[] beta, double[] residual, StarCounts counts) {
        double[] left = new double[beta.length];
        Arrays.setAll(left, i -> residual[i] - curve(modes, beta[i]));
        return counts.mean(left);
    }

    static double curve(RingModes modes, double betaDeg) {
        return modes.modes().stream()
                .mapToDouble(m -> m.cos() * Math.cos(Math.toRadians(m.m() * betaDeg))
                        + m.sin() * Math.sin(Math.toRadians(m.m() * betaDeg)))
                .sum();
    }

    private List<Ring.Bin> bins(double[] beta, double[] residual, double[] weight) {
        var steps = EvenSteps.multiplesOf(product.width());
        var members = new TreeMap<Double, List<Integer>>();
        for (int i = 0; i < beta.length; i++) {
            members.computeIfAbsent(steps.indexOf(beta[i]), k -> new ArrayList<>())
                    .add(i);
        }
        return members.entrySet().stream()
                .map(e -> {
                    int[] own = e.getValue().stream().mapToInt(i -> i).toArray();
                    return Ring.Bin.of(
                            steps.at(e.getKey()),
                            steps.at(e.getKey() + 1),
                            of(residual, own),
                            weight.length == 0 ? weight : of(weight, own));
                })
                .toList();
    }

    private static double[] of(double[] all, int[] members) {
        return IntStream.of(members).mapToDouble(i -> all[i]).toArray();
    }

    private ProductResult told(List<Ring> rings, long missing) {
        var notes = new ArrayList<String>();
        for (Ring ring : rings) {
            note(ring).ifPresent(notes::add);
        }
        if (missing > 0) {
            notes.add(Numbers.stars(missing) + " of the sample "
                    + (missing == 1 ? "lacks" : "lack") + " azimuth, radius, value or model, and "
                    + (missing == 1 ? "does not enter." : "do not enter."));
        }
        var quantities =
                new AzimuthTables.Quantities(sample.quantity(product.value()), sample.quantity(product.azimuth()));
        var tables = new LinkedHashMap<String, SmallTable>();
        var made = new AzimuthTables(product, sample, quantities, rings);
        List<String> names = product.results();
        tables.put(names.get(0), made.ringTable());
        tables.put(names.get(1), made.binTable());
        tables.put(names.get(2), made.modeTable());
        var drawn = new AzimuthFigures(product, sample, quantities, rings);
        var figures = new ArrayList<Illustration>();
        figures.add(drawn.variation());
        drawn.modes().ifPresent(figures::add);
        return new ProductResult(product.head(), tables, figures, notes);
    }

    /** What must be said of a ring. */
    private Optional<String> note(Ring ring) {
        String slice = sample.plainName(ring.number());
        return switch (ring.status()) {
            case MODES_HARDLY_APART ->
                Optional.of(
                        "The ring %s is seen from %s to %s deg: its modes hang together, errors are up to %s times those of a whole ring; no figure shows modes of more than 10 times. The slope tells more, or fewer 'modes'."
                                .formatted(
                                        slice,
                                        Numbers.significant(
                                                ring.footprint()
                                                        .map(Footprint::fromDeg)
                                                        .orElse(Double.NaN),
                                                3),
                                        Numbers.significant(
                                                ring.footprint()
                                                        .map(Footprint::toDeg)
                                                        .orElse(Double.NaN),
                                                3),
                                        Numbers.significant(
                                                ring.modes()
                                                        .map(RingModes::inflation)
                                                        .orElse(Double.NaN),
                                                2)));
            case NO_MODES ->
                Optional.of("The ring " + slice + " has " + Numbers.stars(ring.n())
                        + (ring.n() > 2 + 2 * product.modes()
                                ? ", at too few azimuths to tell its modes apart: lower 'modes'."
                                : ", too few for its modes."));
            case OK ->
                Optional.of(
                                "The ring " + slice
                                        + " is seen all round: a slope against azimuth would depend on where it is cut, and is not given.")
                        .filter(told -> ring.slope().isEmpty());
        };
    }

    /** The quantity's own residual. */
    static String residualLabel(Quantity value) {
        return "δ" + value.label();
    }
}
