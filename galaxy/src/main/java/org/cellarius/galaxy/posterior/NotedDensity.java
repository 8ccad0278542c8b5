package org.cellarius.galaxy.posterior;

/** A density that also tells something about every place, which costs nothing beside it: a conditional mean, say. */
public interface NotedDensity extends OpenDensity {

    /** How many numbers are noted. */
    int notes();

    /** ln of the density, and the notes. */
    double noted(double[] coordinates, double[] notes);

    @Override
    default double ln(double[] coordinates) {
        return noted(coordinates, new double[notes()]);
    }
}
