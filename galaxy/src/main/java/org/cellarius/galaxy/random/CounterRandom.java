package org.cellarius.galaxy.random;

/**
 * A counter-based generator: every number is a pure function of seed, star and draw.
 *
 * @param seed the seed that the study names
 */
public record CounterRandom(long seed) {

    static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** Poisson numbers of a mean up to this are counted term by term. */
    private static final long FEW = 30;

    /** 64 random bits of (star, draw). */
    public long bits(long star, int draw) {
        return mix(key(star) + (draw + 1L) * GOLDEN);
    }

    /** Where the sequence of a star begins: its k-th number is {@code mix(key + (k + 1) GOLDEN)}. */
    long key(long star) {
        return mix(mix(seed + GOLDEN) ^ (star * GOLDEN + 0x632BE59BD9B4E019L));
    }

    /**
     * The numbers of one star: the same as this generator gives, cheaper where many are drawn.
     *
     * @param key where its sequence begins
     */
    public record OfStar(long key) {

        /** As {@link CounterRandom#uniform}. */
        public double uniform(int draw) {
            return ((mix(key + (draw + 1L) * GOLDEN) >>> 12) + 0.5) * 0x1p-52;
        }

        /** As {@link CounterRandom#normal}. */
        public double normal(int draw) {
            double u = uniform(Integer.MIN_VALUE + 2 * draw);
            double v = uniform(Integer.MIN_VALUE + 2 * draw + 1);
            return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
        }
    }

    /** The numbers of a star. */
    public OfStar of(long star) {
        return new OfStar(key(star));
    }

    /** A generator independent of this one, for one purpose: steps of a study that share a seed do not share numbers. */
    public CounterRandom forPurpose(String purpose) {
        long h = mix(seed ^ GOLDEN);
        for (int i = 0; i < purpose.length(); i++) {
            h = mix(h + (purpose.charAt(i) + 1L) * GOLDEN);
        }
        return new CounterRandom(h);
    }

    /** Uniform in the open interval (0, 1): never exactly 0 or 1, so that logarithms are safe. */
    public double uniform(long star, int draw) {
        return ((bits(star, draw) >>> 12) + 0.5) * 0x1p-52;
    }

    /** Standard normal, by Box and Muller from the uniforms of draws {@code 2 draw} and {@code 2 draw + 1} of a second family. */
    public double normal(long star, int draw) {
        double u = uniform(star, Integer.MIN_VALUE + 2 * draw);
        double v = uniform(star, Integer.MIN_VALUE + 2 * draw + 1);
        return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
    }

    /** A Poisson number. */
    public double poisson(double mean, long star, int draw) {
        if (mean > FEW) {
            // The expansion of Cornish and Fisher: skewness and kurtosis are right, what is left is below a hundredth
            // of one.
            double z = normal(star, draw);
            double root = Math.sqrt(mean);
            return Math.max(0, Math.rint(mean + root * z + (z * z - 1) / 6 + (z - z * z * z) / (72 * root)));
        }
        double u = uniform(star, draw);
        double term = Math.exp(-mean);
        double sum = term;
        int k = 0;
        while (u > sum && term > 0) {
            k++;
            term *= mean / k;
            sum += term;
        }
        return k;
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
