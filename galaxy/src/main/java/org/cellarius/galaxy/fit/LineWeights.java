package org.cellarius.galaxy.fit;

import java.util.Arrays;
import java.util.List;

/** As a line weighs its stars, or nearly so: least squares of these weights come near the line. */
final class LineWeights {

    private LineWeights() {}

    /** Weights of usable stars; empty where all count the same. */
    static double[] of(LineEstimator line, LineStars s, List<Estimate> found) {
        return of(line, s, value(found, "slope"), value(found, "scatter"));
    }

    /** The same; stars that count more weigh more. */
    static double[] of(LineEstimator line, LineStars s, double m, double scatter) {
        double[] byErrors = byErrors(line, s, m, scatter);
        if (!s.weighted()) {
            return byErrors;
        }
        double[] weights = s.weight().clone();
        for (int i = 0; i < byErrors.length; i++) {
            weights[i] *= byErrors[i];
        }
        return weights;
    }

    /** Whatever stars count; empty where errors do not weigh. */
    static double[] byErrors(LineEstimator line, LineStars s, List<Estimate> found) {
        return byErrors(line, s, value(found, "slope"), value(found, "scatter"));
    }

    private static double[] byErrors(LineEstimator line, LineStars s, double m, double scatter) {
        return switch (line) {
            case LeastSquares least -> least.method() == LineMethod.WLS ? inverse(s, 0, 0) : new double[0];
            case TheilSen t -> new double[0];
            case QuantileLine q -> new double[0];
            case BinnedMedianLine b -> new double[0];
            case RunningMedianLine r -> new double[0];
            case OrthogonalDistanceRegression o -> inverse(s, m, 0);
            case ScatterLine l -> inverse(s, m, scatter);
            case StructuralLine l -> inverse(s, m, scatter);
            case Chen2025Line l -> inverse(s, m, scatter);
            case StudentLine l -> inverse(s, m, scatter);
            case OutlierMixtureLine l -> inverse(s, m, scatter);
            case BrokenLine l -> inverse(s, m, scatter);
            case AgeMixtureLine l -> inverse(s, m, scatter);
            case ResampledLine r -> byErrors(r.line(), s, m, scatter);
        };
    }

    private static double[] inverse(LineStars s, double slope, double scatter) {
        double[] weights = new double[s.count()];
        Arrays.setAll(weights, i -> {
            double xError = s.xError().length == 0 ? 0 : slope * s.xError()[i];
            double yError = s.yError().length == 0 ? 0 : s.yError()[i];
            return 1 / (yError * yError + xError * xError + scatter * scatter);
        });
        return weights;
    }

    private static double value(List<Estimate> found, String name) {
        return found.stream()
                .filter(e -> e.name().equals(name))
                .mapToDouble(Estimate::value)
                .findFirst()
                .orElse(0);
    }
}
