package org.cellarius.study.mock;

import org.cellarius.catalogue.InputError;
import org.cellarius.galaxy.mock.GalaxyRecipe;
import org.cellarius.galaxy.mock.SurveyDesign;

/**
 * Which mock is asked for.
 *
 * @param design the survey
 * @param recipe the Galaxy
 * @param stars how many different stars it sees
 * @param seed of all random numbers
 */
public record MockOrder(SurveyDesign design, GalaxyRecipe recipe, long stars, long seed) {

    private static final long MOST_STARS = 1_000_000_000;

    public MockOrder {
        if (stars < 1 || stars > MOST_STARS) {
            throw new InputError(stars + " mock stars", "--stars", "Give a number between 1 and 1,000,000,000");
        }
    }
}
