package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.cellarius.engine.Progress;
import org.cellarius.study.result.RunResult;
import org.cellarius.study.run.RunOptions.Overwrite;
import org.cellarius.study.run.RunOptions.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of {@code studies/isochrone-ages}, made anew by their formulas, and what the study finds in them. */
class IsochroneAgesTest {

    private static final Path STUDY =
            Path.of(System.getProperty("cellarius.root", "..")).resolve("studies/isochrone-ages");
    private static final double[] AGES = {1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14};
    private static final double[] IRONS = {-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5};
    private static final int POINTS = 31;
    private static final int STARS = 400;

    @TempDir
    Path folder;

    /** Mass, T_eff, log g and G of an age in Gyr, [Fe/H] and place along the isochrone: curves with turn-offs, no stellar physics. */
    private static double[] point(double ageGyr, double iron, double place) {
        double turnOff = Math.pow(ageGyr / 10, -0.32) * Math.pow(10, 0.06 * iron);
        double along = Math.min((place - 1) / 15, 1);
        double beyond = Math.max(place - 16, 0);
        double giant = Math.max(place - 21, 0) / 10;
        double mass = turnOff * (0.6 + 0.4 * along + 0.05 * (1 - Math.exp(-beyond / 4)));
        double dwarf = Math.min(mass, turnOff);
        double logL = 4.3 * Math.log10(dwarf)
                - 0.1 * iron
                + 0.35 * Math.pow(along, 6)
                + 0.25 * (1 - Math.exp(-beyond / 3))
                + 1.9 * Math.pow(giant, 1.3);
        double hot = Math.log10(5780) + 0.55 * Math.log10(dwarf) - 0.04 * iron - 0.012 * Math.pow(along, 8);
        double cool = Math.log10(5050) - 0.03 * iron - 0.09 * giant;
        double share = 1 - Math.exp(-beyond * beyond / 9);
        double logT = (1 - share) * hot + share * cool;
        double logG = 4.438 + Math.log10(mass) + 4 * (logT - Math.log10(5772)) - logL;
        return new double[] {mass, Math.pow(10, logT), logG, 4.66 - 2.5 * logL};
    }

    private static String isochrones() {
        var text = new StringBuilder(
                        "# Analytic curves with turn-offs, no stellar physics (studies/isochrone-ages/README.md)\n")
                .append("age,feh,mass,eep,teff,logg,m_g\n");
        for (double age : AGES) {
            for (double iron : IRONS) {
                for (int place = 1; place <= POINTS; place++) {
                    double[] p = point(age, iron, place);
                    text.append(String.format(
                            Locale.ROOT, "%s,%s,%.5f,%d,%.1f,%.4f,%.4f%n", age, iron, p[0], place, p[1], p[2], p[3]));
                }
            }
        }
        return text.toString();
    }

    private static String stars() {
        var random = new SplittableRandom(8);
        var text = new StringBuilder(
                        "# Stars drawn from those curves, with errors (studies/isochrone-ages/README.md)\n")
                .append("id,teff,teff_error,logg,logg_error,m_g,m_g_error,fe_h,fe_h_error,true_age\n");
        for (int id = 1; id <= STARS; id++) {
            double age = 1.5 + 11 * random.nextDouble();
            double iron = Math.clamp(0.25 - 0.05 * age + 0.1 * random.nextGaussian(), -0.95, 0.45);
            double[] p = point(age, iron, 10 + 20 * random.nextDouble());
            text.append(String.format(
                    Locale.ROOT,
                    "%d,%.1f,60,%.3f,0.1,%.3f,0.1,%.3f,0.05,%.3f%n",
                    id,
                    p[1] + 60 * random.nextGaussian(),
                    p[2] + 0.1 * random.nextGaussian(),
                    p[3] + 0.1 * random.nextGaussian(),
                    iron + 0.05 * random.nextGaussian(),
                    age));
        }
        return text.toString();
    }

    @Test
    void theTablesAreThoseOfTheFormulas() throws IOException {
        assertThat(Files.readString(STUDY.resolve("isochrones.csv"))).isEqualTo(isochrones());
        assertThat(Files.readString(STUDY.resolve("stars.csv"))).isEqualTo(stars());
    }

    @Test
    void theStudyFindsTheAgesThatTheStarsWereMadeWith() {
        RunResult result = new StudyRun(
                        new RunOptions(
                                STUDY.resolve("study.yaml"),
                                DataFolders.NONE,
                                folder.resolve("out"),
                                folder.resolve("cache"),
                                Overwrite.REFUSE,
                                2,
                                512,
                                Part.WITHOUT_VARY),
                        Progress.SILENT)
                .run();
        double[] slope = MiniStudy.column(MiniStudy.table(result, "truth"), "slope");
        assertThat(slope[0]).isCloseTo(1, within(0.1));
        List<List<String>> pulls = MiniStudy.rows(
                "SELECT avg(CASE WHEN true_age BETWEEN age_lo AND age_hi THEN 1.0 ELSE 0.0 END), count(*) FROM '"
                        + folder.resolve("out/stars.parquet") + "'");
        double share = Double.parseDouble(pulls.getFirst().getFirst());
        long n = Long.parseLong(pulls.getFirst().getLast());
        // 0.683 within three deviations of a share of n.
        assertThat(share).isCloseTo(0.683, within(3 * Math.sqrt(0.683 * 0.317 / n)));
    }

    /** Writes the tables into a folder. */
    static void write(Path to) throws IOException {
        Files.writeString(to.resolve("isochrones.csv"), isochrones());
        Files.writeString(to.resolve("stars.csv"), stars());
    }
}
