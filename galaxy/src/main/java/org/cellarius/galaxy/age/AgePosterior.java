package org.cellarius.galaxy.age;

import java.util.Arrays;
import java.util.List;
import org.cellarius.galaxy.kernel.CurveIntegrals;
import org.cellarius.galaxy.kernel.DrawMath;
import org.cellarius.galaxy.kernel.NormalTails;
import org.cellarius.galaxy.kernel.SegmentDistances;
import org.cellarius.galaxy.kernel.SegmentDistances.Measured;

/**
 * The posterior of a star's age, mass and what follows from them, between the points of a homologous grid.
 *
 * <p>Along an isochrone the likelihood of the observables is integrated in closed form over each piece, with the stars born on it.
 * Compositions are summed on a lattice of the star's own whose steps follow its errors, ages at points that are set closer where the posterior
 * changes: neither depends on where the grid's own points lie, which is linear interpolation between them. Cells of the grid whose boxes are too far
 * to matter are left out; {@link #dropped()} tells the most that they could hold.
 *
 * <p>Not for several threads at once.
 */
public final class AgePosterior {

    /** What may be left out, as a share of the evidence. */
    public static final double DROPPED = 1e-6;

    /** 2 ln of how much more all stars born are than those of the evidence that is found: a guess that is checked. */
    private static final double GUESS = 12;

    /** No exponent goes above it: its power of e is a number. */
    private static final double MOST = 690;
    /** Nor below it: its power is nothing, and its products are no numbers of reduced precision, which are slow. */
    private static final double NOTHING = -300;

    /** On pieces shorter than this many errors a star is as likely at any place. */
    private static final double SHORT = 1e-3;

    /** Pieces with so small a share of a sum tell nothing of masses. */
    private static final double NEGLIGIBLE = 1e-8;

    private static final int POINTS = CurveIntegrals.POINTS;

    private final CurveCells cells;
    private final List<AgeObservable> observables;
    private final double[] axisLnAge;
    private final SegmentDistances distances = SegmentDistances.best();
    private final CurveIntegrals integrals = CurveIntegrals.best();
    private final DrawMath math = DrawMath.best();
    private final NormalTails tails = NormalTails.best();

    private Measured curve = new Measured(new double[0], new double[0]);
    private double iron = Double.NaN;
    private double ironError = Double.NaN;
    private double alpha = Double.NaN;
    private double alphaError = Double.NaN;
    private final double[] boxes;
    private final double[] compositionBound;
    private double reach;
    private double reference;
    private CompositionLattice irons = CompositionLattice.over(new double[] {0}, 1);
    private CompositionLattice alphas = irons;
    private final AgeNodes nodes;
    private double leastSquare;

    // Pieces of one age, side by side.
    private int items;
    private double[] curves = new double[0];
    private double[] itemWeight = new double[0];
    private double[] itemSquare = new double[0];
    private double[] exponent = new double[0];
    private double[] across = new double[0];
    private double[] lower = new double[0];
    private double[] upper = new double[0];
    private double[] lowerDensity = new double[0];
    private double[] upperDensity = new double[0];
    private double[] lowerTail = new double[0];
    private double[] upperTail = new double[0];
    private double[] means = new double[0];
    private final int[] offsets = new int[8];
    private final double[] weights = new double[8];
    private final double[] told;
    private double place;
    private double variance;

    private AgePosterior(CurveCells cells, List<AgeObservable> observables) {
        this.cells = cells;
        this.observables = List.copyOf(observables);
        axisLnAge = Arrays.stream(cells.grid().agesGyr()).map(Math::log).toArray();
        boxes = new double[cells.lowest()[0].length];
        compositionBound = new double[cells.irons() * cells.alphas()];
        nodes = new AgeNodes(cells.told());
        told = new double[2 * cells.told()];
    }

    /**
     * The posterior on a grid.
     *
     * @param told the grid's columns whose means are wanted
     */
    public static AgePosterior of(HomologousGrid grid, List<AgeObservable> observables, List<String> told) {
        int[] columns = observables.stream()
                .filter(AgeObservable.AlongCurve.class::isInstance)
                .mapToInt(o -> ((AgeObservable.AlongCurve) o).column())
                .toArray();
        if (columns.length == 0) {
            throw new IllegalArgumentException("ages need an observable that changes along isochrones");
        }
        int[] means = told.stream().mapToInt(grid.columns()::indexOf).toArray();
        return new AgePosterior(new CurveCells(grid, columns, means), observables);
    }

    /** Another one on the same grid, for another thread. */
    public AgePosterior beside() {
        return new AgePosterior(cells, observables);
    }

    public List<AgeObservable> observables() {
        return observables;
    }

    /** The ages of the grid, Gyr; a copy. */
    public double[] gridAgesGyr() {
        return cells.grid().agesGyr().clone();
    }

    /**
     * Measures a star.
     *
     * @param values one for each observable
     * @param errors their standard errors, positive
     */
    public void observe(double[] values, double[] errors) {
        read(values, errors);
        boundCompositions();
        Pilot pilot = pilot();
        about(pilot.square);
        measure(pilot);
        if (leastSquare < reference - GUESS) {
            about(leastSquare);
            measure(pilot);
        }
        // The guess is checked: what lies beyond the reach is at most all births there.
        double most = nodes.evidence() * DROPPED * Math.exp(-0.5 * reference);
        if (cells.births() * Math.exp(-0.5 * reach) > most && most > 0) {
            reach = -2 * Math.log(most / cells.births());
            measure(pilot);
        }
    }

    /** Takes a &chi;&sup2; as the least one. */
    private void about(double square) {
        reference = square;
        reach = square + 2 * Math.log(1 / DROPPED) + GUESS;
    }

    /** The ages at which the posterior is known, and what is known there; valid until the next star. */
    public AgeNodes nodes() {
        return nodes;
    }

    /** The most that may have been left out, as a share of the evidence. */
    public double dropped() {
        return cells.births() * Math.exp(-0.5 * (reach - reference)) / nodes.evidence();
    }

    /** ln of the factor of all densities of {@link #nodes()}. */
    public double lnScale() {
        return -0.5 * reference;
    }

    /** Least &chi;&sup2; found. */
    public double leastSquare() {
        return leastSquare;
    }

    private void read(double[] values, double[] errors) {
        double[] value = new double[cells.dims()];
        double[] inverse = new double[cells.dims()];
        iron = Double.NaN;
        alpha = Double.NaN;
        int d = 0;
        for (int k = 0; k < values.length; k++) {
            switch (observables.get(k)) {
                case AgeObservable.AlongCurve along -> {
                    value[d] = values[k];
                    inverse[d] = 1 / errors[k];
                    d++;
                }
                case AgeObservable.IronOfBirth born -> {
                    iron = values[k];
                    ironError = errors[k];
                }
                case AgeObservable.AlphaOfBirth born -> {
                    alpha = values[k];
                    alphaError = errors[k];
                }
            }
        }
        curve = new Measured(value, inverse);
        leastSquare = Double.POSITIVE_INFINITY;
    }

    /** How far each cell of compositions is from what is measured, at least. */
    private void boundCompositions() {
        for (int i = 0; i < cells.irons(); i++) {
            for (int j = 0; j < cells.alphas(); j++) {
                compositionBound[i * cells.alphas() + j] = away(cells.grid().feH(), i, iron, ironError)
                        + away(cells.grid().alphaFe(), j, alpha, alphaError);
            }
        }
    }

    private static double away(double[] axis, int i, double value, double error) {
        if (Double.isNaN(value)) {
            return 0;
        }
        double away = Math.max(Math.max(axis[i] - value, value - axis[Math.min(i + 1, axis.length - 1)]), 0) / error;
        return away * away;
    }

    /**
     * A place near the star.
     *
     * @param square its &chi;&sup2;
     */
    private record Pilot(double square, int iron, int alpha, int age, int stretch, int point) {}

    /** Cells of a composition: the first of them, and their boxes measured. */
    private int measureBoxes(int i, int j) {
        int from = cells.cell(i, j, 0, 0);
        int to = from + cells.ages() * cells.stretches();
        int group = SegmentDistances.BOXES;
        int low = from / group * group;
        int high = Math.ceilDiv(to, group) * group;
        // Squares are written from the array's beginning; they are wanted in their places.
        distances.boxes(cells.lowest(), cells.highest(), low, high, curve, groupSquares(high - low));
        System.arraycopy(groupSquares, from - low, boxes, from, to - from);
        return from;
    }

    private double[] groupSquares = new double[64];

    private double[] groupSquares(int n) {
        if (groupSquares.length < n) {
            groupSquares = new double[n];
        }
        return groupSquares;
    }

    /** The best of the middles of the most promising cells. */
    private Pilot pilot() {
        double nearest = Arrays.stream(compositionBound).min().orElseThrow();
        double bestBound = Double.POSITIVE_INFINITY;
        int best = 0;
        int perComposition = cells.ages() * cells.stretches();
        for (int c = 0; c < compositionBound.length; c++) {
            if (compositionBound[c] <= nearest + GUESS) {
                int from = measureBoxes(c / cells.alphas(), c % cells.alphas());
                for (int n = from; n < from + perComposition; n++) {
                    double bound = boxes[n] + compositionBound[c];
                    if (bound < bestBound) {
                        bestBound = bound;
                        best = n;
                    }
                }
            }
        }
        int composition = best / perComposition;
        int i = composition / cells.alphas();
        int j = composition % cells.alphas();
        int k = best % perComposition / cells.stretches();
        int s = best % cells.stretches();
        double u = share(cells.grid().feH(), i, iron);
        double v = share(cells.grid().alphaFe(), j, alpha);
        double square = compositionBound[composition];
        Pilot pilot = new Pilot(Double.POSITIVE_INFINITY, i, j, k, s, 0);
        for (double share : new double[] {0, 0.5, 1}) {
            items = 0;
            add(i, j, k, s, u, v, share, 1, square);
            project();
            for (int p = 0; p < POINTS - 1; p++) {
                double own = -2 * exponent[p] + beyond(p);
                if (own + square < pilot.square) {
                    pilot = new Pilot(own + square, i, j, k, s, p);
                }
            }
        }
        return pilot;
    }

    /** What the ends of a piece add to the squared distance from its line. */
    private double beyond(int p) {
        double before = Math.max(lower[p], 0);
        double behind = Math.max(-upper[p], 0);
        return before * before + behind * behind;
    }

    /** Where in an interval of an axis a measured value lies, or its nearest end; the middle where nothing is measured. */
    private static double share(double[] axis, int i, double value) {
        if (axis.length == 1) {
            return 0;
        }
        return Double.isNaN(value) ? 0.5 : Math.min(Math.max((value - axis[i]) / (axis[i + 1] - axis[i]), 0), 1);
    }

    /** Sums over compositions at ages, set closer where it matters. */
    private void measure(Pilot pilot) {
        for (int c = 0; c < compositionBound.length; c++) {
            if (compositionBound[c] <= reach) {
                measureBoxes(c / cells.alphas(), c % cells.alphas());
            }
        }
        double[] feH = cells.grid().feH();
        double[] alphaFe = cells.grid().alphaFe();
        double perIron = change(pilot, Axis.IRON);
        double perAlpha = change(pilot, Axis.ALPHA);
        irons = Double.isNaN(iron)
                ? CompositionLattice.over(feH, 1 / perIron)
                : CompositionLattice.about(
                        feH, iron, ironError, 1 / Math.hypot(1 / ironError, perIron), reach - reference + GUESS);
        alphas = Double.isNaN(alpha)
                ? CompositionLattice.over(alphaFe, 1 / perAlpha)
                : CompositionLattice.about(
                        alphaFe,
                        alpha,
                        alphaError,
                        1 / Math.hypot(1 / alphaError, perAlpha),
                        reach - reference + GUESS);
        nodes.begin(cells.grid().agesGyr(), k -> matters(k), change(pilot, Axis.AGE));
        nodes.refine(this::at);
    }

    private enum Axis {
        IRON,
        ALPHA,
        AGE
    }

    /** By how many errors the nearest curve moves to its side where an axis changes by one (dex, or 1 of ln age). */
    private double change(Pilot at, Axis axis) {
        double[] feH = cells.grid().feH();
        double[] alphaFe = cells.grid().alphaFe();
        double step = switch (axis) {
            case IRON -> feH.length == 1 ? 0 : feH[at.iron + 1] - feH[at.iron];
            case ALPHA -> alphaFe.length == 1 ? 0 : alphaFe[at.alpha + 1] - alphaFe[at.alpha];
            case AGE -> axisLnAge[at.age + 1] - axisLnAge[at.age];
        };
        if (step == 0) {
            return Double.MIN_NORMAL;
        }
        int n = cells.grid().number(at.iron, at.alpha, at.age);
        int other = cells.grid()
                .number(
                        at.iron + (axis == Axis.IRON ? 1 : 0),
                        at.alpha + (axis == Axis.ALPHA ? 1 : 0),
                        at.age + (axis == Axis.AGE ? 1 : 0));
        double least = Double.POSITIVE_INFINITY;
        int from = cells.offset(n, at.stretch) + at.point;
        for (int s = 0; s < cells.stretches(); s++) {
            for (int p = 0; p < POINTS - 1; p++) {
                least = Math.min(least, distance(from, cells.offset(other, s) + p));
            }
        }
        // Next to a hole of the grid nothing is known: the star's own errors set the steps.
        return Double.isInfinite(least) ? Double.MIN_NORMAL : Math.max(Math.sqrt(least) / step, Double.MIN_NORMAL);
    }

    /** Squared distance of a point from a piece, in errors; infinite where one of them is missing. */
    private double distance(int point, int piece) {
        double[] values = cells.values();
        double square = 0;
        double along = 0;
        double length = 0;
        for (int d = 0; d < cells.dims(); d++) {
            double begin = values[piece + d * POINTS];
            double away = (values[point + d * POINTS] - begin) * curve.inverseErrors()[d];
            double step = (values[piece + d * POINTS + 1] - begin) * curve.inverseErrors()[d];
            square += away * away;
            along += away * step;
            length += step * step;
        }
        if (Double.isNaN(square + along + length)) {
            return Double.POSITIVE_INFINITY;
        }
        double place = length > 0 ? Math.min(Math.max(along / length, 0), 1) : 0;
        return Math.max(square - place * (2 * along - place * length), 0);
    }

    /** Whether an interval of ages has a cell within reach. */
    private boolean matters(int age) {
        for (int c = 0; c < compositionBound.length; c++) {
            if (compositionBound[c] <= reach) {
                int from = cells.cell(c / cells.alphas(), c % cells.alphas(), age, 0);
                for (int n = from; n < from + cells.stretches(); n++) {
                    if (boxes[n] + compositionBound[c] <= reach) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /**
     * The density at an age of the interval of ages k, and the moments of what is told.
     *
     * @param moments receives the mean and the mean square of each, times the density
     */
    private double at(double ageGyr, int k, double[] moments) {
        items = 0;
        double share = (Math.log(ageGyr) - axisLnAge[k]) / (axisLnAge[k + 1] - axisLnAge[k]);
        for (int m = 0; m < irons.size; m++) {
            for (int n = 0; n < alphas.size; n++) {
                double square = irons.square[m] + alphas.square[n];
                double weight = irons.weight[m] * alphas.weight[n];
                if (square <= reach && weight > 0) {
                    int from = cells.cell(irons.interval[m], alphas.interval[n], k, 0);
                    for (int s = 0; s < cells.stretches(); s++) {
                        if (boxes[from + s] + square <= reach) {
                            add(
                                    irons.interval[m],
                                    alphas.interval[n],
                                    k,
                                    s,
                                    irons.share[m],
                                    alphas.share[n],
                                    share,
                                    weight,
                                    square);
                        }
                    }
                }
            }
        }
        Arrays.fill(moments, 0);
        if (items == 0) {
            return 0;
        }
        project();
        return sum(moments);
    }

    private void add(int i, int j, int k, int s, double u, double v, double share, double weight, double square) {
        int corners = 0;
        for (int c = 0; c < 8; c++) {
            double w =
                    ((c & 1) == 0 ? 1 - u : u) * ((c >> 1 & 1) == 0 ? 1 - v : v) * ((c >> 2) == 0 ? 1 - share : share);
            if (w != 0) {
                offsets[corners] = cells.offset(cells.grid().number(i + (c & 1), j + (c >> 1 & 1), k + (c >> 2)), s);
                weights[corners] = w;
                corners++;
            }
        }
        int length = cells.rows() * POINTS;
        makeRoom();
        integrals.mix(corners, offsets, weights, cells.values(), length, curves, items * length);
        itemWeight[items] = weight;
        itemSquare[items] = square;
        items++;
    }

    private void makeRoom() {
        if (items == itemWeight.length) {
            int most = Math.max(16, 2 * items);
            itemWeight = Arrays.copyOf(itemWeight, most);
            itemSquare = Arrays.copyOf(itemSquare, most);
            curves = Arrays.copyOf(curves, most * cells.rows() * POINTS + POINTS);
            exponent = new double[most * POINTS];
            across = new double[most * POINTS];
            lower = new double[most * POINTS];
            upper = new double[most * POINTS];
            lowerDensity = new double[most * POINTS];
            upperDensity = new double[most * POINTS];
            lowerTail = new double[most * POINTS];
            upperTail = new double[most * POINTS];
            means = new double[most * POINTS];
        }
    }

    private void project() {
        integrals.project(items, cells.rows(), curves, curve, exponent, lower, upper);
    }

    private double sum(double[] moments) {
        int n = items * POINTS;
        for (int item = 0; item < items; item++) {
            double shift = -0.5 * (itemSquare[item] - reference);
            for (int p = item * POINTS; p < (item + 1) * POINTS; p++) {
                double square = itemSquare[item] - 2 * exponent[p] + beyond(p);
                if (p % POINTS != POINTS - 1 && square < leastSquare) {
                    leastSquare = square;
                }
                exponent[p] = Math.min(Math.max(exponent[p] + shift, NOTHING), MOST);
            }
        }
        math.exponentials(n, exponent, across);
        tails.of(n, lower, lowerDensity, lowerTail);
        tails.of(n, upper, upperDensity, upperTail);
        integrals.means(n, across, lower, upper, lowerTail, upperTail, means);
        double all = 0;
        for (int item = 0; item < items; item++) {
            int births = (item * cells.rows() + cells.dims()) * POINTS;
            double own = 0;
            for (int p = 0; p < POINTS - 1; p++) {
                own += curves[births + p] * means[item * POINTS + p];
            }
            all += own * itemWeight[item];
            double least = own * itemWeight[item] > NEGLIGIBLE * all ? NEGLIGIBLE * own : Double.POSITIVE_INFINITY;
            Arrays.fill(told, 0);
            for (int p = 0; p < POINTS - 1; p++) {
                double mass = curves[births + p] * means[item * POINTS + p];
                if (mass > least) {
                    locate(item * POINTS + p);
                    tell(mass, births + POINTS + p);
                }
            }
            for (int t = 0; t < told.length; t++) {
                moments[t] += told[t] * itemWeight[item];
            }
        }
        return all;
    }

    /** Finds mean and variance of the star's place on piece n, from 0 to 1: those of a normal distribution between its ends. */
    private void locate(int n) {
        double length = upper[n] - lower[n];
        double between = means[n] * length / (across[n] * CurveIntegrals.ROOT_TWO_PI);
        if (!(length > SHORT) || !(between > 0)) {
            // As likely anywhere on it.
            place = 0.5;
            variance = 1.0 / 12;
            return;
        }
        double mean = (lowerDensity[n] - upperDensity[n]) / between;
        double spread = 1 + (lower[n] * lowerDensity[n] - upper[n] * upperDensity[n]) / between - mean * mean;
        place = Math.min(Math.max((mean - lower[n]) / length, 0), 1);
        variance = Math.min(Math.max(spread / (length * length), 0), 0.25);
    }

    /** Adds the quantities at the place between two points to the sums. */
    private void tell(double mass, int point) {
        for (int t = 0; t < cells.told(); t++) {
            int at = point + t * POINTS;
            double step = curves[at + 1] - curves[at];
            double value = curves[at] + place * step;
            told[2 * t] += mass * value;
            told[2 * t + 1] += mass * (value * value + variance * step * step);
        }
    }
}
