package org.cellarius.galaxy.fit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.galaxy.posterior.Percentiles;

/**
 * The posterior of a line whose stars count differently. Its likelihood is &Pi; L_i to the power of c_i, the weights scaled so that their sum is the effective number of stars.
 * That has the right place, and a width that is right only where the weights have nothing to do with x or the residuals; so it is stretched about its mean until slope and
 * intercept have the errors of the sandwich (Ribatet, Cooley and Davison 2012, Statistica Sinica 22, 813).
 */
final class CountedPosterior {

    /** Residuals of these lines are no measure of what a star pulls. */
    private enum Variance {
        OF_RESIDUALS,
        OF_MODEL
    }

    private CountedPosterior() {}

    /** The line with its errors made right; itself where every star counts the same. */
    static FittedLine stretched(LineEstimator line, UsableStars usable, FittedLine found) {
        if (!usable.stars().weighted() || found.status() != FitStatus.OK) {
            return found;
        }
        LineStars s = usable.stars();
        double[] counts = usable.counts();
        double[] byErrors = LineWeights.byErrors(line, s, found.estimates());
        double slope = found.estimate("slope").map(Estimate::value).orElse(0.0);
        double intercept = found.estimate("intercept").map(Estimate::value).orElse(0.0);
        double[] weights = new double[counts.length];
        double[] residual = new double[counts.length];
        double[] variances = new double[counts.length];
        double once = 0;
        double twice = 0;
        for (int i = 0; i < counts.length; i++) {
            weights[i] = counts[i] * byErrors[i];
            residual[i] = s.y()[i] - slope * s.x()[i] - intercept;
            variances[i] = 1 / byErrors[i];
            once += counts[i] * byErrors[i] * byErrors[i];
            twice += counts[i] * counts[i] * byErrors[i] * byErrors[i];
        }
        double[] ofPosterior = new double[counts.length];
        Arrays.setAll(ofPosterior, i -> variances[i] / counts[i]);
        SandwichErrors posterior = SandwichErrors.ofVariances(s.x(), ofPosterior, weights);
        SandwichErrors sandwich = switch (variance(line)) {
            case OF_RESIDUALS -> SandwichErrors.of(s.x(), residual, weights);
            case OF_MODEL -> SandwichErrors.ofVariances(s.x(), variances, weights);
        };
        double ofScatter = Math.sqrt(twice / once);
        double[] ratios = found.estimates().stream()
                .mapToDouble(e -> switch (e.name()) {
                    case "slope" -> sandwich.slope() / posterior.slope();
                    case "intercept" -> sandwich.intercept() / posterior.intercept();
                    case "scatter" -> ofScatter;
                    default -> 1;
                })
                .toArray();
        Map<String, Double> measures = new LinkedHashMap<>(found.measures());
        measures.put(FittedLine.EFFECTIVE, usable.effective());
        return found.stretched(estimates(found, ratios), ratios, measures);
    }

    private static Variance variance(LineEstimator line) {
        return switch (line) {
            case ScatterLine l -> Variance.OF_RESIDUALS;
            case StructuralLine l -> Variance.OF_RESIDUALS;
            case Chen2025Line l -> Variance.OF_RESIDUALS;
            case LeastSquares l -> Variance.OF_RESIDUALS;
            case OrthogonalDistanceRegression l -> Variance.OF_RESIDUALS;
            case BinnedMedianLine l -> Variance.OF_RESIDUALS;
            case RunningMedianLine l -> Variance.OF_RESIDUALS;
            case StudentLine l -> Variance.OF_MODEL;
            case OutlierMixtureLine l -> Variance.OF_MODEL;
            case BrokenLine l -> Variance.OF_MODEL;
            case AgeMixtureLine l -> Variance.OF_MODEL;
            case TheilSen l -> Variance.OF_MODEL;
            case QuantileLine l -> Variance.OF_MODEL;
            case ResampledLine r -> variance(r.line());
        };
    }

    private static List<Estimate> estimates(FittedLine found, double[] ratios) {
        var stretched = new Estimate[ratios.length];
        Arrays.setAll(stretched, k -> {
            Estimate e = found.estimates().get(k);
            boolean positive = e.name().equals("scatter");
            Optional<Percentiles> about = e.percentiles()
                    .map(p -> positive ? ofPositive(e.value(), p, ratios[k]) : about(e.value(), p, ratios[k]));
            return new Estimate(e.name(), e.value(), e.sd() * ratios[k], about);
        });
        return List.of(stretched);
    }

    private static Percentiles about(double value, Percentiles p, double ratio) {
        return new Percentiles(
                value + ratio * (p.p2() - value),
                value + ratio * (p.p16() - value),
                value + ratio * (p.p50() - value),
                value + ratio * (p.p84() - value),
                value + ratio * (p.p97() - value));
    }

    /** The logarithm is stretched: what is above 0 stays there. */
    private static Percentiles ofPositive(double value, Percentiles p, double ratio) {
        return value > 0
                ? new Percentiles(
                        value * Math.pow(p.p2() / value, ratio),
                        value * Math.pow(p.p16() / value, ratio),
                        value * Math.pow(p.p50() / value, ratio),
                        value * Math.pow(p.p84() / value, ratio),
                        value * Math.pow(p.p97() / value, ratio))
                : p;
    }
}
