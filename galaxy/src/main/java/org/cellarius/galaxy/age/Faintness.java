package org.cellarius.galaxy.age;

/**
 * How much fainter a star is than it was measured, magnitudes, if it is the one of a place along a curve: linear in the place, as errors are
 * normal.
 *
 * @param slopes change with each coordinate in units of independent errors, those of birth first
 * @param varianceLeft of the magnitude, when all that is measured is known
 */
record Faintness(double[] slopes, double varianceLeft) {

    static Faintness of(Whitening star, BirthFirst order, MeasuredStar measured) {
        double[] slopes = star.turned(order.ordered(measured.withMagnitude));
        double left = measured.magnitudeVariance;
        for (double slope : slopes) {
            left -= slope * slope;
        }
        return new Faintness(slopes, Math.max(left, 0));
    }
}
