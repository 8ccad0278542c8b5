package org.cellarius.galaxy.action;

import org.cellarius.galaxy.potential.ForceField;

/**
 * p_v&sup2; along the spheroid &sigma; = const through the star (Binney 2012, 2012MNRAS.426.1324B, section 2.1):
 *
 * <pre>  p_v&sup2;(q) = C_v &minus; 2E&Delta;&sup2;q &minus; 2(&sigma; + &Delta;&sup2;(1&minus;q)) &Phi;(&sigma;, q) &minus; L_z&sup2;/(1&minus;q).</pre>
 *
 * For small motions about the plane it is linear in q.
 */
final class VerticalEquation implements TurningEquation {

    /** Nearer to the plane the quotient of force and height is taken here. */
    private static final double SMALLEST_Q = 1e-16;

    private final ForceField field;
    private final StaeckelStars stars;
    private final double[] radius = new double[StaeckelStars.CAPACITY];
    private final double[] height = new double[StaeckelStars.CAPACITY];
    private final double[] phi = new double[StaeckelStars.CAPACITY];
    private final double[] alongR = new double[StaeckelStars.CAPACITY];
    private final double[] alongZ = new double[StaeckelStars.CAPACITY];

    VerticalEquation(ForceField field, StaeckelStars stars) {
        this.field = field;
        this.stars = stars;
    }

    @Override
    public void evaluate(int n, int[] star, double[] x, double[] momentum2, double[] slope) {
        for (int k = 0; k < n; k++) {
            int i = star[k];
            radius[k] = Math.sqrt(stars.sigma[i] * (1 - x[k]));
            height[k] = Math.sqrt((stars.sigma[i] + stars.delta2[i]) * Math.max(x[k], SMALLEST_Q));
        }
        field.potentialsAndAccelerations(n, radius, height, phi, alongR, alongZ);
        for (int k = 0; k < n; k++) {
            int i = star[k];
            double d2 = stars.delta2[i];
            double s2 = 1 - x[k];
            double span = stars.sigma[i] + d2 * s2;
            // R dR = -sigma/2 dq, z dz = (sigma + Delta^2)/2 dq
            double rise = 0;
            if (radius[k] > 0) {
                rise += 0.5 * alongR[k] * stars.sigma[i] / radius[k];
            }
            if (height[k] > 0) {
                rise -= 0.5 * alongZ[k] * (stars.sigma[i] + d2) / height[k];
            }
            double barrier = stars.lz2[i] > 0 ? stars.lz2[i] / s2 : 0;
            momentum2[k] = stars.cv[i] - 2 * stars.energy[i] * d2 * x[k] - 2 * span * phi[k] - barrier;
            slope[k] = -2 * (d2 * (stars.energy[i] - phi[k]) + span * rise) - (barrier > 0 ? barrier / s2 : 0);
        }
    }
}
