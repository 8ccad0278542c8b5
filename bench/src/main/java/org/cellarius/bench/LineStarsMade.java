package org.cellarius.bench;

import org.cellarius.galaxy.fit.LineStars;
import org.cellarius.galaxy.random.CounterRandom;

/** Mock stars for timings of line fits. */
final class LineStarsMade {

    private LineStarsMade() {}

    /** A disc like that of Hawkins (2023): slope &minus;0.078 dex/kpc, scatter 0.32 dex, errors of R and [Fe/H] with covariances. */
    static LineStars disc(int n, double scatter) {
        var random = new CounterRandom(1660).forPurpose("disc");
        double[][] c = new double[5][n];
        for (int i = 0; i < n; i++) {
            double r = 9.3 + 1.15 * random.normal(i, 0);
            double rho = 0.6 * random.uniform(i, 1) - 0.3;
            c[2][i] = 0.05 + 0.2 * random.uniform(i, 2);
            c[3][i] = 0.04 + 0.08 * random.uniform(i, 3);
            c[4][i] = rho * c[2][i] * c[3][i];
            double first = random.normal(i, 4);
            double second = rho * first + Math.sqrt(1 - rho * rho) * random.normal(i, 5);
            c[0][i] = r + c[2][i] * first;
            c[1][i] = 0.418 - 0.078 * r + scatter * random.normal(i, 6) + c[3][i] * second;
        }
        return LineStars.of(c[0], c[1], c[3]).withXErrors(c[2]).withCovariances(c[4]);
    }

    /** One age bin (2.25 to 3.5 Gyr) of the model of Chen et al. (2025): ages good to 14&ndash;24 per cent. */
    static LineStars ageBin(int n) {
        var random = new CounterRandom(1660).forPurpose("age bin");
        double[][] c = new double[6][n];
        int made = 0;
        for (long i = 0; made < n; i++) {
            double age = 0.3 + 12.5 * random.uniform(i, 0);
            double ageError = 0.2 * age * (0.7 + 0.5 * random.uniform(i, 1));
            double observedAge = age + ageError * random.normal(i, 2);
            double r = 9 + 1.8 * random.normal(i, 3);
            double rError = 0.25 * (0.5 + 1.5 * random.uniform(i, 4));
            double feHError = 0.04 * (0.5 + 1.5 * random.uniform(i, 5));
            double feH = 0.58 - 0.065 * r + Math.hypot(0.13, feHError) * random.normal(i, 6);
            if (r < 2 || r > 19 || feH < -1 || feH > 0.5 || observedAge < 2.25 || observedAge >= 3.5) {
                continue;
            }
            c[0][made] = Math.max(0.01, r + rError * random.normal(i, 7));
            c[1][made] = feH;
            c[2][made] = rError;
            c[3][made] = feHError;
            c[4][made] = observedAge;
            c[5][made++] = ageError;
        }
        return LineStars.of(c[0], c[1], c[3]).withXErrors(c[2]).withAges(c[4], c[5]);
    }
}
