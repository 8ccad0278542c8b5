package org.cellarius.galaxy.frame;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;

/**
 * Errors of phase space to first order: the measurement's covariance through the {@link PhaseSpaceJacobian}.
 *
 * <p>Inputs: those of {@link PhaseSpaceKernel}, then those of {@link ErrorColumns}. Outputs: {@code x_error y_error z_error}
 * (kpc), {@code vx_error vy_error vz_error} (km/s), {@code r_error} (kpc), {@code phi_error} (deg), {@code v_r_error
 * v_phi_error v_z_error} (km/s), and where asked for 21 covariance columns. First order is good while the distance error is
 * small: see the package description for where it parts from {@link PhaseSpaceDraws}.
 */
public final class PhaseSpaceErrors implements ColumnKernel {

    /** Whether the 21 elements of the covariance of the cartesian state are written. */
    public enum Covariance {
        LEFT_OUT,
        WRITTEN
    }

    static final int MEASURED = 6;
    private static final int ERRORS = 11;

    private final GalactocentricFrame frame;
    private final ErrorColumns errors;
    private final Covariance covariance;

    public PhaseSpaceErrors(GalactocentricFrame frame, ErrorColumns errors, Covariance covariance) {
        frame.requireVelocity();
        this.frame = frame;
        this.errors = errors;
        this.covariance = covariance;
    }

    @Override
    public List<String> inputs() {
        var names = new ArrayList<>(List.of("ra", "dec", "distance", "pmra", "pmdec", "radial_velocity"));
        names.addAll(errors.names());
        return List.copyOf(names);
    }

    @Override
    public List<OutputColumn> outputs() {
        var columns = new ArrayList<OutputColumn>();
        for (PhaseSpaceQuantity q : PhaseSpaceQuantity.values()) {
            columns.add(new OutputColumn(q.column() + "_error", q.unit(), "error of " + q.column() + ", first order"));
        }
        if (covariance == Covariance.WRITTEN) {
            columns.addAll(Covariances.columns());
        }
        return List.copyOf(columns);
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        for (int i = 0; i < rows; i++) {
            status[i] = StarMeasurement.judge(in[0][i], in[1][i], in[2][i], in[3][i], in[4][i], in[5][i]);
            StarErrors star = errors.read(in[2][i], in, MEASURED, i);
            status[i] = star.judge(status[i]);
            switch (status[i]) {
                case OK, NO_VELOCITY, NO_ERRORS -> write(star, in, out, i, status[i]);
                case NO_POSITION,
                        NO_PARALLAX,
                        NO_ZERO_POINT,
                        PARALLAX_NOT_POSITIVE,
                        NO_PHOTOMETRY,
                        NO_DISTANCE,
                        BAD_CORRELATIONS,
                        UNBOUND,
                        NOT_CONVERGED,
                        NOT_INTEGRATED,
                        SELECTION_UNKNOWN,
                        NOT_COVERED,
                        NEVER_SELECTED,
                        NO_OBSERVABLE,
                        OUTSIDE_GRID,
                        EDGE,
                        NO_LABEL,
                        OUTSIDE_TRAINING,
                        OUTSIDE_MAP,
                        BEFORE_FIRST,
                        BEYOND_LAST,
                        NOT_RELIABLE -> {
                    for (double[] column : out) {
                        column[i] = Double.NaN;
                    }
                }
            }
        }
    }

    private void write(StarErrors star, double[][] in, double[][] out, int i, StarStatus status) {
        // A motion that is refused is missing, even where a number stands.
        double known = status == StarStatus.NO_VELOCITY ? Double.NaN : 1;
        var measured = new IcrsStar(in[0][i], in[1][i], in[2][i], known * in[3][i], known * in[4][i], known * in[5][i]);
        var at = PhaseSpaceJacobian.at(frame, measured);
        double[][] cartesian = at.cartesianCovariance(star);
        double[] cylindrical = at.cylindricalVariances(star);
        for (int k = 0; k < 6; k++) {
            out[k][i] = Math.sqrt(cartesian[k][k]);
        }
        out[6][i] = Math.sqrt(cylindrical[0]);
        out[7][i] = Math.sqrt(cylindrical[1]);
        for (int k = 3; k < 6; k++) {
            out[5 + k][i] = Math.sqrt(cylindrical[k]);
        }
        if (covariance == Covariance.WRITTEN) {
            Covariances.write(cartesian, out, ERRORS, i);
        }
    }
}
