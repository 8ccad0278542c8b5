package org.cellarius.galaxy.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.galaxy.posterior.Marginals;
import org.cellarius.galaxy.posterior.Parameter;
import org.cellarius.galaxy.posterior.Percentiles;
import org.cellarius.galaxy.posterior.Prior;

/**
 * How slopes change along something: the metallicity gradient of stars against their age, or against azimuth. A line through measured slopes
 * y_k at c_k with scatter,
 *
 * <pre>  y_k ~ N(a + b c_k, &epsilon;&sup2;)          ({@link SlopeErrors#AS_PRINTED}: Chen et al. 2025, figure A1)
 *   y_k ~ N(a + b c_k, &epsilon;&sup2; + sd_k&sup2;)   ({@link SlopeErrors#WITH_ERRORS})</pre>
 *
 * <p>Given &epsilon;, a and b are normal; &epsilon; is summed over by the trapezoidal rule. No random numbers: means, standard deviations and ln evidence to
 * 1e-8, percentiles of a and b too, highest-density intervals of a, b and a + b c to 1e-6, percentiles and intervals of &epsilon; to 1e-4, of their standard deviations. a is the slope at c = 0, where there
 * may be no point: its prior then speaks for b too.
 *
 * @param errors what the points' errors mean
 * @param intercept prior of a, units of y
 * @param slope prior of b, units of y per unit of c
 * @param scatter prior of &epsilon;, units of y
 * @param mass of the highest-density intervals, between 0 and 1
 */
public record SlopeOfSlopes(
        SlopeErrors errors, Prior.Normal intercept, Prior.Normal slope, Prior scatter, double mass) {

    /** a, b ~ N(0, 2&sup2;), &epsilon; ~ half-Cauchy(5), intervals of 98 per cent, errors not used (Chen et al. 2025, figure A1). */
    public static final SlopeOfSlopes CHEN_2025 = new SlopeOfSlopes(
            SlopeErrors.AS_PRINTED, new Prior.Normal(0, 2), new Prior.Normal(0, 2), new Prior.HalfCauchy(5), 0.98);

    private static final String WORD = "slope-of-slopes";

    private static final int FEWEST = 3;

    public SlopeOfSlopes {
        if (scatter instanceof Prior.Normal || (scatter instanceof Prior.Uniform u && u.low() < 0)) {
            throw new IllegalArgumentException("the prior of a scatter must not reach below zero");
        }
        if (!(mass > 0 && mass < 1)) {
            throw new IllegalArgumentException("an interval of mass " + mass + ": it must lie between 0 and 1");
        }
    }

    /** The same with another reading of the errors. */
    public SlopeOfSlopes with(SlopeErrors reading) {
        return new SlopeOfSlopes(reading, intercept, slope, scatter, mass);
    }

    /**
     * The trend of slopes.
     *
     * @param at c of each
     * @param slopes y of each; those without a finite value do not enter and are counted
     * @param slopeSds one-sigma errors of y; may be empty where they do not enter
     */
    public SlopeTrend fit(double[] at, double[] slopes, double[] slopeSds) {
        boolean weighs = errors == SlopeErrors.WITH_ERRORS;
        if (at.length != slopes.length || ((weighs || slopeSds.length > 0) && slopeSds.length != at.length)) {
            throw new IllegalArgumentException("slopes, their places and their errors have different lengths");
        }
        int[] used = IntStream.range(0, at.length)
                .filter(k -> Double.isFinite(at[k]) && Double.isFinite(slopes[k]))
                .filter(k -> !weighs || (slopeSds[k] >= 0 && Double.isFinite(slopeSds[k] * slopeSds[k])))
                .toArray();
        var warnings = new ArrayList<String>();
        if (used.length < at.length) {
            warnings.add((at.length - used.length) + " of " + at.length + " slopes have no value"
                    + (weighs ? " or no error" : "") + ", and do not enter");
        }
        double[] c = pick(at, used);
        double[] y = pick(slopes, used);
        double[] variances = new double[used.length];
        for (int k = 0; weighs && k < used.length; k++) {
            variances[k] = slopeSds[used[k]] * slopeSds[used[k]];
        }
        if (used.length < FEWEST) {
            return failed(
                    FitStatus.TOO_FEW_STARS, "slopes, and a line with scatter needs three", used.length, warnings);
        }
        LineSums sums = LineSums.of(c.length, IntStream.range(0, c.length).toArray(), c, y, new double[0]);
        if (!(sums.maxX() > sums.minX())) {
            return failed(FitStatus.ALL_X_EQUAL, "slopes of one place", used.length, warnings);
        }
        double rest = Math.sqrt(Math.max(0, sums.syy() - sums.sxy() * sums.sxy() / sums.sxx()) / c.length);
        double typical = Math.sqrt(java.util.Arrays.stream(variances).average().orElse(0));
        if (!(rest > 1e-12 * Math.sqrt(sums.syy() + sums.meanY() * sums.meanY()))
                && java.util.Arrays.stream(variances).filter(v -> v == 0).count() >= FEWEST) {
            return failed(
                    FitStatus.NO_MAXIMUM,
                    "the slopes lie on a line, and nothing keeps the scatter from zero",
                    used.length,
                    warnings);
        }
        double start = LineLikelihood.inside(scatter, Math.max(rest, 0.1 * typical));
        var points = new SlopePoints(c, y, variances, intercept, slope);
        Optional<ScatterPosterior> found = ScatterPosterior.of(points, scatter, start);
        if (found.isEmpty()) {
            return failed(FitStatus.NOT_CONVERGED, "quadrature over the scatter", used.length, warnings);
        }
        return trend(found.get(), found.get().finer(points, scatter, start), used.length, warnings);
    }

    private SlopeTrend trend(ScatterPosterior posterior, ScatterPosterior fine, int n, List<String> warnings) {
        NormalMixture b = posterior.mixture(g -> g.b(), g -> Math.sqrt(g.varianceB()));
        NormalMixture a = posterior.mixture(g -> g.a(), g -> Math.sqrt(g.varianceA()));
        double eps = posterior.mean(ScatterPosterior.Node::scatter);
        double[] means = {b.mean(), a.mean(), eps};
        double ab = posterior.mean(node -> node.line().covariance()
                + (node.line().a() - means[1]) * (node.line().b() - means[0]));
        double be = posterior.mean(node -> (node.line().b() - means[0]) * (node.scatter() - eps));
        double ae = posterior.mean(node -> (node.line().a() - means[1]) * (node.scatter() - eps));
        double ee = posterior.mean(node -> (node.scatter() - eps) * (node.scatter() - eps));
        double[][] covariance = {{b.sd() * b.sd(), ab, be}, {ab, a.sd() * a.sd(), ae}, {be, ae, ee}};
        List<Percentiles> percentiles = List.of(b.percentiles(), a.percentiles(), fine.percentiles());
        List<Span> intervals = List.of(b.highestDensity(mass), a.highestDensity(mass), fine.highestDensity(mass));
        List<Parameter> parameters = List.of(
                new Parameter("slope", slope),
                new Parameter("intercept", intercept),
                new Parameter("scatter", scatter));
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("hdi_mass", mass);
        for (int k = 0; k < 3; k++) {
            measures.put(parameters.get(k).name() + "_hdi_low", intervals.get(k).low());
            measures.put(
                    parameters.get(k).name() + "_hdi_high", intervals.get(k).high());
        }
        var marginals = new Marginals(
                means,
                covariance,
                percentiles,
                posterior.lnEvidence(),
                Double.NaN,
                Double.NaN,
                "quadrature over the scatter, " + posterior.nodes().size() + " nodes",
                Marginals.Trust.CONVERGED);
        FittedLine line = FittedLine.of(WORD, n, parameters, Optional.of(marginals), measures, warnings);
        return new SlopeTrend(line, Optional.of(posterior), mass);
    }

    private SlopeTrend failed(FitStatus status, String more, int n, List<String> warnings) {
        return new SlopeTrend(FittedLine.failed(WORD, status, more, n, warnings), Optional.empty(), mass);
    }

    private static double[] pick(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(k -> values[k]).toArray();
    }
}
