package org.cellarius.galaxy.age;

import java.util.List;
import org.cellarius.galaxy.column.StarStatus;

/** How likely a star's ages are, on the ages of a grid. Not for several threads at once. */
public sealed interface AgeCurve permits LikelihoodOnGrid, PosteriorOnGrid {

    List<AgeObservable> observables();

    /** How its columns become what is measured of a star. */
    StarMeasurement measurement();

    /** The ages, Gyr, rising. */
    double[] agesGyr();

    /** Another one on the same grid, for another thread. */
    AgeCurve beside();

    /**
     * Measures a star.
     *
     * @param relative receives the number for each age, 1 for the highest
     */
    StarStatus measure(MeasuredStar star, double[] relative);
}
