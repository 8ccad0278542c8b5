package org.cellarius.galaxy.birth;

import java.util.Arrays;
import org.cellarius.galaxy.kernel.StandardNormal;
import org.cellarius.galaxy.population.Moments;
import org.cellarius.galaxy.population.Quantiles;
import org.cellarius.galaxy.random.CounterRandom;

/** What the range of [Fe/H] is, and the level that goes with it. */
public sealed interface RangeStatistic {

    /** Range and level of a sample, with errors of its being finite. */
    Spread of(double[] values, CounterRandom random, int bin);

    /** The range of a standard normal distribution: so much of the range errors and scatter make for each dex. */
    double ofNormal();

    /** The same range of radii of birth, kpc. */
    double widthKpc(RadiusDistribution births);

    /** The radius of birth that belongs to the level, kpc. */
    double levelKpc(RadiusDistribution births);

    /**
     * Standard deviation, and the mean as level. Normal errors come off exactly, whatever the distribution; a few stars far off count much. Errors from the third and fourth
     * moments.
     */
    record StandardDeviation() implements RangeStatistic {
        @Override
        public Spread of(double[] values, CounterRandom random, int bin) {
            Moments m = Moments.of(values, values.length);
            double s = m.standardDeviation();
            double n = values.length;
            return new Spread(
                    values.length,
                    s,
                    m.standardDeviationError(),
                    m.mean(),
                    m.standardError(),
                    m.skewness() * s * s / (2 * n));
        }

        @Override
        public double ofNormal() {
            return 1;
        }

        @Override
        public double widthKpc(RadiusDistribution births) {
            return births.standardDeviationKpc();
        }

        @Override
        public double levelKpc(RadiusDistribution births) {
            return births.meanKpc();
        }
    }

    /**
     * One percentile minus another, and the median as level. Few stars far off do not count. Normal errors come off in quadrature, which is right for a normal distribution; of births of
     * an exponential disc 5 per cent too little of what they add is taken off the range from 5 to 95 per cent, and 40 per cent too much of that from 16 to 84 (their second order in the
     * errors, {@code RangeStatisticTest}). Errors: from {@value #DRAWS} samples of the sample ({@link PercentileDraws}).
     *
     * @param lower per cent, below 50
     * @param upper per cent, above 50
     */
    record PercentileRange(double lower, double upper) implements RangeStatistic {

        private static final int DRAWS = 400;

        public PercentileRange {
            if (!(lower > 0 && lower < 50 && upper > 50 && upper < 100)) {
                throw new IllegalArgumentException(
                        "percentiles " + lower + " and " + upper + ": they must lie on either side of 50");
            }
        }

        @Override
        public Spread of(double[] values, CounterRandom random, int bin) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            double[] p = {lower / 100, 0.5, upper / 100};
            double[] ranges = new double[DRAWS];
            double[] levels = new double[DRAWS];
            var draws = new PercentileDraws(sorted, random, bin);
            for (int d = 0; d < DRAWS; d++) {
                double[] drawn = draws.draw(p, d);
                ranges[d] = drawn[2] - drawn[0];
                levels[d] = drawn[1];
            }
            return new Spread(
                    sorted.length,
                    Quantiles.ofSorted(sorted, p[2]) - Quantiles.ofSorted(sorted, p[0]),
                    Math.sqrt(Spread.covariance(ranges, ranges)),
                    Quantiles.ofSorted(sorted, p[1]),
                    Math.sqrt(Spread.covariance(levels, levels)),
                    Spread.covariance(ranges, levels));
        }

        @Override
        public double ofNormal() {
            return StandardNormal.quantile(upper / 100) - StandardNormal.quantile(lower / 100);
        }

        @Override
        public double widthKpc(RadiusDistribution births) {
            return births.quantileKpc(upper / 100) - births.quantileKpc(lower / 100);
        }

        @Override
        public double levelKpc(RadiusDistribution births) {
            return births.quantileKpc(0.5);
        }
    }
}
