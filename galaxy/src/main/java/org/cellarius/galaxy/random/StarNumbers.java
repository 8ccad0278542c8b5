package org.cellarius.galaxy.random;

import org.cellarius.galaxy.kernel.DrawMath;

/**
 * The numbers of a block of stars, one draw of all of them at a time: those of {@link CounterRandom.OfStar}, to 1e-12. One instance per thread: it owns scratch.
 */
public final class StarNumbers {

    private final DrawMath math;
    private final long[] bits;
    private final double[] turns;

    /** For blocks of at most that many stars. */
    public StarNumbers(DrawMath math, int longest) {
        this.math = math;
        this.bits = new long[DrawMath.padded(longest)];
        this.turns = new double[DrawMath.padded(longest)];
    }

    /** Where the uniform numbers of a star begin that lies that many draws further on. */
    public static long uniformsFrom(long key, long draws) {
        return key + draws * CounterRandom.GOLDEN;
    }

    /** Where the normal ones begin. */
    public static long normalsFrom(long key, long draws) {
        return key + 2 * draws * CounterRandom.GOLDEN;
    }

    /** Uniform numbers; the keys are those of the stars, or {@link #uniformsFrom}. Arrays hold whole groups ({@link DrawMath#padded}). */
    public void uniform(int n, long[] keys, int draw, double[] uniform) {
        math.mixed(n, keys, (draw + 1L) * CounterRandom.GOLDEN, bits);
        math.uniforms(n, bits, uniform);
    }

    /** Standard normal numbers; the keys are those of the stars, or {@link #normalsFrom}. */
    public void normal(int n, long[] keys, int draw, double[] normal) {
        long first = Integer.MIN_VALUE + 2L * draw;
        math.mixed(n, keys, (first + 2) * CounterRandom.GOLDEN, bits);
        math.uniforms(n, bits, turns);
        math.circlePoints(n, turns, normal, turns);
        math.mixed(n, keys, (first + 1) * CounterRandom.GOLDEN, bits);
        math.radii(n, bits, turns);
        for (int i = 0; i < n; i++) {
            normal[i] *= turns[i];
        }
    }
}
