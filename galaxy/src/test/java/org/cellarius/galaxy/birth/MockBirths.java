package org.cellarius.galaxy.birth;

import java.util.function.DoublePredicate;
import org.cellarius.galaxy.mock.LowAlphaDisc;
import org.cellarius.galaxy.random.CounterRandom;

/**
 * Stars of the mock's low-alpha disc with the truth of their births.
 *
 * @param trueAgeGyr before errors, Gyr
 * @param birthKpc radii of birth, kpc
 */
record MockBirths(AgedStars stars, double[] trueAgeGyr, double[] birthKpc) {

    /** The standard disc whose gradient and growth are others; gas of 0.04 dex scatter. */
    static LowAlphaDisc disc(double scaleLengthKpc, double lossPerGyr, double gradientNow, double changePerGyr) {
        return disc(scaleLengthKpc, lossPerGyr, gradientNow, changePerGyr, LowAlphaDisc.STANDARD.feHLossDexPerGyr());
    }

    /** Another whose gas is enriched otherwise. */
    static LowAlphaDisc disc(
            double scaleLengthKpc, double lossPerGyr, double gradientNow, double changePerGyr, double enrichment) {
        LowAlphaDisc s = LowAlphaDisc.STANDARD;
        return new LowAlphaDisc(
                s.oldestGyr(),
                s.formationTimeGyr(),
                scaleLengthKpc,
                lossPerGyr,
                s.referenceKpc(),
                s.feHNowDex(),
                enrichment,
                gradientNow,
                changePerGyr,
                s.feHScatterDex(),
                s.migrationAt8GyrKpc(),
                s.eccentricityNow(),
                s.eccentricityPerGyr(),
                s.verticalActionNowKpcKms(),
                s.verticalActionPerGyrKpcKms(),
                s.alphaScatterDex());
    }

    /** Stars of the whole disc. */
    static MockBirths of(LowAlphaDisc disc, int count, double feHError, double relativeAgeError, long seed) {
        return of(disc, count, feHError, relativeAgeError, seed, radius -> true);
    }

    /** Stars whose guiding radii a survey sees; the guiding radii are told, the errors of [Fe/H] differ by a factor of two from star to star. */
    static MockBirths of(
            LowAlphaDisc disc,
            int count,
            double feHError,
            double relativeAgeError,
            long seed,
            DoublePredicate guidingSeen) {
        var random = new CounterRandom(seed);
        double[][] columns = new double[7][count];
        int found = 0;
        for (long star = 0; found < count; star++) {
            CounterRandom.OfStar numbers = random.of(star);
            double age = disc.ageGyr(0, disc.oldestGyr(), numbers.uniform(0));
            double birth = disc.birthRadiusKpc(age, numbers, 1);
            double guiding = -1;
            for (int k = 0; guiding <= 0; k++) {
                guiding = birth + disc.migrationKpc(age) * numbers.normal(100 + k);
            }
            if (!guidingSeen.test(guiding)) {
                continue;
            }
            double error = feHError * (0.67 + 0.67 * numbers.uniform(3));
            double observed = age * Math.exp(relativeAgeError * numbers.normal(2));
            columns[0][found] = observed;
            columns[1][found] = relativeAgeError * observed;
            columns[2][found] =
                    disc.feHDex(birth, age) + disc.feHScatterDex() * numbers.normal(0) + error * numbers.normal(1);
            columns[3][found] = error;
            columns[4][found] = guiding;
            columns[5][found] = age;
            columns[6][found] = birth;
            found++;
        }
        return new MockBirths(
                new AgedStars(
                        columns[0],
                        relativeAgeError > 0 ? columns[1] : new double[0],
                        columns[2],
                        columns[3],
                        columns[4],
                        new double[0]),
                columns[5],
                columns[6]);
    }
}
