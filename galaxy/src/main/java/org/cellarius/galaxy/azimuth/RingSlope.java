package org.cellarius.galaxy.azimuth;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a quantity changes with azimuth in a ring: a line by least squares of the stars, each with the same weight.
 *
 * @param perDeg slope, unit of the quantity per degree
 * @param error one sigma, from the scatter about the line
 */
public record RingSlope(double perDeg, double error) {

    /**
     * The slope.
     *
     * @param nuisance what else the quantity follows besides a constant
     * @return empty where the stars do not determine it
     */
    public static Optional<RingSlope> of(double[] betaDeg, double[] value, double[][] nuisance) {
        int n = value.length;
        int p = 2 + nuisance.length;
        if (n <= p) {
            return Optional.empty();
        }
        double[][] design = new double[p][];
        design[0] = new double[n];
        Arrays.fill(design[0], 1);
        System.arraycopy(nuisance, 0, design, 1, nuisance.length);
        design[p - 1] = betaDeg;
        var columns = OrthonormalColumns.of(design);
        if (!columns.independent()) {
            return Optional.empty();
        }
        double[] along = columns.along(value);
        double[] left = columns.beside(value, along, p);
        double variance = OrthonormalColumns.dot(left, left) / (n - p);
        return Optional.of(new RingSlope(
                columns.coefficients(along)[p - 1], Math.sqrt(variance * columns.covariance()[p - 1][p - 1])));
    }

    /** What is left of a quantity beside a constant and what else it follows; itself less its mean where that is not determined. */
    public static double[] beside(double[] value, double[][] nuisance) {
        double[][] design = new double[1 + nuisance.length][];
        design[0] = new double[value.length];
        Arrays.fill(design[0], 1);
        System.arraycopy(nuisance, 0, design, 1, nuisance.length);
        var columns = OrthonormalColumns.of(design);
        return columns.beside(value, columns.along(value), design.length);
    }
}
