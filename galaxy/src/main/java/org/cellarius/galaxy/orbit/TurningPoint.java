package org.cellarius.galaxy.orbit;

/**
 * The extremum of a quantity within a step, from its value and two derivatives at both ends: a root of the derivative of the
 * quintic through them. The error is of order (&omega; h)&#8310;/46080 of the amplitude.
 */
final class TurningPoint {

    private static final int ITERATIONS = 4;
    private static final double ROUNDING = 1e-10;

    private TurningPoint() {}

    /**
     * Value at the extremum. The first derivatives at the ends, {@code d0} and {@code d1}, have different signs.
     *
     * @param h length of the step
     */
    static double value(double f0, double d0, double s0, double f1, double d1, double s1, double h) {
        return at(place(f0, d0, s0, f1, d1, s1, h), f0, d0, s0, f1, d1, s1, h);
    }

    /** Where in the step the extremum lies, from 0 to 1. */
    static double place(double f0, double d0, double s0, double f1, double d1, double s1, double h) {
        // p(u) = f0 + c1 u + c2 u^2 + c3 u^3 + c4 u^4 + c5 u^5 with u from 0 to 1
        double c1 = h * d0;
        double c2 = 0.5 * h * h * s0;
        double a = f1 - f0 - c1 - c2;
        double b = h * d1 - c1 - 2 * c2;
        double c = h * h * s1 - 2 * c2;
        double c3 = 10 * a - 4 * b + 0.5 * c;
        double c4 = -15 * a + 7 * b - c;
        double c5 = 6 * a - 3 * b + 0.5 * c;
        double low = 0;
        double high = 1;
        double u = d0 / (d0 - d1);
        for (int k = 0; k < ITERATIONS; k++) {
            double slope = c1 + u * (2 * c2 + u * (3 * c3 + u * (4 * c4 + u * 5 * c5)));
            double bend = 2 * c2 + u * (6 * c3 + u * (12 * c4 + u * 20 * c5));
            if (slope * d0 > 0) {
                low = u;
            } else {
                high = u;
            }
            double next = u - slope / bend;
            // Beside the root a rounding may put the next guess a little outside the bracket.
            u = next > low - ROUNDING && next < high + ROUNDING ? next : 0.5 * (low + high);
        }
        return u;
    }

    /** The quintic at a place in the step. */
    static double at(double u, double f0, double d0, double s0, double f1, double d1, double s1, double h) {
        double c1 = h * d0;
        double c2 = 0.5 * h * h * s0;
        double a = f1 - f0 - c1 - c2;
        double b = h * d1 - c1 - 2 * c2;
        double c = h * h * s1 - 2 * c2;
        double c3 = 10 * a - 4 * b + 0.5 * c;
        double c4 = -15 * a + 7 * b - c;
        double c5 = 6 * a - 3 * b + 0.5 * c;
        return f0 + u * (c1 + u * (c2 + u * (c3 + u * (c4 + u * c5))));
    }
}
