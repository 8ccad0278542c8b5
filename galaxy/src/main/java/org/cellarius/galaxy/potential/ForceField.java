package org.cellarius.galaxy.potential;

/**
 * The accelerations of many stars in an axisymmetric potential, in the form that is fast. Objects may be shared by threads.
 *
 * <p>{@link #accelerations} is the exact gradient of {@link #potentials}, whatever approximation of the potential lies behind, so
 * that energy is conserved. z may have either sign; NaN in gives NaN out.
 */
public interface ForceField {

    /** Accelerations along R and z of the first n stars, km&sup2;/s&sup2;/kpc. */
    void accelerations(int n, double[] radiusKpc, double[] zKpc, double[] accelerationR, double[] accelerationZ);

    /** &Phi; of the first n stars, km&sup2;/s&sup2;. */
    void potentials(int n, double[] radiusKpc, double[] zKpc, double[] phi);

    /** &Phi; and the accelerations together, cheaper than one after the other where both come from one table. */
    default void potentialsAndAccelerations(
            int n, double[] radiusKpc, double[] zKpc, double[] phi, double[] accelerationR, double[] accelerationZ) {
        potentials(n, radiusKpc, zKpc, phi);
        accelerations(n, radiusKpc, zKpc, accelerationR, accelerationZ);
    }

    /**
     * The fastest form that is accurate enough for most orbits: formulas where all components have one (force to 1e-9), else a
     * bicubic {@link TabulatedPotential} (2e-6 in the median, 3e-5 at most for 0.1 &lt; r &lt; 300 kpc).
     */
    static ForceField of(Potential potential) {
        return potential.fastField();
    }

    /** The form for orbits of high accuracy: formulas as in {@link #of}, else a biquintic {@link TabulatedPotential} (3e-9
     * in the median, 8e-7 at most for 0.1 &lt; r &lt; 25 kpc). */
    static ForceField accurate(Potential potential) {
        return potential.accurateField();
    }

    /** Every star by the full formulas: slow, for tests and for single stars. */
    static ForceField exact(Potential potential) {
        return new ExactForceField(potential);
    }
}
