package org.cellarius.galaxy.density;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cellarius.galaxy.posterior.Marginals;
import org.cellarius.galaxy.posterior.Percentiles;

/**
 * How much a coarser volume would change what is found: the likelihood differs by N times the difference of the integrals. The draws of the posterior, weighted by it, are those of the coarser volume,
 * whatever the posterior's form. Changes beyond the draws are not followed: a large one is told as at most the spread of the draws.
 */
public record VolumeAccuracy(EffectiveVolume coarse, EffectiveVolume fine) {

    /**
     * The largest change of a parameter's mean, in its errors: halves of the central 68 per cent.
     *
     * @param found with draws
     */
    public double largestChange(DensityModel model, int stars, Marginals found) {
        double[][] draws = found.draws();
        double[] ln = Arrays.stream(draws)
                .mapToDouble(d -> -stars * difference(model, d))
                .toArray();
        double most = Arrays.stream(ln).max().orElse(0);
        double[] weight = Arrays.stream(ln).map(l -> Math.exp(l - most)).toArray();
        double all = Arrays.stream(weight).sum();
        double largest = 0;
        for (int k = 0; k < found.means().length; k++) {
            int parameter = k;
            double plain = Arrays.stream(draws).mapToDouble(d -> d[parameter]).sum() / draws.length;
            double weighted = IntStream.range(0, draws.length)
                            .mapToDouble(i -> weight[i] * draws[i][parameter])
                            .sum()
                    / all;
            Percentiles p = found.percentiles().get(k);
            largest = Math.max(largest, Math.abs(weighted - plain) / (0.5 * (p.p84() - p.p16())));
        }
        return largest;
    }

    private double difference(DensityModel model, double[] values) {
        DiscProfile profile = model.profile(values);
        return coarse.lnIntegralFast(profile) - fine.lnIntegralFast(profile);
    }
}
