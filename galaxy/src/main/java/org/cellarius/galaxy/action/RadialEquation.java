package org.cellarius.galaxy.action;

import org.cellarius.galaxy.potential.ForceField;

/**
 * p_u&sup2; along the hyperboloid q = const through the star (Binney 2012, 2012MNRAS.426.1324B, section 2.1):
 *
 * <pre>  p_u&sup2;(&sigma;) = C_u + 2E&sigma; &minus; 2(&sigma; + &Delta;&sup2;(1&minus;q)) &Phi;(&sigma;, q) &minus; &Delta;&sup2;L_z&sup2;/&sigma;.</pre>
 *
 * In &sigma; it is concave in the potentials of galaxies, in R it is not: Newton's method likes that.
 */
final class RadialEquation implements TurningEquation {

    private final ForceField field;
    private final StaeckelStars stars;
    private final double[] radius = new double[StaeckelStars.CAPACITY];
    private final double[] height = new double[StaeckelStars.CAPACITY];
    private final double[] phi = new double[StaeckelStars.CAPACITY];
    private final double[] alongR = new double[StaeckelStars.CAPACITY];
    private final double[] alongZ = new double[StaeckelStars.CAPACITY];

    RadialEquation(ForceField field, StaeckelStars stars) {
        this.field = field;
        this.stars = stars;
    }

    @Override
    public void evaluate(int n, int[] star, double[] x, double[] momentum2, double[] slope) {
        for (int k = 0; k < n; k++) {
            int i = star[k];
            radius[k] = Math.sqrt(x[k] * (1 - stars.referenceQ[i]));
            height[k] = Math.sqrt((x[k] + stars.delta2[i]) * stars.referenceQ[i]);
        }
        field.potentialsAndAccelerations(n, radius, height, phi, alongR, alongZ);
        for (int k = 0; k < n; k++) {
            int i = star[k];
            double d2 = stars.delta2[i];
            double s2 = 1 - stars.referenceQ[i];
            double span = x[k] + d2 * s2;
            // R dR = (1-q)/2 dsigma, z dz = q/2 dsigma
            double rise = 0;
            if (radius[k] > 0) {
                rise -= 0.5 * alongR[k] * s2 / radius[k];
            }
            if (height[k] > 0) {
                rise -= 0.5 * alongZ[k] * stars.referenceQ[i] / height[k];
            }
            double barrier = stars.lz2[i] > 0 ? d2 * stars.lz2[i] / x[k] : 0;
            momentum2[k] = stars.cu[i] + 2 * stars.energy[i] * x[k] - 2 * span * phi[k] - barrier;
            slope[k] = 2 * (stars.energy[i] - phi[k] - span * rise) + (barrier > 0 ? barrier / x[k] : 0);
        }
    }
}
