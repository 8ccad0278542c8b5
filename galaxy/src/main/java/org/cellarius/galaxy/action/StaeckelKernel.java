package org.cellarius.galaxy.action;

import java.util.List;
import java.util.stream.Stream;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OnDemand;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.potential.Potential;

/**
 * Actions, box and, if wanted, frequencies of stars in the St&auml;ckel approximation. J_R = (1/2&pi;) &int; p_R dR over a full
 * period, J_z likewise. Thread-safe.
 */
public final class StaeckelKernel implements ColumnKernel {

    private static final List<OutputColumn> ACTIONS = List.of(
            new OutputColumn("j_r", "kpc km/s", "radial action, Staeckel approximation"),
            new OutputColumn("j_z", "kpc km/s", "vertical action, Staeckel approximation"),
            new OutputColumn("l_z", "kpc km/s", "angular momentum about the axis, positive along rotation"),
            new OutputColumn("zmax", "kpc", "Zmax: height of the corner of the orbit's Staeckel box"),
            new OutputColumn("r3d_peri", "kpc", "smallest distance from the centre, in the plane, of the Staeckel box"),
            new OutputColumn("r3d_apo", "kpc", "largest distance from the centre of the Staeckel box"),
            new OutputColumn("r_peri", "kpc", "smallest cylindrical radius of the Staeckel box"),
            new OutputColumn("r_apo", "kpc", "largest cylindrical radius of the Staeckel box"),
            new OutputColumn("ecc", "", "eccentricity, from r3d_peri and r3d_apo"),
            new OutputColumn("focal_distance", "kpc", "focal distance of the Staeckel approximation"));

    private static final List<OutputColumn> FREQUENCIES = List.of(
            new OutputColumn("omega_r", "km/s/kpc", "radial frequency, Staeckel approximation"),
            new OutputColumn("omega_phi", "km/s/kpc", "frequency about the axis, positive along rotation"),
            new OutputColumn("omega_z", "km/s/kpc", "vertical frequency, Staeckel approximation"));

    private static final List<OutputColumn> ANGLES = List.of(
            new OutputColumn("theta_r", "deg", "radial angle, zero at the pericentre, Staeckel approximation"),
            new OutputColumn(
                    "theta_phi", "deg", "angle about the axis along rotation, phi = 0 without the other motions"),
            new OutputColumn(
                    "theta_z", "deg", "vertical angle, zero upwards through the plane, Staeckel approximation"));

    private static final List<String> STATE = List.of("r", "z", "v_r", "v_z", "v_phi");
    private static final List<String> STATE_AND_AZIMUTH = List.of("r", "z", "v_r", "v_z", "v_phi", "phi");

    private static final int L_Z = 2;

    private final OnDemand<StaeckelActions> actions;
    private final List<String> inputs;
    private final List<OutputColumn> outputs;

    /** As AGAMA does it: focal distances of shell orbits, through the star, direct, actions and box only. */
    public StaeckelKernel(Potential potential) {
        this(potential, StaeckelChoice.standard());
    }

    /**
     * @param potential the Galaxy
     * @param choice how the approximation is made, and what is written
     */
    public StaeckelKernel(Potential potential, StaeckelChoice choice) {
        actions = new OnDemand<>(() -> new StaeckelActions(potential, choice));
        inputs = choice.columns() == ActionColumns.ACTIONS_FREQUENCIES_AND_ANGLES ? STATE_AND_AZIMUTH : STATE;
        outputs = switch (choice.columns()) {
            case ACTIONS -> ACTIONS;
            case ACTIONS_AND_FREQUENCIES ->
                Stream.concat(ACTIONS.stream(), FREQUENCIES.stream()).toList();
            case ACTIONS_FREQUENCIES_AND_ANGLES ->
                Stream.of(ACTIONS, FREQUENCIES, ANGLES).flatMap(List::stream).toList();
        };
    }

    @Override
    public List<String> inputs() {
        return inputs;
    }

    @Override
    public List<OutputColumn> outputs() {
        return outputs;
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        for (int i = 0; i < rows; i++) {
            for (double[] column : out) {
                column[i] = Double.NaN;
            }
            out[L_Z][i] = in[0][i] * in[4][i];
        }
        actions.get().fill(rows, in, out, status);
    }
}
