package org.cellarius.galaxy.kernel;

/** Elementary functions of the first {@code n} elements of columns. Arguments and results may not overlap. */
public sealed interface ArrayMath permits ScalarArrayMath, VectorArrayMath {

    /** The fastest form that this start of Java can run. */
    static ArrayMath best() {
        return Best.MATH;
    }

    /** Sine and cosine of angles in radians. */
    void sinCos(int n, double[] radians, double[] sin, double[] cos);

    /** The angle of (x, y) in radians, in (&minus;&pi;, &pi;]. */
    void atan2(int n, double[] y, double[] x, double[] radians);

    /** Chosen once; the class on the Vector API is not touched where its module is missing. */
    final class Best {
        static final ArrayMath MATH =
                ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                        ? new VectorArrayMath()
                        : new ScalarArrayMath();

        private Best() {}
    }
}
