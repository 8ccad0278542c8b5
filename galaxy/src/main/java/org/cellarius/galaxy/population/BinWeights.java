package org.cellarius.galaxy.population;

/**
 * What stars in bins count, per group.
 *
 * @param sums &Sigma; w of each bin; the number of stars where they count the same
 * @param squares &Sigma; w&sup2;
 */
public record BinWeights(double[][] sums, double[][] squares) {

    /** Of stars that count the same. */
    public static BinWeights of(long[][] counts) {
        double[][] sums = new double[counts.length][];
        for (int g = 0; g < counts.length; g++) {
            sums[g] = new double[counts[g].length];
            for (int k = 0; k < counts[g].length; k++) {
                sums[g][k] = counts[g][k];
            }
        }
        return new BinWeights(sums, sums);
    }

    /**
     * A Poisson number of this mean, times {@link #scale}, has the mean and the variance of the bin's sum of weights (Bohm and Zech 2014, Nucl. Instrum. Meth. A 748, 1): the
     * number of stars where they count the same.
     */
    public double effective(int group, int bin) {
        double sum = sums[group][bin];
        return sum == 0 ? 0 : sum * sum / squares[group][bin];
    }

    /** Weight of one of the effective stars of a bin. */
    public double scale(int group, int bin) {
        double sum = sums[group][bin];
        return sum == 0 ? 1 : squares[group][bin] / sum;
    }
}
