package org.cellarius.galaxy.random;

/**
 * A counter-based generator: every number is a pure function of seed, star and draw.
 *
 * @param seed the seed that the study names
 */
public record CounterRandom(long seed) {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** 64 random bits of (star, draw). */
    public long bits(long star, int draw) {
        long h = mix(seed + GOLDEN);
        h = mix(h ^ (star * GOLDEN + 0x632BE59BD9B4E019L));
        return mix(h + (draw + 1L) * GOLDEN);
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

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
