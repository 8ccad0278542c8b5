package org.cellarius.galaxy.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.cellarius.galaxy.column.Tasks;

/**
 * Running medians of many stars that arrive in blocks, sorted by x: those of a buffer are measured side by side, in parts that each begin with a window of their own. The same
 * windows as {@link RunningMedian} gives, bit for bit.
 */
public final class RunningMedians {

    private static final int BUFFER_STARS = 1 << 18;

    /** Fewer windows are not worth a part. */
    private static final int LEAST_WINDOWS = 128;

    private static final int MOST_PARTS = 16;

    private final int window;
    private final double overlap;
    private final int step;
    private final Tasks tasks;
    private final Consumer<RunningWindow> windows;
    private double[] x;
    private double[] y;
    private int held;

    /** Rank of the first star that is held. */
    private long first;

    /**
     * @param window number of stars N in a window, at least 2
     * @param overlap fraction of a window shared with the next, in [0, 1)
     * @param windows receives each complete window, in their order
     */
    public RunningMedians(int window, double overlap, Tasks tasks, Consumer<RunningWindow> windows) {
        // The running median checks its own numbers.
        new RunningMedian(window, overlap, w -> {});
        this.window = window;
        this.overlap = overlap;
        this.step = RunningMedian.step(window, overlap);
        this.tasks = tasks;
        this.windows = windows;
        this.x = new double[0];
        this.y = new double[0];
    }

    /** The next stars; x must not fall. */
    public void add(int rows, double[] nextX, double[] nextY) {
        if (held + rows > x.length) {
            measure();
            int room = Math.max(held + rows, Math.min(BUFFER_STARS, 2 * (held + rows)));
            x = Arrays.copyOf(x, Math.max(x.length, room));
            y = Arrays.copyOf(y, Math.max(y.length, room));
        }
        System.arraycopy(nextX, 0, x, held, rows);
        System.arraycopy(nextY, 0, y, held, rows);
        held += rows;
    }

    /** Measures the windows that are left; an incomplete one is dropped. */
    public void end() {
        measure();
    }

    private void measure() {
        int complete = held < window ? 0 : (held - window) / step + 1;
        if (complete == 0) {
            return;
        }
        int parts = Math.clamp(complete / LEAST_WINDOWS, 1, MOST_PARTS);
        List<List<RunningWindow>> found = new ArrayList<>();
        for (int p = 0; p < parts; p++) {
            found.add(new ArrayList<>());
        }
        tasks.each(parts, p -> {
            int from = (int) ((long) complete * p / parts);
            int to = (int) ((long) complete * (p + 1) / parts);
            int begin = from * step;
            var own = new RunningMedian(window, overlap, first + begin, found.get(p)::add);
            for (int i = begin; i < (to - 1) * step + window; i++) {
                own.add(x[i], y[i]);
            }
        });
        found.forEach(part -> part.forEach(windows));
        int done = complete * step;
        int left = held - done;
        System.arraycopy(x, held - left, x, 0, left);
        System.arraycopy(y, held - left, y, 0, left);
        first += done;
        held = left;
    }
}
