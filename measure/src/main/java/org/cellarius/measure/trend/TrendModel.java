package org.cellarius.measure.trend;

/** How the trend that is removed is found. */
public sealed interface TrendModel {

    /** In words, with the source. */
    String description();

    /**
     * A polynomial by least squares, all stars weighted alike: degree 1 for a radial gradient, 6 for the temperature
     * systematics of Long et al. (2025).
     *
     * @param degree 0 to 12
     */
    record PolynomialOf(int degree) implements TrendModel {
        @Override
        public String description() {
            return degree == 1 ? "a straight line by least squares" : "a polynomial of degree " + degree;
        }
    }

    /**
     * Medians in bins [k w, (k+1) w), straight between their centres.
     *
     * @param width w, unit of the quantity that the trend runs along
     * @param minimumCount bins with fewer stars are bridged
     */
    record BinnedMedians(double width, long minimumCount) implements TrendModel {
        @Override
        public String description() {
            return "medians in bins of width " + width + " with at least " + minimumCount + " stars, straight between";
        }
    }

    /**
     * Medians of windows of N stars, straight between their median abscissae.
     *
     * @param window N
     * @param overlap fraction of a window shared with the next
     */
    record RunningMedians(int window, double overlap) implements TrendModel {
        @Override
        public String description() {
            return "medians of windows of " + window + " stars, of which neighbours share " + overlap;
        }
    }
}
