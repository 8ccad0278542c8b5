package org.cellarius.galaxy.age;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.column.StarStatus;

/**
 * How columns of a catalogue become what is measured of a star, with the covariance that errors have in common: of labels of one fit,
 * of magnitudes behind the same dust and at the same distance.
 *
 * <p>Columns stand in turn: each observable and its error; each correlation; extinction and its error; modulus or parallax (mas) and its error.
 *
 * @param observables how many
 * @param correlations pairs whose coefficients are columns
 * @param extinction what dust does, if it is to be taken off
 */
public record StarMeasurement(
        int observables, List<Correlation> correlations, Optional<Extinction> extinction, StarDistance distance) {
    public StarMeasurement {
        correlations = List.copyOf(correlations);
    }

    /** Two observables by their numbers, whose errors are correlated. */
    public record Correlation(int first, int second) {}

    /**
     * Extinction with a normal error.
     *
     * @param perUnit magnitudes of extinction of each observable for one unit of the column; 0 for what is no magnitude
     */
    public record Extinction(List<Double> perUnit) {
        public Extinction {
            perUnit = List.copyOf(perUnit);
        }
    }

    /** Independent errors, magnitudes absolute and without extinction. */
    public static StarMeasurement independent(int observables) {
        return new StarMeasurement(observables, List.of(), Optional.empty(), new StarDistance.Absolute());
    }

    /** How many columns are read. */
    public int columns() {
        return 2 * observables
                + correlations.size()
                + (extinction.isPresent() ? 2 : 0)
                + (distance instanceof StarDistance.Absolute ? 0 : 2);
    }

    /** Whether errors are independent and nothing is taken off. */
    public boolean isPlain() {
        return columns() == 2 * observables;
    }

    /**
     * Reads star i; what is missing or impossible is told.
     *
     * @param star is filled
     */
    StarStatus read(double[][] in, int i, MeasuredStar star) {
        StarStatus status = readObservables(in, i, star);
        if (status != StarStatus.OK || isPlain()) {
            return status;
        }
        int at = 2 * observables;
        double[] errors = new double[observables];
        Arrays.setAll(errors, k -> Math.sqrt(star.covariance[k][k]));
        for (Correlation correlation : correlations) {
            double coefficient = in[at++][i];
            if (!(Math.abs(coefficient) <= 1)) {
                return StarStatus.BAD_CORRELATIONS;
            }
            double common = coefficient * errors[correlation.first()] * errors[correlation.second()];
            star.covariance[correlation.first()][correlation.second()] = common;
            star.covariance[correlation.second()][correlation.first()] = common;
        }
        if (extinction.isPresent()) {
            double magnitudes = in[at++][i];
            double error = in[at++][i];
            if (!Double.isFinite(magnitudes)) {
                return StarStatus.NO_OBSERVABLE;
            }
            if (!(error >= 0) || !Double.isFinite(error)) {
                return StarStatus.NO_ERRORS;
            }
            double[] perUnit = extinction.get().perUnit().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            shift(star, perUnit, -magnitudes, error);
        }
        return switch (distance) {
            case StarDistance.Absolute absolute -> StarStatus.OK;
            case StarDistance.Modulus modulus -> takeOff(star, modulus, in[at][i], in[at + 1][i]);
            case StarDistance.Parallax parallax -> luminosities(star, parallax, in[at][i], in[at + 1][i]);
        };
    }

    private StarStatus readObservables(double[][] in, int i, MeasuredStar star) {
        double[] values = new double[observables];
        double[] errors = new double[observables];
        StarStatus status = readIndependent(in, i, values, errors);
        if (status == StarStatus.OK) {
            star.independent(values, errors);
        }
        return status;
    }

    /** Reads observables and their errors alone, which are independent. */
    static StarStatus readIndependent(double[][] in, int i, double[] values, double[] errors) {
        StarStatus status = StarStatus.OK;
        for (int k = 0; k < values.length; k++) {
            values[k] = in[2 * k][i];
            errors[k] = in[2 * k + 1][i];
            if (!Double.isFinite(values[k])) {
                return StarStatus.NO_OBSERVABLE;
            }
            if (!(errors[k] > 0) || !Double.isFinite(errors[k])) {
                status = StarStatus.NO_ERRORS;
            }
        }
        return status;
    }

    /** Adds a number of equal origin to the observables, with its error. */
    private static void shift(MeasuredStar star, double[] perUnit, double number, double error) {
        for (int j = 0; j < perUnit.length; j++) {
            star.values[j] += perUnit[j] * number;
            for (int k = 0; k < perUnit.length; k++) {
                star.covariance[j][k] += perUnit[j] * perUnit[k] * error * error;
            }
        }
    }

    private StarStatus takeOff(MeasuredStar star, StarDistance.Modulus of, double modulus, double error) {
        if (!Double.isFinite(modulus)) {
            return StarStatus.NO_DISTANCE;
        }
        if (!(error >= 0) || !Double.isFinite(error)) {
            return StarStatus.NO_ERRORS;
        }
        double[] each = new double[observables];
        of.magnitudes().forEach(k -> each[k] = 1);
        shift(star, each, -modulus, error);
        return StarStatus.OK;
    }

    /**
     * Turns magnitudes into a luminosity and colours: linear in them, but for the luminosity, whose share of their errors is that at the
     * measured value.
     */
    private StarStatus luminosities(MeasuredStar star, StarDistance.Parallax of, double parallaxMas, double errorMas) {
        if (!Double.isFinite(parallaxMas) || !(errorMas > 0) || !Double.isFinite(errorMas)) {
            return StarStatus.NO_PARALLAX;
        }
        int reference = of.reference();
        // 100 mas is the parallax at a distance modulus of 0, and 1 mas that at 1 kpc.
        double perMas = Math.pow(10, 0.2 * star.values[reference]) / 100;
        star.distanceScaleKpc = perMas;
        star.lnUnits = Math.log(perMas);
        double luminosity = perMas * parallaxMas;
        double perMagnitude = DistancePrior.PER_MAGNITUDE * Math.max(luminosity, 0);
        for (int k : of.magnitudes()) {
            if (k != reference) {
                star.values[k] -= star.values[reference];
                combine(star.covariance, k, 1, reference, -1);
            }
        }
        star.values[reference] = luminosity;
        star.magnitudeVariance = star.covariance[reference][reference];
        System.arraycopy(star.covariance[reference], 0, star.withMagnitude, 0, observables);
        star.withMagnitude[reference] *= perMagnitude;
        scale(star.covariance, reference, perMagnitude);
        star.covariance[reference][reference] += perMas * perMas * errorMas * errorMas;
        return StarStatus.OK;
    }

    /** Replaces quantity k by {@code own} times itself and {@code other} times quantity j. */
    private static void combine(double[][] covariance, int k, double own, int j, double other) {
        for (int n = 0; n < covariance.length; n++) {
            covariance[k][n] = own * covariance[k][n] + other * covariance[j][n];
        }
        for (double[] row : covariance) {
            row[k] = own * row[k] + other * row[j];
        }
    }

    private static void scale(double[][] covariance, int k, double factor) {
        for (int n = 0; n < covariance.length; n++) {
            covariance[k][n] *= factor;
        }
        for (double[] row : covariance) {
            row[k] *= factor;
        }
    }
}
