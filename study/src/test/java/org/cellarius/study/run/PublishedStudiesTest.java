package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.cellarius.catalogue.yaml.YamlDocument;
import org.cellarius.engine.SmallTable;
import org.cellarius.galaxy.frame.CartesianState;
import org.cellarius.galaxy.frame.GalactocentricFrame;
import org.cellarius.galaxy.frame.IcrsStar;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.galaxy.potential.Potential;
import org.cellarius.galaxy.potential.Potentials;
import org.cellarius.study.Study;
import org.cellarius.study.read.StudyReader;
import org.cellarius.study.result.RunResult;
import org.cellarius.study.run.RunOptions.Overwrite;
import org.cellarius.study.vary.Alternative;
import org.cellarius.study.vary.VariedSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The studies whose catalogues are too large to lie beside the program, on mock catalogues with the same columns: two discs of known
 * gradients against the guiding radius.
 */
class PublishedStudiesTest {

    private static final Path STUDIES =
            Path.of(System.getProperty("cellarius.root", "..")).resolve("studies");

    private static final double[] AGES = {1, 2.25, 3.5, 4.75, 6, 7.25, 8.5, 9.75, 11, 12.25};

    private static final double THIN_SLOPE = -0.07;
    private static final double THIN_SLOPE_PER_GYR = 0.003;
    private static final double THICK_SLOPE = 0.02;
    private static final double SCATTER_DEX = 0.06;
    private static final double ERROR_DEX = 0.03;

    private static final Potential POTENTIAL = Potentials.MW_POTENTIAL_2014.rescaledTo(8.27, 236);

    /** A star of one of the two discs. */
    private record Star(boolean thin, CartesianState state, double fe, double alpha, double age) {

        double radiusKpc() {
            return Math.hypot(state.xKpc(), state.yKpc());
        }

        double radialKms() {
            return (state.xKpc() * state.vxKms() + state.yKpc() * state.vyKms()) / radiusKpc();
        }

        /** Along rotation. */
        double rotationKms() {
            return (state.yKpc() * state.vxKms() - state.xKpc() * state.vyKms()) / radiusKpc();
        }
    }

    /**
     * Stars of both discs.
     *
     * @param line the line that divides them: [alpha/Fe] at [Fe/H]
     */
    private static List<Star> stars(int count, long seed, Function<Double, Double> line) {
        var random = new Random(seed);
        var stars = new ArrayList<Star>();
        for (int i = 0; i < count; i++) {
            boolean thin = i % 5 < 3;
            double r = 6 + 5 * random.nextDouble();
            double phi = Math.PI + 0.15 * (random.nextDouble() - 0.5);
            double z = thin
                    ? 0.08 * random.nextGaussian()
                    : (random.nextBoolean() ? 1 : -1) * (1.5 + 1.5 * random.nextDouble());
            double vr = (thin ? 25 : 40) * random.nextGaussian();
            double vphi = thin ? 228 + 15 * random.nextGaussian() : 190 + 25 * random.nextGaussian();
            double vz = (thin ? 6 : 45) * random.nextGaussian();
            double rg = POTENTIAL.circularOrbits().radiusOfAngularMomentumKpc(r * vphi);
            double age = 0.8 + 11.7 * random.nextDouble();
            double slope = thin ? THIN_SLOPE + THIN_SLOPE_PER_GYR * age : THICK_SLOPE;
            double fe = (thin ? 0 : -0.45) + slope * (rg - 8.27) + SCATTER_DEX * random.nextGaussian();
            double alpha = line.apply(fe) + (thin ? -0.08 : 0.10) + 0.04 * random.nextGaussian();
            double cos = Math.cos(phi);
            double sin = Math.sin(phi);
            // rotation is clockwise seen from the north
            var state = new CartesianState(r * cos, r * sin, z, vr * cos + vphi * sin, vr * sin - vphi * cos, vz);
            stars.add(new Star(thin, state, fe + ERROR_DEX * random.nextGaussian(), alpha, age));
        }
        return stars;
    }

    private static void row(StringBuilder text, double... values) {
        for (int k = 0; k < values.length; k++) {
            text.append(k == 0 ? "" : ",").append(String.format(Locale.ROOT, "%.9g", values[k]));
        }
        text.append('\n');
    }

    private static void fits(Path folder, String name, String csv) throws IOException {
        Path own = Files.createDirectories(folder.resolve("of-" + name));
        new MiniStudy(own).file("stars.csv", csv).convert("table.fits");
        Files.createDirectories(folder.resolve("data"));
        Files.move(own.resolve("table.fits"), folder.resolve("data").resolve(name));
    }

    /** A study on the mock tables. */
    private static StudyRun study(Path folder, String text) {
        return new MiniStudy(folder)
                .study(text)
                .prepared(
                        folder.resolve("out"),
                        folder.resolve("cache"),
                        Overwrite.REFUSE,
                        2,
                        Optional.of(folder.resolve("data")));
    }

    /** The shipped study is checked whole; for speed it is run without some of its products, and with shorter orbits and simpler actions. */
    private static RunResult checkedAndRun(String name, Path folder, String step, String... without)
            throws IOException {
        Files.copy(STUDIES.resolve(name).resolve("expected.csv"), folder.resolve("expected.csv"));
        String text = Files.readString(STUDIES.resolve(name).resolve("study.yaml"));
        assertThat(study(folder, text).check()).anyMatch(s -> s.contains(step));
        String shorter = text.substring(0, text.indexOf("\nreport:") + 1);
        for (String product : without) {
            String before = shorter;
            shorter = shorter.replaceFirst("(?m)^  " + product + ":\\R(    .*\\R)+", "");
            assertThat(shorter).isNotEqualTo(before);
        }
        shorter = shorter.replaceFirst(", span: [0-9.]+ Gyr}", ", span: 1 Gyr, actions: {focal-distance: at-star}}");
        assertThat(shorter).contains("at-star");
        return study(folder, shorter).run();
    }

    @Test
    void vickersAndOthersFindTheGradientsOfTheMock(@TempDir Path folder) throws IOException {
        var random = new Random(21);
        var frame = new GalactocentricFrame(Sun.byName("vickers2021").orElseThrow());
        var text = new StringBuilder(
                "source_id,ra,dec,pmra,pmra_error,pmdec,pmdec_error,pmra_pmdec_corr,"
                        + "r_med_geo,r_lo_geo,r_hi_geo,rv,rv_err,snrg,snrr,snri,teff,logg,feh,feh_err,alpha_fe,age,age_lo,age_hi\n");
        List<Star> stars = stars(3000, 189, fe -> Math.min(0.15, 0.1 - 0.2 * fe));
        for (int i = 0; i < stars.size(); i++) {
            Star star = stars.get(i);
            IcrsStar seen = frame.icrsOf(star.state());
            double pc = 1000 * seen.distanceKpc() * (1 + 0.02 * random.nextGaussian());
            double ageError = (0.05 + 0.1 * random.nextDouble()) * star.age();
            double[] values = {
                i,
                seen.raDeg(),
                seen.decDeg(),
                seen.pmraMasPerYear() + 0.03 * random.nextGaussian(),
                0.03,
                seen.pmdecMasPerYear() + 0.03 * random.nextGaussian(),
                0.03,
                0.1,
                pc,
                0.98 * pc,
                1.025 * pc,
                i % 100 == 7 ? -9999 : seen.radialVelocityKms() + 3 * random.nextGaussian(),
                i % 100 == 7 ? -9999 : 3,
                i % 50 == 3 ? 40 : 80,
                90,
                100,
                i % 2 == 0 ? 6000 : 5000,
                3.5,
                star.fe(),
                ERROR_DEX,
                star.alpha(),
                star.age(),
                star.age() - ageError,
                star.age() + 1.2 * ageError
            };
            row(text, values);
            if (i % 20 == 0) { // seen twice, worse
                values[0] = 100_000 + i;
                values[2] += 1.0 / 3600;
                values[13] = 60;
                values[18] = -2;
                row(text, values);
            }
        }
        fits(folder, "lamost_dr5_ages.fits", text.toString());
        RunResult result = checkedAndRun(
                "vickers2021",
                folder,
                "measure again with potential: McMillan17",
                "by-height",
                "with-scatter",
                "chemistry-thin");

        assertThat(MiniStudy.flow(result)).anyMatch(l -> l.contains("3150 3000 150"));
        SmallTable lines = MiniStudy.table(result, "gradient");
        assertSlopes(lines, "thin", "guiding");
        assertSlopes(lines, "thick", "guiding");
        assertEveryAlternative(folder, result);
        assertOthers(folder, result, 1, "R0", "v0", "potential");
    }

    @Test
    void chenAndOthersFindTheGradientsOfTheMock(@TempDir Path folder) throws IOException {
        var random = new Random(25);
        var survey = new StringBuilder("obsid,ra_obs,dec_obs,r,err_r,z,err_z,vr,e_vr,vphi,e_vphi,vz,e_vz,snrg,"
                + "FEH_APOGEE,err_feh_apogee,AFE_APOGEE,flag_feh_apogee,flag_afe_apogee\n");
        var ages = new StringBuilder("obsid,snr,status,mass_rgb,mass_rc,age_rgb,age_rc,err_age_rgb,err_age_rc\n");
        List<Star> stars = stars(4000, 2025, fe -> Math.min(0.12, 0.12 - 0.14 * (fe + 0.3)));
        for (int i = 0; i < stars.size(); i++) {
            Star star = stars.get(i);
            double r = 1000 * star.radiusKpc();
            row(
                    survey,
                    i,
                    0.04 * i,
                    10 + 0.004 * i,
                    r + 50 * random.nextGaussian(),
                    50,
                    1000 * star.state().zKpc(),
                    15,
                    star.radialKms(),
                    3,
                    star.rotationKms() + 2 * random.nextGaussian(),
                    2,
                    star.state().vzKms(),
                    1.5,
                    i % 50 == 3 ? 15 : 60,
                    star.fe(),
                    ERROR_DEX,
                    star.alpha(),
                    i % 60 == 5 ? 1 : 0,
                    0);
            boolean branch = i % 3 > 0;
            row(
                    ages,
                    i,
                    60,
                    branch ? 0 : 2,
                    branch ? 1.1 : -9999,
                    branch ? -9999 : i % 30 == 0 ? 0.6 : 1.2,
                    branch ? star.age() : -9999,
                    branch ? -9999 : star.age(),
                    branch ? 0.1 : -9999,
                    branch ? -9999 : 0.08);
        }
        fits(folder, "lamost_dr8_giants.fits", survey.toString());
        fits(folder, "lamost_dr8_giant_ages.fits", ages.toString());
        RunResult result = checkedAndRun(
                "chen2025", folder, "measure again with R0: 9.5 kpc", "by-height", "thick-inner", "thick-outer");

        assertSlopes(MiniStudy.table(result, "gradient"), "thin", "");
        assertSlopes(MiniStudy.table(result, "gradient"), "thick", "");
        // No errors of ages are put in here but stated: the paper's line weighs by them, and finds the same.
        assertSlopes(MiniStudy.table(result, "bayesian"), "thin", "");
        assertSlopes(MiniStudy.table(result, "bayesian"), "thick", "");
        assertEveryAlternative(folder, result);
        assertOthers(folder, result, 2, "R0", "v0", "potential");
    }

    private static void assertSlopes(SmallTable lines, String population, String variant) {
        double[] slopes = MiniStudy.column(lines, "slope");
        double[] errors = MiniStudy.column(lines, "slope_sd");
        double[] slices = MiniStudy.column(lines, "slice");
        List<String> populations = MiniStudy.texts(lines, "population");
        int found = 0;
        for (int k = 0; k < slopes.length; k++) {
            if (!populations.get(k).equals(population)
                    || (!variant.isEmpty()
                            && !MiniStudy.texts(lines, "variant").get(k).equals(variant))) {
                continue;
            }
            int bin = (int) slices[k] - 1;
            double middle = 0.5 * (AGES[bin] + AGES[bin + 1]);
            double truth = population.equals("thin") ? THIN_SLOPE + THIN_SLOPE_PER_GYR * middle : THICK_SLOPE;
            assertThat(slopes[k])
                    .as("%s %s, slice %d", population, variant, bin + 1)
                    .isCloseTo(truth, within(4 * errors[k]));
            assertThat(errors[k]).isBetween(0.001, 0.03);
            found++;
        }
        assertThat(found).isEqualTo(9);
    }

    private static SmallTable alternatives(RunResult result) {
        return result.products().stream()
                .flatMap(p -> p.tables().entrySet().stream())
                .filter(t -> t.getKey().equals("robustness-alternatives"))
                .map(java.util.Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static void assertEveryAlternative(Path folder, RunResult result) {
        Study study = StudyReader.read(YamlDocument.read(folder.resolve("study.yaml")));
        SmallTable all = alternatives(result);
        List<String> settings = MiniStudy.texts(all, "setting");
        List<String> names = MiniStudy.texts(all, "alternative");
        List<String> statuses = MiniStudy.texts(all, "status");
        for (VariedSetting setting : study.vary().orElseThrow().settings()) {
            for (Alternative alternative : setting.alternatives()) {
                long good = java.util.stream.IntStream.range(0, names.size())
                        .filter(k -> settings.get(k).equals(setting.name())
                                && names.get(k).equals(alternative.name())
                                && statuses.get(k).equals("OK"))
                        .count();
                assertThat(good).as(setting.name() + " " + alternative.name()).isPositive();
            }
        }
        assertThat(result.products().getLast().notes()).noneMatch(n -> n.contains("was not measured"));
    }

    /** Other Galaxies give other guiding radii, while the catalogue is read once. */
    private static void assertOthers(Path folder, RunResult result, int catalogues, String... settings)
            throws IOException {
        SmallTable errors = MiniStudy.table(result, "robustness");
        for (String setting : settings) {
            double[] by = MiniStudy.column(errors, "by_" + setting.toLowerCase(Locale.ROOT));
            assertThat(by[0]).as(setting).isGreaterThan(1e-6);
        }
        try (var files = Files.list(folder.resolve("cache"))) {
            List<String> names = files.map(f -> String.valueOf(f.getFileName()))
                    .filter(n -> n.endsWith(".parquet"))
                    .map(n -> n.substring(0, n.lastIndexOf('-')))
                    .toList();
            assertThat(names).filteredOn("mapped"::equals).hasSize(catalogues);
            // Six other Galaxies, and the study's own.
            assertThat(names).filteredOn("orbits"::equals).hasSize(7);
        }
    }
}
