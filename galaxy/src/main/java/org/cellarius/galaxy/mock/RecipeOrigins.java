package org.cellarius.galaxy.mock;

import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.random.CounterRandom;

/** Stars by the recipe of a Galaxy. */
record RecipeOrigins(GalaxyRecipe recipe, List<MockPopulation> populations) implements StarOrigins {

    /** Draws of the wandering, apart from all others. */
    private static final int WANDERING = 500_000_000;

    RecipeOrigins(GalaxyRecipe recipe) {
        this(recipe, recipe.populations());
    }

    @Override
    public Optional<Origin> origin(CounterRandom.OfStar random, int draw, double youngestGyr, double oldestGyr) {
        int which = population(random.uniform(draw), oldestGyr);
        MockPopulation population = populations.get(which);
        double age =
                population.ageGyr(youngestGyr, Math.min(oldestGyr, population.oldestGyr()), random.uniform(draw + 1));
        double birth = population.birthRadiusKpc(age, random, draw + 2);
        return Optional.of(new Origin(
                which,
                0,
                age,
                birth,
                guidingKpc(random, draw, birth, population.migrationKpc(age)),
                population.eccentricityScale(age),
                population.meanVerticalActionKpcKms(age)));
    }

    private int population(double uniform, double oldestGyr) {
        if (uniform < recipe.highAlphaShare() && oldestGyr > recipe.highAlpha().youngestGyr()) {
            return 1;
        }
        return uniform > 1 - recipe.haloShare() && oldestGyr >= recipe.halo().oldestGyr() ? 2 : 0;
    }

    private static double guidingKpc(CounterRandom.OfStar random, int draw, double birthKpc, double migrationKpc) {
        for (int k = 0; ; k++) {
            double guiding = birthKpc + migrationKpc * random.normal(WANDERING + draw + k);
            if (guiding > 0) {
                return guiding;
            }
        }
    }

    @Override
    public Chemistry chemistry(Origin origin, CounterRandom.OfStar random, int draw) {
        MockPopulation population = populations.get(origin.population());
        double feH = population.feHDex(origin.birthKpc(), origin.ageGyr())
                + population.feHScatterDex() * random.normal(draw);
        double alphaFe =
                population.alphaFeDex(feH, origin.ageGyr()) + population.alphaFeScatterDex() * random.normal(draw + 1);
        return new Chemistry(feH, alphaFe);
    }
}
