package org.cellarius.galaxy.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Least squares in y, x exact: weights 1 or 1/&sigma;_y&sup2; (package comment).
 *
 * @param method whether errors weigh
 * <p>Quantiles: of equal weights and of sums alone Student's t of n &minus; 2 degrees of freedom times the scaled error; of unequal weights
 * {@link RobustWidths}; of absolute errors normal.
 *
 * @param errors what slope_sd and the covariance mean; both forms are among the measures as {@code slope_sd_scaled} and {@code slope_sd_absolute}
 */
public record LeastSquares(LineMethod method, ErrorConvention errors) implements LineEstimator {

    @Override
    public String word() {
        return method.word();
    }

    @Override
    public String description() {
        return method.description();
    }

    @Override
    public String formula() {
        return switch (method) {
            case OLS -> "Σ (y − m x − b)² → min";
            case WLS -> "Σ (y − m x − b)²/σ_y² → min";
        };
    }

    @Override
    public String statedErrors() {
        return method == LineMethod.OLS ? LineErrors.SCALED : LineErrors.of(errors);
    }

    @Override
    public LineInputs inputs() {
        return method == LineMethod.WLS ? LineInputs.Y_ERRORS : LineInputs.VALUES;
    }

    @Override
    public FittedLine fit(LineStars all) {
        boolean weighted = method == LineMethod.WLS;
        UsableStars usable = UsableStars.of(all, weighted ? UsableStars.Needs.Y_ERRORS : UsableStars.Needs.VALUES);
        LineStars stars = usable.stars();
        double[] weights = weights(stars);
        LineFit fit = through(stars, weights);
        FitStatus status = fit.status() == FitStatus.TOO_FEW_STARS || usable.fewByWeight()
                ? usable.obstacle(2).orElse(FitStatus.TOO_FEW_STARS)
                : fit.status();
        Optional<RobustWidths> robust = status == FitStatus.OK && unequal(weights)
                ? RobustWidths.of(new WeightedResiduals(stars.x(), residuals(stars, fit), weights))
                : Optional.empty();
        return status == FitStatus.OK
                ? stars.weighted() ? counted(usable, fit, weights) : fitted(fit, robust, usable.exclusions())
                : FittedLine.failed(word(), status, "", fit.n(), usable.exclusions());
    }

    /** The line alone, of stars that are all usable. */
    LineFit through(LineStars stars) {
        return through(stars, weights(stars));
    }

    private LineFit through(LineStars stars, double[] weights) {
        int[] every = IntStream.range(0, stars.count()).toArray();
        return LineSums.of(stars.count(), every, stars.x(), stars.y(), weights).fit(method, 3);
    }

    /** Weights of usable stars; empty where all count the same. */
    double[] weights(LineStars stars) {
        if (method == LineMethod.OLS) {
            return stars.weight();
        }
        double[] weights = new double[stars.count()];
        for (int i = 0; i < weights.length; i++) {
            double counts = stars.weighted() ? stars.weight()[i] : 1;
            weights[i] = counts / (stars.yError()[i] * stars.yError()[i]);
        }
        return weights;
    }

    /** Of stars that count differently: the scaled errors are those of the sandwich, the absolute ones its form for the stated errors. */
    private FittedLine counted(UsableStars usable, LineFit fit, double[] weights) {
        LineStars s = usable.stars();
        double[] residuals = residuals(s, fit);
        double effective = usable.effective();
        double scale = effective / Arrays.stream(s.weight()).sum();
        double chi2 = fit.chi2() * scale;
        double reduced = chi2 / Math.max(1, effective - 2);
        double[] variances = new double[s.count()];
        Arrays.setAll(variances, i -> method == LineMethod.WLS ? s.yError()[i] * s.yError()[i] : reduced);
        SandwichErrors scaled = SandwichErrors.of(s.x(), residuals, weights);
        SandwichErrors absolute = SandwichErrors.ofVariances(s.x(), variances, weights);
        SandwichErrors quoted = method == LineMethod.OLS
                ? scaled
                : switch (errors) {
                    case ABSOLUTE -> absolute;
                    case SCALED -> scaled;
                    case LARGER -> scaled.orLarger(absolute);
                };
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put(FittedLine.EFFECTIVE, effective);
        measures.put("slope_sd_absolute", absolute.slope());
        measures.put("intercept_sd_absolute", absolute.intercept());
        measures.put("slope_sd_scaled", scaled.slope());
        measures.put("intercept_sd_scaled", scaled.intercept());
        measures.put("cov_slope_intercept", absolute.covariance());
        measures.put("cov_slope_intercept_scaled", scaled.covariance());
        measures.put("chi2", chi2);
        measures.put("reduced_chi2", reduced);
        if (method == LineMethod.OLS) {
            measures.put(FittedLine.RMS, Math.sqrt(reduced));
        }
        measures.put("mean_x", fit.meanX());
        measures.put("y_at_mean_x", fit.meanY());
        double freedom = Math.max(1, effective - 2);
        var warnings = new ArrayList<>(usable.exclusions());
        warnings.addAll(scatterBesideErrors(reduced, effective));
        return FittedLine.closed(
                word(),
                fit.n(),
                List.of(
                        Estimate.student("slope", fit.slope(), quoted.slope(), quoted.slope(), freedom),
                        Estimate.student(
                                "intercept", fit.intercept(), quoted.intercept(), quoted.intercept(), freedom)),
                quoted.matrix(),
                measures,
                warnings);
    }

    private static double[] residuals(LineStars stars, LineFit fit) {
        double[] residuals = new double[stars.count()];
        Arrays.setAll(residuals, i -> stars.y()[i] - fit.at(stars.x()[i]));
        return residuals;
    }

    /** y of points off a line of slope and intercept. */
    static double[] residuals(double[] x, double[] y, FittedLine line) {
        double slope = line.estimates().get(0).value();
        double intercept = line.estimates().get(1).value();
        double[] residuals = new double[x.length];
        Arrays.setAll(residuals, i -> y[i] - slope * x[i] - intercept);
        return residuals;
    }

    static boolean unequal(double[] weights) {
        return Arrays.stream(weights).anyMatch(w -> w != weights[0]);
    }

    /** The form common to all methods, from sums alone: the intervals take the weights as right. */
    public FittedLine fitted(LineFit fit, List<String> warnings) {
        return fitted(fit, Optional.empty(), warnings);
    }

    private FittedLine fitted(LineFit fit, Optional<RobustWidths> robust, List<String> warnings) {
        if (fit.status() != FitStatus.OK) {
            return FittedLine.failed(word(), fit.status(), "", fit.n(), warnings);
        }
        // What least squares of equal weights states is scaled already.
        double scale = method == LineMethod.OLS ? 1 : fit.reducedChi2();
        double factor = switch (errors) {
            case ABSOLUTE -> 1;
            case SCALED -> scale;
            case LARGER -> Math.max(1, scale);
        };
        double root = Math.sqrt(factor);
        double[][] covariance = {
            {fit.slopeSd() * fit.slopeSd() * factor, fit.covariance() * factor},
            {fit.covariance() * factor, fit.interceptSd() * fit.interceptSd() * factor}
        };
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("slope_sd_absolute", fit.slopeSd());
        measures.put("intercept_sd_absolute", fit.interceptSd());
        measures.put("slope_sd_scaled", fit.slopeSdScaled());
        measures.put("intercept_sd_scaled", fit.interceptSdScaled());
        measures.put("cov_slope_intercept", fit.covariance());
        measures.put("cov_slope_intercept_scaled", fit.covarianceScaled());
        measures.put("chi2", fit.chi2());
        measures.put("reduced_chi2", fit.reducedChi2());
        if (method == LineMethod.OLS) {
            // Without errors of y it is a variance, in the unit of y squared.
            measures.put(FittedLine.RMS, Math.sqrt(fit.reducedChi2()));
        }
        measures.put("mean_x", fit.meanX());
        measures.put("y_at_mean_x", fit.meanY());
        var said = new ArrayList<>(warnings);
        said.addAll(scatterBesideErrors(fit.reducedChi2(), (double) fit.n()));
        return FittedLine.closed(
                word(),
                fit.n(),
                List.of(
                        estimate(
                                "slope",
                                fit.slope(),
                                fit.slopeSd() * root,
                                fit.slopeSdScaled(),
                                robust.map(RobustWidths::slope),
                                robust.map(RobustWidths::slopeFreedom),
                                fit),
                        estimate(
                                "intercept",
                                fit.intercept(),
                                fit.interceptSd() * root,
                                fit.interceptSdScaled(),
                                robust.map(RobustWidths::intercept),
                                robust.map(RobustWidths::interceptFreedom),
                                fit)),
                covariance,
                measures,
                said);
    }

    /** Absolute errors have normal quantiles; the others those of Student's t, whose width the scatter gives. */
    private Estimate estimate(
            String name,
            double value,
            double sd,
            double scaled,
            Optional<Double> width,
            Optional<Double> freedom,
            LineFit fit) {
        boolean normal = method == LineMethod.WLS && errors == ErrorConvention.ABSOLUTE;
        return normal
                ? Estimate.student(name, value, sd, sd, Double.POSITIVE_INFINITY)
                : Estimate.student(name, value, sd, width.orElse(scaled), freedom.orElse(fit.n() - 2.0));
    }

    private List<String> scatterBesideErrors(double reducedChi2, double stars) {
        if (method == LineMethod.OLS) {
            return List.of();
        }
        String chi2 = "(reduced chi2 %.2g)".formatted(reducedChi2);
        // Five standard deviations of chi2 below n - 2.
        boolean tight = reducedChi2 < 1 - 5 * Math.sqrt(2.0 / (stars - 2)) || reducedChi2 < 0.2;
        return switch (errors) {
            case ABSOLUTE ->
                reducedChi2 > 2
                        ? List.of(
                                "the stars scatter more than their errors say " + chi2
                                        + ": slope_sd is from the stated errors alone, as 'errors: absolute' asks, and too small; quote slope_sd_scaled, or fit the scatter")
                        : List.of();
            case SCALED -> List.of();
            case LARGER ->
                reducedChi2 > 2
                        ? List.of(
                                "the stars scatter more than their errors say " + chi2
                                        + ": slope_sd is the error that the scatter supports, slope_sd_absolute the one of the stated errors; weights of the stated errors are then not the best: consider scatter-vertical")
                        : tight
                                ? List.of(
                                        "the stars scatter less than their errors say " + chi2
                                                + ": slope_sd is from the stated errors, the quantiles are from the scatter and narrower")
                                : List.of();
        };
    }
}
