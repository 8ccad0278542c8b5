package org.cellarius.galaxy.posterior;

import java.util.Optional;
import org.cellarius.galaxy.random.CounterRandom;

/**
 * Draws from a multivariate Student t about the mode with the curvature there, weighted by posterior over t. A first round adapts centre
 * and width to the weighted draws, a second is the answer.
 */
public final class ImportanceSampler {

    /** Degrees of freedom of the proposal: tails heavier than the posterior's. */
    private static final int FREEDOM = 6;

    private static final double LEAST_ESS = 1000;

    private ImportanceSampler() {}

    /** Empty where no maximum is found. */
    public static Optional<Marginals> sample(Posterior posterior, Computation.Importance plan) {
        var density = new OpenPosterior(posterior);
        double[] start = density.coordinates(posterior.start());
        return Mode.of(density, start, density.widths(start)).flatMap(mode -> {
            Optional<Cholesky> precision = Cholesky.of(mode.precision());
            return precision.flatMap(p -> {
                var random = new CounterRandom(plan.seed()).forPurpose("importance");
                Optional<Cholesky> width = Cholesky.of(p.inverse());
                double[] centre = mode.coordinates();
                int early = Math.max(2000, plan.draws() / 10);
                for (int round = 0; round < 3 && width.isPresent(); round++) {
                    Weighted first = draw(density, centre, width.get(), early, random.forPurpose("adapting " + round));
                    if (first.draws.effectiveSize() < 20) {
                        break;
                    }
                    centre = first.draws.means();
                    width = Cholesky.of(first.draws.covariance());
                }
                double[] adapted = centre;
                return width.map(w -> answer(density, draw(density, adapted, w, plan.draws(), random)));
            });
        });
    }

    private static Marginals answer(OpenPosterior density, Weighted drawn) {
        double[][] values = new double[drawn.draws.values().length][];
        java.util.Arrays.setAll(values, i -> density.values(drawn.draws.values()[i]));
        var draws = new WeightedDraws(values, drawn.draws.weights());
        double ess = draws.effectiveSize();
        return new Marginals(
                draws.means(),
                draws.covariance(),
                draws.percentiles(),
                drawn.lnEvidence,
                ess,
                Double.NaN,
                "importance sampling, " + values.length + " draws",
                ess > LEAST_ESS ? Marginals.Trust.CONVERGED : Marginals.Trust.NOT_CONVERGED);
    }

    private record Weighted(WeightedDraws draws, double lnEvidence) {}

    private static Weighted draw(
            OpenPosterior density, double[] centre, Cholesky width, int draws, CounterRandom random) {
        int d = centre.length;
        double[][] places = new double[draws][];
        double[] ln = new double[draws];
        double best = Double.NEGATIVE_INFINITY;
        double lnT = lnNormalisation(d) - width.lnDiagonal();
        for (int i = 0; i < draws; i++) {
            double[] z = new double[d];
            double length = 0;
            for (int k = 0; k < d; k++) {
                z[k] = random.normal(i, k);
            }
            double chi2 = 0;
            for (int k = 0; k < FREEDOM; k++) {
                double t = random.normal(i, d + k);
                chi2 += t * t;
            }
            double stretch = Math.sqrt(FREEDOM / chi2);
            for (int k = 0; k < d; k++) {
                z[k] *= stretch;
                length += z[k] * z[k];
            }
            double[] place = width.times(z);
            for (int k = 0; k < d; k++) {
                place[k] += centre[k];
            }
            places[i] = place;
            ln[i] = density.ln(place) - lnT + 0.5 * (FREEDOM + d) * Math.log1p(length / FREEDOM);
            best = Math.max(best, ln[i]);
        }
        double sum = 0;
        for (int i = 0; i < draws; i++) {
            ln[i] = Math.exp(ln[i] - best);
            sum += ln[i];
        }
        return new Weighted(new WeightedDraws(places, ln), best + Math.log(sum / draws));
    }

    /** ln of Student's density at its centre, for unit width. */
    private static double lnNormalisation(int d) {
        return lnGammaOfHalf(FREEDOM + d) - lnGammaOfHalf(FREEDOM) - 0.5 * d * Math.log(FREEDOM * Math.PI);
    }

    /** ln &Gamma;(k/2). */
    private static double lnGammaOfHalf(int k) {
        double ln = k % 2 == 0 ? 0 : 0.5 * Math.log(Math.PI);
        for (double x = k % 2 == 0 ? 1 : 0.5; x < 0.5 * k - 0.25; x++) {
            ln += Math.log(x);
        }
        return ln;
    }
}
