package org.cellarius.galaxy.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.galaxy.column.Tasks;
import org.cellarius.galaxy.posterior.Marginals;
import org.cellarius.galaxy.posterior.Percentiles;

/**
 * Any line with errors from its own stars drawn anew. Values are the line's on the stars as they are; errors, covariance and (of a bootstrap)
 * percentiles come from the replicates:
 *
 * <pre>  bootstrap:  cov = &Sigma; (&theta;_r &minus; &theta;&#772;)(&theta;_r &minus; &theta;&#772;)&#7488;/(B &minus; 1),       bias = &theta;&#772; &minus; &theta;
 *   jackknife:  cov = (G &minus; 1)/G &Sigma; (&theta;_g &minus; &theta;&#772;)(&theta;_g &minus; &theta;&#772;)&#7488;,  bias = (G &minus; 1)(&theta;&#772; &minus; &theta;)</pre>
 *
 * (Efron and Tibshirani 1993, An Introduction to the Bootstrap, eq. 6.6, 10.1, 11.5, 11.4). Values are not corrected for the bias. It knows nothing of the errors that a
 * line does not: an estimator that errors of x flatten is flattened in every replicate.
 *
 * <p>Measures: {@code replicates}, {@code replicates_failed}, {@code slope_bias_estimate} (and so on), {@code slope_sd_of_method}: what the
 * line says itself. The same numbers on any number of threads: a replicate's stars are a pure function of seed, replicate and place. Replicates run
 * as tasks of the caller.
 *
 * @param line what is fitted
 * @param resampling how the stars are drawn
 */
public record ResampledLine(LineEstimator line, Resampling resampling) implements LineEstimator {

    /** A bootstrap of which more than this share has no line is not believed. */
    private static final double MOST_FAILED = 0.05;

    /** Of fewer stars percentiles of a bootstrap do not hold what they say (docs/science/fits.md). */
    private static final long FEW = 30;

    /** What leaving out every star in turn may cost where there is no closed form. */
    private static final int MOST_REFITS = 20_000;

    public ResampledLine {
        if (line instanceof ResampledLine) {
            throw new IllegalArgumentException("a resampled line is not resampled again");
        }
    }

    @Override
    public String word() {
        return line.word();
    }

    @Override
    public String description() {
        return line.description() + "; errors by " + resampling.text();
    }

    @Override
    public String formula() {
        return line.formula();
    }

    @Override
    public String statedErrors() {
        return "Errors: " + resampling.text() + ".";
    }

    @Override
    public List<String> citations() {
        return line.citations();
    }

    @Override
    public LineInputs inputs() {
        return line.inputs();
    }

    @Override
    public boolean takesWeights() {
        return line.takesWeights();
    }

    @Override
    public FittedLine fit(LineStars all) {
        return fit(all, Tasks.IN_TURN);
    }

    @Override
    public FittedLine fit(LineStars all, Tasks tasks) {
        FittedLine whole = line.fit(all);
        if (whole.status() != FitStatus.OK) {
            return whole;
        }
        LineStars stars = Replicates.stars(line, all);
        return switch (resampling) {
            case Resampling.Bootstrap plan -> bootstrap(whole, stars, Replicates.bootstrap(line, stars, plan, tasks));
            case Resampling.JackknifeOfStars plan -> {
                if (line instanceof LeastSquares closed) {
                    yield jackknife(whole, LeaveOneOut.lines(closed, stars), stars, each(stars));
                }
                if (stars.count() > MOST_REFITS) {
                    yield failed(
                            whole,
                            "leaving out each of %d stars in turn asks for as many fits; name a number of groups, for example 100"
                                    .formatted(stars.count()));
                }
                yield jackknife(whole, Replicates.withoutEachStar(line, stars, tasks), stars, each(stars));
            }
            case Resampling.JackknifeOfGroups plan -> {
                if (2L * plan.groups() > stars.count()) {
                    yield failed(
                            whole,
                            "%d stars do not make %d groups of two or more".formatted(stars.count(), plan.groups()));
                }
                int[] groups = Replicates.dealt(stars.count(), plan);
                yield jackknife(whole, Replicates.withoutEachGroup(line, stars, groups, tasks), stars, groups);
            }
        };
    }

    private FittedLine bootstrap(FittedLine whole, LineStars stars, double[][] replicates) {
        double[][] good = found(replicates);
        int failed = replicates.length - good.length;
        if (failed > MOST_FAILED * replicates.length) {
            return failed(whole, "%d of %d replicates have no line".formatted(failed, replicates.length));
        }
        int parameters = whole.estimates().size();
        double[] means = means(good, parameters);
        double[][] covariance = covariance(good, means, 1.0 / (good.length - 1));
        var estimates = new ArrayList<Estimate>();
        boolean studentized = BootstrapQuantiles.studentized(line);
        double[] errors = studentized
                ? BootstrapQuantiles.sandwich(
                        line,
                        stars,
                        whole.estimates().get(0).value(),
                        whole.estimates().get(1).value())
                : new double[0];
        for (int k = 0; k < parameters; k++) {
            Estimate e = whole.estimates().get(k);
            double[] values = column(good, k);
            Optional<Percentiles> quantiles = studentized
                    ? BootstrapQuantiles.symmetric(e.value(), errors[k], values, column(good, parameters + k))
                    : Optional.of(BootstrapQuantiles.expanded(values, whole.n()));
            estimates.add(new Estimate(e.name(), e.value(), Math.sqrt(covariance[k][k]), quantiles));
        }
        return with(whole, estimates, covariance, means, 1, replicates.length, failed, some(good, parameters));
    }

    /** Replicates to be shown: the first ones, which are as random as any. */
    private static double[][] some(double[][] good, int parameters) {
        return Arrays.stream(good)
                .limit(Marginals.DRAWS)
                .map(r -> Arrays.copyOf(r, parameters))
                .toArray(double[][]::new);
    }

    private static int[] each(LineStars stars) {
        return IntStream.range(0, stars.count()).toArray();
    }

    private FittedLine jackknife(FittedLine whole, double[][] replicates, LineStars stars, int[] groups) {
        double[][] good = found(replicates);
        int failed = replicates.length - good.length;
        if (failed > 0) {
            return failed(whole, "%d of %d replicates have no line".formatted(failed, replicates.length));
        }
        int parameters = whole.estimates().size();
        double count = good.length;
        double[] means = means(good, parameters);
        double[][] covariance = covariance(good, means, (count - 1) / count);
        var estimates = new ArrayList<Estimate>();
        for (int k = 0; k < parameters; k++) {
            Estimate e = whole.estimates().get(k);
            double sd = Math.sqrt(covariance[k][k]);
            estimates.add(Estimate.student(e.name(), e.value(), sd, sd, Math.min(count, whole.n() - 1.0) - 1));
        }
        JackknifeWidths widths =
                JackknifeWidths.of(stars.x(), LineWeights.of(line, stars, whole.estimates()), groups, good.length);
        // Of the members of an age bin only the line itself knows.
        if (widths.usable() && whole.n() == stars.count() && !stars.weighted()) {
            Estimate m = estimates.get(0);
            Estimate b = estimates.get(1);
            estimates.set(
                    0, Estimate.student(m.name(), m.value(), m.sd(), widths.slope() * m.sd(), widths.slopeFreedom()));
            estimates.set(
                    1,
                    Estimate.student(
                            b.name(), b.value(), b.sd(), widths.intercept() * b.sd(), widths.interceptFreedom()));
        }
        return with(whole, estimates, covariance, means, count - 1, replicates.length, 0, new double[0][]);
    }

    private FittedLine failed(FittedLine whole, String why) {
        return FittedLine.failed(word(), FitStatus.RESAMPLING_FAILED, why, whole.n(), whole.warnings());
    }

    private FittedLine with(
            FittedLine whole,
            List<Estimate> estimates,
            double[][] covariance,
            double[] means,
            double biasFactor,
            int replicates,
            int failed,
            double[][] drawn) {
        Map<String, Double> measures = new LinkedHashMap<>(whole.measures());
        // Errors of the line's own formula beside those of the replicates would be taken for them.
        measures.keySet().removeIf(m -> m.endsWith("_sd_scaled") || m.endsWith("_sd_absolute") || m.startsWith("cov_"));
        measures.put("replicates", (double) replicates);
        measures.put("replicates_failed", (double) failed);
        for (int k = 0; k < means.length; k++) {
            Estimate e = whole.estimates().get(k);
            measures.put(e.name() + "_bias_estimate", biasFactor * (means[k] - e.value()));
            measures.put(e.name() + "_sd_of_method", e.sd());
        }
        var warnings = new ArrayList<>(whole.warnings());
        if (failed > 0) {
            warnings.add("%d of %d replicates have no line, and do not enter the errors".formatted(failed, replicates));
        }
        if (resampling instanceof Resampling.Bootstrap && !BootstrapQuantiles.studentized(line) && whole.n() < FEW) {
            warnings.add(
                    ("%d stars are few for the percentiles of a bootstrap (those of theil-sen hold 80 of 68 per cent at 8 stars):"
                                    + " the quantiles of the line itself, without a bootstrap, are better")
                            .formatted(whole.n()));
        }
        if (resampling instanceof Resampling.JackknifeOfStars && hasSteps()) {
            warnings.add(
                    "leaving out one star in turn does not give the error of a median or quantile (Efron 1982): use groups, or a bootstrap");
        }
        String how = resampling instanceof Resampling.Bootstrap
                ? resampling.text() + "; " + BootstrapQuantiles.text(line)
                : resampling.text();
        String computation = whole.computation().isEmpty() ? how : whole.computation() + "; errors by " + how;
        return new FittedLine(
                word(),
                FitStatus.OK,
                "",
                whole.n(),
                List.copyOf(estimates),
                covariance,
                measures,
                computation,
                whole.lnEvidence(),
                whole.ess(),
                whole.rHat(),
                whole.priors(),
                whole.decisive(),
                List.copyOf(warnings),
                drawn,
                whole.through());
    }

    /** Whether the line's numbers are order statistics, which jump where one star leaves. */
    private boolean hasSteps() {
        return line instanceof QuantileLine
                || line instanceof TheilSen
                || line instanceof BinnedMedianLine
                || line instanceof RunningMedianLine;
    }

    private static double[] column(double[][] replicates, int k) {
        return Arrays.stream(replicates).mapToDouble(r -> r[k]).toArray();
    }

    private static double[][] found(double[][] replicates) {
        return Arrays.stream(replicates).filter(r -> r.length > 0).toArray(double[][]::new);
    }

    private static double[] means(double[][] replicates, int parameters) {
        double[] means = new double[parameters];
        for (double[] r : replicates) {
            for (int k = 0; k < parameters; k++) {
                means[k] += r[k] / replicates.length;
            }
        }
        return means;
    }

    private static double[][] covariance(double[][] replicates, double[] means, double factor) {
        double[][] sums = new double[means.length][means.length];
        for (double[] r : replicates) {
            for (int j = 0; j < means.length; j++) {
                for (int k = 0; k < means.length; k++) {
                    sums[j][k] += factor * (r[j] - means[j]) * (r[k] - means[k]);
                }
            }
        }
        return sums;
    }
}
