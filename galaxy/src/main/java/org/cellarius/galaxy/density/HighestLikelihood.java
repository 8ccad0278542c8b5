package org.cellarius.galaxy.density;

import java.util.Optional;
import org.cellarius.galaxy.posterior.Cholesky;

/**
 * Where the likelihood of a profile is highest, by Fisher's scoring: steps of the gradient over the information that the volume gives. From a place not far away.
 *
 * @param values of the parameters
 * @param covariance of their errors, the inverse of Fisher's information of all stars
 */
record HighestLikelihood(double[] values, double[][] covariance) {

    private static final int MOST_STEPS = 30;
    private static final double SHORT = 0.01;

    /** A difference over so much of an error is the gradient. */
    private static final double APART = 0.1;

    /** Empty where the volume does not determine the profile, such as a break outside it. */
    static Optional<HighestLikelihood> of(
            DensityPosterior posterior, DensityModel model, EffectiveVolume volume, double[] start) {
        double[] at = start.clone();
        double[] widths = posterior.widths();
        double here = posterior.lnLikelihood(at);
        Optional<double[][]> known = covariance(posterior, model, volume, at, widths);
        for (int step = 0; step < MOST_STEPS && known.isPresent(); step++) {
            double[][] covariance = known.orElseThrow();
            int d = at.length;
            double[] gradient = new double[d];
            for (int k = 0; k < d; k++) {
                double away = APART * Math.sqrt(covariance[k][k]);
                double[] moved = at.clone();
                moved[k] += away;
                double above = lnLikelihood(posterior, model, moved);
                moved[k] -= 2 * away;
                gradient[k] = (above - lnLikelihood(posterior, model, moved)) / (2 * away);
            }
            double longest = 0;
            double[] move = new double[d];
            for (int k = 0; k < d; k++) {
                for (int j = 0; j < d; j++) {
                    move[k] += covariance[k][j] * gradient[j];
                }
                longest = Math.max(longest, Math.abs(move[k]) / Math.sqrt(covariance[k][k]));
            }
            double fraction = Math.min(1, 3 / Math.max(longest, 1e-300));
            boolean climbed = false;
            for (int cut = 0; cut < 6 && !climbed; cut++) {
                double[] next = at.clone();
                for (int k = 0; k < d; k++) {
                    next[k] += fraction * move[k];
                }
                double there = lnLikelihood(posterior, model, next);
                climbed = there > here;
                if (climbed) {
                    at = next;
                    here = there;
                }
                fraction *= 0.4;
            }
            if (!climbed || longest < SHORT) {
                break;
            }
            known = covariance(posterior, model, volume, at, widths);
        }
        double[] found = at;
        return known.map(c -> new HighestLikelihood(found, c));
    }

    /** &minus;&infin; where there is no such profile. */
    private static double lnLikelihood(DensityPosterior posterior, DensityModel model, double[] values) {
        return model.allows(values) ? posterior.lnLikelihood(values) : Double.NEGATIVE_INFINITY;
    }

    private static Optional<double[][]> covariance(
            DensityPosterior posterior, DensityModel model, EffectiveVolume volume, double[] at, double[] widths) {
        double[][] information = ProfileScores.of(model, at, widths, volume).information();
        for (double[] row : information) {
            for (int k = 0; k < row.length; k++) {
                row[k] *= posterior.stars();
            }
        }
        return Cholesky.of(information).map(Cholesky::inverse);
    }
}
