package org.cellarius.galaxy.frame;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;

/**
 * Errors of places without motions, to first order in the distance error; also for a Sun without published velocity.
 *
 * <p>With r the direction of the star in Galactocentric axes: &sigma;_x = |r_x| &sigma;_d, likewise y and z; &sigma;_R = |x
 * r_x + y r_y| &sigma;_d/R; &sigma;_&phi; = |x r_y &minus; y r_x| &sigma;_d/R&sup2;. Inputs: {@code ra dec distance} and the
 * columns of the distance's error model. Outputs: {@code x_error y_error z_error r_error} (kpc), {@code phi_error} (deg), equal
 * to those of {@link PhaseSpaceErrors}.
 */
public final class PositionErrors implements ColumnKernel {

    private static final List<PhaseSpaceQuantity> QUANTITIES = List.of(
            PhaseSpaceQuantity.X,
            PhaseSpaceQuantity.Y,
            PhaseSpaceQuantity.Z,
            PhaseSpaceQuantity.R,
            PhaseSpaceQuantity.PHI);

    private final GalactocentricFrame frame;
    private final DistanceErrorModel distance;

    public PositionErrors(GalactocentricFrame frame, DistanceErrorModel distance) {
        this.frame = frame;
        this.distance = distance;
    }

    @Override
    public List<String> inputs() {
        var names = new ArrayList<>(List.of("ra", "dec", "distance"));
        names.addAll(distance.columns());
        return List.copyOf(names);
    }

    @Override
    public List<OutputColumn> outputs() {
        return QUANTITIES.stream()
                .map(q -> new OutputColumn(q.column() + "_error", q.unit(), "error of " + q.column() + ", first order"))
                .toList();
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        for (int i = 0; i < rows; i++) {
            double[] widthsKpc = distance.widthsKpc(in[2][i], in, 3, i);
            double sd = Math.sqrt(distance.varianceKpc2(widthsKpc[0], widthsKpc[1]));
            status[i] = StarMeasurement.judge(in[0][i], in[1][i], in[2][i], 0, 0, 0);
            if (status[i] == StarStatus.OK && !Double.isFinite(sd)) {
                status[i] = StarStatus.NO_ERRORS;
            }
            write(in[0][i], in[1][i], in[2][i], status[i] == StarStatus.OK ? sd : Double.NaN, out, i);
        }
    }

    private void write(double raDeg, double decDeg, double distanceKpc, double sdKpc, double[][] out, int i) {
        Direction r = frame.rotation.turn(LocalAxes.at(raDeg, decDeg).outward());
        double x = distanceKpc * r.x() + frame.shiftX;
        double y = distanceKpc * r.y();
        double radius = Math.hypot(x, y);
        out[0][i] = Math.abs(r.x()) * sdKpc;
        out[1][i] = Math.abs(r.y()) * sdKpc;
        out[2][i] = Math.abs(r.z()) * sdKpc;
        out[3][i] = Math.abs(x * r.x() + y * r.y()) / radius * sdKpc;
        out[4][i] = Math.toDegrees(Math.abs(x * r.y() - y * r.x()) / (radius * radius) * sdKpc);
    }
}
