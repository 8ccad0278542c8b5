package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.SmallTable;
import org.cellarius.galaxy.density.DiscProfile;
import org.cellarius.galaxy.frame.GalactocentricFrame;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.galaxy.population.HealpixCells;
import org.cellarius.measure.Unmeasurable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stars of a known disc, of which a survey has those away from the plane. */
class DensityProfileTest {

    private static final Sun SUN = Sun.IMIG_2023;

    @TempDir
    Path folder;

    private static String stars(int count) {
        var truth = new DiscProfile(0.4, 0.4, SUN.r0Kpc(), 0.4, 0, SUN.r0Kpc(), DiscProfile.Vertical.EXPONENTIAL);
        double ceiling = truth.lnDensity(5, 0);
        var frame = new GalactocentricFrame(SUN);
        var random = new SplittableRandom(8);
        var text = new StringBuilder("ra,dec,distance\n");
        for (int i = 0; i < count; ) {
            double x = -SUN.r0Kpc() + 3.3 * (2 * random.nextDouble() - 1);
            double y = 3.3 * (2 * random.nextDouble() - 1);
            double z = 2 * (2 * random.nextDouble() - 1);
            double out = Math.hypot(x + SUN.r0Kpc(), y);
            boolean seen = Math.abs(z) > 0.1 * out && Math.hypot(out, z) < 3.2;
            if (seen && Math.log(random.nextDouble()) < truth.lnDensity(Math.hypot(x, y), z) - ceiling) {
                double[] icrs = frame.icrsOf(x, y, z);
                text.append(String.format(Locale.ROOT, "%.8f,%.8f,%.6f%n", icrs[0], icrs[1], icrs[2]));
                i++;
            }
        }
        return text.toString();
    }

    private MiniStudy study(String settings, int count) {
        return new MiniStudy(folder)
                .file("stars.csv", stars(count))
                .file("fields.csv", "l,b,area,from,to,fraction\n0,60,7,0.1,2,0.5\n90,40,7,0.1,2,0.4\n")
                .study(MiniStudy.of(
                        "{ra: {from: ra, unit: deg}, dec: {from: dec, unit: deg}, distance: {from: distance, unit: kpc}}",
                        "sun: imig2023\nphase-space: positions\nproducts:\n  p: {kind: density-profile, " + settings
                                + "}\n"));
    }

    @Test
    void lengthAndHeightAreFound() {
        var run = study(
                        "selection: {volume: {distance: 3 kpc, lowest-latitude: 8, height: 1.8 kpc}}, draws: 1000",
                        1500)
                .replace();
        SmallTable table = MiniStudy.table(run, "p");
        assertThat(MiniStudy.texts(table, "status")).containsExactly("OK");
        assertThat(MiniStudy.column(table, "n")[0]).isBetween(800.0, 1499.0);
        for (String parameter : new String[] {"inner", "height"}) {
            double error = MiniStudy.column(table, parameter + "_error")[0];
            assertThat(MiniStudy.column(table, parameter)[0]).isCloseTo(0.4, within(3 * error));
            assertThat(error).isBetween(0.004, 0.1);
        }
        assertThat(run.products().getFirst().illustrations()).hasSize(2);
        assertThat(run.products().getFirst().notes()).anyMatch(n -> n.contains("outside the selected volume"));
    }

    @Test
    void aTableOfFieldsIsRead() {
        var run = study(
                        "selection: {lines-of-sight: {file: fields.csv}}, flare: true, vertical: sech2, draws: 500",
                        100)
                .replace();
        assertThat(MiniStudy.column(MiniStudy.table(run, "p"), "n")).containsExactly(100);
    }

    private static final int SKY = 12;

    /** The part of the stars of a cell of the sky that the survey takes, and of a magnitude. */
    private static double share(int pixel, double g) {
        return (0.2 + 0.7 * (pixel % 4) / 3) * (g < 12 ? 1 : 0.6);
    }

    /** Giants of M_G = 0.5 in a disc, thinned by cells of the sky and by magnitude; and the counts of both. */
    private MiniStudy surveyed(String tracer, String settings, String selection) {
        var truth = new DiscProfile(0.4, 0.4, SUN.r0Kpc(), 0.4, 0, SUN.r0Kpc(), DiscProfile.Vertical.EXPONENTIAL);
        double ceiling = truth.lnDensity(5, 0);
        var frame = new GalactocentricFrame(SUN);
        var sky = new HealpixCells(0);
        var random = new SplittableRandom(9);
        var stars = new StringBuilder("ra,dec,distance,gmag\n");
        for (int i = 0; i < 1500; ) {
            double x = -SUN.r0Kpc() + 3.3 * (2 * random.nextDouble() - 1);
            double y = 3.3 * (2 * random.nextDouble() - 1);
            double z = 2.5 * (2 * random.nextDouble() - 1);
            double[] icrs = frame.icrsOf(x, y, z);
            double g = 0.5 + 0.1 * random.nextGaussian() + 5 * Math.log10(icrs[2]) + 10;
            boolean seen = random.nextDouble() < share(sky.cell(icrs[0], icrs[1]), g);
            if (seen && Math.log(random.nextDouble()) < truth.lnDensity(Math.hypot(x, y), z) - ceiling) {
                stars.append(String.format(Locale.ROOT, "%.8f,%.8f,%.6f,%.4f%n", icrs[0], icrs[1], icrs[2], g));
                i++;
            }
        }
        var counts = new StringBuilder("#{'healpix': 0, 'g': [2, 14, 1]}\nhealpix_,g_,n,k\n");
        for (int pixel = 0; pixel < SKY; pixel++) {
            for (int bin = 0; bin < 12; bin++) {
                counts.append("%d,%d,1000000,%d%n".formatted(pixel, bin, (long) (1e6 * share(pixel, bin + 2.5))));
            }
        }
        return new MiniStudy(folder)
                .file("stars.csv", stars.toString())
                .file("counts.csv", counts.toString())
                .file("giants.csv", "absolute\n0.4\n0.45\n0.5\n0.55\n0.6\n")
                .study("""
                study: mini
                catalogues:
                  survey:
                    file: stars.csv
                    columns: {ra: {from: ra, unit: deg}, dec: {from: dec, unit: deg}, distance: {from: distance, unit: kpc}, g: {from: gmag, unit: mag}}
                    %s
                sun: imig2023
                phase-space: positions
                products:
                  p: {kind: density-profile, draws: 1000, selection: {catalogue: {tracer: %s, %s}}}
                """.formatted(selection, tracer, settings));
    }

    private static final String COUNTS = "selection: {sub: {kind: counts, file: counts.csv}}";
    private static final String FIXED = "{kind: fixed, magnitudes: {g: 0.5}, scatter: 0.1}";
    private static final String USUAL = "extinction: none, nearest: 0.2 kpc, distance: 3 kpc, sky-order: 4";

    @ParameterizedTest
    @ValueSource(
            strings = {
                FIXED,
                "{kind: table, file: giants.csv, magnitudes: {g: absolute}}",
                "{kind: stars, magnitudes: {g: g}}"
            })
    void theSelectionOfACatalogueIsThatOfItsDensity(String tracer) {
        var run = surveyed(tracer, USUAL, COUNTS).replace();
        SmallTable table = MiniStudy.table(run, "p");
        assertThat(MiniStudy.texts(table, "status")).containsExactly("OK");
        for (String parameter : new String[] {"inner", "height"}) {
            double error = MiniStudy.column(table, parameter + "_error")[0];
            assertThat(MiniStudy.column(table, parameter)[0]).isCloseTo(0.4, within(3 * error));
            assertThat(error).isBetween(0.004, 0.1);
        }
        assertThat(MiniStudy.column(table, "fit_p")[0]).isGreaterThan(1e-3);
        assertThat(MiniStudy.column(table, "volume_change")[0]).isLessThan(0.3);
        SmallTable counts = MiniStudy.table(run, "p-counts");
        double n = MiniStudy.column(table, "n")[0];
        assertThat(DoubleStream.of(MiniStudy.column(counts, "n")).sum()).isEqualTo(n);
        assertThat(DoubleStream.of(MiniStudy.column(counts, "expected")).sum()).isCloseTo(n, within(1e-6 * n));
        assertThat(run.products().getFirst().illustrations().stream()
                        .map(i -> i.name())
                        .toList())
                .containsExactly("p", "p-counts");
    }

    @Test
    void withoutTheSelectionTheCountsShowIt() {
        var run = study("selection: {volume: {distance: 3 kpc, height: 1.8 kpc}}, draws: 1000", 1500)
                .replace();
        assertThat(MiniStudy.column(MiniStudy.table(run, "p"), "fit_p")[0]).isLessThan(1e-6);
        assertThat(run.products().getFirst().notes()).anyMatch(n -> n.contains("does not fit the counts"));
    }

    @Test
    void aBreakThatTheVolumeDoesNotHoldIsNotTested() {
        var run = study(
                        "selection: {volume: {distance: 3 kpc, lowest-latitude: 8, height: 1.8 kpc}}, break: [30, 40], flare: true, draws: 500",
                        400)
                .replace();
        assertThat(MiniStudy.column(MiniStudy.table(run, "p"), "fit_p")[0]).isNaN();
        assertThat(MiniStudy.column(MiniStudy.table(run, "p-counts"), "n")).isEmpty();
        assertThat(run.products().getFirst().notes()).anyMatch(n -> n.contains("not tested") || n.contains("converge"));
    }

    /** A second catalogue with the same stars and another selection changes nothing for the first. */
    @Test
    void starsAreThoseOfTheNamedCatalogue() throws IOException {
        SmallTable alone = MiniStudy.table(surveyed(FIXED, USUAL, COUNTS).replace(), "p");
        MiniStudy mini = surveyed(FIXED, "name: survey, " + USUAL, COUNTS);
        String text = Files.readString(folder.resolve("study.yaml"));
        String columns = text.lines()
                .filter(l -> l.contains("columns:"))
                .findFirst()
                .orElseThrow()
                .strip();
        String both = text.replace(
                "sun: imig2023",
                "  other:\n    file: stars.csv\n    " + columns + "\n    " + COUNTS.replace("counts.csv", "others.csv")
                        + "\nsun: imig2023");
        mini.file("others.csv", "#{'g': [2, 20, 18]}\ng_,n,k\n0,100,50\n");
        SmallTable named = MiniStudy.table(mini.study(both).replace(), "p");
        for (String column : new String[] {"n", "inner", "height", "fit_p"}) {
            assertThat(MiniStudy.column(named, column)).isEqualTo(MiniStudy.column(alone, column));
        }
        assertThatThrownBy(() -> mini.study(both.replace("name: survey, ", "")).replace())
                .isInstanceOf(InputError.class)
                .hasMessageContaining("have a selection each");
        // Without a name the stars of a catalogue that has no selection stay out.
        SmallTable one = MiniStudy.table(
                mini.study(both.replace("name: survey, ", "").replace(COUNTS.replace("counts.csv", "others.csv"), ""))
                        .replace(),
                "p");
        assertThat(MiniStudy.column(one, "n")).isEqualTo(MiniStudy.column(alone, "n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{kind: fixed, magnitudes: {g: 0.5}, scatter: 0.1} | extinction: dusty, distance: 3 kpc | yes | extinction",
                "{kind: fixed, magnitudes: {g: 0.5}, scatter: 0.1} | extinction: none, distance: 3 kpc | no  | have no 'selection'",
                "{kind: fixed, magnitudes: {g: 0.5}, scatter: 0.1} | extinction: none, distance: 0 kpc | yes | must rise",
                "{kind: fixed, magnitudes: {g: 0.5}} | extinction: none, distance: 3 kpc | yes | needs 'scatter'",
                "{kind: stars, magnitudes: {g: g}, scatter: 0.1} | extinction: none, distance: 3 kpc | yes | does not belong",
                "{kind: fixed, magnitudes: {h: 0.5}, scatter: 0.1} | extinction: none, distance: 3 kpc | yes | for which the selection of the catalogue does not ask",
                "{kind: fixed, scatter: 0.1} | extinction: none, distance: 3 kpc | yes | of which the tracer says nothing",
                "{kind: fixed, magnitudes: {g: bright}, scatter: 0.1} | extinction: none, distance: 3 kpc | yes | is no number",
                "{kind: fixed, magnitudes: {g: 0.5}, scatter: 0.1} | name: other, extinction: none, distance: 3 kpc | yes | has no selection",
                "{kind: fixed, magnitudes: {g: 0.5}, scatter: 0.1} | extinction: {per-kpc: {h: 1}, height: 0.1 kpc}, distance: 3 kpc | yes | extinction says nothing of 'g'",
                "{kind: table, file: empty.csv, magnitudes: {g: absolute}} | extinction: none, distance: 3 kpc | yes | no tracer has all",
                "{kind: table, file: lost.csv, magnitudes: {g: absolute}} | extinction: none, distance: 3 kpc | yes | no tracer has all"
            })
    void mistakesOfASurveyHaveAPlace(String tracer, String settings, String selected, String told) {
        new MiniStudy(folder).file("empty.csv", "absolute\n").file("lost.csv", "absolute,name\n,a\n,b\n");
        assertThatThrownBy(() -> surveyed(tracer, settings, selected.equals("yes") ? COUNTS : "")
                        .replace())
                .isInstanceOf(InputError.class)
                .hasMessageContaining(told);
    }

    /** Told when the study is read, before any star. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.5  | extinction: none, distance: 200 kpc                                     | must rise within 0 to 100",
                "0.5  | extinction: none, nearest: 4 kpc, distance: 3 kpc                       | must rise",
                "0.5  | extinction: none, nearest: -1 kpc, distance: 3 kpc                      | must rise",
                "0.5  | extinction: {per-kpc: {g: 1}, height: 0 kpc}, distance: 3 kpc           | must be above 0",
                "0.5  | extinction: {per-kpc: {g: -1}, height: 0.1 kpc}, distance: 3 kpc        | extinction of 'g' is below 0",
                "NaN  | extinction: none, distance: 3 kpc                                       | has 'NaN' for 'g'"
            })
    void mistakesOfASurveyAreToldWhenRead(String g, String settings, String told) {
        assertThatThrownBy(() -> surveyed(FIXED.replace("0.5", g), settings.strip(), COUNTS)
                        .check())
                .isInstanceOf(InputError.class)
                .hasMessageContaining(told);
    }

    @Test
    void fewLinesOfSightAreTold() {
        var run = surveyed(FIXED, USUAL, COUNTS).replace();
        assertThat(run.products().getFirst().notes()).anyMatch(n -> n.contains("'sky-order' below 5"));
    }

    @Test
    void tracersThatAreNotCoveredHaveNoVolume() {
        assertThatThrownBy(() -> surveyed("{kind: fixed, magnitudes: {g: 20}, scatter: 0.1}", USUAL, COUNTS)
                        .replace())
                .isInstanceOf(Unmeasurable.class)
                .hasMessageContaining("covers no place");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "selection: {}                                                 | one of them",
                "selection: {volume: {distance: 3 pk}}                         | not possible for 'distance'",
                "selection: {volume: {distance: 0 kpc}}                        | above 0",
                "selection: {lines-of-sight: {file: fields.csv, area: -area}}  | cannot be",
                "selection: {volume: {distance: 3 kpc}}, break: [9, 7]         | does not rise",
                "selection: {volume: {distance: 3 kpc}}, break: [-5, -2]       | radii are not below 0",
                "selection: {volume: {distance: 3 kpc}}                        | needs 30"
            })
    void mistakesHaveAPlace(String settings, String told) {
        assertThatThrownBy(() -> study(settings.strip(), 20).replace())
                .isInstanceOf(InputError.class)
                .hasMessageContaining(told);
    }
}
