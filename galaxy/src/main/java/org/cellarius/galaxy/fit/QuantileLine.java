package org.cellarius.galaxy.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.galaxy.kernel.StandardNormal;
import org.cellarius.galaxy.population.Moments;
import org.cellarius.galaxy.population.Quantiles;
import org.cellarius.galaxy.population.WeightedQuantiles;
import org.cellarius.galaxy.posterior.Percentiles;

/**
 * Linear quantile regression (Koenker and Bassett 1978, Econometrica 46, 33): the line below which a share &tau; of the stars lies at every x,
 *
 * <pre>  min &Sigma; &rho;(y &minus; m x &minus; b),   &rho;(u) = u (&tau; &minus; [u &lt; 0]).</pre>
 *
 * <p>&tau; = 0.5 is the line of least absolute deviations: outliers of y do not bend it, those of x do. It needs no errors and knows none; every
 * star counts the same, and errors of x flatten it as they do every regression. Other &tau; show whether the spread of y changes along x.
 *
 * <p>The minimum is exact (one line through two stars; where several lines are equally good, one of them). Up to {@value RankInversion#MOST_STARS} stars, and of more while
 * fewer than {@value RankInversion#FEW_BEYOND} lie beyond the line, n min(&tau;, 1 &minus; &tau;), the interval of the
 * slope is that of {@link RankInversion}, its error half of the central 68 per cent, and the covariance that of the kernel times one factor. Of fewer than {@value #LEAST_STARS} stars, or with no
 * more than {@value #LEAST_BEYOND} beyond the line, no interval holds, and there is no error. For more stars the errors are the kernel sandwich of
 * Powell (1991, in Nonparametric and Semiparametric Methods in Econometrics, ch. 14) with a normal kernel and the bandwidth of Hall and Sheather (1988, J. R. Stat. Soc. B 50, 381), as
 * R's {@code quantreg} with {@code se = "ker"}; a {@link ResampledLine} gives others. They are wide where the scatter changes
 * along x: by a quarter for 300 stars whose scatter grows fourfold.
 *
 * @param probability &tau;, between 0 and 1
 */
public record QuantileLine(double probability) implements LineEstimator {

    /** Of fewer stars no interval held what it says: of six at the median 92 per cent in place of 95. */
    static final int LEAST_STARS = 7;

    /** With no more stars expected beyond the line the rank test has too few outcomes: intervals held 58 to 80 of 68 per cent, or had no width. */
    static final double LEAST_BEYOND = 2;

    public QuantileLine {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("a quantile lies between 0 and 1, not at " + probability);
        }
    }

    @Override
    public String word() {
        return "quantile";
    }

    @Override
    public String description() {
        return "quantile regression at " + probability + " (Koenker & Bassett 1978)";
    }

    @Override
    public String formula() {
        return "Σ ρ(y − m x − b) → min, ρ(u) = u (τ − [u < 0]), τ = " + probability;
    }

    @Override
    public String statedErrors() {
        return "Its error is half of the central 68 per cent of the rank inversion, for many stars on both sides of the line that of a kernel sandwich.";
    }

    @Override
    public List<String> citations() {
        return List.of("Koenker & Bassett (1978), Econometrica 46, 33");
    }

    @Override
    public LineInputs inputs() {
        return LineInputs.VALUES;
    }

    @Override
    public FittedLine fit(LineStars all) {
        return UsableStars.of(all, UsableStars.Needs.VALUES).fitted(word(), 2, this::through);
    }

    private FittedLine through(UsableStars usable) {
        int n = usable.count();
        double[] x = about(usable.stars().x(), usable.meanX());
        double[] y = about(usable.stars().y(), usable.meanY());
        // Of weighted stars errors are those of the kernel: no rank test has weights.
        double[] counts = usable.counts();
        double told = usable.effective();
        var guess = usable.firstGuess();
        if (!Double.isFinite(guess.slope() + guess.slopeWidth())) {
            return FittedLine.failed(word(), FitStatus.OVERFLOW, "", n, usable.exclusions());
        }
        var minimum = new CheckLossMinimum(new CheckLoss(x, y, counts, probability))
                .find(guess.slope(), Math.max(4 * guess.slopeWidth(), Double.MIN_NORMAL));
        double[] residuals = new double[n];
        Arrays.setAll(residuals, i -> y[i] - minimum.slope() * x[i] - minimum.height());
        double bandwidth = bandwidth(residuals, counts, told);
        double[][] covariance = sandwich(x, residuals, counts, bandwidth, usable.meanX());
        double intercept = usable.meanY() + minimum.height() - minimum.slope() * usable.meanX();
        if (!Double.isFinite(minimum.slope() + intercept + minimum.loss())) {
            return FittedLine.failed(word(), FitStatus.OVERFLOW, "", n, usable.exclusions());
        }
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("quantile", probability);
        measures.put("check_loss", minimum.loss());
        measures.put("kernel_bandwidth", bandwidth);
        var warnings = new ArrayList<>(usable.exclusions());
        Estimate bySlope = Estimate.of("slope", minimum.slope(), Math.sqrt(covariance[0][0]));
        if (counts.length > 0) {
            measures.put(FittedLine.EFFECTIVE, told);
        }
        if (told < LEAST_STARS || beyond(told) <= LEAST_BEYOND) {
            warnings.add(tooFew(n));
            bySlope = Estimate.of("slope", minimum.slope(), Double.NaN);
            unknown(covariance);
        } else if (!(covariance[0][0] > 0)) {
            warnings.add("the density of the stars at the line cannot be estimated: resample for errors");
            bySlope = Estimate.of("slope", minimum.slope(), Double.NaN);
            unknown(covariance);
        } else if (counts.length == 0 && (n <= RankInversion.MOST_STARS || beyond(n) < RankInversion.FEW_BEYOND)) {
            bySlope = byRanks(x, y, minimum.slope(), warnings);
            // The kernel's matrix, made as large as the slope's interval says.
            double factor = bySlope.sd() * bySlope.sd() / covariance[0][0];
            measures.put("slope_sd_kernel", Math.sqrt(covariance[0][0]));
            for (double[] row : covariance) {
                row[0] *= factor;
                row[1] *= factor;
            }
        }
        return FittedLine.closed(
                word(),
                n,
                List.of(bySlope, Estimate.of("intercept", intercept, Math.sqrt(covariance[1][1]))),
                covariance,
                measures,
                warnings);
    }

    /** Stars that are expected on the emptier side of the line. */
    private double beyond(double n) {
        return n * Math.min(probability, 1 - probability);
    }

    private String tooFew(int n) {
        double least = Math.max(LEAST_STARS, Math.floor(LEAST_BEYOND / Math.min(probability, 1 - probability)) + 1);
        return ("%d stars are too few for an error of a slope at the quantile %s: no interval holds there. Take %.0f stars or more"
                        + (n < LEAST_STARS ? "" : ", or a quantile nearer to 0.5"))
                .formatted(n, probability, least);
    }

    private static void unknown(double[][] covariance) {
        for (double[] row : covariance) {
            Arrays.fill(row, Double.NaN);
        }
    }

    private Estimate byRanks(double[] x, double[] y, double slope, List<String> warnings) {
        Percentiles p = new RankInversion(x, y, probability).percentiles(slope);
        double sd = RankInversion.error(p);
        if (!(sd > 0)) {
            warnings.add(
                    "the rank test refuses every slope but that of one pair of stars, which is no interval: the slope has no error. "
                            + "Take more stars, or a quantile nearer to 0.5");
            return Estimate.of("slope", slope, Double.NaN);
        }
        if (Double.isInfinite(p.p2()) || Double.isInfinite(p.p97())) {
            warnings.add(x.length + " stars are too few for " + (Double.isInfinite(sd) ? "any" : "a 95 per cent")
                    + " interval of a slope at this quantile");
        }
        return new Estimate("slope", slope, Double.isInfinite(sd) ? Double.NaN : sd, Optional.of(p));
    }

    private static double[] about(double[] values, double mean) {
        return Arrays.stream(values).map(v -> v - mean).toArray();
    }

    /** Hall and Sheather's bandwidth in probability, turned into one in y by the robust scale of the residuals. */
    private double bandwidth(double[] residuals, double[] counts, double stars) {
        double q = StandardNormal.quantile(probability);
        double density = StandardNormal.density(q);
        double share = Math.cbrt(1 / stars)
                * Math.cbrt(Math.pow(StandardNormal.quantile(0.975), 2))
                * Math.cbrt(1.5 * density * density / (2 * q * q + 1));
        while (probability - share <= 0 || probability + share >= 1) {
            share /= 2;
        }
        double[] sorted = residuals.clone();
        double[] quartiles;
        Moments moments;
        if (counts.length == 0) {
            Arrays.sort(sorted);
            quartiles = new double[] {Quantiles.ofSorted(sorted, 0.25), Quantiles.ofSorted(sorted, 0.75)};
            moments = Moments.of(residuals, residuals.length);
        } else {
            double[] own = counts.clone();
            WeightedQuantiles.sort(sorted, own, 0, own.length - 1);
            quartiles = WeightedQuantiles.ofSorted(sorted, own, new double[] {0.25, 0.75});
            moments = Moments.of(residuals, counts, residuals.length);
        }
        double scale = Math.min(moments.standardDeviation(), (quartiles[1] - quartiles[0]) / 1.34);
        return scale * (StandardNormal.quantile(probability + share) - StandardNormal.quantile(probability - share));
    }

    /**
     * &tau;(1 &minus; &tau;) D&#8315;&sup1; M D&#8315;&sup1;, D = &Sigma; w f (x, 1)(x, 1)&#7488; with the densities f at the line, M = &Sigma; w&sup2; (x, 1)(x, 1)&#7488;; of slope and
     * intercept at x = 0.
     */
    private double[][] sandwich(double[] x, double[] residuals, double[] counts, double bandwidth, double meanX) {
        double d0 = 0;
        double d1 = 0;
        double d2 = 0;
        double m0 = counts.length == 0 ? x.length : 0;
        double m1 = 0;
        double m2 = 0;
        for (int i = 0; i < x.length; i++) {
            double f = StandardNormal.density(residuals[i] / bandwidth) / bandwidth;
            if (counts.length == 0) {
                // x is counted from its mean: the sum of x is 0 but for rounding.
                m2 += x[i] * x[i];
            } else {
                f *= counts[i];
                double square = counts[i] * counts[i];
                m0 += square;
                m1 += square * x[i];
                m2 += square * x[i] * x[i];
            }
            d0 += f;
            d1 += f * x[i];
            d2 += f * x[i] * x[i];
        }
        // The inverse of D has the rows (d0, -d1) and (-d1, d2) over its determinant.
        double determinant = d0 * d2 - d1 * d1;
        double factor = probability * (1 - probability) / (determinant * determinant);
        double ss = factor * (d0 * d0 * m2 - 2 * d0 * d1 * m1 + d1 * d1 * m0);
        double sh = factor * (-d0 * d1 * m2 + (d0 * d2 + d1 * d1) * m1 - d1 * d2 * m0);
        double hh = factor * (d1 * d1 * m2 - 2 * d1 * d2 * m1 + d2 * d2 * m0);
        double si = sh - meanX * ss;
        return new double[][] {{ss, si}, {si, hh - 2 * meanX * sh + meanX * meanX * ss}};
    }
}
