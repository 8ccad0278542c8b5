package org.cellarius.galaxy.kernel;

/**
 * Reads a {@link MeridionalTable} for many stars: the function and its exact gradient. R and z may have either sign: the function
 * is even in both. NaN in gives NaN out.
 */
public sealed interface MeridionalTableReader permits ScalarMeridionalTableReader, VectorMeridionalTableReader {

    /** The fastest form that this start of Java can run. */
    static MeridionalTableReader best(MeridionalTable table) {
        boolean wideRegisters = VectorApi.isThere() && VectorMeridionalTableReader.isWorthwhile();
        return wideRegisters ? new VectorMeridionalTableReader(table) : new ScalarMeridionalTableReader(table);
    }

    /** Minus the derivatives of &Phi; in R and z of the first n stars. */
    void accelerations(int n, double[] radiusKpc, double[] zKpc, double[] accelerationR, double[] accelerationZ);

    /** &Phi; and minus its derivatives, from one reading. */
    void potentialsAndAccelerations(
            int n, double[] radiusKpc, double[] zKpc, double[] phi, double[] accelerationR, double[] accelerationZ);

    /** &Phi; of the first n stars. */
    void potentials(int n, double[] radiusKpc, double[] zKpc, double[] phi);
}
