package org.cellarius.galaxy.posterior;

import java.util.Optional;
import org.cellarius.galaxy.random.CounterRandom;

/**
 * The affine-invariant ensemble sampler: walkers stretch along lines to walkers of the other half (Goodman and Weare 2010, Comm. App.
 * Math. Comp. Sci. 5, 65; emcee, Foreman-Mackey et al. 2013, PASP 125, 306). The first fifth of the steps is dropped.
 */
public final class EnsembleSampler {

    /** Goodman and Weare's a. */
    private static final double STRETCH = 2;

    private EnsembleSampler() {}

    /** Empty where the density vanishes about its start. */
    public static Optional<Marginals> sample(Posterior posterior, Computation.Ensemble plan) {
        var density = new OpenPosterior(posterior);
        int d = density.dimensions();
        int walkers = Math.max(plan.walkers(), 2 * d + 2);
        var random = new CounterRandom(plan.seed()).forPurpose("ensemble");
        double[][] place = new double[walkers][];
        double[] ln = new double[walkers];
        Starts starts = Starts.of(density);
        for (int w = 0; w < walkers; w++) {
            place[w] = starts.draw(random, w);
            ln[w] = density.ln(place[w]);
        }
        if (java.util.Arrays.stream(ln).allMatch(Double::isInfinite)) {
            return Optional.empty();
        }
        int dropped = plan.steps() / 5;
        double[][][] kept = new double[walkers][plan.steps() - dropped][];
        var steps = random.forPurpose("steps");
        int half = walkers / 2;
        for (int step = 0; step < plan.steps(); step++) {
            for (int w = 0; w < walkers; w++) {
                // First the one half moves along lines to the other as it stands, then the other to the one.
                int other = w < half ? half : 0;
                int size = w < half ? walkers - half : half;
                double root = 1 + (STRETCH - 1) * steps.uniform(w, 3 * step);
                double z = root * root / STRETCH;
                double[] partner = place[other + (int) (size * steps.uniform(w, 3 * step + 1))];
                double[] next = new double[d];
                for (int k = 0; k < d; k++) {
                    next[k] = partner[k] + z * (place[w][k] - partner[k]);
                }
                double there = density.ln(next);
                if (Math.log(steps.uniform(w, 3 * step + 2)) < (d - 1) * Math.log(z) + there - ln[w]) {
                    place[w] = next;
                    ln[w] = there;
                }
                if (step >= dropped) {
                    kept[w][step - dropped] = density.reported(place[w]);
                }
            }
        }
        return Optional.of(
                new Chains(kept).marginals("ensemble sampler, " + walkers + " walkers, " + plan.steps() + " steps"));
    }
}
