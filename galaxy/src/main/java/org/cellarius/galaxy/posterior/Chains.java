package org.cellarius.galaxy.posterior;

/**
 * Chains of equal length and what they tell of each other (Vehtari, Gelman, Simpson, Carpenter and B&uuml;rkner 2021, Bayesian Anal. 16,
 * 667, equations 1&ndash;10, without rank normalisation).
 *
 * @param draws chain, step, parameter
 */
public record Chains(double[][][] draws) {

    /** Chains agree below this split R-hat. */
    static final double MOST_R_HAT = 1.01;

    /** Fewer effective draws do not carry the 95 per cent interval. */
    static final double LEAST_ESS = 400;

    /** Potential scale reduction of the halves of all chains; 1 where they agree. */
    public double splitRHat(int parameter) {
        double[][] halves = halves(parameter);
        int n = halves[0].length;
        double within = 0;
        double[] means = new double[halves.length];
        for (int c = 0; c < halves.length; c++) {
            means[c] = mean(halves[c]);
            within += ownVariance(halves[c], means[c]) * n / (n - 1) / halves.length;
        }
        double between = variance(means);
        return within > 0
                ? Math.sqrt(((n - 1.0) / n * within + between) / within)
                : between > 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    }

    /** Effective number of independent draws for a mean, by Geyer's initial monotone sequence over all chains. */
    public double effectiveSize(int parameter) {
        double[][] halves = halves(parameter);
        int m = halves.length;
        int n = halves[0].length;
        double[] means = new double[m];
        double within = 0;
        for (int c = 0; c < m; c++) {
            means[c] = mean(halves[c]);
            within += ownVariance(halves[c], means[c]) * n / (n - 1) / m;
        }
        double whole = (n - 1.0) / n * within + variance(means);
        if (!(whole > 0)) {
            return Double.NaN;
        }
        var lags = new LaggedProducts(halves, means);
        double tau = -1;
        double before = Double.POSITIVE_INFINITY;
        for (int lag = 0; lag + 1 < n; lag += 2) {
            double pair = correlation(lags, n, within, whole, lag) + correlation(lags, n, within, whole, lag + 1);
            if (!(pair > 0)) {
                break;
            }
            before = Math.min(before, pair);
            tau += 2 * before;
        }
        double all = (double) m * n;
        return Math.min(all / Math.max(tau, 1 / Math.log10(all)), all * Math.log10(all));
    }

    private static double correlation(LaggedProducts lags, int n, double within, double whole, int lag) {
        if (lag == 0) {
            return 1;
        }
        double sum = 0;
        for (int c = 0; c < lags.chains(); c++) {
            sum += lags.covariance(c, lag) * n / (n - 1);
        }
        return 1 - (within - sum / lags.chains()) / whole;
    }

    /** Trust, by the worst parameter. */
    private static Marginals.Trust trust(double worstRHat, double leastEss) {
        return worstRHat < MOST_R_HAT && leastEss > LEAST_ESS
                ? Marginals.Trust.CONVERGED
                : Marginals.Trust.NOT_CONVERGED;
    }

    double worstRHat() {
        double worst = 0;
        for (int k = 0; k < draws[0][0].length; k++) {
            double r = splitRHat(k);
            worst = Double.isNaN(r) ? Double.POSITIVE_INFINITY : Math.max(worst, r);
        }
        return worst;
    }

    double leastEss() {
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < draws[0][0].length; k++) {
            double e = effectiveSize(k);
            least = Double.isNaN(e) ? 0 : Math.min(least, e);
        }
        return least;
    }

    /** All draws in one table. */
    WeightedDraws pooled() {
        int steps = draws[0].length;
        double[][] all = new double[draws.length * steps][];
        for (int c = 0; c < draws.length; c++) {
            System.arraycopy(draws[c], 0, all, c * steps, steps);
        }
        return WeightedDraws.equal(all);
    }

    Marginals marginals(String computation) {
        WeightedDraws all = pooled();
        double ess = leastEss();
        double rHat = worstRHat();
        return new Marginals(
                all.means(),
                all.covariance(),
                all.percentiles(),
                Double.NaN,
                ess,
                rHat,
                computation,
                trust(rHat, ess),
                all.some(Marginals.DRAWS));
    }

    private double[][] halves(int parameter) {
        int n = draws[0].length / 2;
        double[][] halves = new double[2 * draws.length][n];
        for (int c = 0; c < draws.length; c++) {
            for (int s = 0; s < n; s++) {
                halves[2 * c][s] = draws[c][s][parameter];
                halves[2 * c + 1][s] = draws[c][draws[c].length - n + s][parameter];
            }
        }
        return halves;
    }

    private static double ownVariance(double[] chain, double mean) {
        double sum = 0;
        for (double x : chain) {
            sum += (x - mean) * (x - mean);
        }
        return sum / chain.length;
    }

    private static double mean(double[] v) {
        double sum = 0;
        for (double x : v) {
            sum += x;
        }
        return sum / v.length;
    }

    private static double variance(double[] v) {
        double mean = mean(v);
        double sum = 0;
        for (double x : v) {
            sum += (x - mean) * (x - mean);
        }
        return sum / (v.length - 1);
    }
}
