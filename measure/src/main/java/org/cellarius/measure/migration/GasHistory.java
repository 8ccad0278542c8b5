package org.cellarius.measure.migration;

import java.util.function.ToDoubleFunction;
import org.cellarius.galaxy.migration.Heating;
import org.cellarius.galaxy.migration.MigrationModel;
import org.cellarius.galaxy.posterior.Marginals;

/** What the fitted numbers mean at an age, with errors of first order from their covariance. */
record GasHistory(MigrationStrength product, Marginals found) {

    /** A value with its one-sigma error. */
    record Value(double value, double error) {}

    private static final double STEP = 1e-3;

    /** Without a number. */
    static final Value NONE = new Value(Double.NaN, Double.NaN);

    /** &sigma; of guiding radii, kpc. */
    Value spread(double ageGyr) {
        MigrationModel model = product.model();
        return of(v ->
                model.strengthKpc(v) * Math.sqrt(ageGyr / model.likelihood().referenceGyr()));
    }

    /** &sigma; of angular momenta, apart from the drift, kpc km/s; of likelihoods of actions. */
    Value churning(double ageGyr) {
        return of(v -> v[0] * Math.sqrt(ageGyr / Heating.REFERENCE_GYR));
    }

    /** Root mean square of J_R at 8 kpc, kpc km/s; of likelihoods of actions. */
    Value heating(double ageGyr) {
        MigrationModel model = product.model();
        return of(v -> {
            Heating heating = model.heating(v);
            return heating.rmsKpcKms() * Math.pow(ageGyr / Heating.REFERENCE_GYR, heating.power());
        });
    }

    /** Heating over churning; of an age above 0. */
    Value ratio(double ageGyr) {
        MigrationModel model = product.model();
        return of(v -> {
            Heating heating = model.heating(v);
            return heating.rmsKpcKms() / v[0] * Math.pow(ageGyr / Heating.REFERENCE_GYR, heating.power() - 0.5);
        });
    }

    /** Gradient of the gas, dex/kpc. */
    Value gradient(double ageGyr) {
        return of(v -> product.enrichment().gradientDexPerKpc(v, ageGyr));
    }

    /** [Fe/H] of the gas continued to the centre, dex. */
    Value centre(double ageGyr) {
        return of(v -> product.enrichment().centreDex(v, ageGyr));
    }

    private Value of(ToDoubleFunction<double[]> function) {
        double[] v = found.means();
        double[][] covariance = found.covariance();
        double[] slope = new double[v.length];
        double[] moved = v.clone();
        for (int k = 0; k < v.length; k++) {
            double step = STEP * Math.sqrt(covariance[k][k]);
            moved[k] = v[k] + step;
            double above = function.applyAsDouble(moved);
            moved[k] = v[k] - step;
            slope[k] = step > 0 ? (above - function.applyAsDouble(moved)) / (2 * step) : 0;
            moved[k] = v[k];
        }
        double variance = 0;
        for (int i = 0; i < v.length; i++) {
            for (int j = 0; j < v.length; j++) {
                variance += slope[i] * slope[j] * covariance[i][j];
            }
        }
        return new Value(function.applyAsDouble(v), Math.sqrt(Math.max(0, variance)));
    }
}
