package org.cellarius.galaxy.frame;

import java.util.List;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;

/**
 * Positions, parallaxes and motions carried from the catalogue's epoch to another one along a straight line.
 *
 * <p>Inputs: {@code ra dec} (deg), {@code parallax} (mas), {@code pmra pmdec} (mas/yr), {@code radial_velocity} (km/s).
 * Outputs: the same six with the suffix {@code _epoch}. The formulae stand at {@link EpochPropagation}.
 */
public final class EpochKernel implements ColumnKernel {

    /** What is done with a star whose radial velocity, or whose positive parallax, is missing. */
    public enum RadialMotion {
        /** Such a star gets a status and no numbers. */
        REQUIRED,
        /** It is moved along the tangent, without perspective acceleration; its radial velocity stays missing. */
        NEGLECTED_WHERE_MISSING
    }

    private final double fromYear;
    private final double toYear;
    private final RadialMotion radialMotion;
    private final EpochPropagation propagation;

    /**
     * From one Julian epoch to another.
     *
     * @param fromYear epoch of the catalogue, Julian years, for example 2016.0 for Gaia DR3
     * @param toYear epoch wanted, Julian years
     */
    public EpochKernel(double fromYear, double toYear, RadialMotion radialMotion) {
        if (!(Math.abs(fromYear) <= 1e7 && Math.abs(toYear) <= 1e7)) {
            throw new IllegalArgumentException(
                    "epochs %s and %s yr: Julian years between -1e7 and 1e7 are expected".formatted(fromYear, toYear));
        }
        this.fromYear = fromYear;
        this.toYear = toYear;
        this.radialMotion = radialMotion;
        this.propagation = new EpochPropagation(toYear - fromYear);
    }

    @Override
    public List<String> inputs() {
        return List.of("ra", "dec", "parallax", "pmra", "pmdec", "radial_velocity");
    }

    @Override
    public List<OutputColumn> outputs() {
        String at = " at epoch J" + toYear + ", carried from J" + fromYear;
        return List.of(
                new OutputColumn("ra_epoch", "deg", "right ascension" + at),
                new OutputColumn("dec_epoch", "deg", "declination" + at),
                new OutputColumn("parallax_epoch", "mas", "parallax" + at),
                new OutputColumn("pmra_epoch", "mas/yr", "proper motion in right ascension times cos(dec)" + at),
                new OutputColumn("pmdec_epoch", "mas/yr", "proper motion in declination" + at),
                new OutputColumn("radial_velocity_epoch", "km/s", "radial velocity" + at));
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        double[] star = new double[6];
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < 6; k++) {
                star[k] = in[k][i];
            }
            status[i] = judge(star);
            double[] moved = status[i] == StarStatus.OK ? move(star) : nothing();
            for (int k = 0; k < 6; k++) {
                out[k][i] = moved[k];
            }
        }
    }

    private double[] move(double[] star) {
        if (hasRadialMotion(star)) {
            return propagation.move(star);
        }
        double[] tangential = star.clone();
        tangential[2] = 1;
        tangential[5] = 0;
        double[] moved = propagation.move(tangential);
        moved[2] *= star[2];
        moved[5] = Double.NaN;
        return moved;
    }

    private StarStatus judge(double[] star) {
        double distance = radialMotion == RadialMotion.REQUIRED ? star[2] : 1;
        double radialKms = radialMotion == RadialMotion.REQUIRED ? star[5] : 0;
        return StarMeasurement.judge(star[0], star[1], distance, star[3], star[4], radialKms);
    }

    private static boolean hasRadialMotion(double[] star) {
        return star[2] > 0 && Double.isFinite(star[2]) && Double.isFinite(star[5]);
    }

    private static double[] nothing() {
        return new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN};
    }
}
