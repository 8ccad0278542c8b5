package org.cellarius.galaxy.posterior;

import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.galaxy.kernel.StandardNormal;

/**
 * A posterior by its mode and the curvature there, in the priors' coordinates (Laplace's approximation): right for many stars, and the fastest. Covariances of the parameters are of first
 * order; percentiles are those of the normal distribution of the coordinates.
 */
public final class NormalApproximation {

    private NormalApproximation() {}

    /** Empty where no maximum is found. */
    public static Optional<Marginals> of(Posterior posterior) {
        var density = new OpenPosterior(posterior);
        double[] start = density.coordinates(posterior.start());
        return Mode.of(density, start, density.widths(start))
                .flatMap(mode -> Cholesky.of(mode.precision()).map(p -> around(density, mode, p.inverse())));
    }

    private static Marginals around(OpenPosterior density, Mode mode, double[][] inverse) {
        double[] u = mode.coordinates();
        int d = u.length;
        double[] stretch = new double[d];
        var percentiles = new ArrayList<Percentiles>();
        for (int k = 0; k < d; k++) {
            Prior prior = density.posterior().parameters().get(k).prior();
            stretch[k] = Math.exp(prior.lnStretch(u[k]));
            double[] moved = u.clone();
            int at = k;
            double sd = Math.sqrt(inverse[k][k]);
            percentiles.add(Percentiles.of(Percentiles.LEVELS.stream()
                    .mapToDouble(p -> {
                        moved[at] = u[at] + sd * StandardNormal.quantile(p);
                        return density.values(moved)[at];
                    })
                    .toArray()));
        }
        double[][] covariance = IntStream.range(0, d)
                .mapToObj(i -> IntStream.range(0, d)
                        .mapToDouble(j -> stretch[i] * stretch[j] * inverse[i][j])
                        .toArray())
                .toArray(double[][]::new);
        return new Marginals(
                density.values(u),
                covariance,
                percentiles,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                "mode and curvature",
                Marginals.Trust.CONVERGED);
    }
}
