package org.cellarius.galaxy.frame;

import java.util.List;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;

/**
 * Galactocentric phase space back to what is measured: the inverse of {@link PhaseSpaceKernel}.
 *
 * <p>Inputs: {@code x y z} (kpc), {@code vx vy vz} (km/s). Outputs: {@code ra dec} (deg), {@code distance} (kpc),
 * {@code pmra pmdec} (mas/yr), {@code radial_velocity} (km/s). There and back again: 1e-12 relative (tested).
 */
public final class IcrsKernel implements ColumnKernel {

    private final GalactocentricFrame frame;

    public IcrsKernel(GalactocentricFrame frame) {
        frame.requireVelocity();
        this.frame = frame;
    }

    @Override
    public List<String> inputs() {
        return List.of("x", "y", "z", "vx", "vy", "vz");
    }

    @Override
    public List<OutputColumn> outputs() {
        return List.of(
                new OutputColumn("ra", "deg", "right ascension, ICRS"),
                new OutputColumn("dec", "deg", "declination, ICRS"),
                new OutputColumn("distance", "kpc", "distance from the Sun"),
                new OutputColumn("pmra", "mas/yr", "proper motion in right ascension times cos(dec)"),
                new OutputColumn("pmdec", "mas/yr", "proper motion in declination"),
                new OutputColumn("radial_velocity", "km/s", "radial velocity, positive away from the Sun"));
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        for (int i = 0; i < rows; i++) {
            var state = new CartesianState(in[0][i], in[1][i], in[2][i], in[3][i], in[4][i], in[5][i]);
            IcrsStar star = frame.icrsOf(state);
            status[i] = judge(star);
            boolean placed = status[i] != StarStatus.NO_POSITION;
            boolean moves = status[i] == StarStatus.OK;
            out[0][i] = placed ? star.raDeg() : Double.NaN;
            out[1][i] = placed ? star.decDeg() : Double.NaN;
            out[2][i] = placed ? star.distanceKpc() : Double.NaN;
            out[3][i] = moves ? star.pmraMasPerYear() : Double.NaN;
            out[4][i] = moves ? star.pmdecMasPerYear() : Double.NaN;
            out[5][i] = moves ? star.radialVelocityKms() : Double.NaN;
        }
    }

    /** A star at the Sun itself has no direction. */
    private static StarStatus judge(IcrsStar star) {
        if (!(star.distanceKpc() > 0 && star.distanceKpc() < Double.POSITIVE_INFINITY)) {
            return StarStatus.NO_POSITION;
        }
        boolean moves = Double.isFinite(star.pmraMasPerYear() + star.pmdecMasPerYear() + star.radialVelocityKms());
        return moves ? StarStatus.OK : StarStatus.NO_VELOCITY;
    }
}
