package org.cellarius.galaxy.migration;

import java.util.Optional;
import org.cellarius.galaxy.birth.DiscGrowth;
import org.cellarius.galaxy.random.CounterRandom;

/**
 * Stars drawn as the model says, step by step: age, birth, diffusion with its drift, [Fe/H] of the gas, heating.
 *
 * @param strengthKpc &sigma; of guiding radii after 6 Gyr, kpc
 * @param drift of the model
 * @param ageErrorLn standard deviation of ln age, 0 for exact ages
 */
record MockWanderers(double strengthKpc, MigrationLikelihood.Drift drift, Heating heating, double ageErrorLn) {

    static final double SPEED = 236;
    static final DiscGrowth GROWTH = new DiscGrowth(3, 0.0375);
    static final Enrichment GAS = new Enrichment.Linear(8.2);
    static final double SCATTER = 0.06;
    static final double ERROR = 0.03;

    /** f, a, g, h of the gas, after a place for the strength of migration. */
    static final double[] GAS_VALUES = {Double.NaN, 0.03, 0.05, -0.072, -0.002};

    static final double OLDEST = 11;

    static final MockWanderers STANDARD =
            new MockWanderers(619 / SPEED, MigrationLikelihood.Drift.DISC, new Heating(63, 0.6, 0.15), 0);

    /** Stars, and their true ages. */
    record Drawn(MigrantStars stars, double[] trueAgeGyr) {}

    MockWanderers withAgeErrors(double ln) {
        return new MockWanderers(strengthKpc, drift, heating, ln);
    }

    MigrationLikelihood.Frankel2020 likelihood(MigrationLikelihood.Given given) {
        return new MigrationLikelihood.Frankel2020(SPEED, given, drift);
    }

    MigrationModel model(MigrationLikelihood.Given given) {
        return new MigrationModel(likelihood(given), new ScaleLength.Known(GROWTH), GAS, Optional.empty());
    }

    /** The numbers in the order of the model, with s in its place where it is fitted. */
    double[] values(boolean lossFitted) {
        double[] v = lossFitted ? new double[10] : new double[9];
        v[0] = strengthKpc * SPEED;
        System.arraycopy(GAS_VALUES, 1, v, 1, 4);
        v[5] = SCATTER;
        int at = 6;
        if (lossFitted) {
            v[at++] = GROWTH.lossPerGyr();
        }
        v[at] = heating.rmsKpcKms();
        v[at + 1] = heating.power();
        v[at + 2] = heating.fallPerKpc();
        return v;
    }

    /** More young stars than old ones. */
    static double age(CounterRandom.OfStar numbers) {
        return 0.1 + (OLDEST - 0.1) * numbers.uniform(0) * Math.sqrt(numbers.uniform(4));
    }

    /** A radius of a star of that age, kpc, and [Fe/H] without errors, dex; where it came out of the centre it is drawn again. */
    double[] place(double age, CounterRandom.OfStar numbers) {
        double scale = GROWTH.scaleLengthKpc(age);
        double sigma = strengthKpc * Math.sqrt(age / Heating.REFERENCE_GYR);
        double birth = -scale * Math.log(numbers.uniform(1) * numbers.uniform(2));
        double inwards = drift == MigrationLikelihood.Drift.DISC ? sigma * sigma / (2 * scale) : 0;
        double radius = -1;
        for (int k = 0; radius <= 0; k++) {
            radius = birth - inwards + sigma * numbers.normal(100 + k);
        }
        double feH = GAS.centreDex(GAS_VALUES, age)
                + GAS.gradientDexPerKpc(GAS_VALUES, age) * birth
                + SCATTER * numbers.normal(0);
        return new double[] {radius, feH};
    }

    double action(double age, double radius, CounterRandom.OfStar numbers) {
        return -Math.exp(heating.lnMean(age, radius)) * Math.log(numbers.uniform(3));
    }

    /** Stars between two guiding radii, kpc. */
    Drawn drawn(int count, double fromKpc, double toKpc, long seed) {
        var random = new CounterRandom(seed);
        double[][] c = new double[5][count];
        double[] trueAge = new double[count];
        int found = 0;
        for (long star = 0; found < count; star++) {
            CounterRandom.OfStar numbers = random.of(star);
            double age = age(numbers);
            double[] place = place(age, numbers);
            if (place[0] < fromKpc || place[0] > toKpc) {
                continue;
            }
            trueAge[found] = age;
            c[0][found] = age * Math.exp(ageErrorLn * numbers.normal(2));
            c[1][found] = place[0];
            c[2][found] = place[1] + ERROR * numbers.normal(1);
            c[3][found] = ERROR;
            c[4][found] = action(age, place[0], numbers);
            found++;
        }
        return new Drawn(new MigrantStars(c[0], c[1], c[2], c[3], c[4]), trueAge);
    }
}
