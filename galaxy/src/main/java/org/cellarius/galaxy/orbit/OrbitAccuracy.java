package org.cellarius.galaxy.orbit;

/** How exactly orbits are followed. */
public enum OrbitAccuracy {
    /** Zmax good to 1e-3 for 95 of 100 disc stars over 10 Gyr. */
    FAST(3e-7),
    /** Zmax good to 1e-5 for 95 of 100 disc stars over 10 Gyr. */
    ACCURATE(1e-10);

    private final double tolerance;

    OrbitAccuracy(double tolerance) {
        this.tolerance = tolerance;
    }

    /** Greatest error of a step, of the amplitude of the velocity. */
    double tolerance() {
        return tolerance;
    }
}
