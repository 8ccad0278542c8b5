package org.cellarius.galaxy.age;

import java.util.Arrays;
import java.util.Optional;
import org.cellarius.galaxy.kernel.CurveIntegrals;
import org.cellarius.galaxy.kernel.SegmentDistances.Measured;
import org.cellarius.galaxy.posterior.Cholesky;

/**
 * A star's measurement in units in which its errors are independent and 1: the inverse of the Cholesky factor of their covariance, that of
 * the composition of birth first, so that what is left of the observables along curves is conditional on it.
 *
 * <p>Where errors are independent all along, nothing is turned and curves stay as they are.
 */
final class Whitening {

    private static final int POINTS = CurveIntegrals.POINTS;

    private final BirthFirst order;
    private final int born;
    private final int dims;
    private final boolean straight;
    private final double[] values;
    private final double[] errors;
    private final double[] widened;
    private final double[][] inverse;
    private final double lnErrors;
    private final Faintness faintness;
    private final Measured star;
    private final Measured bounds;

    private Whitening(BirthFirst order, MeasuredStar measured, double[][] covariance, Cholesky factor) {
        this.order = order;
        values = order.ordered(measured.values);
        born = order.born();
        dims = values.length - born;
        errors = new double[values.length];
        widened = new double[values.length];
        for (int j = 0; j < values.length; j++) {
            errors[j] = Math.sqrt(covariance[j][j]);
        }
        boolean independent = true;
        for (int j = 0; j < values.length; j++) {
            double correlations = 0;
            for (int k = 0; k < values.length; k++) {
                independent &= j == k || covariance[j][k] == 0;
                correlations += j == k ? 1 : Math.abs(covariance[j][k]) / (errors[j] * errors[k]);
            }
            widened[j] = errors[j] * Math.sqrt(correlations);
        }
        straight = independent;
        inverse = factor.inverseFactor();
        double ln = 0;
        for (int j = 0; j < values.length; j++) {
            ln -= Math.log(inverse[j][j]);
        }
        lnErrors = ln;
        faintness = Faintness.of(this, order, measured);
        double[] along = Arrays.copyOfRange(values, born, values.length);
        bounds = new Measured(
                along,
                Arrays.stream(widened, born, values.length).map(e -> 1 / e).toArray());
        double[] ones = new double[dims];
        Arrays.fill(ones, 1);
        star = straight ? bounds : new Measured(new double[dims], ones);
    }

    /** Of a star that is measured by observables of a grid; empty where the covariance is none, or singular. */
    static Optional<Whitening> of(BirthFirst order, MeasuredStar measured) {
        double[][] covariance = order.ordered(measured.covariance);
        return Cholesky.of(covariance).map(factor -> new Whitening(order, measured, covariance, factor));
    }

    /** Whether errors are independent. */
    boolean isStraight() {
        return straight;
    }

    /** ln of the root of the determinant of the covariance: of the product of independent errors. */
    double lnErrors() {
        return lnErrors;
    }

    /** The star among curves that {@link #turn} has turned. */
    Measured star() {
        return star;
    }

    /** The star with errors so wide that distances of boxes, along curves and of {@link #bounds}, never exceed &chi;&sup2;. */
    Measured boundsAlongCurves() {
        return bounds;
    }

    /**
     * The composition with such errors. A covariance is at most the diagonal of its variances, each times the sum of its correlations: what is left is
     * dominated by its diagonal.
     */
    StarComposition bounds() {
        return composition(widened);
    }

    /** The composition as it is measured. */
    StarComposition composition() {
        return composition(errors);
    }

    private StarComposition composition(double[] error) {
        return new StarComposition(
                at(values, order.iron()), at(error, order.iron()), at(values, order.alpha()), at(error, order.alpha()));
    }

    private static double at(double[] numbers, int k) {
        return k < 0 ? Double.NaN : numbers[k];
    }

    /** Error of [Fe/H] if all else were known; infinite where it is not measured. */
    double feHErrorAlone() {
        return alone(order.iron());
    }

    /** The same of [&alpha;/Fe]. */
    double alphaFeErrorAlone() {
        return alone(order.alpha());
    }

    private double alone(int k) {
        double precision = 0;
        for (int j = k; k >= 0 && j < values.length; j++) {
            precision += inverse[j][k] * inverse[j][k];
        }
        return 1 / Math.sqrt(precision);
    }

    /** &chi;&sup2; of a composition alone. */
    double compositionSquare(double feH, double alphaFe) {
        double square = 0;
        for (int j = 0; j < born; j++) {
            double sum = 0;
            for (int k = 0; k <= j; k++) {
                sum += inverse[j][k] * away(k, feH, alphaFe);
            }
            square += sum * sum;
        }
        return square;
    }

    /**
     * Turns the coordinates of a group of points, as {@link CurveIntegrals} has them, in place; nothing is done where errors are independent.
     *
     * @param at where the group begins
     */
    void turn(double[] curves, int at, double feH, double alphaFe) {
        if (straight) {
            return;
        }
        for (int d = dims - 1; d >= 0; d--) {
            double[] row = inverse[born + d];
            double constant = 0;
            for (int k = 0; k < born; k++) {
                constant += row[k] * away(k, feH, alphaFe);
            }
            for (int e = 0; e <= d; e++) {
                constant -= row[born + e] * values[born + e];
            }
            int to = at + d * POINTS;
            double own = row[born + d];
            for (int p = 0; p < POINTS; p++) {
                curves[to + p] = constant + own * curves[to + p];
            }
            for (int e = 0; e < d; e++) {
                double factor = row[born + e];
                int from = at + e * POINTS;
                for (int p = 0; p < POINTS; p++) {
                    curves[to + p] += factor * curves[from + p];
                }
            }
        }
    }

    /** A difference along curves in the units of independent errors, in place. */
    void turn(double[] difference) {
        for (int d = dims - 1; d >= 0; d--) {
            double[] row = inverse[born + d];
            double sum = 0;
            for (int e = straight ? d : 0; e <= d; e++) {
                sum += row[born + e] * difference[e];
            }
            difference[d] = sum;
        }
    }

    /** How much fainter the star is than measured, given a place. */
    Faintness faintness() {
        return faintness;
    }

    /** A vector in the order of {@link BirthFirst} in units of independent errors. */
    double[] turned(double[] vector) {
        double[] turned = new double[vector.length];
        for (int j = 0; j < vector.length; j++) {
            for (int k = 0; k <= j; k++) {
                turned[j] += inverse[j][k] * vector[k];
            }
        }
        return turned;
    }

    /**
     * How much fainter the star is than measured, magnitudes, if it is the one of a point.
     *
     * @param curves a group of points, which {@link #turn} has turned
     * @param at where the group begins
     * @param out receives the number for each point
     */
    void fainter(double[] curves, int at, double feH, double alphaFe, double[] out) {
        double[] slopes = faintness.slopes();
        double same = 0;
        for (int j = 0; j < born; j++) {
            double away = 0;
            for (int k = 0; k <= j; k++) {
                away += inverse[j][k] * away(k, feH, alphaFe);
            }
            same += slopes[j] * away;
        }
        for (int d = 0; straight && d < dims; d++) {
            same -= slopes[born + d] * inverse[born + d][born + d] * values[born + d];
        }
        Arrays.fill(out, 0, POINTS, same);
        for (int d = 0; d < dims; d++) {
            double slope = slopes[born + d] * (straight ? inverse[born + d][born + d] : 1);
            int from = at + d * POINTS;
            for (int p = 0; p < POINTS; p++) {
                out[p] += slope * curves[from + p];
            }
        }
    }

    /** How far a composition is from what is measured of it. */
    private double away(int k, double feH, double alphaFe) {
        return (k == order.iron() ? feH : alphaFe) - values[k];
    }
}
