package org.cellarius.galaxy.mock;

import java.util.Optional;
import org.cellarius.galaxy.random.CounterRandom;

/** Where the stars of a mock come from: a recipe, or the particles of somebody's simulation. */
sealed interface StarOrigins permits RecipeOrigins, ParticleOrigins {

    /**
     * When and where a star was born, and how far it has gone.
     *
     * @param population number of its population
     * @param particle number of the particle; 0 where there are none
     * @param ageGyr age, Gyr
     * @param birthKpc radius of birth, kpc
     * @param guidingKpc guiding radius, kpc
     * @param eccentricityScale scale of the eccentricities of its like
     * @param meanActionKpcKms mean vertical action of its like, kpc km/s
     */
    record Origin(
            int population,
            int particle,
            double ageGyr,
            double birthKpc,
            double guidingKpc,
            double eccentricityScale,
            double meanActionKpcKms) {}

    /** What a star is made of, without what its present place adds. */
    record Chemistry(double feHDex, double alphaFeDex) {}

    /** An origin within limits of age; empty where none was found in this try. */
    Optional<Origin> origin(CounterRandom.OfStar random, int draw, double youngestGyr, double oldestGyr);

    /** What a star of that origin is made of. */
    Chemistry chemistry(Origin origin, CounterRandom.OfStar random, int draw);
}
