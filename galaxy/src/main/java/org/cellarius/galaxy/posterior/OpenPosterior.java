package org.cellarius.galaxy.posterior;

import java.util.List;

/** A posterior in its priors' coordinates: likelihood times priors times the stretch of the coordinates. */
public record OpenPosterior(Posterior posterior) implements OpenDensity {

    /** ln stretch by ln stretch's derivative: a step for its central difference. */
    private static final double STEP = 1e-4;

    @Override
    public int dimensions() {
        return posterior.parameters().size();
    }

    /** Values of the parameters at coordinates. */
    public double[] values(double[] coordinates) {
        List<Parameter> parameters = posterior.parameters();
        double[] values = new double[coordinates.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = parameters.get(k).prior().value(coordinates[k]);
        }
        return values;
    }

    /** What is reported of the values at coordinates. */
    double[] reported(double[] coordinates) {
        return posterior.reported(values(coordinates));
    }

    /** Coordinates of values inside the supports. */
    public double[] coordinates(double[] values) {
        List<Parameter> parameters = posterior.parameters();
        double[] coordinates = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            coordinates[k] = parameters.get(k).prior().coordinate(values[k]);
        }
        return coordinates;
    }

    /** Widths in coordinates. */
    double[] widths(double[] coordinates) {
        double[] widths = posterior.widths().clone();
        for (int k = 0; k < widths.length; k++) {
            widths[k] /= Math.exp(posterior.parameters().get(k).prior().lnStretch(coordinates[k]));
            widths[k] = Math.clamp(widths[k], 1e-6, 1);
        }
        return widths;
    }

    @Override
    public double ln(double[] coordinates) {
        double prior = lnPrior(coordinates);
        return Double.isInfinite(prior) ? prior : finite(prior + posterior.lnLikelihood(values(coordinates)));
    }

    @Override
    public double ln(double[] coordinates, double[] gradient) {
        double prior = lnPrior(coordinates);
        if (Double.isInfinite(prior)) {
            return prior;
        }
        double ln = prior + posterior.lnLikelihood(values(coordinates), gradient);
        for (int k = 0; k < gradient.length; k++) {
            Prior p = posterior.parameters().get(k).prior();
            double u = coordinates[k];
            gradient[k] = gradient[k] * Math.exp(p.lnStretch(u))
                    + (lnWeight(p, u + STEP) - lnWeight(p, u - STEP)) / (2 * STEP);
        }
        return finite(ln);
    }

    private double lnPrior(double[] coordinates) {
        double sum = 0;
        for (int k = 0; k < coordinates.length; k++) {
            sum += lnWeight(posterior.parameters().get(k).prior(), coordinates[k]);
        }
        return finite(sum);
    }

    private static double lnWeight(Prior prior, double coordinate) {
        return prior.lnDensity(prior.value(coordinate)) + prior.lnStretch(coordinate);
    }

    private static double finite(double ln) {
        return Double.isNaN(ln) ? Double.NEGATIVE_INFINITY : ln;
    }
}
