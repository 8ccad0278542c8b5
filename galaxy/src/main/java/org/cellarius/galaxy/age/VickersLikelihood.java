package org.cellarius.galaxy.age;

import java.util.Arrays;
import java.util.List;
import org.cellarius.galaxy.kernel.DrawMath;
import org.cellarius.galaxy.kernel.SegmentDistances;
import org.cellarius.galaxy.kernel.SegmentDistances.Measured;

/**
 * The likelihood of each age of a grid, as Vickers, Shen &amp; Li 2021 (2021ApJ...922..189V, section 2.1) describe it.
 *
 * <p>Of each piece of an isochrone the point nearest to the star counts, its &chi;&sup2; being that of all observables, [Fe/H] and [&alpha;/Fe] of birth among
 * them; exp(&minus;&chi;&sup2;/2) times the stars born on the piece is summed over pieces, then over compositions, each as likely as any other.
 *
 * <p>Blocks that cannot matter are left out: what is dropped is at most {@link #DROPPED} of what is summed, by the distances of their boxes. Grids of less than {@value
 * #WHOLE} blocks are summed whole.
 *
 * <p>Not for several threads at once.
 */
public final class VickersLikelihood {

    /** What may be left out, as a share of what is summed. */
    public static final double DROPPED = 1e-12;

    /** A grid of so few blocks is summed whole. */
    static final int WHOLE = 2048;

    /** Bounds are sorted into bins of one, in which they lie above the least square. */
    private static final int BINS = 256;

    private static final int BOXES = SegmentDistances.BOXES;

    /** How far from any point of an isochrone, in errors of one observable, the published ages stop looking. */
    private static final double TEN_ERRORS = 10;

    /** No exponent goes below it: e to it is nothing beside anything. */
    private static final double NOTHING = -690;

    private final IsochroneGrid grid;
    private final SegmentBlocks segments;
    private final List<AgeObservable> observables;
    private final double[] ages;
    private final boolean cut;
    private final double allBirths;

    private final SegmentDistances distances = SegmentDistances.best();
    private final DrawMath math = DrawMath.best();
    private final double[] compositionSquares;
    private final double[] likelihood;
    private int listed;
    private int[] which = new int[64];
    private double[] shift = new double[64];
    private double[] bounds = new double[64];
    private final double[] binned = new double[BINS];
    private double[] squares = new double[64 * SegmentDistances.BLOCK];
    private double[] factors = new double[64 * SegmentDistances.BLOCK];
    private final double[] boxes = new double[BOXES];
    private double[] groups = new double[64];
    private double leastSquare;

    private VickersLikelihood(
            IsochroneGrid grid, SegmentBlocks segments, List<AgeObservable> observables, boolean cut) {
        this.grid = grid;
        this.segments = segments;
        this.observables = List.copyOf(observables);
        this.cut = cut;
        ages = grid.agesGyr();
        compositionSquares = new double[grid.compositions().size()];
        likelihood = new double[ages.length];
        double births = 0;
        for (int b = 0; b < segments.blocks(); b++) {
            births += segments.births(b);
        }
        allBirths = births;
    }

    /**
     * The likelihood.
     *
     * @param cut whether pieces further than ten errors from the star in any observable are left out, as published; it makes ages of
     *     unusual stars depend on where the points of the grid lie
     */
    public static VickersLikelihood of(IsochroneGrid grid, List<AgeObservable> observables, boolean cut) {
        return new VickersLikelihood(
                grid, new SegmentBlocks(grid, AgeObservable.columns(observables)), observables, cut);
    }

    /** Another one on the same grid, for another thread. */
    public VickersLikelihood beside() {
        return new VickersLikelihood(grid, segments, observables, cut);
    }

    public List<AgeObservable> observables() {
        return observables;
    }

    public IsochroneGrid grid() {
        return grid;
    }

    /**
     * Measures a star.
     *
     * @param values one for each observable
     * @param errors their standard errors, positive
     */
    public void observe(double[] values, double[] errors) {
        Measured curve = measured(values, errors);
        if (segments.blocks() < WHOLE) {
            listed = 0;
            for (int c = 0; c < compositionSquares.length; c++) {
                for (int b = BOXES * segments.first(c); b < BOXES * segments.first(c + 1); b++) {
                    list(b, compositionSquares[c]);
                }
            }
        } else {
            listWhatMatters(curve);
        }
        sum(curve);
    }

    /** L of each age, relative to {@link #lnScale()}; valid until the next star. */
    public double[] likelihood() {
        return likelihood;
    }

    /** ln of what {@link #likelihood()} is to be multiplied with: likelihoods are densities without the factors 1/(&radic;(2&pi;)&sigma;). */
    public double lnScale() {
        return -0.5 * leastSquare;
    }

    /** Least &chi;&sup2; of all pieces. */
    public double leastSquare() {
        return leastSquare;
    }

    private Measured measured(double[] values, double[] errors) {
        Arrays.fill(compositionSquares, 0);
        double[] value = new double[values.length];
        double[] inverse = new double[values.length];
        int dims = 0;
        for (int k = 0; k < values.length; k++) {
            switch (observables.get(k)) {
                case AgeObservable.AlongCurve curve -> {
                    value[dims] = values[k];
                    inverse[dims] = 1 / errors[k];
                    dims++;
                }
                case AgeObservable.IronOfBirth iron -> {
                    for (int c = 0; c < compositionSquares.length; c++) {
                        compositionSquares[c] +=
                                square(grid.compositions().get(c).feH(), values[k], errors[k]);
                    }
                }
                case AgeObservable.AlphaOfBirth alpha -> {
                    for (int c = 0; c < compositionSquares.length; c++) {
                        compositionSquares[c] +=
                                square(grid.compositions().get(c).alphaFe(), values[k], errors[k]);
                    }
                }
            }
        }
        return new Measured(Arrays.copyOf(value, dims), Arrays.copyOf(inverse, dims));
    }

    private static double square(double model, double value, double error) {
        double away = (model - value) / error;
        return away * away;
    }

    /** Lists the blocks whose sum is not certainly below {@link #DROPPED} of all. */
    private void listWhatMatters(Measured curve) {
        int nearest = nearestOf(compositionSquares, compositionSquares.length);
        // A block of the nearest composition gives a sum that there is at least.
        int count = groups(nearest, curve);
        int best = nearestOf(groups, count);
        listed = 0;
        listGroup(segments.first(nearest) + best, compositionSquares[nearest], Double.MAX_VALUE, curve);
        sum(curve);
        double negligible = 0.5 * DROPPED * Arrays.stream(likelihood).sum();
        // All that is not listed sums to less than all births times exp(-reach/2).
        double reach = leastSquare + 2 * Math.log(allBirths / negligible);
        listed = 0;
        for (int c = 0; c < compositionSquares.length; c++) {
            double left = reach - compositionSquares[c];
            if (left >= 0) {
                int groupsOf = groups(c, curve);
                for (int g = 0; g < groupsOf; g++) {
                    if (groups[g] <= left) {
                        listGroup(segments.first(c) + g, compositionSquares[c], left, curve);
                    }
                }
            }
        }
        leaveOut(negligible);
    }

    /** Takes those blocks from the list that together sum to less than an amount, relative to the least square so far. */
    private void leaveOut(double amount) {
        Arrays.fill(binned, 0);
        for (int k = 0; k < listed; k++) {
            binned[bin(bounds[k])] += segments.births(which[k]);
        }
        int bin = BINS - 1;
        double dropped = binned[bin] * Math.exp(-0.5 * bin);
        while (bin > 0 && dropped <= amount) {
            bin--;
            dropped += binned[bin] * Math.exp(-0.5 * bin);
        }
        int kept = 0;
        for (int k = 0; k < listed; k++) {
            if (bin(bounds[k]) <= bin) {
                which[kept] = which[k];
                shift[kept] = shift[k];
                kept++;
            }
        }
        listed = kept;
    }

    /** By how much a bound exceeds the least square so far, in whole numbers downwards. */
    private int bin(double bound) {
        return (int) Math.min(Math.max(bound - leastSquare, 0), BINS - 1);
    }

    private void listGroup(int group, double square, double left, Measured curve) {
        boxes(group, curve);
        for (int b = 0; b < BOXES; b++) {
            if (boxes[b] <= left) {
                list(group * BOXES + b, square);
                bounds[listed - 1] = square + boxes[b];
            }
        }
    }

    private static int nearestOf(double[] distances, int n) {
        int nearest = 0;
        for (int k = 1; k < n; k++) {
            if (distances[k] < distances[nearest]) {
                nearest = k;
            }
        }
        return nearest;
    }

    /** Distances of the groups of a composition; their number. */
    private int groups(int composition, Measured curve) {
        int from = segments.first(composition);
        int to = segments.first(composition + 1);
        if (groups.length < to - from) {
            groups = new double[to - from];
        }
        distances.boxes(segments.lowestOfGroup(), segments.highestOfGroup(), from, to, curve, groups);
        return to - from;
    }

    /** Distances of the boxes of a group. */
    private void boxes(int group, Measured curve) {
        distances.boxes(segments.lowest(), segments.highest(), group * BOXES, (group + 1) * BOXES, curve, boxes);
    }

    private void list(int block, double square) {
        if (listed == which.length) {
            which = Arrays.copyOf(which, 2 * listed);
            shift = Arrays.copyOf(shift, 2 * listed);
            bounds = Arrays.copyOf(bounds, 2 * listed);
            squares = new double[2 * listed * SegmentDistances.BLOCK];
            factors = new double[2 * listed * SegmentDistances.BLOCK];
        }
        which[listed] = block;
        shift[listed] = square;
        listed++;
    }

    /** Sums the listed blocks. */
    private void sum(Measured curve) {
        int n = listed * SegmentDistances.BLOCK;
        distances.nearest(listed, which, segments.points(), curve, squares);
        if (cut) {
            leaveOutDistant(curve);
        }
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < listed; k++) {
            double s = shift[k];
            for (int i = k * SegmentDistances.BLOCK; i < (k + 1) * SegmentDistances.BLOCK; i++) {
                squares[i] += s;
                least = Math.min(least, squares[i]);
            }
        }
        leastSquare = least;
        Arrays.fill(likelihood, 0);
        if (least == Double.POSITIVE_INFINITY) {
            return;
        }
        for (int i = 0; i < n; i++) {
            squares[i] = Math.max(-0.5 * (squares[i] - least), NOTHING);
        }
        math.exponentials(n, squares, factors);
        double[] births = segments.births();
        for (int k = 0; k < listed; k++) {
            int from = which[k] * SegmentDistances.BLOCK;
            double total = 0;
            for (int i = 0; i < SegmentDistances.BLOCK; i++) {
                total += factors[k * SegmentDistances.BLOCK + i] * births[from + i];
            }
            likelihood[segments.age(which[k])] += total;
        }
    }

    /** Pieces whose nearest point is further than ten errors in any observable count as infinitely far. */
    private void leaveOutDistant(Measured curve) {
        int dims = curve.values().length;
        double[] points = segments.points();
        for (int k = 0; k < listed; k++) {
            boolean distant = shift[k] > TEN_ERRORS * TEN_ERRORS;
            for (int i = 0; i < SegmentDistances.BLOCK; i++) {
                int base = which[k] * dims * SegmentDistances.POINTS + i;
                if (distant || furthest(curve, points, base) > TEN_ERRORS) {
                    squares[k * SegmentDistances.BLOCK + i] = Double.POSITIVE_INFINITY;
                }
            }
        }
    }

    private static double furthest(Measured star, double[] points, int base) {
        double along = 0;
        double length = 0;
        for (int d = 0; d < star.values().length; d++) {
            int at = base + d * SegmentDistances.POINTS;
            double step = (points[at + 1] - points[at]) * star.inverseErrors()[d];
            along += (points[at] - star.values()[d]) * star.inverseErrors()[d] * step;
            length += step * step;
        }
        double t = Math.min(Math.max(-along / Math.max(length, Double.MIN_NORMAL), 0), 1);
        double most = 0;
        for (int d = 0; d < star.values().length; d++) {
            int at = base + d * SegmentDistances.POINTS;
            most = Math.max(
                    most,
                    Math.abs(points[at] + t * (points[at + 1] - points[at]) - star.values()[d])
                            * star.inverseErrors()[d]);
        }
        return most;
    }
}
