package org.cellarius.galaxy.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Least squares in y, x exact: weights 1 or 1/&sigma;_y&sup2; (package comment).
 *
 * @param method whether errors weigh
 * @param errors what slope_sd and the covariance mean; the other form is among the measures as {@code slope_sd_scaled} or {@code slope_sd_absolute}
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
    public LineInputs inputs() {
        return method == LineMethod.WLS ? LineInputs.Y_ERRORS : LineInputs.VALUES;
    }

    @Override
    public FittedLine fit(LineStars all) {
        boolean weighted = method == LineMethod.WLS;
        UsableStars usable = UsableStars.of(all, weighted ? UsableStars.Needs.Y_ERRORS : UsableStars.Needs.VALUES);
        LineStars stars = usable.stars();
        double[] weights = new double[weighted ? stars.count() : 0];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 / (stars.yError()[i] * stars.yError()[i]);
        }
        int[] every = IntStream.range(0, stars.count()).toArray();
        LineFit fit =
                LineSums.of(stars.count(), every, stars.x(), stars.y(), weights).fit(method, 3);
        FitStatus status = fit.status() == FitStatus.TOO_FEW_STARS
                ? usable.obstacle(2).orElse(FitStatus.TOO_FEW_STARS)
                : fit.status();
        return status == FitStatus.OK
                ? fitted(fit, usable.exclusions())
                : FittedLine.failed(word(), status, "", fit.n(), usable.exclusions());
    }

    /** The form common to all methods. */
    public FittedLine fitted(LineFit fit, List<String> warnings) {
        if (fit.status() != FitStatus.OK) {
            return FittedLine.failed(word(), fit.status(), "", fit.n(), warnings);
        }
        double factor = switch (errors) {
            case ABSOLUTE -> 1;
            case SCALED -> method == LineMethod.OLS ? 1 : fit.reducedChi2();
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
        measures.put("mean_x", fit.meanX());
        measures.put("y_at_mean_x", fit.meanY());
        var said = new ArrayList<>(warnings);
        if (method == LineMethod.WLS && errors == ErrorConvention.ABSOLUTE && fit.reducedChi2() > 2) {
            said.add(
                    "the stars scatter more than their errors say (reduced chi2 %.1f): quote slope_sd_scaled, or fit the scatter"
                            .formatted(fit.reducedChi2()));
        }
        return FittedLine.closed(
                word(),
                fit.n(),
                List.of(
                        Estimate.of("slope", fit.slope(), fit.slopeSd() * root),
                        Estimate.of("intercept", fit.intercept(), fit.interceptSd() * root)),
                covariance,
                measures,
                said);
    }
}
