package org.cellarius.galaxy.fit;

import java.util.List;
import java.util.stream.IntStream;
import org.cellarius.galaxy.posterior.Percentiles;

/**
 * What a method makes of mock samples whose truth is known.
 *
 * @param samples mock samples fitted
 * @param failed samples without a line
 * @param bias mean of the estimate minus the truth
 * @param biasError its standard error
 * @param scatter standard deviation of the estimates over the samples: what the stated error should be
 * @param statedError mean of the stated errors, of the lines that have one; so the coverages
 * @param coverage68 fraction of samples whose 68 per cent interval holds the truth
 * @param coverage95 the same for 95 per cent
 */
public record Closure(
        int samples,
        int failed,
        double bias,
        double biasError,
        double scatter,
        double statedError,
        double coverage68,
        double coverage95) {

    private static final double SD_OF_95 = 1.959963984540054;

    /**
     * Compares estimates with truths; intervals are those of the posterior where there is one, else of the stated errors.
     *
     * @param estimates one per sample; those without a finite value count as failed
     */
    public static Closure of(List<Estimate> estimates, double[] truths) {
        int[] good = IntStream.range(0, truths.length)
                .filter(k -> Double.isFinite(estimates.get(k).value()))
                .toArray();
        double[] off = IntStream.of(good)
                .mapToDouble(k -> estimates.get(k).value() - truths[k])
                .toArray();
        double mean = IntStream.range(0, off.length)
                .mapToDouble(k -> off[k])
                .average()
                .orElse(Double.NaN);
        double variance = IntStream.range(0, off.length)
                        .mapToDouble(k -> (off[k] - mean) * (off[k] - mean))
                        .sum()
                / (off.length - 1);
        return new Closure(
                truths.length,
                truths.length - good.length,
                mean,
                Math.sqrt(variance / off.length),
                Math.sqrt(variance),
                IntStream.of(good)
                        .mapToDouble(k -> estimates.get(k).sd())
                        .filter(sd -> !Double.isNaN(sd))
                        .average()
                        .orElse(Double.NaN),
                share(good, estimates, truths, 1, 1, 3),
                share(good, estimates, truths, SD_OF_95, 0, 4));
    }

    private static double share(int[] good, List<Estimate> estimates, double[] truths, double sds, int low, int high) {
        return IntStream.of(good)
                .mapToDouble(k -> holds(estimates.get(k), truths[k], sds, low, high))
                .filter(held -> !Double.isNaN(held))
                .average()
                .orElse(Double.NaN);
    }

    private static double holds(Estimate e, double truth, double sds, int low, int high) {
        if (e.percentiles().isPresent()) {
            List<Double> values = e.percentiles().map(Percentiles::values).orElseThrow();
            return truth >= values.get(low) && truth <= values.get(high) ? 1 : 0;
        }
        return Double.isNaN(e.sd()) ? Double.NaN : Math.abs(e.value() - truth) <= sds * e.sd() ? 1 : 0;
    }
}
