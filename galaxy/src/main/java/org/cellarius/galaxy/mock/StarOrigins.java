package org.cellarius.galaxy.mock;

/** Where the stars of a mock come from: a recipe, or the particles of somebody's simulation. */
sealed interface StarOrigins permits RecipeOrigins, ParticleOrigins {

    /** What a star is made of, without what its present place adds. */
    record Chemistry(double feHDex, double alphaFeDex) {}

    /**
     * When and where the stars of these tries were born, how far they have gone, how warm the orbits of their like are: age, radius of birth, guiding radius, scale of
     * eccentricities, mean vertical action, population and particle. Uniform numbers 1 to 4 of the try decide; a try is dropped where there is no such star.
     *
     * @param youngestGyr of each try
     * @param oldestGyr of each try
     */
    void origins(Tries tries, double[] youngestGyr, double[] oldestGyr);

    /** What the star of a try is made of, from two standard normal numbers. */
    Chemistry chemistry(Tries tries, int i, double first, double second);
}
