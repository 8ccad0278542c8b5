package org.cellarius.galaxy.posterior;

/** ln of a density over coordinates without edges. */
public interface OpenDensity {

    int dimensions();

    /** ln of the density, not necessarily normalised; &minus;&infin; where it vanishes, never NaN. */
    double ln(double[] coordinates);

    /** The same, and its gradient; unless overridden by central differences of steps 1e-5. */
    default double ln(double[] coordinates, double[] gradient) {
        double[] moved = coordinates.clone();
        for (int k = 0; k < coordinates.length; k++) {
            moved[k] = coordinates[k] + 1e-5;
            double above = ln(moved);
            moved[k] = coordinates[k] - 1e-5;
            double below = ln(moved);
            moved[k] = coordinates[k];
            gradient[k] = (above - below) / 2e-5;
        }
        return ln(coordinates);
    }
}
