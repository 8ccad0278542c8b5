package org.cellarius.galaxy.kernel;

/**
 * The degree of a uniform B-spline. A cell sees {@code degree + 1} B-splines, taken degree! times as large as usual so that their
 * coefficients are whole numbers (Schoenberg 1946; de Boor 1978, A Practical Guide to Splines).
 */
public enum SplineDegree {
    /** Twice continuously differentiable; error of order cell&#8308;. */
    CUBIC(3) {
        @Override
        public void weigh(double t, double[] value, double[] derivative) {
            double s = 1 - t;
            value[0] = s * s * s;
            value[1] = 4 - t * t * (6 - 3 * t);
            value[2] = 4 - s * s * (6 - 3 * s);
            value[3] = t * t * t;
            derivative[0] = -3 * s * s;
            derivative[1] = t * (9 * t - 12);
            derivative[2] = s * (12 - 9 * s);
            derivative[3] = 3 * t * t;
        }
    },
    /** Four times continuously differentiable; error of order cell&#8310;. */
    QUINTIC(5) {
        @Override
        public void weigh(double t, double[] value, double[] derivative) {
            double s = 1 - t;
            double t2 = t * t;
            double s2 = s * s;
            value[0] = s2 * s2 * s;
            value[1] = outer(t);
            value[2] = inner(t);
            value[3] = inner(s);
            value[4] = outer(s);
            value[5] = t2 * t2 * t;
            derivative[0] = -5 * s2 * s2;
            derivative[1] = outerSlope(t);
            derivative[2] = innerSlope(t);
            derivative[3] = -innerSlope(s);
            derivative[4] = -outerSlope(s);
            derivative[5] = 5 * t2 * t2;
        }
    };

    private final int degree;

    SplineDegree(int degree) {
        this.degree = degree;
    }

    public int degree() {
        return degree;
    }

    /** B-splines that a cell sees. */
    public int order() {
        return degree + 1;
    }

    /** The B-splines and their derivatives at 0 &le; t &le; 1 of a cell. */
    public abstract void weigh(double t, double[] value, double[] derivative);

    private static double outer(double t) {
        return 26 - t * (50 - t * (20 + t * (20 - t * (20 - 5 * t))));
    }

    private static double inner(double t) {
        double t2 = t * t;
        return 66 - t2 * (60 - t2 * (30 - 10 * t));
    }

    private static double outerSlope(double t) {
        return t * (40 + t * (60 - t * (80 - 25 * t))) - 50;
    }

    private static double innerSlope(double t) {
        return -t * (120 - t * t * (120 - 50 * t));
    }
}
