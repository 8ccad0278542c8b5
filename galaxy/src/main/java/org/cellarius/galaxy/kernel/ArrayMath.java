package org.cellarius.galaxy.kernel;

/**
 * Elementary functions of the first {@code n} elements of columns, by {@link Math}.
 *
 * <p>Not by the Vector API, whose sine and arc tangent differ from {@link Math}'s in the last place and are computed by
 * {@link Math} until the compiler has seen them often enough: the same command would not give the same bytes twice.
 */
public final class ArrayMath {

    private ArrayMath() {}

    /** Sine and cosine of angles in radians. */
    public static void sinCos(int n, double[] radians, double[] sin, double[] cos) {
        for (int i = 0; i < n; i++) {
            sin[i] = Math.sin(radians[i]);
            cos[i] = Math.cos(radians[i]);
        }
    }

    /** The angle of (x, y) in radians, in (&minus;&pi;, &pi;]. */
    public static void atan2(int n, double[] y, double[] x, double[] radians) {
        for (int i = 0; i < n; i++) {
            radians[i] = Math.atan2(y[i], x[i]);
        }
    }
}
