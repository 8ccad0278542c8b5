package org.cellarius.galaxy.population;

import java.util.Arrays;
import org.cellarius.galaxy.random.CounterRandom;

/**
 * Standard errors of mean, spread, shape, modes and quantiles by the Poisson bootstrap: in each draw every star counts as often as a Poisson number
 * of mean 1 says (Hanley &amp; MacGibbon 2006; Chamandy et al. 2012), so that the counts of fine cells are Poisson numbers of their means; of weighted stars scaled ones
 * ({@link BinWeights}). The cost does not grow with the number of stars.
 *
 * @param draws how many
 * @param seed of the draws
 */
public record ShapeBootstrap(int draws, long seed) {

    /** Cells at least so fine, in standard deviations, and in bandwidths: the errors then differ by less than a per cent from those of single stars. */
    private static final double PER_DEVIATION = 40;

    private static final double PER_BANDWIDTH = 8;

    private static final double REACH = 4;

    public ShapeBootstrap {
        if (draws < 2) {
            throw new IllegalArgumentException("a bootstrap needs at least two draws, not " + draws);
        }
    }

    /** The error of each statistic, in its own unit; NaN where there is none. */
    public record Errors(
            double mean,
            double standardDeviation,
            double skewness,
            double excessKurtosis,
            double modeOfKernels,
            double modeOfBins,
            double[] quantiles) {}

    /** How many cells a bin is cut into, so that they are fine enough. */
    public static int cellsPerBin(double width, double standardDeviation, double bandwidth) {
        double finest = Math.min(standardDeviation / PER_DEVIATION, bandwidth / PER_BANDWIDTH);
        return finest > 0 ? (int) Math.clamp(Math.ceil(width / finest), 1, 10_000) : 1;
    }

    /**
     * The errors of one sample.
     *
     * @param cells what its stars count in the cells
     * @param group whose cells
     * @param lo lower edge of the first cell
     * @param width width of a cell
     * @param perBin so many cells are a bin
     * @param bandwidth of the kernels, as of the sample itself
     * @param sample number of the sample: samples draw independently
     */
    public Errors errors(
            BinWeights cells,
            int group,
            double lo,
            double width,
            int perBin,
            double bandwidth,
            double[] probabilities,
            long sample) {
        double[] sums = cells.sums()[group];
        int first = 0;
        int last = sums.length - 1;
        while (first < last && sums[first] == 0) {
            first++;
        }
        while (last > first && sums[last] == 0) {
            last--;
        }
        // Of stars that count the same a cell of n stars is drawn as a Poisson number of mean n, and each counts one.
        double[] means = new double[last - first + 1];
        double[] scales = new double[means.length];
        double weight = 0;
        double squares = 0;
        for (int k = 0; k < means.length; k++) {
            means[k] = cells.effective(group, first + k);
            scales[k] = cells.scale(group, first + k);
            weight += sums[first + k];
            squares += cells.squares()[group][first + k];
        }
        double one = weight == 0 ? 1 : squares / weight;
        var random = new CounterRandom(seed).forPurpose("shape bootstrap " + sample);
        var spreads = new Spread[6 + probabilities.length];
        Arrays.setAll(spreads, k -> new Spread());
        var kernel = kernel(bandwidth / width);
        double[] drawn = new double[last - first + 1];
        for (int draw = 0; draw < draws; draw++) {
            double all = 0;
            for (int k = 0; k < drawn.length; k++) {
                drawn[k] = means[k] == 0 ? 0 : scales[k] * random.poisson(means[k], k, draw);
                all += drawn[k];
            }
            if (all >= 2 * one) {
                add(spreads, drawn, all, one, lo + first * width, width, first, perBin, kernel, probabilities);
            }
        }
        double[] quantiles = new double[probabilities.length];
        Arrays.setAll(quantiles, k -> spreads[6 + k].deviation());
        return new Errors(
                spreads[0].deviation(),
                spreads[1].deviation(),
                spreads[2].deviation(),
                spreads[3].deviation(),
                bandwidth > 0 ? spreads[4].deviation() : 0,
                spreads[5].deviation(),
                quantiles);
    }

    private static void add(
            Spread[] spreads,
            double[] drawn,
            double all,
            double one,
            double lo,
            double width,
            int first,
            int perBin,
            double[] kernel,
            double[] probabilities) {
        double mean = 0;
        for (int k = 0; k < drawn.length; k++) {
            mean += drawn[k] * (k + 0.5);
        }
        mean /= all;
        double m2 = 0;
        double m3 = 0;
        double m4 = 0;
        for (int k = 0; k < drawn.length; k++) {
            double d = k + 0.5 - mean;
            double square = drawn[k] * d * d;
            m2 += square;
            m3 += square * d;
            m4 += square * d * d;
        }
        spreads[0].add(lo + mean * width);
        spreads[1].add(Math.sqrt(m2 / (all - one)) * width);
        if (m2 > 0) {
            spreads[2].add(Math.sqrt(all) * m3 / Math.pow(m2, 1.5));
            spreads[3].add(all * m4 / (m2 * m2) - 3);
        }
        spreads[4].add(lo + peak(drawn, kernel) * width);
        spreads[5].add(lo - first * width + (fullest(drawn, first, perBin) + 0.5) * perBin * width);
        double below = 0;
        int k = 0;
        // Probabilities rise, and so do their places.
        for (int p = 0; p < probabilities.length; p++) {
            double wanted = probabilities[p] * all;
            while (k < drawn.length - 1 && below + drawn[k] < wanted) {
                below += drawn[k++];
            }
            spreads[6 + p].add(lo + (k + (drawn[k] > 0 ? (wanted - below) / drawn[k] : 0.5)) * width);
        }
    }

    /** Number of the fullest bin; cells are counted from {@code first} on. */
    private static int fullest(double[] drawn, int first, int perBin) {
        double most = -1;
        int best = 0;
        int k = 0;
        while (k < drawn.length) {
            int bin = (first + k) / perBin;
            int end = Math.min(drawn.length, (bin + 1) * perBin - first);
            double sum = 0;
            for (; k < end; k++) {
                sum += drawn[k];
            }
            if (sum > most) {
                most = sum;
                best = bin;
            }
        }
        return best;
    }

    /** Where the density estimate is highest, in cells from the lower edge of the first. */
    private static double peak(double[] drawn, double[] kernel) {
        int reach = kernel.length / 2;
        double[] density = new double[drawn.length];
        for (int k = 0; k < drawn.length; k++) {
            if (drawn[k] > 0) {
                int to = Math.min(drawn.length - 1, k + reach);
                for (int j = Math.max(0, k - reach); j <= to; j++) {
                    density[j] += drawn[k] * kernel[j - k + reach];
                }
            }
        }
        int best = 0;
        for (int k = 1; k < density.length; k++) {
            best = density[k] > density[best] ? k : best;
        }
        if (best == 0 || best == density.length - 1) {
            return best + 0.5;
        }
        double left = density[best - 1];
        double right = density[best + 1];
        double bend = left - 2 * density[best] + right;
        return best + 0.5 + (bend < 0 ? 0.5 * (left - right) / bend : 0);
    }

    private static double[] kernel(double bandwidthInCells) {
        int reach = (int) Math.ceil(REACH * bandwidthInCells);
        double[] kernel = new double[2 * reach + 1];
        Arrays.setAll(
                kernel, k -> bandwidthInCells > 0 ? Math.exp(-0.5 * Math.pow((k - reach) / bandwidthInCells, 2)) : 1);
        return kernel;
    }

    /** Mean and scatter of what the draws gave. */
    private static final class Spread {
        private int n;
        private double mean;
        private double m2;

        void add(double value) {
            n++;
            double d = value - mean;
            mean += d / n;
            m2 += d * (value - mean);
        }

        double deviation() {
            return n < 2 ? Double.NaN : Math.sqrt(m2 / (n - 1));
        }
    }
}
