package org.cellarius.galaxy.profile;

import java.util.Arrays;
import java.util.function.Consumer;
import org.cellarius.galaxy.population.Moments;
import org.cellarius.galaxy.population.Quantiles;
import org.cellarius.galaxy.population.WeightedQuantiles;
import org.cellarius.galaxy.population.Weighting;

/** Running median over stars that arrive sorted by x; holds one window of stars, whatever the size of the sample. */
public final class RunningMedian {

    private static final int FIRST_ROOM = 1024;
    private static final double[] QUARTILES = {0.25, 0.5, 0.75};
    private static final double[] MEDIAN = {0.5};

    private final int window;
    private final int step;
    private double[] x;
    private double[] y;
    private final Weighting weighting;

    /** Empty where every star counts the same. */
    private double[] weight;

    /** Of the window before, sorted. */
    private double[] laterHalf = {};

    private final Consumer<RunningWindow> windows;
    private int held;
    private long first;
    private double last = Double.NEGATIVE_INFINITY;

    /**
     * @param window number of stars N in a window, at least 2
     * @param overlap fraction of a window shared with the next, in [0, 1)
     * @param windows receives each complete window
     */
    public RunningMedian(int window, double overlap, Consumer<RunningWindow> windows) {
        this(window, overlap, Weighting.EQUAL, windows);
    }

    /** The same; a window of weighted stars holds as many of them, whatever they count. */
    public RunningMedian(int window, double overlap, Weighting weighting, Consumer<RunningWindow> windows) {
        if (window < 2) {
            throw new IllegalArgumentException("a running window of " + window + " stars: at least 2 are needed");
        }
        if (!(overlap >= 0 && overlap < 1)) {
            throw new IllegalArgumentException("an overlap of " + overlap + ": it must lie in [0, 1)");
        }
        this.window = window;
        this.step = step(window, overlap);
        this.x = new double[Math.min(window, FIRST_ROOM)];
        this.y = new double[Math.min(window, FIRST_ROOM)];
        this.weighting = weighting;
        this.weight = new double[weighting == Weighting.BY_STAR ? x.length : 0];
        this.windows = windows;
    }

    /** Stars from one window's first to the next one's. */
    public static int step(int window, double overlap) {
        return Math.max(1, (int) Math.rint(window * (1 - overlap)));
    }

    /** The next star; x must not fall. */
    public void add(double nextX, double nextY) {
        add(nextX, nextY, 1);
    }

    /** The next star, which counts as its weight says. */
    public void add(double nextX, double nextY, double nextWeight) {
        if (!(nextX >= last)) {
            throw new IllegalArgumentException("stars must come sorted: " + nextX + " follows " + last);
        }
        last = nextX;
        boolean weighted = weighting == Weighting.BY_STAR;
        if (held == x.length) {
            // A window larger than the sample must not cost more than the sample.
            int room = (int) Math.min(window, 2L * held);
            x = Arrays.copyOf(x, room);
            y = Arrays.copyOf(y, room);
            weight = weighted ? Arrays.copyOf(weight, room) : weight;
        }
        x[held] = nextX;
        y[held] = nextY;
        if (weighted) {
            weight[held] = nextWeight;
        }
        held++;
        if (held == window) {
            windows.accept(weighted ? ofWeighted() : ofEqual());
            System.arraycopy(x, step, x, 0, window - step);
            System.arraycopy(y, step, y, 0, window - step);
            if (weighted) {
                System.arraycopy(weight, step, weight, 0, window - step);
            }
            held = window - step;
            first += step;
        }
    }

    private RunningWindow ofWeighted() {
        Moments quantity = Moments.of(y, weight, window);
        double[] sorted = y.clone();
        double[] own = weight.clone();
        WeightedQuantiles.sort(sorted, own, 0, window - 1);
        double[] quartiles = WeightedQuantiles.ofSorted(sorted, own, QUARTILES);
        return new RunningWindow(
                first,
                WeightedQuantiles.ofSorted(x, weight, MEDIAN)[0],
                Moments.of(x, weight, window).mean(),
                quartiles[1],
                quantity.mean(),
                quantity.standardDeviation(),
                quartiles[0],
                quartiles[2],
                quantity.effective());
    }

    private RunningWindow ofEqual() {
        double[] sorted = sorted();
        Moments quantity = Moments.of(y, window);
        return new RunningWindow(
                first,
                Quantiles.ofSorted(x, 0.5),
                Moments.of(x, window).mean(),
                Quantiles.ofSorted(sorted, 0.5),
                quantity.mean(),
                quantity.standardDeviation(),
                Quantiles.ofSorted(sorted, 0.25),
                Quantiles.ofSorted(sorted, 0.75),
                window);
    }

    /** The window's quantities in rising order. Where windows share half of their stars, each half is sorted once. */
    private double[] sorted() {
        if (window != 2 * step) {
            double[] all = y.clone();
            Arrays.sort(all);
            return all;
        }
        double[] earlier = first == 0 ? sorted(0) : laterHalf;
        laterHalf = sorted(step);
        return merged(earlier, laterHalf);
    }

    private double[] sorted(int from) {
        double[] half = Arrays.copyOfRange(y, from, from + step);
        Arrays.sort(half);
        return half;
    }

    private static double[] merged(double[] a, double[] b) {
        double[] all = new double[a.length + b.length];
        int i = 0;
        int j = 0;
        for (int k = 0; k < all.length; k++) {
            // As Arrays.sort does: -0 before 0.
            all[k] = j == b.length || (i < a.length && Double.compare(a[i], b[j]) <= 0) ? a[i++] : b[j++];
        }
        return all;
    }
}
