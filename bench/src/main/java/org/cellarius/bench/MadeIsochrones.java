package org.cellarius.bench;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.galaxy.age.Composition;
import org.cellarius.galaxy.age.Isochrone;
import org.cellarius.galaxy.age.IsochroneGrid;

/**
 * Analytic curves with main sequence, turn-off and giants, no stellar physics: the grid of Vickers et al. (2021) in its size, 5,940
 * isochrones of 36 ages, 30 [Fe/H] and 6 [&alpha;/Fe] (3 above the solar [Fe/H]).
 */
final class MadeIsochrones {

    static final List<String> COLUMNS = List.of("teff", "logg", "mg", "mbp", "mk", "eep");

    private MadeIsochrones() {}

    static double[] agesGyr() {
        double[] ages = new double[36];
        for (int k = 0; k < 36; k++) {
            ages[k] = k < 17 ? 1 + 0.25 * k : 5 + 0.5 * (k - 16);
        }
        return ages;
    }

    /** As many points on each. */
    static IsochroneGrid published(int points) {
        var all = new ArrayList<Isochrone>();
        for (int i = 0; i < 30; i++) {
            for (int j = 0; j < 6; j++) {
                if (i <= 24 || j <= 2) {
                    for (double age : agesGyr()) {
                        all.add(of(age, -2.4 + 0.1 * i, -0.2 + 0.2 * j, points));
                    }
                }
            }
        }
        return new IsochroneGrid("made", COLUMNS, all);
    }

    /** One [&alpha;/Fe], [Fe/H] from -1 to 0.5. */
    static IsochroneGrid solarScaled(int points) {
        var all = new ArrayList<Isochrone>();
        for (int i = 0; i <= 15; i++) {
            for (double age : agesGyr()) {
                all.add(of(age, -1 + 0.1 * i, 0, points));
            }
        }
        return new IsochroneGrid("made, solar-scaled", COLUMNS, all);
    }

    /** An isochrone; half of the points lie on the main sequence. */
    static Isochrone of(double ageGyr, double feH, double alphaFe, int points) {
        double metals = feH + 0.7 * alphaFe;
        double turnOffSun = Math.pow(10 / ageGyr, 0.37) * (1 + 0.12 * metals) * 0.98;
        double[] mass = new double[points];
        double[][] columns = new double[COLUMNS.size()][points];
        int half = points / 2;
        for (int p = 0; p < points; p++) {
            double u = p < half
                    ? 0.55 + 0.45 * p / (half - 1)
                    : 1 + 0.12 * Math.pow((p - half + 1.0) / (points - half), 1.5);
            double giant = Math.max(u - 1, 0) / 0.12;
            double m = turnOffSun * u;
            double teff = 5777
                    * Math.pow(m, 0.55)
                    * (1 - 0.055 * metals)
                    * (1 - 0.28 * Math.sqrt(giant) * (1 - 0.35 * giant))
                    * (1 - 0.2 * Math.min(Math.max(u - 0.8, 0), 0.2));
            double luminosity = Math.pow(m, 4)
                    * (1 + 3 * Math.min(Math.max(u - 0.7, 0), 0.3))
                    * Math.pow(10, 1.7 * Math.pow(giant, 1.3));
            double redness = 5777 / teff;
            mass[p] = m;
            columns[0][p] = teff;
            columns[1][p] = 4.44 + Math.log10(m) + 4 * Math.log10(teff / 5777) - Math.log10(luminosity);
            columns[2][p] = 4.67 - 2.5 * Math.log10(luminosity) + 0.9 * (redness - 1);
            columns[3][p] = columns[2][p] + 0.3 * redness;
            columns[4][p] = columns[2][p] - 1.5 * redness;
            columns[5][p] = p;
        }
        return new Isochrone(
                ageGyr,
                new Composition(Math.round(100 * feH) / 100.0, Math.round(100 * alphaFe) / 100.0),
                mass,
                List.of(columns));
    }
}
