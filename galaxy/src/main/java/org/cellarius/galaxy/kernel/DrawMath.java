package org.cellarius.galaxy.kernel;

/**
 * Random numbers and sums over blocks of draws. The two forms give the same bits: every step is one rounded operation of
 * the same sequence, and sums go through {@link #SLOTS} partial sums in both.
 *
 * <p>The generators write whole groups: their arrays must hold {@link #padded(int)} elements; those behind the n-th are
 * further numbers of the same sequence. Sums read the first n elements only.
 */
public sealed interface DrawMath permits ScalarDrawMath, VectorDrawMath {

    /** Elements per group; no machine's registers hold more doubles. */
    int SLOTS = 8;

    /** The fastest form that this start of Java and this machine can run. */
    static DrawMath best() {
        return Best.MATH;
    }

    /** The length of the arrays for n draws: n rounded up to whole groups. */
    static int padded(int n) {
        return (n + SLOTS - 1) / SLOTS * SLOTS;
    }

    /** {@code bits[i]} = finaliser of SplitMix64 of {@code start + i step}. */
    void bits(int n, long start, long step, long[] bits);

    /** {@code bits[i]} = finaliser of SplitMix64 of {@code keys[i] + added}. */
    void mixed(int n, long[] keys, long added, long[] bits);

    /** Uniform numbers in (0, 1): the middles of 2<sup>52</sup> cells, from the upper 52 bits. */
    void uniforms(int n, long[] bits, double[] uniforms);

    /** ln x of positive normal numbers; error below 3.4e-14 of it, the first neglected term of the series, and 2e-16. */
    void logarithms(int n, double[] x, double[] logarithms);

    /** e<sup>x</sup>, |x| &lt; 700; relative error below 1e-15. */
    void exponentials(int n, double[] x, double[] exponentials);

    /** Cosine and sine of 2&pi; turns, turns in [0, 1]; error below 2e-13. */
    void circlePoints(int n, double[] turns, double[] cosines, double[] sines);

    /** Radii of normal pairs: &radic;(&minus;2 ln u), u uniform in (0, 1) from the upper 52 bits; error below 2e-14 relative. */
    void radii(int n, long[] bits, double[] radii);

    /**
     * Pairs of independent standard normals (Box and Muller 1958): a radius times a point on the unit circle, its angle in
     * [&minus;&pi;/2, &pi;/2) from the upper 52 bits, the side of the half circle from the lowest one; error of the point below
     * 1e-13.
     */
    void normalPairs(int n, long[] bits, double[] radii, double[] first, double[] second);

    /** Sum of the first n elements. */
    double sum(int n, double[] a);

    /** Sum of the products of the first n elements. */
    double dot(int n, double[] a, double[] b);

    /** Chosen once; the class on the Vector API is not touched where its module is missing. */
    final class Best {
        static final DrawMath MATH =
                VectorApi.isThere() && VectorDrawMath.fits() ? new VectorDrawMath() : new ScalarDrawMath();

        private Best() {}
    }
}
