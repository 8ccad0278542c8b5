package org.cellarius.galaxy.kernel;

/** One element after the other, by {@link Math}. */
public final class ScalarArrayMath implements ArrayMath {

    @Override
    public void sinCos(int n, double[] radians, double[] sin, double[] cos) {
        for (int i = 0; i < n; i++) {
            sin[i] = Math.sin(radians[i]);
            cos[i] = Math.cos(radians[i]);
        }
    }

    @Override
    public void atan2(int n, double[] y, double[] x, double[] radians) {
        for (int i = 0; i < n; i++) {
            radians[i] = Math.atan2(y[i], x[i]);
        }
    }
}
