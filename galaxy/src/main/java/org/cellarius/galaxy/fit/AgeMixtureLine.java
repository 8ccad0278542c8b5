package org.cellarius.galaxy.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.galaxy.kernel.StandardNormal;
import org.cellarius.galaxy.posterior.Computation;
import org.cellarius.galaxy.posterior.Marginals;
import org.cellarius.galaxy.posterior.Parameter;
import org.cellarius.galaxy.posterior.Posterior;

/**
 * One line per age bin, where every star belongs to each bin with the probability that its age gives:
 *
 * <pre>  L_i = &Sigma;_k q_ik N(y_i | m_k x_i + b_k, S_ik),   S_ik&sup2; = &sigma;_y&sup2; &minus; 2 m_k cov + m_k&sup2; &sigma;_x&sup2; + &lambda;_k&sup2;
 *   q_ik = P(true age in bin k | age_i, age_error_i), for a population whose ages are distributed as this sample's</pre>
 *
 * <p>That distribution, constant within each bin, is found first, from the ages alone, by Richardson's and Lucy's iteration
 * (expectation and maximisation; Lucy 1974, AJ 79, 745), and held fixed. All stars with ages between the outermost edges, by more than chance, enter: a bin's
 * line is that of the stars that were born in it, not of those that seem to. Where ages are poor, lines of bins cut by observed age
 * are pulled towards the lines of their neighbours; Chen et al.'s weights ({@link Chen2025Line}) only make such stars count less.
 *
 * @param edgesGyr edges of the bins, rising, Gyr
 * @param reported number of the bin that {@link #fit} reports, from 0
 * @param priors of every bin's slope, intercept and scatter along y
 */
public record AgeMixtureLine(List<Double> edgesGyr, int reported, LinePriors priors, Computation computation)
        implements LineEstimator {

    private static final int LUCY_STEPS = 200;

    /** Stars that belong to none of the bins with more than this probability stay out. */
    private static final double LEAST_INSIDE = 1e-3;

    public AgeMixtureLine {
        edgesGyr = List.copyOf(edgesGyr);
        SampledLine.check(computation);
        if (edgesGyr.size() < 2 || edgesGyr.size() > 41) {
            throw new IllegalArgumentException("between one and forty age bins can be fitted together");
        }
        for (int k = 1; k < edgesGyr.size(); k++) {
            if (!(edgesGyr.get(k) > edgesGyr.get(k - 1)) || Double.isInfinite(edgesGyr.get(k))) {
                throw new IllegalArgumentException("edges of age bins must rise");
            }
        }
        if (reported < 0 || reported > edgesGyr.size() - 2) {
            throw new IllegalArgumentException("there is no age bin number " + reported);
        }
    }

    @Override
    public String word() {
        return "age-mixture";
    }

    @Override
    public String description() {
        return "lines of all age bins at once, every star in each bin by the probability of its age";
    }

    @Override
    public String formula() {
        return "L = Π Σ_k q_k N(y | m_k x + b_k, S_k), S_k² = σ_y² − 2 m_k cov + m_k² σ_x² + λ_k², q_k = probability of the age bin k of "
                + edgesGyr + " Gyr";
    }

    @Override
    public String statedErrors() {
        return LineErrors.POSTERIOR;
    }

    @Override
    public LineInputs inputs() {
        return LineInputs.ERRORS.withAges();
    }

    /** Its intervals have no weighted form. */
    @Override
    public boolean takesWeights() {
        return false;
    }

    @Override
    public FittedLine fit(LineStars stars) {
        return fitAll(stars).get(reported);
    }

    /** The lines of all bins, in the order of age. */
    public List<FittedLine> fitAll(LineStars all) {
        UsableStars usable = UsableStars.of(all, UsableStars.Needs.ERRORS_AND_COVARIANCES);
        int bins = edgesGyr.size() - 1;
        var warnings = new ArrayList<>(usable.exclusions());
        Optional<FitStatus> early = usable.obstacle(3 * bins);
        if (early.isPresent()) {
            return failed(early.get(), 3 * bins + " parameters", usable.count(), warnings);
        }
        LineStars s = usable.stars();
        int[] rows = java.util.stream.IntStream.range(0, s.count())
                .filter(i -> Double.isFinite(s.ageGyr()[i]) && s.ageErrorGyr()[i] > 0 && inside(s, i) > LEAST_INSIDE)
                .toArray();
        UsableStars aged = usable.only(rows);
        if (rows.length < s.count()) {
            warnings.add((s.count() - rows.length)
                    + " stars have no usable age and age error, or lie outside all bins, and do not enter");
        }
        if (usable.count() > 0 && rows.length == 0) {
            return failed(FitStatus.NO_STARS_IN_AGE_BIN, "", 0, warnings);
        }
        Optional<FitStatus> obstacle = aged.obstacle(3 * bins);
        if (obstacle.isPresent()) {
            return failed(obstacle.get(), 3 * bins + " parameters", rows.length, warnings);
        }
        double[][] shares = shares(aged.stars());
        var posterior = new Lines(aged, shares, priors);
        Optional<Marginals> found = SampledLine.of(posterior, computation);
        var lines = new ArrayList<FittedLine>();
        for (int k = 0; k < bins; k++) {
            int bin = k;
            double members = Arrays.stream(shares).mapToDouble(q -> q[bin]).sum();
            lines.add(FittedLine.of(
                    word(),
                    rows.length,
                    priors.parameters(),
                    found.map(m -> of(m, bin)),
                    Map.of(
                            "age_low_gyr", edgesGyr.get(k),
                            "age_high_gyr", edgesGyr.get(k + 1),
                            "expected_members", members),
                    warnings));
        }
        return lines;
    }

    private List<FittedLine> failed(FitStatus status, String more, int n, List<String> warnings) {
        return java.util.Collections.nCopies(edgesGyr.size() - 1, FittedLine.failed(word(), status, more, n, warnings));
    }

    /** The marginals of one bin's three parameters. */
    private static Marginals of(Marginals all, int bin) {
        int from = 3 * bin;
        double[][] covariance = new double[3][];
        Arrays.setAll(covariance, k -> Arrays.copyOfRange(all.covariance()[from + k], from, from + 3));
        return new Marginals(
                Arrays.copyOfRange(all.means(), from, from + 3),
                covariance,
                all.percentiles().subList(from, from + 3),
                all.lnEvidence(),
                all.ess(),
                all.rHat(),
                all.computation(),
                all.trust(),
                Arrays.stream(all.draws())
                        .map(d -> Arrays.copyOfRange(d, from, from + 3))
                        .toArray(double[][]::new));
    }

    private double inside(LineStars s, int i) {
        return mass(s, i, edgesGyr.getFirst(), edgesGyr.getLast());
    }

    private static double mass(LineStars s, int i, double low, double high) {
        return StandardNormal.between(
                (low - s.ageGyr()[i]) / s.ageErrorGyr()[i], (high - s.ageGyr()[i]) / s.ageErrorGyr()[i]);
    }

    /** q of every star and bin. */
    double[][] shares(LineStars s) {
        int bins = edgesGyr.size() - 1;
        double[][] mass = new double[s.count()][bins];
        double[] density = new double[bins];
        for (int k = 0; k < bins; k++) {
            for (int i = 0; i < s.count(); i++) {
                mass[i][k] = mass(s, i, edgesGyr.get(k), edgesGyr.get(k + 1));
            }
            density[k] = 1;
        }
        double[][] shares = new double[s.count()][bins];
        for (int step = 0; step < LUCY_STEPS; step++) {
            double[] members = new double[bins];
            for (int i = 0; i < s.count(); i++) {
                double sum = 0;
                for (int k = 0; k < bins; k++) {
                    shares[i][k] = density[k] * mass[i][k];
                    sum += shares[i][k];
                }
                for (int k = 0; k < bins; k++) {
                    shares[i][k] /= sum;
                    members[k] += shares[i][k];
                }
            }
            for (int k = 0; k < bins; k++) {
                // Never quite empty, so that a bin can fill again.
                density[k] = (members[k] + 1e-3) / (s.count() * (edgesGyr.get(k + 1) - edgesGyr.get(k)));
            }
        }
        return shares;
    }

    /** The lines of all bins as one posterior. */
    private static final class Lines implements Posterior {

        private final LineStars stars;
        private final double[][] shares;
        private final List<Parameter> parameters;
        private final double[] start;
        private final double[] widths;
        private final int bins;

        Lines(UsableStars usable, double[][] shares, LinePriors priors) {
            this.stars = usable.stars();
            this.shares = shares;
            this.bins = shares[0].length;
            var all = new ArrayList<Parameter>();
            var guess = usable.firstGuess();
            this.start = new double[3 * bins];
            this.widths = new double[3 * bins];
            for (int k = 0; k < bins; k++) {
                int bin = k;
                for (Parameter p : priors.parameters()) {
                    all.add(new Parameter(p.name() + "_" + (k + 1), p.prior()));
                }
                double[] weights = Arrays.stream(shares)
                        .mapToDouble(q -> q[bin] * q[bin] + 1e-9)
                        .toArray();
                int[] every =
                        java.util.stream.IntStream.range(0, weights.length).toArray();
                LineSums sums = LineSums.of(weights.length, every, stars.x(), stars.y(), weights);
                double slope = LineLikelihood.inside(priors.slope(), sums.sxy() / sums.sxx());
                start[3 * k] = slope;
                start[3 * k + 1] = LineLikelihood.inside(priors.intercept(), sums.meanY() - slope * sums.meanX());
                start[3 * k + 2] = LineLikelihood.inside(priors.scatter(), guess.scatter());
                double factor = Math.sqrt(stars.count() / Math.max(1, sums.weight()));
                widths[3 * k] = factor * guess.slopeWidth();
                widths[3 * k + 1] = factor * (guess.slopeWidth() * Math.abs(sums.meanX()) + guess.heightWidth());
                widths[3 * k + 2] = 0.5 * factor * guess.scatter() / Math.sqrt(stars.count());
            }
            this.parameters = List.copyOf(all);
        }

        @Override
        public List<Parameter> parameters() {
            return parameters;
        }

        @Override
        public double lnLikelihood(double[] values) {
            return lnLikelihood(values, new double[values.length]);
        }

        @Override
        public double lnLikelihood(double[] p, double[] derivatives) {
            Arrays.fill(derivatives, 0);
            double ln = 0;
            double[] part = new double[bins];
            double[] weighted = new double[bins];
            double[] curved = new double[bins];
            for (int i = 0; i < stars.count(); i++) {
                double xVariance = stars.xError()[i] * stars.xError()[i];
                double yVariance = stars.yError()[i] * stars.yError()[i];
                double covariance = stars.xyCovariance()[i];
                double sum = 0;
                for (int k = 0; k < bins; k++) {
                    double slope = p[3 * k];
                    double scatter = p[3 * k + 2];
                    double w = 1 / (yVariance + scatter * scatter + slope * (slope * xVariance - 2 * covariance));
                    double r = stars.y()[i] - slope * stars.x()[i] - p[3 * k + 1];
                    weighted[k] = r * w;
                    curved[k] = r * r * w * w - w;
                    part[k] = shares[i][k] * Math.sqrt(w) * Math.exp(-0.5 * r * r * w);
                    sum += part[k];
                }
                ln += Math.log(sum) - StandardNormal.LN_ROOT_TWO_PI;
                for (int k = 0; k < bins; k++) {
                    double share = part[k] / sum;
                    derivatives[3 * k] +=
                            share * (weighted[k] * stars.x()[i] + curved[k] * (p[3 * k] * xVariance - covariance));
                    derivatives[3 * k + 1] += share * weighted[k];
                    derivatives[3 * k + 2] += share * curved[k] * p[3 * k + 2];
                }
            }
            return ln;
        }

        @Override
        public double[] start() {
            return start.clone();
        }

        @Override
        public double[] widths() {
            return widths.clone();
        }
    }
}
