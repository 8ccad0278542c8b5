package org.cellarius.galaxy.orbit;

/** How exactly orbits are followed. */
public enum OrbitAccuracy {
    /** Zmax over 10 Gyr good to 1e-3 for 95 of 100 disc stars. */
    FAST("fast", 2e-5),
    /** Zmax over 10 Gyr good to 1e-5 for 95 of 100 disc stars. */
    ACCURATE("accurate", 1e-8);

    private final String word;
    private final double tolerance;

    OrbitAccuracy(String word, double tolerance) {
        this.word = word;
        this.tolerance = tolerance;
    }

    public String word() {
        return word;
    }

    /** Greatest error of a step, of the amplitude of the velocity. */
    double tolerance() {
        return tolerance;
    }
}
