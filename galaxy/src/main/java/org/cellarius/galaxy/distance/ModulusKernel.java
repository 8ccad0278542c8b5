package org.cellarius.galaxy.distance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;

/**
 * Distances from distance moduli, quantiles mapped as they are, the error to first order.
 *
 * <p>Inputs: {@code distance_modulus} (mag), its error as {@link ModulusErrors} says, and, where the modulus still contains it, the column
 * of the extinction in the same band (mag), which is subtracted. Outputs: {@code distance} (kpc) and, where the error is told, {@code
 * distance_lo distance_hi} (those of the bounds, or of &mu; &plusmn; &sigma;) and {@code distance_error} (ln 10/5 &sigma; r, &sigma; being half of
 * the interval). A missing error leaves the distance.
 *
 * @param extinction the column subtracted from the modulus; empty for a true modulus
 */
public record ModulusKernel(ModulusErrors errors, Optional<String> extinction) implements ColumnKernel {

    @Override
    public List<String> inputs() {
        var names = new ArrayList<String>();
        names.add("distance_modulus");
        names.addAll(errors.columns());
        extinction.ifPresent(names::add);
        return List.copyOf(names);
    }

    @Override
    public List<OutputColumn> outputs() {
        var distance = new OutputColumn("distance", "kpc", "distance from the distance modulus");
        return errors == ModulusErrors.NONE
                ? List.of(distance)
                : List.of(
                        distance,
                        new OutputColumn("distance_lo", "kpc", "distance of the modulus's lower bound"),
                        new OutputColumn("distance_hi", "kpc", "distance of the modulus's upper bound"),
                        new OutputColumn("distance_error", "kpc", "error of the distance, first order"));
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        for (int i = 0; i < rows; i++) {
            double dimming = extinction.isPresent() ? in[in.length - 1][i] : 0;
            double modulus = in[0][i] - dimming;
            status[i] = DistanceModulus.isOne(modulus) ? StarStatus.OK : StarStatus.NO_PHOTOMETRY;
            if (status[i] != StarStatus.OK) {
                Missing.distances(out, i, List.of());
                continue;
            }
            out[0][i] = DistanceModulus.kpc(modulus);
            switch (errors) {
                case NONE -> {}
                case SYMMETRIC -> bounds(modulus, modulus - in[1][i], modulus + in[1][i], out, i);
                case BOUNDS -> bounds(modulus, in[1][i] - dimming, in[2][i] - dimming, out, i);
            }
        }
    }

    private static void bounds(double modulus, double lo, double hi, double[][] out, int i) {
        boolean makeSense = lo <= modulus && modulus <= hi && DistanceModulus.isOne(lo) && DistanceModulus.isOne(hi);
        out[1][i] = makeSense ? DistanceModulus.kpc(lo) : Double.NaN;
        out[2][i] = makeSense ? DistanceModulus.kpc(hi) : Double.NaN;
        out[3][i] = makeSense ? DistanceModulus.errorKpc(modulus, 0.5 * (hi - lo)) : Double.NaN;
    }
}
