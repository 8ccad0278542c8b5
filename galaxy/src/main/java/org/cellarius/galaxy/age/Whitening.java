package org.cellarius.galaxy.age;

import java.util.Arrays;
import java.util.List;
import org.cellarius.galaxy.kernel.CurveIntegrals;
import org.cellarius.galaxy.kernel.SegmentDistances.Measured;

/**
 * A star's measurement in units in which its errors are independent and 1: the inverse of the Cholesky factor of their covariance, that of
 * the composition of birth first, so that what is left of the observables along curves is conditional on it.
 *
 * <p>Where errors are independent all along, nothing is turned and curves stay as they are.
 */
final class Whitening {

    private static final int POINTS = CurveIntegrals.POINTS;

    private final int iron;
    private final int alpha;
    /** How many quantities of birth are measured: they come first. */
    private final int born;

    private final int dims;
    private final boolean straight;
    private final double[] values;
    private final double[] errors;
    private final double[][] inverse;
    private final double lnErrors;
    private final double[] widened;
    private final double[] magnitude;
    private final double magnitudeLeft;
    private final Measured star;
    private final Measured bounds;

    private Whitening(
            int iron,
            int alpha,
            double[] values,
            double[][] covariance,
            double[] withMagnitude,
            double magnitudeVariance) {
        this.iron = iron;
        this.alpha = alpha;
        this.values = values;
        born = (iron >= 0 ? 1 : 0) + (alpha >= 0 ? 1 : 0);
        dims = values.length - born;
        errors = new double[values.length];
        widened = new double[values.length];
        boolean independent = true;
        for (int j = 0; j < values.length; j++) {
            errors[j] = Math.sqrt(covariance[j][j]);
        }
        for (int j = 0; j < values.length; j++) {
            double correlations = 0;
            for (int k = 0; k < values.length; k++) {
                independent &= j == k || covariance[j][k] == 0;
                correlations += j == k ? 1 : Math.abs(covariance[j][k]) / (errors[j] * errors[k]);
            }
            widened[j] = errors[j] * Math.sqrt(correlations);
        }
        straight = independent;
        inverse = inverse(covariance);
        double ln = 0;
        for (int j = 0; j < values.length; j++) {
            ln -= Math.log(inverse[j][j]);
        }
        lnErrors = ln;
        magnitude = new double[values.length];
        double left = magnitudeVariance;
        for (int j = 0; j < values.length; j++) {
            for (int k = 0; k <= j; k++) {
                magnitude[j] += inverse[j][k] * withMagnitude[k];
            }
            left -= magnitude[j] * magnitude[j];
        }
        magnitudeLeft = Math.max(left, 0);
        double[] measured = Arrays.copyOfRange(values, born, values.length);
        bounds = new Measured(
                measured,
                Arrays.stream(widened, born, values.length).map(e -> 1 / e).toArray());
        double[] ones = new double[dims];
        Arrays.fill(ones, 1);
        star = straight ? bounds : new Measured(new double[dims], ones);
    }

    /** Of a star that is measured by observables of a grid; not possible where the covariance is singular. */
    static Whitening of(List<AgeObservable> observables, MeasuredStar measured) {
        int n = observables.size();
        int[] order = new int[n];
        int iron = -1;
        int alpha = -1;
        int at = 0;
        for (int k = 0; k < n; k++) {
            if (observables.get(k) instanceof AgeObservable.IronOfBirth) {
                iron = at;
                order[at++] = k;
            }
        }
        for (int k = 0; k < n; k++) {
            if (observables.get(k) instanceof AgeObservable.AlphaOfBirth) {
                alpha = at;
                order[at++] = k;
            }
        }
        for (int k = 0; k < n; k++) {
            if (observables.get(k) instanceof AgeObservable.AlongCurve) {
                order[at++] = k;
            }
        }
        double[] values = new double[n];
        double[][] covariance = new double[n][n];
        double[] withMagnitude = new double[n];
        for (int j = 0; j < n; j++) {
            withMagnitude[j] = measured.withMagnitude[order[j]];
            values[j] = measured.values[order[j]];
            for (int k = 0; k < n; k++) {
                covariance[j][k] = measured.covariance[order[j]][order[k]];
            }
        }
        return new Whitening(iron, alpha, values, covariance, withMagnitude, measured.magnitudeVariance);
    }

    /** The inverse of the lower triangle L with L L<sup>T</sup> = covariance. */
    private static double[][] inverse(double[][] covariance) {
        int n = covariance.length;
        double[][] factor = new double[n][n];
        double[][] inverse = new double[n][n];
        for (int j = 0; j < n; j++) {
            for (int k = 0; k <= j; k++) {
                double sum = covariance[j][k];
                for (int m = 0; m < k; m++) {
                    sum -= factor[j][m] * factor[k][m];
                }
                factor[j][k] = j == k ? Math.sqrt(sum) : sum / factor[k][k];
            }
            inverse[j][j] = 1 / factor[j][j];
            for (int k = 0; k < j; k++) {
                double sum = 0;
                for (int m = k; m < j; m++) {
                    sum += factor[j][m] * inverse[m][k];
                }
                inverse[j][k] = -sum * inverse[j][j];
            }
        }
        return inverse;
    }

    /** Whether the covariance is one: no combination of what is measured is without error, or worse. */
    boolean isPossible() {
        return Double.isFinite(lnErrors);
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
                iron < 0 ? Double.NaN : values[iron],
                iron < 0 ? Double.NaN : error[iron],
                alpha < 0 ? Double.NaN : values[alpha],
                alpha < 0 ? Double.NaN : error[alpha]);
    }

    /** Error of [Fe/H] if all else were known; infinite where it is not measured. */
    double feHErrorAlone() {
        return alone(iron);
    }

    /** The same of [&alpha;/Fe]. */
    double alphaFeErrorAlone() {
        return alone(alpha);
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
                sum += inverse[j][k] * ((k == iron ? feH : alphaFe) - values[k]);
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
                constant += row[k] * ((k == iron ? feH : alphaFe) - values[k]);
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

    /** What is left of the variance of the magnitude behind a luminosity when all else is known. */
    double magnitudeVarianceLeft() {
        return magnitudeLeft;
    }

    /**
     * How much fainter the star is than measured, magnitudes, if it is the one of a point, as all that is measured of it tells.
     *
     * @param curves a group of points, which {@link #turn} has turned
     * @param at where the group begins
     * @param out receives the number for each point
     */
    void fainter(double[] curves, int at, double feH, double alphaFe, double[] out) {
        double same = 0;
        for (int j = 0; j < born; j++) {
            double away = 0;
            for (int k = 0; k <= j; k++) {
                away += inverse[j][k] * ((k == iron ? feH : alphaFe) - values[k]);
            }
            same += magnitude[j] * away;
        }
        for (int d = 0; straight && d < dims; d++) {
            same -= magnitude[born + d] * inverse[born + d][born + d] * values[born + d];
        }
        Arrays.fill(out, 0, POINTS, same);
        for (int d = 0; d < dims; d++) {
            double slope = magnitude[born + d] * (straight ? inverse[born + d][born + d] : 1);
            int from = at + d * POINTS;
            for (int p = 0; p < POINTS; p++) {
                out[p] += slope * curves[from + p];
            }
        }
    }
}
