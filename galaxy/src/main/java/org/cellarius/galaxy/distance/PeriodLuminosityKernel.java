package org.cellarius.galaxy.distance;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;

/**
 * Distances of classical Cepheids from periods and Gaia magnitudes.
 *
 * <p>Inputs: {@code period} (d), {@code phot_g_mean_mag phot_bp_mean_mag phot_rp_mean_mag} (mag; means over the light curve), {@code fe_h
 * fe_h_error} (dex) where the relation has a term of it, {@code overtone} where the mode is told by the column. Outputs: {@code
 * distance} with {@code distance_lo distance_hi distance_error} (kpc), {@code distance_modulus distance_modulus_error} (mag). The error is
 * made of the errors of the coefficients and of [Fe/H] and of the scatter; a missing {@code fe_h_error} leaves the distance without errors.
 *
 * @param scatterMag scatter of single stars about the relation, that of their photometry included, mag
 */
public record PeriodLuminosityKernel(
        PeriodLuminosityRelation relation,
        Pulsation pulsation,
        Fundamentalisation fundamentalisation,
        double scatterMag)
        implements ColumnKernel {

    private static final double SHORTEST_DAYS = 0.1;
    private static final double LONGEST_DAYS = 300;

    public PeriodLuminosityKernel {
        if (!(scatterMag >= 0 && scatterMag < 2)) {
            throw new IllegalArgumentException("a scatter of " + scatterMag + " mag: it must lie between 0 and 2 mag");
        }
    }

    @Override
    public List<String> inputs() {
        var names = new ArrayList<>(List.of("period", "phot_g_mean_mag", "phot_bp_mean_mag", "phot_rp_mean_mag"));
        if (relation.knowsIron()) {
            names.addAll(List.of("fe_h", "fe_h_error"));
        }
        if (pulsation == Pulsation.BY_COLUMN) {
            names.add("overtone");
        }
        return List.copyOf(names);
    }

    @Override
    public List<OutputColumn> outputs() {
        return List.of(
                new OutputColumn("distance", "kpc", "distance from the period-luminosity relation"),
                new OutputColumn("distance_lo", "kpc", "distance at the modulus less its error"),
                new OutputColumn("distance_hi", "kpc", "distance at the modulus plus its error"),
                new OutputColumn("distance_error", "kpc", "error of the distance, first order"),
                new OutputColumn("distance_modulus", "mag", "true distance modulus from period and luminosity"),
                new OutputColumn("distance_modulus_error", "mag", "error of the distance modulus"));
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        for (int i = 0; i < rows; i++) {
            double days = fundamentalDays(in, i);
            double ironDex = relation.knowsIron() ? in[4][i] : 0;
            double wesenheit = in[1][i] - PeriodLuminosityRelation.COLOUR_COEFFICIENT * (in[2][i] - in[3][i]);
            boolean periodic = SHORTEST_DAYS <= days && days <= LONGEST_DAYS;
            double logPeriod = Math.log10(days);
            double modulus = periodic ? wesenheit - relation.absoluteMag(logPeriod, ironDex) : Double.NaN;
            status[i] = DistanceModulus.isOne(modulus) ? StarStatus.OK : StarStatus.NO_PHOTOMETRY;
            if (status[i] == StarStatus.OK) {
                double ironErrorDex = relation.knowsIron() ? notNegative(in[5][i]) : 0;
                double variance = relation.varianceMag2(logPeriod, ironDex, ironErrorDex) + scatterMag * scatterMag;
                write(modulus, Math.sqrt(variance), out, i);
            } else {
                Missing.distances(out, i, List.of());
            }
        }
    }

    private double fundamentalDays(double[][] in, int i) {
        double days = in[0][i];
        double overtone = switch (pulsation) {
            case FUNDAMENTAL -> 0;
            case FIRST_OVERTONE -> 1;
            case BY_COLUMN -> in[in.length - 1][i];
        };
        if (overtone == 0) {
            return days;
        }
        return overtone == 1 && days > 0 ? fundamentalisation.fundamentalPeriodDays(days) : Double.NaN;
    }

    private static void write(double modulus, double error, double[][] out, int i) {
        out[0][i] = DistanceModulus.kpc(modulus);
        out[1][i] = DistanceModulus.kpc(modulus - error);
        out[2][i] = DistanceModulus.kpc(modulus + error);
        out[3][i] = DistanceModulus.errorKpc(modulus, error);
        out[4][i] = modulus;
        out[5][i] = error;
    }

    private static double notNegative(double error) {
        return error >= 0 ? error : Double.NaN;
    }
}
