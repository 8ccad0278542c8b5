package org.cellarius.galaxy.orbit;

import org.cellarius.galaxy.potential.ForceField;
import org.cellarius.galaxy.potential.Potential;

/** How exactly orbits are followed. */
public enum OrbitAccuracy {
    /**
     * Zmax over 10 Gyr good to 1e-3 for 95 of 100 stars of AGAMA's reference table (thick-disc stars alone: 1.2e-3); an orbit whose
     * energy drifts by more than a hundredth is followed again.
     */
    FAST("fast", 1.5e-5, 1e-2),
    /**
     * Zmax over 10 Gyr good to 1e-6 for 95 of 100 stars, energy to 1e-8: in tables that are four times continuously differentiable;
     * an orbit whose energy drifts further is followed again with a smaller tolerance.
     */
    ACCURATE("accurate", 5e-9, 1e-8);

    private final String word;
    private final double tolerance;
    private final double largestDrift;

    OrbitAccuracy(String word, double tolerance, double largestDrift) {
        this.word = word;
        this.tolerance = tolerance;
        this.largestDrift = largestDrift;
    }

    public String word() {
        return word;
    }

    /** Greatest error of a step, of the amplitude of the velocity. */
    double tolerance() {
        return tolerance;
    }

    /** Relative change of the energy over the span that is accepted. */
    double largestDrift() {
        return largestDrift;
    }

    /** The form of the forces that is worth the tolerance. */
    ForceField field(Potential potential) {
        return switch (this) {
            case FAST -> ForceField.of(potential);
            case ACCURATE -> ForceField.accurate(potential);
        };
    }
}
