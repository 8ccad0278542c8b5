package org.cellarius.galaxy.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.column.Partial;

/**
 * One pass over the stars on the way to exact quantiles per group.
 *
 * <p>Each group has windows [lo, hi] of values that still hold wanted ranks, at first the whole range. A pass counts a
 * histogram in every window, or, once few enough candidates are left, collects them. Values are put into bins by a
 * monotonic function, so the ranks below a bin are exact whatever the rounding of its edges. Columns of a pass: the value,
 * then the grouping's columns.
 *
 * <p>Use: {@code QuantilePass pass = QuantilePass.first(...)}; fold all stars; {@code pass.after(state)} gives the next
 * pass, or the finished {@link QuantilesByGroup}.
 */
public final class QuantilePass implements Partial<QuantilePass.State>, QuantileStep {

    /** Candidates that may be held in memory, over all groups: 32 MB. */
    private static final long COLLECT_AT_MOST = 4_000_000;
    /** Counters of a state, over all windows: 8 MB; several states are in memory at once, and each is merged. */
    private static final int COUNTERS = 1_000_000;

    /** A range of values in one group of which some ranks are wanted. */
    record Window(double lo, double hi, long below, long count) {
        boolean single() {
            return !(hi > lo);
        }
    }

    /** What a pass has counted; or, in a collecting pass, the candidates. */
    public static final class State {
        final long[] groupCounts;
        final long[][] counts;
        final double[][] lows;
        final double[][] highs;
        final double[][] candidates;
        final int[] collected;

        /** All quantiles, where they were selected in memory. */
        final Optional<QuantilesByGroup> found;

        private State(QuantilesByGroup found) {
            this.groupCounts = found.counts();
            this.counts = new long[0][];
            this.lows = new double[0][];
            this.highs = new double[0][];
            this.candidates = new double[0][];
            this.collected = new int[0];
            this.found = Optional.of(found);
        }

        State(int groups, int windows, int bins, boolean collecting) {
            groupCounts = new long[groups];
            counts = new long[collecting ? 0 : windows][bins];
            lows = new double[collecting ? 0 : windows][bins];
            highs = new double[collecting ? 0 : windows][bins];
            for (double[] low : lows) {
                Arrays.fill(low, Double.POSITIVE_INFINITY);
            }
            for (double[] high : highs) {
                Arrays.fill(high, Double.NEGATIVE_INFINITY);
            }
            found = Optional.empty();
            candidates = new double[collecting ? windows : 0][0];
            collected = new int[collecting ? windows : 0];
        }
    }

    private final Grouping grouping;
    private final double[] probabilities;
    private final boolean first;
    private final boolean collecting;
    private final int bins;
    private final long[] groupCounts;
    /** windows[g]: in rising order, not overlapping. */
    private final List<List<Window>> windows;

    /** firstWindow[g] &hellip; firstWindow[g + 1] &minus; 1: the numbers of group g's windows. */
    private final int[] firstWindow;

    /** The windows' ends by number: every star looks them up, so they are not left in the records. */
    private final double[] windowLow;

    private final double[] windowHigh;

    private QuantilePass(
            Grouping grouping, double[] probabilities, boolean first, long[] groupCounts, List<List<Window>> windows) {
        this.grouping = grouping;
        this.probabilities = probabilities;
        this.first = first;
        this.groupCounts = groupCounts;
        this.windows = windows;
        int total = windows.stream().mapToInt(List::size).sum();
        this.firstWindow = new int[windows.size() + 1];
        this.windowLow = new double[total];
        this.windowHigh = new double[total];
        long candidates = 0;
        int number = 0;
        for (int g = 0; g < windows.size(); g++) {
            firstWindow[g] = number;
            for (Window w : windows.get(g)) {
                windowLow[number] = w.lo();
                windowHigh[number] = w.hi();
                number++;
                candidates += w.single() ? 0 : w.count();
            }
        }
        firstWindow[windows.size()] = number;
        this.collecting = !first && candidates <= COLLECT_AT_MOST;
        this.bins = collecting ? 0 : Math.max(2, Math.min(1024, COUNTERS / 3 / Math.max(1, total)));
    }

    /**
     * The first pass.
     *
     * @param probabilities wanted quantiles, each in [0, 1]
     * @param min a lower bound of all values
     * @param max an upper bound of all values
     */
    public static QuantilePass first(Grouping grouping, double[] probabilities, double min, double max) {
        for (double p : probabilities) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("quantile " + p + ": it must lie in [0, 1]");
            }
        }
        int groups = grouping.groups();
        var windows = new ArrayList<List<Window>>(groups);
        for (int g = 0; g < groups; g++) {
            windows.add(List.of(new Window(min, max, 0, Long.MAX_VALUE / 2 / groups)));
        }
        return new QuantilePass(grouping, probabilities.clone(), true, new long[groups], windows);
    }

    @Override
    public int columns() {
        return 1 + grouping.columns();
    }

    @Override
    public State empty() {
        return new State(grouping.groups(), windowLow.length, bins, collecting);
    }

    @Override
    public Optional<OfAll<State>> ofAll() {
        return first
                ? Optional.of((rows, tasks) -> new State(GroupedSelection.of(grouping, probabilities, rows, tasks)))
                : Optional.empty();
    }

    @Override
    public State fold(State state, int rows, double[][] in) {
        int[] groups = grouping.groupsOf(in, 1, rows);
        for (int i = 0; i < rows; i++) {
            double v = in[0][i];
            int g = Double.isFinite(v) ? groups[i] : -1;
            if (g < 0) {
                continue;
            }
            state.groupCounts[g]++;
            for (int w = firstWindow[g]; w < firstWindow[g + 1]; w++) {
                if (v >= windowLow[w] && v <= windowHigh[w]) {
                    put(state, w, v);
                    break;
                }
            }
        }
        return state;
    }

    private void put(State state, int index, double v) {
        boolean single = !(windowHigh[index] > windowLow[index]);
        if (collecting) {
            if (single) {
                return;
            }
            int at = state.collected[index]++;
            if (at == state.candidates[index].length) {
                state.candidates[index] = Arrays.copyOf(state.candidates[index], Math.max(16, at + (at >> 1)));
            }
            state.candidates[index][at] = v;
        } else {
            int b = single ? 0 : bin(v, windowLow[index], windowHigh[index]);
            state.counts[index][b]++;
            state.lows[index][b] = Math.min(state.lows[index][b], v);
            state.highs[index][b] = Math.max(state.highs[index][b], v);
        }
    }

    private int bin(double v, double low, double high) {
        double t = (v - low) / (high - low);
        return Math.max(0, Math.min(bins - 1, (int) (t * bins)));
    }

    @Override
    public State merge(State left, State right) {
        for (int g = 0; g < left.groupCounts.length; g++) {
            left.groupCounts[g] += right.groupCounts[g];
        }
        for (int w = 0; w < left.counts.length; w++) {
            for (int b = 0; b < bins; b++) {
                left.counts[w][b] += right.counts[w][b];
                left.lows[w][b] = Math.min(left.lows[w][b], right.lows[w][b]);
                left.highs[w][b] = Math.max(left.highs[w][b], right.highs[w][b]);
            }
        }
        for (int w = 0; w < left.candidates.length; w++) {
            int n = left.collected[w];
            left.candidates[w] = Arrays.copyOf(left.candidates[w], n + right.collected[w]);
            System.arraycopy(right.candidates[w], 0, left.candidates[w], n, right.collected[w]);
            left.collected[w] = n + right.collected[w];
        }
        return left;
    }

    /** What follows when all stars have been folded into {@code state}. */
    public QuantileStep after(State state) {
        if (state.found.isPresent()) {
            return state.found.get();
        }
        if (collecting) {
            return finish(state);
        }
        long[] counts = first ? state.groupCounts : groupCounts;
        var next = new ArrayList<List<Window>>(windows.size());
        for (int g = 0; g < windows.size(); g++) {
            next.add(refine(state, g, counts[g]));
        }
        return new QuantilePass(grouping, probabilities, false, counts, next);
    }

    /** The bins that hold wanted ranks of group g, as windows from their true smallest to their true largest value. */
    private List<Window> refine(State state, int g, long n) {
        var found = new ArrayList<Window>();
        for (int k = 0; k < windows.get(g).size(); k++) {
            long below = windows.get(g).get(k).below();
            int index = firstWindow[g] + k;
            for (int b = 0; b < bins; b++) {
                long count = state.counts[index][b];
                if (count > 0 && holdsWantedRank(below, count, n)) {
                    found.add(new Window(state.lows[index][b], state.highs[index][b], below, count));
                }
                below += count;
            }
        }
        return found;
    }

    private boolean holdsWantedRank(long below, long count, long n) {
        for (double p : probabilities) {
            long k = (long) Math.floor((n - 1) * p);
            long next = Math.min(k + 1, n - 1);
            if ((k >= below && k < below + count) || (next >= below && next < below + count)) {
                return true;
            }
        }
        return false;
    }

    private QuantilesByGroup finish(State state) {
        double[][] result = new double[windows.size()][probabilities.length];
        for (int g = 0; g < windows.size(); g++) {
            List<Window> mine = windows.get(g);
            double[][] sorted = new double[mine.size()][];
            for (int k = 0; k < mine.size(); k++) {
                int index = firstWindow[g] + k;
                sorted[k] = Arrays.copyOf(state.candidates[index], state.collected[index]);
                Arrays.sort(sorted[k]);
            }
            long n = groupCounts[g];
            for (int q = 0; q < probabilities.length; q++) {
                double h = (n - 1) * probabilities[q];
                long rank = (long) Math.floor(h);
                result[g][q] = n == 0
                        ? Double.NaN
                        : Quantiles.between(
                                value(mine, sorted, rank), value(mine, sorted, Math.min(rank + 1, n - 1)), h - rank);
            }
        }
        return new QuantilesByGroup(groupCounts, probabilities, result);
    }

    private static double value(List<Window> windows, double[][] sorted, long rank) {
        for (int k = 0; k < windows.size(); k++) {
            Window w = windows.get(k);
            if (rank >= w.below() && rank < w.below() + w.count()) {
                return w.single() ? w.lo() : sorted[k][(int) (rank - w.below())];
            }
        }
        throw new IllegalStateException("rank " + rank + " was lost while quantiles were refined");
    }
}
