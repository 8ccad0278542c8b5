package org.cellarius.galaxy.potential;

/** From derivatives in ln r and cos&sup2; &theta; to derivatives in R and z, by the chain rule. */
final class PolarDerivatives {

    private PolarDerivatives() {}

    /** From F, F_x, F_xx, F_t, F_xt, F_tt with x = ln r and t = (z/r)&sup2; to derivatives in R and z. */
    static Derivatives toCylindrical(double[] sums, double radiusKpc, double zKpc, double r2) {
        double r = Math.sqrt(r2);
        double s = radiusKpc / r;
        double mu = zKpc / r;
        double fx = sums[1];
        double fxx = sums[2];
        double fm = 2 * mu * sums[3];
        double fxm = 2 * mu * sums[4];
        double fmm = 2 * sums[3] + 4 * mu * mu * sums[5];
        double s2 = s * s;
        double mu2 = mu * mu;
        return new Derivatives(
                sums[0],
                s / r * (fx - mu * fm),
                (mu * fx + s2 * fm) / r,
                (s2 * (fxx - 2 * mu * fxm + mu2 * fmm) + (1 - 2 * s2) * fx + mu * (3 * s2 - 1) * fm) / r2,
                s * (mu * fxx + (s2 - mu2) * fxm - mu * s2 * fmm - 2 * mu * fx + (2 - 3 * s2) * fm) / r2,
                (mu2 * fxx + 2 * mu * s2 * fxm + s2 * s2 * fmm + (1 - 2 * mu2) * fx - 3 * mu * s2 * fm) / r2);
    }
}
