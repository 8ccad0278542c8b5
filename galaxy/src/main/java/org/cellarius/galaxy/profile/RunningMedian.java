package org.cellarius.galaxy.profile;

import java.util.Arrays;
import java.util.function.Consumer;
import org.cellarius.galaxy.population.Moments;
import org.cellarius.galaxy.population.Quantiles;

/** Running median over stars that arrive sorted by x; holds one window of stars, whatever the size of the sample. */
public final class RunningMedian {

    private static final int FIRST_ROOM = 1024;

    private final int window;
    private final int step;
    private double[] x;
    private double[] y;

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
        this.windows = windows;
    }

    /** Stars from one window's first to the next one's. */
    public static int step(int window, double overlap) {
        return Math.max(1, (int) Math.rint(window * (1 - overlap)));
    }

    /** The next star; x must not fall. */
    public void add(double nextX, double nextY) {
        if (!(nextX >= last)) {
            throw new IllegalArgumentException("stars must come sorted: " + nextX + " follows " + last);
        }
        last = nextX;
        if (held == x.length) {
            // A window larger than the sample must not cost more than the sample.
            int room = (int) Math.min(window, 2L * held);
            x = Arrays.copyOf(x, room);
            y = Arrays.copyOf(y, room);
        }
        x[held] = nextX;
        y[held] = nextY;
        held++;
        if (held == window) {
            emit();
            System.arraycopy(x, step, x, 0, window - step);
            System.arraycopy(y, step, y, 0, window - step);
            held = window - step;
            first += step;
        }
    }

    private void emit() {
        double[] sorted = sorted();
        Moments quantity = Moments.of(y, window);
        windows.accept(new RunningWindow(
                first,
                Quantiles.ofSorted(x, 0.5),
                Moments.of(x, window).mean(),
                Quantiles.ofSorted(sorted, 0.5),
                quantity.mean(),
                quantity.standardDeviation(),
                Quantiles.ofSorted(sorted, 0.25),
                Quantiles.ofSorted(sorted, 0.75)));
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
