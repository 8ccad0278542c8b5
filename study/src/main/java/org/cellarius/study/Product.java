package org.cellarius.study;

import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.fit.LineMethod;
import org.cellarius.study.yaml.Place;

/** Something that a study measures. */
public sealed interface Product {

    Head head();

    /**
     * What all products have.
     *
     * @param population name of the population; empty for all stars
     * @param where further condition; empty for none
     */
    record Head(String name, String title, Optional<String> population, Optional<String> where, Place place) {}

    /**
     * A straight line per slice.
     *
     * @param yError expression for the one-sigma errors; empty for OLS
     * @param minimumCount slices with fewer stars are not fitted
     */
    record Gradient(
            Head head,
            AxisSource x,
            AxisSource y,
            Optional<String> yError,
            LineMethod method,
            Optional<SlicesSource> slices,
            long minimumCount)
            implements Product {}

    /**
     * Running median (Imig et al. 2023).
     *
     * @param window number of stars in a window
     * @param overlap fraction of a window shared with the next
     */
    record RunningMedianProfile(
            Head head, AxisSource x, AxisSource y, Optional<SlicesSource> slices, int window, double overlap)
            implements Product {}

    /**
     * Medians in bins of x and an unweighted line through them (Long et al. 2025).
     *
     * @param width width of a bin, unit of x; bins start at multiples of it
     * @param minimumCount bins with fewer stars do not enter the line
     */
    record BinnedMedianLine(
            Head head, AxisSource x, AxisSource y, double width, Optional<SlicesSource> slices, long minimumCount)
            implements Product {}

    /** Planes of maps. */
    enum Plane {
        X_Y("x-y", "x", "y"),
        R_Z("r-z", "r", "z");

        private final String word;
        private final String horizontal;
        private final String vertical;

        Plane(String word, String horizontal, String vertical) {
            this.word = word;
            this.horizontal = horizontal;
            this.vertical = vertical;
        }

        public String word() {
            return word;
        }

        /** Star-table column along the figure's x axis, kpc. */
        public String horizontal() {
            return horizontal;
        }

        /** Star-table column along the figure's y axis, kpc. */
        public String vertical() {
            return vertical;
        }
    }

    /**
     * Medians in square cells of a plane.
     *
     * @param cellKpc side of a cell, kpc; cells start at multiples of it
     * @param minimumCount cells with fewer stars are not shown
     * @param xRange range of cells along x, two numbers in kpc, or none for all
     * @param yRange the same along y
     */
    record MedianMap(
            Head head,
            Plane plane,
            AxisSource value,
            double cellKpc,
            long minimumCount,
            List<Double> xRange,
            List<Double> yRange)
            implements Product {
        public MedianMap {
            xRange = List.copyOf(xRange);
            yRange = List.copyOf(yRange);
        }
    }

    /**
     * Histogram and statistics of one quantity per slice.
     *
     * @param width width of a bin, unit of the value
     * @param minimumCount slices with fewer stars are not described
     */
    record Distribution(Head head, AxisSource value, double width, Optional<SlicesSource> slices, long minimumCount)
            implements Product {}

    /**
     * A trend that is found among some stars and subtracted from all; gives a column named like the product.
     *
     * @param head its {@code where} tells the stars that make the trend
     * @param of what is corrected
     * @param against what the trend runs along
     * @param slices each slice has a trend of its own; stars in none have no corrected value
     */
    record TrendRemoval(
            Head head,
            AxisSource of,
            AxisSource against,
            TrendModel model,
            Optional<SlicesSource> slices,
            ZeroPoint zeroPoint,
            Beyond beyond)
            implements Product {}
}
