package org.cellarius.galaxy.kinematics;

import java.util.List;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;

/**
 * Kinematic membership probabilities (see the package description).
 *
 * <p>Inputs: {@code u_lsr v_lsr w_lsr} (km/s). Outputs: {@code p_thin p_thick p_halo}, which add up to 1, and {@code ln_td_d} =
 * ln(f_thick N_thick / f_thin N_thin), finite for any finite velocity. Accuracy: equal to scipy 1.10 to 1e-10 (tested).
 */
public final class MembershipKernel implements ColumnKernel {

    private final VelocityEllipsoids ellipsoids;
    private final double lnThinWeight;
    private final double lnThickWeight;
    private final double lnHaloWeight;

    public MembershipKernel(VelocityEllipsoids ellipsoids) {
        this.ellipsoids = ellipsoids;
        this.lnThinWeight = ellipsoids.thin().lnWeight();
        this.lnThickWeight = ellipsoids.thick().lnWeight();
        this.lnHaloWeight = ellipsoids.halo().lnWeight();
    }

    @Override
    public List<String> inputs() {
        return List.of("u_lsr", "v_lsr", "w_lsr");
    }

    @Override
    public List<OutputColumn> outputs() {
        String by = ", ellipsoids " + ellipsoids.name();
        return List.of(
                new OutputColumn("p_thin", "", "probability of the thin disc" + by),
                new OutputColumn("p_thick", "", "probability of the thick disc" + by),
                new OutputColumn("p_halo", "", "probability of the halo" + by),
                new OutputColumn("ln_td_d", "", "natural logarithm of the odds of thick against thin disc" + by));
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        for (int i = 0; i < rows; i++) {
            double u = in[0][i];
            double v = in[1][i];
            double w = in[2][i];
            double thin = ellipsoids.thin().lnDensity(lnThinWeight, u, v, w);
            double thick = ellipsoids.thick().lnDensity(lnThickWeight, u, v, w);
            double halo = ellipsoids.halo().lnDensity(lnHaloWeight, u, v, w);
            boolean known = Double.isFinite(thin) && Double.isFinite(thick) && Double.isFinite(halo);
            status[i] = known ? StarStatus.OK : StarStatus.NO_VELOCITY;
            // The largest density as the unit: the sum lies between 1 and 3.
            double largest = Math.max(thin, Math.max(thick, halo));
            double a = Math.exp(thin - largest);
            double b = Math.exp(thick - largest);
            double c = Math.exp(halo - largest);
            double sum = a + b + c;
            out[0][i] = known ? a / sum : Double.NaN;
            out[1][i] = known ? b / sum : Double.NaN;
            out[2][i] = known ? c / sum : Double.NaN;
            out[3][i] = known ? thick - thin : Double.NaN;
        }
    }
}
