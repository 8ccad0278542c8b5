package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.SmallTable;
import org.cellarius.galaxy.density.DiscProfile;
import org.cellarius.galaxy.frame.GalactocentricFrame;
import org.cellarius.galaxy.frame.Sun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertThat(run.products().getFirst().illustrations()).hasSize(1);
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "selection: {}                                                 | one of them",
                "selection: {volume: {distance: 3 pk}}                         | not possible for 'distance'",
                "selection: {volume: {distance: 0 kpc}}                        | above 0",
                "selection: {lines-of-sight: {file: fields.csv, area: -area}}  | cannot be",
                "selection: {volume: {distance: 3 kpc}}, break: [9, 7]         | does not rise",
                "selection: {volume: {distance: 3 kpc}}                        | needs 30"
            })
    void mistakesHaveAPlace(String settings, String told) {
        assertThatThrownBy(() -> study(settings.strip(), 20).replace())
                .isInstanceOf(InputError.class)
                .hasMessageContaining(told);
    }
}
