package org.cellarius.measure.product;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.galaxy.profile.RunningMedian;
import org.cellarius.galaxy.profile.RunningWindow;

/**
 * Running medians of a slice. Stars are sorted by the engine, which may spill; ties keep the table's order.
 *
 * @param stars how many have both quantities
 */
public record RunningWindows(List<RunningWindow> windows, long stars) {
    public RunningWindows {
        windows = List.copyOf(windows);
    }

    /** The windows along x of the stars of a slice: a pass over the sorted stars of its own. */
    public static RunningWindows of(Sample sample, Quantity x, Quantity y, int slice, int window, double overlap) {
        var own = new ArrayList<RunningWindow>();
        var running = new RunningMedian(window, overlap, sample.weighting(), own::add);
        boolean weighted = sample.weight().isPresent();
        long[] stars = {0};
        sample.of()
                .engine()
                .scan(
                        sample.sortedSlice(x, y, slice),
                        (rows, in) -> {
                            for (int i = 0; i < rows; i++) {
                                running.add(in[0][i], in[1][i], weighted ? in[2][i] : 1);
                            }
                            stars[0] += rows;
                        },
                        sample.of().progress());
        return new RunningWindows(own, stars[0]);
    }
}
