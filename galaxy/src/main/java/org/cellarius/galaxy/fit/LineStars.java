package org.cellarius.galaxy.fit;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Stars that a line is fitted to, in columns. An empty column is one that was not given; NaN is a missing value.
 *
 * @param x abscissae: a radius or height (kpc), or any other quantity
 * @param y ordinates: [Fe/H] (dex), or any other quantity
 * @param xError one-sigma errors of x; not given or 0: x is exact
 * @param yError one-sigma errors of y
 * @param xyCovariance covariances of the errors of x and y
 * @param ageGyr observed ages, Gyr
 * @param ageErrorGyr their one-sigma errors, Gyr
 * @param weight how much a star counts: 1/p where a survey takes it with the probability p; not given: all count the same
 */
public record LineStars(
        double[] x,
        double[] y,
        double[] xError,
        double[] yError,
        double[] xyCovariance,
        double[] ageGyr,
        double[] ageErrorGyr,
        double[] weight) {
    /** The words of a line's warning about stars whose x or y is missing; who counts them elsewhere leaves that warning out. */
    public static final String MISSING_VALUE = "a missing value";

    private static final double[] NOT_GIVEN = {};

    public LineStars {
        for (double[] column : new double[][] {y, xError, yError, xyCovariance, ageGyr, ageErrorGyr, weight}) {
            if (column.length != x.length && (column.length != 0 || column == y)) {
                throw new IllegalArgumentException("columns of a line have different lengths");
            }
        }
    }

    /** Stars that count the same. */
    public LineStars(
            double[] x,
            double[] y,
            double[] xError,
            double[] yError,
            double[] xyCovariance,
            double[] ageGyr,
            double[] ageErrorGyr) {
        this(x, y, xError, yError, xyCovariance, ageGyr, ageErrorGyr, NOT_GIVEN);
    }

    /** Stars without errors. */
    public static LineStars of(double[] x, double[] y) {
        return new LineStars(x, y, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN);
    }

    /** Stars with errors of y. */
    public static LineStars of(double[] x, double[] y, double[] yError) {
        return new LineStars(x, y, NOT_GIVEN, yError, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN);
    }

    /** The same stars with errors of x. */
    public LineStars withXErrors(double[] errors) {
        return new LineStars(x, y, errors, yError, xyCovariance, ageGyr, ageErrorGyr, weight);
    }

    /** The same stars with covariances of x and y. */
    public LineStars withCovariances(double[] covariances) {
        return new LineStars(x, y, xError, yError, covariances, ageGyr, ageErrorGyr, weight);
    }

    /** The same stars with ages and their errors, Gyr. */
    public LineStars withAges(double[] ages, double[] errors) {
        return new LineStars(x, y, xError, yError, xyCovariance, ages, errors, weight);
    }

    /** The same stars, each counting as its weight says. */
    public LineStars withWeights(double[] weights) {
        return new LineStars(x, y, xError, yError, xyCovariance, ageGyr, ageErrorGyr, weights);
    }

    /** Whether some stars count more than others. */
    boolean weighted() {
        return weight.length > 0;
    }

    /** The stars whose observed age lies in a bin, Gyr. */
    public LineStars ofAges(Span bin) {
        return rows(i -> bin.holds(ageGyr[i]));
    }

    /** The stars of the rows that fulfil a condition. */
    public LineStars rows(IntPredicate condition) {
        return rows(IntStream.range(0, x.length).filter(condition).toArray());
    }

    /** These rows in this order; a row can come more than once. */
    LineStars rows(int[] rows) {
        return new LineStars(
                chosen(x, rows),
                chosen(y, rows),
                chosen(xError, rows),
                chosen(yError, rows),
                chosen(xyCovariance, rows),
                chosen(ageGyr, rows),
                chosen(ageErrorGyr, rows),
                chosen(weight, rows));
    }

    private static double[] chosen(double[] column, int[] rows) {
        if (column.length == 0) {
            return column;
        }
        double[] values = new double[rows.length];
        for (int k = 0; k < rows.length; k++) {
            values[k] = column[rows[k]];
        }
        return values;
    }

    public int count() {
        return x.length;
    }
}
