package org.cellarius.galaxy.mock;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/** Stars by the recipe of a Galaxy. */
final class RecipeOrigins implements StarOrigins {

    /** Draws of the wandering, apart from all others. */
    private static final int WANDERING = 500_000_001;

    private final GalaxyRecipe recipe;
    private final List<MockPopulation> populations;
    private final Line[] scaleLength;
    private final Line[] eccentricity;
    private final Line[] action;
    private final double[] migrationAfterOneGyr;

    RecipeOrigins(GalaxyRecipe recipe) {
        this.recipe = recipe;
        populations = recipe.populations();
        scaleLength = lines(p -> p::scaleLengthKpc);
        eccentricity = lines(p -> p::eccentricityScale);
        action = lines(p -> p::meanVerticalActionKpcKms);
        migrationAfterOneGyr =
                populations.stream().mapToDouble(p -> p.migrationKpc(1)).toArray();
    }

    /** A straight line in age, as these numbers are ({@link MockPopulation}). */
    private record Line(double atBirth, double perGyr) {
        static Line of(DoubleUnaryOperator straight) {
            double atBirth = straight.applyAsDouble(0);
            return new Line(atBirth, straight.applyAsDouble(1) - atBirth);
        }
    }

    private Line[] lines(Function<MockPopulation, DoubleUnaryOperator> of) {
        return populations.stream().map(p -> Line.of(of.apply(p))).toArray(Line[]::new);
    }

    @Override
    public void origins(Tries t, double[] youngestGyr, double[] oldestGyr) {
        t.uniform(1, t.w);
        double high = recipe.highAlphaShare();
        double halo = 1 - recipe.haloShare();
        double olderThan = recipe.highAlpha().youngestGyr();
        double asOldAs = recipe.halo().oldestGyr();
        for (int i = 0; i < t.count; i++) {
            double w = t.w[i];
            boolean isHigh = w < high && oldestGyr[i] > olderThan;
            t.population[i] = isHigh ? 1 : w > halo && oldestGyr[i] >= asOldAs ? 2 : 0;
            t.particle[i] = 0;
        }
        ages(t, youngestGyr, oldestGyr);
        births(t);
        wander(t);
        along(t, eccentricity, t.eccentricity);
        along(t, action, t.meanActionKpcKms);
    }

    /** Most are of the low-alpha disc; the others are put right one by one. */
    private void ages(Tries t, double[] youngestGyr, double[] oldestGyr) {
        t.uniform(2, t.w);
        recipe.lowAlpha().agesGyr(t.count, t.math, youngestGyr, oldestGyr, t.w, t.ageGyr);
        for (int i = 0; i < t.count; i++) {
            if (t.population[i] != 0) {
                MockPopulation population = populations.get(t.population[i]);
                t.ageGyr[i] = population.ageGyr(youngestGyr[i], Math.min(oldestGyr[i], population.oldestGyr()), t.w[i]);
            }
        }
    }

    /** R exp(&minus;R/R_d) is the distribution of the sum of two exponential numbers. */
    private void births(Tries t) {
        t.uniform(3, t.v);
        t.uniform(4, t.w);
        for (int i = 0; i < t.count; i++) {
            t.v[i] *= t.w[i];
        }
        t.math.logarithms(t.count, t.v, t.v);
        along(t, scaleLength, t.birthKpc);
        for (int i = 0; i < t.count; i++) {
            t.birthKpc[i] *= -t.v[i];
        }
    }

    /** Guiding radii stay positive: the wandering is drawn again where it ends beyond the centre (Frankel et al. 2018, eq. 8). */
    private void wander(Tries t) {
        t.normal(WANDERING, t.v);
        int beyond = 0;
        for (int i = 0; i < t.count; i++) {
            t.w[i] = migrationAfterOneGyr[t.population[i]] * Math.sqrt(t.ageGyr[i]);
            t.guidingKpc[i] = t.birthKpc[i] + t.w[i] * t.v[i];
            t.list[beyond] = i;
            beyond += t.guidingKpc[i] > 0 ? 0 : 1;
        }
        for (int again = 1; beyond > 0; again++) {
            for (int k = 0; k < beyond; k++) {
                t.listedKeys[k] = t.normalKey[t.list[k]];
            }
            t.numbers.normal(beyond, t.listedKeys, WANDERING + again, t.v);
            int still = 0;
            for (int k = 0; k < beyond; k++) {
                int i = t.list[k];
                t.guidingKpc[i] = t.birthKpc[i] + t.w[i] * t.v[k];
                t.list[still] = i;
                still += t.guidingKpc[i] > 0 ? 0 : 1;
            }
            beyond = still;
        }
    }

    private static void along(Tries t, Line[] lines, double[] out) {
        for (int i = 0; i < t.count; i++) {
            Line line = lines[t.population[i]];
            out[i] = line.atBirth() + line.perGyr() * t.ageGyr[i];
        }
    }

    @Override
    public Chemistry chemistry(Tries t, int i, double first, double second) {
        MockPopulation population = populations.get(t.population[i]);
        double feH = population.feHDex(t.birthKpc[i], t.ageGyr[i]) + population.feHScatterDex() * first;
        return new Chemistry(feH, population.alphaFeDex(feH, t.ageGyr[i]) + population.alphaFeScatterDex() * second);
    }
}
