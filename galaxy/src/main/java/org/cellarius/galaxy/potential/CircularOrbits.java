package org.cellarius.galaxy.potential;

import java.util.function.DoubleUnaryOperator;

/**
 * Circular orbits in the plane of a potential, and small motions around them (Binney and Tremaine 2008, section 3.2.3):
 *
 * <pre>  v_c&sup2; = R d&Phi;/dR,   &Omega; = v_c/R,   &kappa;&sup2; = d&sup2;&Phi;/dR&sup2; + (3/R) d&Phi;/dR,   &nu;&sup2; = d&sup2;&Phi;/dz&sup2;.</pre>
 */
public final class CircularOrbits {

    private static final double SMALLEST_KPC = 1e-9;
    private static final double LARGEST_KPC = 1e9;

    private final Potential potential;

    CircularOrbits(Potential potential) {
        this.potential = potential;
    }

    /** Circular speed, km/s. */
    public double speedKms(double radiusKpc) {
        return Math.sqrt(Math.max(0, radiusKpc * potential.at(radiusKpc, 0).dRKms2PerKpc()));
    }

    /** Angular speed &Omega;, km/s/kpc. */
    public double angularSpeedKmsPerKpc(double radiusKpc) {
        return Math.sqrt(potential.at(radiusKpc, 0).dRKms2PerKpc() / radiusKpc);
    }

    /** Epicycle frequency &kappa;, km/s/kpc. */
    public double epicycleFrequencyKmsPerKpc(double radiusKpc) {
        Derivatives d = potential.at(radiusKpc, 0);
        return Math.sqrt(d.dRRKms2PerKpc2() + 3 * d.dRKms2PerKpc() / radiusKpc);
    }

    /** Vertical frequency &nu;, km/s/kpc. */
    public double verticalFrequencyKmsPerKpc(double radiusKpc) {
        return Math.sqrt(potential.at(radiusKpc, 0).dzzKms2PerKpc2());
    }

    /** Angular momentum of the circular orbit, kpc km/s. */
    public double angularMomentumKpcKms(double radiusKpc) {
        return radiusKpc * speedKms(radiusKpc);
    }

    /** Energy of the circular orbit, km&sup2;/s&sup2;. */
    public double energyKms2(double radiusKpc) {
        Derivatives d = potential.at(radiusKpc, 0);
        return d.phiKms2() + 0.5 * radiusKpc * d.dRKms2PerKpc();
    }

    /** Speed with which a star at (R, z) just escapes, km/s; infinite where &Phi; has no zero at infinity. */
    public double escapeSpeedKms(double radiusKpc, double zKpc) {
        boolean bottomless = potential.components().stream().anyMatch(LogarithmicHalo.class::isInstance);
        return bottomless ? Double.POSITIVE_INFINITY : Math.sqrt(-2 * potential.potentialKms2(radiusKpc, zKpc));
    }

    /** Guiding radius: that of the circular orbit with the angular momentum |L_z|, kpc. Zero for zero, NaN for NaN. */
    public double radiusOfAngularMomentumKpc(double angularMomentumKpcKms) {
        double goal = Math.abs(angularMomentumKpcKms);
        if (goal == 0) {
            return 0;
        }
        return increasing(this::angularMomentumKpcKms, goal);
    }

    /** The same, found by Newton's method from a radius near it; for tables. */
    double radiusOfAngularMomentumKpc(double angularMomentumKpcKms, double nearKpc) {
        double radiusKpc = nearKpc;
        for (int step = 0; step < 50; step++) {
            double miss = angularMomentumKpcKms - angularMomentumKpcKms(radiusKpc);
            double next = radiusKpc + miss * radiusPerAngularMomentum(radiusKpc);
            if (Math.abs(next - radiusKpc) <= 2e-15 * radiusKpc) {
                return next;
            }
            if (!(next > radiusKpc / 2 && next < 2 * radiusKpc)) {
                break;
            }
            radiusKpc = next;
        }
        return radiusOfAngularMomentumKpc(angularMomentumKpcKms);
    }

    /** dR/dL of circular orbits: 2&Omega;/(R&kappa;&sup2;), in 1/(km/s). */
    double radiusPerAngularMomentum(double radiusKpc) {
        Derivatives d = potential.at(radiusKpc, 0);
        double omega = Math.sqrt(d.dRKms2PerKpc() / radiusKpc);
        double kappa2 = d.dRRKms2PerKpc2() + 3 * d.dRKms2PerKpc() / radiusKpc;
        return 2 * omega / (radiusKpc * kappa2);
    }

    /** Radius of the circular orbit with energy E, kpc; NaN where there is none. */
    public double radiusOfEnergyKpc(double energyKms2) {
        return increasing(this::energyKms2, energyKms2);
    }

    /** The root of f(R) = goal for a growing f: bisection in ln R, then regula falsi by Illinois' rule, to 1e-15. */
    private static double increasing(DoubleUnaryOperator f, double goal) {
        double low = Math.log(SMALLEST_KPC);
        double high = Math.log(LARGEST_KPC);
        double atLow = f.applyAsDouble(SMALLEST_KPC) - goal;
        double atHigh = f.applyAsDouble(LARGEST_KPC) - goal;
        if (!(atLow <= 0 && atHigh >= 0)) {
            return Double.NaN;
        }
        while (high - low > 0.25) {
            double middle = 0.5 * (low + high);
            double value = f.applyAsDouble(Math.exp(middle)) - goal;
            if (value < 0) {
                low = middle;
                atLow = value;
            } else {
                high = middle;
                atHigh = value;
            }
        }
        int side = 0;
        for (int step = 0; step < 100 && high - low > 1e-15; step++) {
            double next = (atHigh * low - atLow * high) / (atHigh - atLow);
            double value = f.applyAsDouble(Math.exp(next)) - goal;
            if (value == 0) {
                return Math.exp(next);
            }
            if (value < 0) {
                low = next;
                atLow = value;
                atHigh = side < 0 ? atHigh / 2 : atHigh;
                side = -1;
            } else {
                high = next;
                atHigh = value;
                atLow = side > 0 ? atLow / 2 : atLow;
                side = 1;
            }
            if (Math.abs(value) <= 4e-16 * Math.abs(goal)) {
                return Math.exp(next);
            }
        }
        return Math.exp(0.5 * (low + high));
    }
}
