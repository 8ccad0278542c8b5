package org.cellarius.galaxy.random;

import org.cellarius.galaxy.kernel.DrawMath;

/**
 * Standard normals for many draws of one star at once, still a pure function of (seed, star, draw, slot, attempt).
 *
 * <p>A draw owns {@value #SLOTS_PER_DRAW} numbers of 64 bits per attempt: slots 2k and 2k+1 make the k-th pair of
 * normals, slot {@value #SIDE_SLOT} a uniform. Attempt 0 is the draw; later attempts replace a rejected one. Block
 * lengths, order and threads do not matter. One instance per thread: it owns scratch.
 */
public final class NormalBlocks {

    /** Numbers of 64 bits that one attempt of a draw owns. */
    static final int SLOTS_PER_DRAW = 8;

    private static final int SLOT_BITS = 3;

    static final int SIDE_SLOT = 6;

    /** Draws per star are fewer than 2^32, attempts lie 2^40 numbers apart. */
    private static final long ATTEMPT = 1L << 40;

    private final CounterRandom random;
    private final DrawMath math;
    private final long[] bits;
    private final double[] radii;

    /** For blocks of at most that many draws. */
    public NormalBlocks(CounterRandom random, DrawMath math, int longest) {
        this.random = random;
        this.math = math;
        this.bits = new long[DrawMath.padded(longest)];
        this.radii = new double[DrawMath.padded(longest)];
    }

    /** The pair of normals of that number (0, 1 or 2) for draws {@code from}, {@code from + 1}, &hellip; of a star. */
    public void pair(int n, long star, long from, int pair, int attempt, double[] first, double[] second) {
        hash(n, star, from, 2 * pair, attempt);
        math.radii(n, bits, radii);
        hash(n, star, from, 2 * pair + 1, attempt);
        math.normalPairs(n, bits, radii, first, second);
    }

    /** A uniform in (0, 1) of each draw, independent of the normals. */
    public void uniform(int n, long star, long from, int attempt, double[] uniform) {
        hash(n, star, from, SIDE_SLOT, attempt);
        for (int i = 0; i < n; i++) {
            uniform[i] = ((bits[i] >>> 12) + 0.5) * 0x1p-52;
        }
    }

    private void hash(int n, long star, long from, int slot, int attempt) {
        long counter = from * SLOTS_PER_DRAW + slot + attempt * ATTEMPT;
        math.bits(n, random.key(star) + (counter + 1) * CounterRandom.GOLDEN, CounterRandom.GOLDEN << SLOT_BITS, bits);
    }
}
