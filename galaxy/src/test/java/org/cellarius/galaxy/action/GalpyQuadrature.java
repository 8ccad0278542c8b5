package org.cellarius.galaxy.action;

import org.cellarius.galaxy.potential.GaussLegendre;
import org.cellarius.galaxy.potential.Potential;

/**
 * The actions as a rule of ten nodes in u and v gives them between known limits, in Binney's (2012) own variables: what galpy computes
 * by default. A second form of the formulas, to tell the error of that rule from a difference in the physics.
 */
record GalpyQuadrature(Potential potential, double delta, double[] star) {

    private static final GaussLegendre RULE = GaussLegendre.onUnitInterval(10);

    private double u0() {
        double r = star[0];
        double z = star[1];
        double plus = Math.hypot(r, z + delta);
        double minus = Math.hypot(r, z - delta);
        double cosh = (plus + minus) / (2 * delta);
        return Math.log(cosh + Math.sqrt(cosh * cosh - 1));
    }

    private double v0() {
        double plus = Math.hypot(star[0], star[1] + delta);
        double minus = Math.hypot(star[0], star[1] - delta);
        return Math.acos((plus - minus) / (2 * delta));
    }

    private double phi(double u, double v) {
        return potential.potentialKms2(delta * Math.sinh(u) * Math.sin(v), delta * Math.cosh(u) * Math.cos(v));
    }

    private double energy() {
        double v2 = star[2] * star[2] + star[3] * star[3] + star[4] * star[4];
        return potential.potentialKms2(star[0], star[1]) + 0.5 * v2;
    }

    double radialAction(double smallestRho, double largestRho) {
        double u0 = u0();
        double v0 = v0();
        double pu = delta * (star[2] * Math.cosh(u0) * Math.sin(v0) + star[3] * Math.sinh(u0) * Math.cos(v0));
        double lz = star[0] * star[4];
        double half = lz * lz / (2 * delta * delta);
        double s0 = Math.sinh(u0) * Math.sinh(u0);
        double e = energy();
        double third = e * s0 - pu * pu / (2 * delta * delta) - half / s0 - (s0 + 1) * phi(u0, Math.PI / 2);
        double low = asinh(smallestRho / delta);
        double range = asinh(largestRho / delta) - low;
        double sum = 0;
        for (int k = 0; k < 10; k++) {
            double u = low + range * RULE.nodes()[k];
            double s = Math.sinh(u) * Math.sinh(u);
            double square = e * s - third - half / s - (s + 1) * phi(u, Math.PI / 2);
            sum += RULE.weights()[k] * Math.sqrt(Math.max(0, square));
        }
        return range * sum * delta * Math.sqrt(2) / Math.PI;
    }

    double verticalAction(double cosVMin) {
        double u0 = u0();
        double v0 = v0();
        double pv = delta * (star[2] * Math.sinh(u0) * Math.cos(v0) - star[3] * Math.cosh(u0) * Math.sin(v0));
        double lz = star[0] * star[4];
        double half = lz * lz / (2 * delta * delta);
        double s0 = Math.sinh(u0) * Math.sinh(u0);
        double sine2 = Math.sin(v0) * Math.sin(v0);
        double e = energy();
        double third = pv * pv / (2 * delta * delta) - e * sine2 + half / sine2 + (s0 + sine2) * phi(u0, v0);
        double low = Math.acos(cosVMin);
        double range = Math.PI / 2 - low;
        double sum = 0;
        for (int k = 0; k < 10; k++) {
            double v = low + range * RULE.nodes()[k];
            double s2 = Math.sin(v) * Math.sin(v);
            double square = e * s2 + third - half / s2 - (s0 + s2) * phi(u0, v);
            sum += RULE.weights()[k] * Math.sqrt(Math.max(0, square));
        }
        return 2 * range * sum * delta * Math.sqrt(2) / Math.PI;
    }

    private static double asinh(double x) {
        return Math.log(x + Math.sqrt(x * x + 1));
    }
}
