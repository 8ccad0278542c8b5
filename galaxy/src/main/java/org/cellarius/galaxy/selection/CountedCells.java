package org.cellarius.galaxy.selection;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.cellarius.galaxy.column.StarStatus;

/**
 * The share k of n stars that a subsample takes in cells of sky, magnitude and colour (Castro-Ginard et al. 2023, 2023A&amp;A...677A..37C): mean and variance of the Beta distribution that a
 * flat prior gives. Cells in which no star was counted cover nothing. Asks for the numbers of its axes.
 */
public final class CountedCells implements SelectionPart {

    /**
     * Bins along a magnitude or a colour: [from + i step, from + (i + 1) step).
     *
     * @param from lower edge of the first
     * @param to where counting ends: the end of the last bin, or within it
     */
    public record Axis(String name, double from, double to, double step) {

        private static final int MOST_BINS = 1_000_000;

        public Axis {
            if (!(step > 0) || !(to > from) || !((to - from) / step <= MOST_BINS)) {
                throw new IllegalArgumentException(
                        "bins of '" + name + "' from " + from + " to " + to + " in steps of " + step);
            }
        }

        /** How many: as many as begin before the end. */
        public int count() {
            return (int) Math.ceil((to - from) / step - 1e-9);
        }

        /** &minus;1 outside. */
        int bin(double value) {
            double at = Math.floor((value - from) / step);
            return at >= 0 && at < count() && value < to ? (int) at : -1;
        }
    }

    private static final int MOST_IN_ONE_DIRECTION = 1_000_000;

    /** A row of counts: the cell of the sky, the bins along the axes, n stars, k of them taken. */
    public record Row(int pixel, List<Integer> bins, long n, long k) {
        public Row {
            bins = List.copyOf(bins);
            if (k < 0 || k > n) {
                throw new IllegalArgumentException(k + " of " + n + " stars are taken");
            }
        }
    }

    private record Share(double mean, double variance) {
        static Share of(double n, double k) {
            double all = n + 2;
            return new Share((k + 1) / all, (k + 1) * (n - k + 1) / (all * all * (all + 1)));
        }
    }

    private final SkyPixels sky;
    private final List<Axis> axes;
    private final NavigableMap<Long, Share> cells = new TreeMap<>();

    /** From the rows of a table of counts. */
    public CountedCells(SkyPixels sky, List<Axis> axes, List<Row> rows) {
        this.sky = sky;
        this.axes = List.copyOf(axes);
        for (Row row : rows) {
            long cell = number(row);
            Share share = Share.of((double) row.n(), (double) row.k());
            if (row.n() > 0 && cells.put(cell, share) != null) {
                throw new IllegalArgumentException(
                        "two rows of counts are of the cell " + row.pixel() + " of the sky, bins " + row.bins());
            }
        }
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("no cell holds a star");
        }
    }

    private long number(Row row) {
        if (row.pixel() < 0 || row.pixel() >= sky.count() || row.bins().size() != axes.size()) {
            throw new IllegalArgumentException(
                    "there is no cell " + row.pixel() + " of the sky: it has " + sky.count());
        }
        long number = row.pixel();
        for (int a = 0; a < axes.size(); a++) {
            int bin = row.bins().get(a);
            if (bin < 0 || bin >= axes.get(a).count()) {
                throw new IllegalArgumentException("there is no bin " + bin + " of '"
                        + axes.get(a).name() + "', which has " + axes.get(a).count());
            }
            number = number * axes.get(a).count() + bin;
        }
        return number;
    }

    @Override
    public int asks() {
        return axes.size();
    }

    @Override
    public StarStatus of(double raDeg, double decDeg, double[][] star, int first, int row, double[] share) {
        long number = sky.of(raDeg, decDeg);
        boolean known = number >= 0;
        boolean inside = known;
        for (int a = 0; a < axes.size(); a++) {
            double value = star[first + a][row];
            known &= Double.isFinite(value);
            int bin = known ? axes.get(a).bin(value) : -1;
            inside &= bin >= 0;
            number = number * axes.get(a).count() + bin;
        }
        if (!known) {
            return StarStatus.SELECTION_UNKNOWN;
        }
        Optional<Share> counted = inside ? Optional.ofNullable(cells.get(number)) : Optional.empty();
        if (counted.isEmpty()) {
            return StarStatus.NOT_COVERED;
        }
        Share found = counted.get();
        share[0] = found.mean();
        share[1] = found.variance();
        return StarStatus.OK;
    }

    /** The bins of a direction, one after the other; NaN where nothing was counted. */
    private double[] bins(int pixel) {
        int bins = bins();
        double[] means = new double[bins];
        Arrays.fill(means, Double.NaN);
        for (Map.Entry<Long, Share> one :
                cells.subMap((long) pixel * bins, (pixel + 1L) * bins).entrySet()) {
            means[(int) (one.getKey() - (long) pixel * bins)] = one.getValue().mean();
        }
        return means;
    }

    /** In all axes. */
    private int bins() {
        long all = axes.stream().mapToLong(Axis::count).reduce(1, Math::multiplyExact);
        if (all > MOST_IN_ONE_DIRECTION) {
            throw new IllegalArgumentException("counts have " + all
                    + " cells of magnitudes and colours in one direction; a volume can be made of at most "
                    + MOST_IN_ONE_DIRECTION);
        }
        return (int) all;
    }

    @Override
    public Sightline towards(double raDeg, double decDeg) {
        int pixel = sky.of(raDeg, decDeg);
        if (pixel < 0) {
            return Sightline.NOTHING;
        }
        double[] means = bins(pixel);
        int n = axes.size();
        double[] from = axes.stream().mapToDouble(Axis::from).toArray();
        double[] to = axes.stream().mapToDouble(Axis::to).toArray();
        double[] step = axes.stream().mapToDouble(Axis::step).toArray();
        int[] counts = axes.stream().mapToInt(Axis::count).toArray();
        return (star, first) -> {
            int number = 0;
            for (int a = 0; a < n; a++) {
                double value = star[first + a];
                int bin = (int) ((value - from[a]) / step[a]);
                if (!(value >= from[a] && value < to[a]) || bin >= counts[a]) {
                    return 0;
                }
                number = number * counts[a] + bin;
            }
            return Double.isNaN(means[number]) ? 0 : means[number];
        };
    }
}
