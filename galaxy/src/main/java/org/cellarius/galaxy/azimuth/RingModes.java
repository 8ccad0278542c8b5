package org.cellarius.galaxy.azimuth;

import java.util.Arrays;
import java.util.Optional;
import org.cellarius.galaxy.random.CounterRandom;

/**
 * Fourier modes of a quantity along a ring, by least squares of the stars. Where stars count differently the covariance is that of the sandwich, and chance is told by the &chi;&sup2; of all
 * modes with it.
 *
 * @param n stars
 * @param effective how many stars that count the same would tell as much
 * @param modes from m = 1 on
 * @param scatter standard deviation of the stars about the modes
 * @param pValue how often chance alone gives modes as strong, all of them together
 * @param permuted whether chance was tried by permutations; else the &chi;&sup2; distribution was taken
 */
public record RingModes(
        int n, double effective, java.util.List<Mode> modes, double scatter, double pValue, boolean permuted) {
    public RingModes {
        modes = java.util.List.copyOf(modes);
    }

    /** Of the mode that is told worst. */
    public double inflation() {
        return modes.stream().mapToDouble(this::inflation).max().orElse(1);
    }

    /**
     * The larger error of a mode's coefficients over that which a whole ring of as many stars, evenly spread, would give; large where the footprint hardly tells it from the
     * others.
     */
    public double inflation(Mode mode) {
        double whole = scatter * scatter * 2 / effective;
        return Math.sqrt(Math.max(mode.cosVariance(), mode.sinVariance()) / whole);
    }

    /**
     * A mode: cos m&beta; and sin m&beta; times their coefficients.
     *
     * @param m periods in a turn
     * @param cos coefficient of cos m&beta;, unit of the quantity
     * @param sin coefficient of sin m&beta;
     * @param cosVariance its variance
     * @param sinVariance likewise
     * @param covariance of both
     */
    public record Mode(int m, double cos, double sin, double cosVariance, double sinVariance, double covariance) {

        /** Half the difference between crest and trough; above zero by chance also where there is no mode. */
        public double amplitude() {
            return Math.hypot(cos, sin);
        }

        /** The amplitude without what noise adds to it on average. */
        public double amplitude(AmplitudeEstimator estimator) {
            double a2 = cos * cos + sin * sin;
            double across = (sin * sin * cosVariance + cos * cos * sinVariance - 2 * cos * sin * covariance) / a2;
            return estimator.of(amplitude(), across);
        }

        /** One sigma, of first order. */
        public double amplitudeError() {
            double a = amplitude();
            return Math.sqrt(
                    (cos * cos * cosVariance + sin * sin * sinVariance + 2 * cos * sin * covariance) / (a * a));
        }

        /** Azimuth of a crest, degrees, in [&minus;180/m, 180/m). */
        public double crestDeg() {
            return Math.toDegrees(Math.atan2(sin, cos)) / m;
        }

        /** One sigma, degrees, of first order. */
        public double crestErrorDeg() {
            double a2 = cos * cos + sin * sin;
            return Math.toDegrees(
                            Math.sqrt((sin * sin * cosVariance + cos * cos * sinVariance - 2 * cos * sin * covariance)
                                    / (a2 * a2)))
                    / m;
        }
    }

    /**
     * The modes of the stars of a ring.
     *
     * @param betaDeg azimuths, degrees
     * @param value the quantity
     * @param nuisance what else the quantity follows in the ring besides a constant, for example radius
     * @param highest m of the highest mode
     * @param permutations how often chance is tried (Freedman and Lane 1983, J. Bus. Econ. Stat. 1, 292: what is left beside constant and nuisance is shuffled); 0: the &chi;&sup2; distribution is taken
     * @return empty where the stars do not determine the modes: too few, or at too few azimuths
     */
    public static Optional<RingModes> of(
            double[] betaDeg,
            double[] value,
            double[][] nuisance,
            int highest,
            int permutations,
            CounterRandom random) {
        return of(betaDeg, value, nuisance, StarCounts.once(value.length), highest, permutations, random);
    }

    /** The same of stars that count differently. */
    public static Optional<RingModes> of(
            double[] betaDeg,
            double[] value,
            double[][] nuisance,
            StarCounts counts,
            int highest,
            int permutations,
            CounterRandom random) {
        if (highest < 1 || highest > 20) {
            throw new IllegalArgumentException("modes up to m = " + highest + ": from 1 to 20 can be fitted");
        }
        int n = value.length;
        int first = 1 + nuisance.length;
        int p = first + 2 * highest;
        if (n <= p) {
            return Optional.empty();
        }
        var columns = OrthonormalColumns.of(counts.times(design(betaDeg, nuisance, highest)));
        if (!columns.independent()) {
            return Optional.empty();
        }
        double[] scaled = counts.times(value);
        double[] along = columns.along(scaled);
        double[] reduced = columns.beside(scaled, along, first);
        double total = OrthonormalColumns.dot(reduced, reduced);
        double explained = 0;
        for (int k = first; k < p; k++) {
            explained += along[k] * along[k];
        }
        double variance = Math.max(0, total - explained) / Math.max(1, counts.effective() - p);
        double[] c = columns.coefficients(along);
        double[][] covariance = counts.unlike()
                ? columns.covariance(columns.beside(scaled, along, p))
                : times(columns.covariance(), variance);
        Mode[] modes = new Mode[highest];
        for (int m = 1; m <= highest; m++) {
            int k = first + 2 * (m - 1);
            modes[m - 1] =
                    new Mode(m, c[k], c[k + 1], covariance[k][k], covariance[k + 1][k + 1], covariance[k][k + 1]);
        }
        boolean permuted = permutations > 0 && !counts.unlike();
        double chance = permuted
                ? permuted(columns, reduced, total, explained, first, permutations, random)
                : chiSquaredTail(counts.unlike() ? chiSquared(c, covariance, first) : explained / variance, highest);
        return Optional.of(
                new RingModes(n, counts.effective(), Arrays.asList(modes), Math.sqrt(variance), chance, permuted));
    }

    private static double[][] times(double[][] matrix, double factor) {
        return Arrays.stream(matrix)
                .map(row -> Arrays.stream(row).map(v -> v * factor).toArray())
                .toArray(double[][]::new);
    }

    /** c<sup>T</sup> C<sup>&minus;1</sup> c of the coefficients from the first on, by Gauss's elimination. */
    private static double chiSquared(double[] c, double[][] covariance, int first) {
        int p = c.length - first;
        double[][] a = new double[p][p];
        double[] x = new double[p];
        for (int j = 0; j < p; j++) {
            x[j] = c[first + j];
            System.arraycopy(covariance[first + j], first, a[j], 0, p);
        }
        double sum = 0;
        for (int k = 0; k < p; k++) {
            // Each pivot is the variance of a coefficient given those before.
            sum += x[k] * x[k] / a[k][k];
            for (int j = k + 1; j < p; j++) {
                double factor = a[j][k] / a[k][k];
                for (int l = k; l < p; l++) {
                    a[j][l] -= factor * a[k][l];
                }
                x[j] -= factor * x[k];
            }
        }
        return sum;
    }

    private static double[][] design(double[] betaDeg, double[][] nuisance, int highest) {
        int n = betaDeg.length;
        double[][] a = new double[1 + nuisance.length + 2 * highest][];
        a[0] = new double[n];
        Arrays.fill(a[0], 1);
        for (int k = 0; k < nuisance.length; k++) {
            a[1 + k] = nuisance[k];
        }
        for (int m = 1; m <= highest; m++) {
            double[] cos = new double[n];
            double[] sin = new double[n];
            for (int i = 0; i < n; i++) {
                double angle = Math.toRadians(m * betaDeg[i]);
                cos[i] = Math.cos(angle);
                sin[i] = Math.sin(angle);
            }
            a[1 + nuisance.length + 2 * (m - 1)] = cos;
            a[2 + nuisance.length + 2 * (m - 1)] = sin;
        }
        return a;
    }

    private static double permuted(
            OrthonormalColumns columns,
            double[] reduced,
            double total,
            double explained,
            int first,
            int permutations,
            CounterRandom random) {
        double observed = explained / (total - explained);
        double[] shuffled = reduced.clone();
        int asStrong = 1;
        for (int round = 0; round < permutations; round++) {
            for (int i = shuffled.length - 1; i > 0; i--) {
                int j = (int) (random.uniform(i, round) * (i + 1));
                double kept = shuffled[i];
                shuffled[i] = shuffled[j];
                shuffled[j] = kept;
            }
            double[] along = columns.along(shuffled);
            double left = total;
            double modes = 0;
            for (int k = 0; k < along.length; k++) {
                left -= along[k] * along[k];
                modes += k >= first ? along[k] * along[k] : 0;
            }
            asStrong += modes / left >= observed ? 1 : 0;
        }
        return asStrong / (1.0 + permutations);
    }

    /** How often a &chi;&sup2; of 2 k degrees of freedom is larger: for an even number in closed form. */
    static double chiSquaredTail(double chi2, int k) {
        double half = 0.5 * chi2;
        double term = Math.exp(-half);
        double sum = term;
        for (int j = 1; j < k; j++) {
            term *= half / j;
            sum += term;
        }
        return Math.min(1, sum);
    }
}
