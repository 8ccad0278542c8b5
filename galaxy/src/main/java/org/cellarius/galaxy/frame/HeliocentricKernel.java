package org.cellarius.galaxy.frame;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;

/**
 * Velocities in Galactic axes, seen from the Sun or from the local standard of rest.
 *
 * <p>U towards the Galactic centre (l = 0), V along Galactic rotation (l = 90 deg), W to the North Galactic Pole; the
 * transformation of Johnson and Soderblom (1987, 1987AJ.....93..864J) with the J2000 matrix. Relative to the local
 * standard of rest the Sun's {@link PeculiarMotion} is added. The axes are those of Galactic longitude and latitude;
 * those of the Galactocentric frame are tilted against them by asin(z_sun/R0).
 *
 * <p>Inputs: {@code ra dec} (deg), {@code distance} (kpc), {@code pmra pmdec} (mas/yr), {@code radial_velocity} (km/s).
 * Accuracy: equal to astropy 5.2 to 1e-10 of the speed (tested).
 */
public final class HeliocentricKernel implements ColumnKernel {

    private final String suffix;
    private final String seenFrom;
    private final PeculiarMotion added;

    private HeliocentricKernel(String suffix, String seenFrom, PeculiarMotion added) {
        this.suffix = suffix;
        this.seenFrom = seenFrom;
        this.added = added;
    }

    /** Columns {@code u_helio v_helio w_helio}: no solar motion added. */
    public static HeliocentricKernel heliocentric() {
        return new HeliocentricKernel("_helio", "relative to the Sun", new PeculiarMotion(0, 0, 0));
    }

    /** Columns {@code u_lsr v_lsr w_lsr}; refused for a Sun that states no peculiar motion. */
    public static HeliocentricKernel relativeToLsr(Sun sun) {
        return new HeliocentricKernel(
                "_lsr", "relative to the local standard of rest of " + sun.name(), sun.requirePeculiarMotion());
    }

    @Override
    public List<String> inputs() {
        return List.of("ra", "dec", "distance", "pmra", "pmdec", "radial_velocity");
    }

    @Override
    public List<OutputColumn> outputs() {
        var columns = new ArrayList<OutputColumn>();
        columns.add(new OutputColumn("u" + suffix, "km/s", "velocity towards the Galactic centre, " + seenFrom));
        columns.add(new OutputColumn("v" + suffix, "km/s", "velocity along Galactic rotation, " + seenFrom));
        columns.add(new OutputColumn("w" + suffix, "km/s", "velocity to the North Galactic Pole, " + seenFrom));
        return List.copyOf(columns);
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        for (int i = 0; i < rows; i++) {
            status[i] = StarMeasurement.judge(in[0][i], in[1][i], in[2][i], in[3][i], in[4][i], in[5][i]);
            boolean known = status[i] == StarStatus.OK;
            Direction v = known ? velocity(in, i) : new Direction(Double.NaN, Double.NaN, Double.NaN);
            out[0][i] = v.x() + added.uKms();
            out[1][i] = v.y() + added.vKms();
            out[2][i] = v.z() + added.wKms();
        }
    }

    private static Direction velocity(double[][] in, int i) {
        double perMasYr = PhaseSpaceKernel.KMS_PER_MASYR_KPC * in[2][i];
        Direction icrs = LocalAxes.at(in[0][i], in[1][i]).combine(perMasYr * in[3][i], perMasYr * in[4][i], in[5][i]);
        return Rotation.ICRS_TO_GALACTIC.turn(icrs);
    }
}
