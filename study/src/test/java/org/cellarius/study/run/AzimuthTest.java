package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.SmallTable;
import org.cellarius.study.result.KeyNumbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wave of two periods put into rings on top of a gradient, found again; and rings without one. */
class AzimuthTest {

    private static final int STARS = 6000;
    private static final double GRADIENT = -0.06;
    private static final double AMPLITUDE = 0.05;
    private static final double CREST_DEG = 20;

    @TempDir
    Path folder;

    /** Stars of x and y about the Sun; the wave lives beyond 8 kpc. */
    private String stars() {
        var random = new SplittableRandom(11);
        var text = new StringBuilder("px,py,fe\n");
        for (int i = 0; i < STARS; i++) {
            double r = 6 + 4 * random.nextDouble();
            double beta = 80 * (2 * random.nextDouble() - 1);
            double wave = r >= 8 ? AMPLITUDE * Math.cos(Math.toRadians(2 * (beta - CREST_DEG))) : 0;
            double fe = 0.4 + GRADIENT * r + wave + 0.1 * random.nextGaussian();
            text.append(String.format(
                    Locale.ROOT,
                    "%.6f,%.6f,%.6f%n",
                    -r * Math.cos(Math.toRadians(beta)),
                    r * Math.sin(Math.toRadians(beta)),
                    fe));
        }
        return text.toString();
    }

    private MiniStudy study(String settings) {
        return new MiniStudy(folder)
                .file("stars.csv", stars())
                .study(MiniStudy.of(
                        "{x: {from: px, unit: kpc}, y: {from: py, unit: kpc}, fe_h: {from: fe, unit: dex}}",
                        "products:\n  p: {kind: azimuth, value: fe_h, slices: {of: sqrt(x*x + y*y), label: R, unit: kpc, edges: [6, 8, 10]}, "
                                + settings + "}\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"reference: ring-line", "reference: model, model: 0.4 - 0.06 * sqrt(x*x + y*y)"})
    void theWaveIsFoundWhereItIs(String settings) {
        var run = study(settings).replace();
        SmallTable rings = MiniStudy.table(run, "p");
        SmallTable modes = MiniStudy.table(run, "p-modes");
        assertThat(MiniStudy.column(rings, "p_value")[0]).isGreaterThan(0.01);
        assertThat(MiniStudy.column(rings, "p_value")[1]).isEqualTo(0.001);
        // Rows: ring 1 m 1, m 2, ring 2 m 1, m 2.
        double amplitude = MiniStudy.column(modes, "amplitude")[3];
        double error = MiniStudy.column(modes, "amplitude_error")[3];
        assertThat(amplitude).isCloseTo(AMPLITUDE, within(3 * error));
        // Seen within 80 degrees of the Sun, modes hang together: five times the error of a whole ring, 0.1 sqrt(2 /
        // 3000).
        assertThat(error).isBetween(0.1 * Math.sqrt(2.0 / 3000), 0.4 * AMPLITUDE);
        assertThat(MiniStudy.column(modes, "crest")[3])
                .isCloseTo(CREST_DEG, within(3 * MiniStudy.column(modes, "crest_error")[3]));
        assertThat(MiniStudy.column(rings, "spread")[1])
                .isGreaterThan(3 * MiniStudy.column(rings, "spread_expected")[1]);
        assertThat(MiniStudy.column(rings, "spread")[0])
                .isCloseTo(
                        MiniStudy.column(rings, "spread_expected")[0],
                        within(0.6 * MiniStudy.column(rings, "spread_expected")[0]));
        assertThat(MiniStudy.column(rings, "scatter")[1]).isCloseTo(0.1, within(0.005));
        // The first mode hangs together with the constant; the second does not, and is drawn.
        assertThat(MiniStudy.column(modes, "inflation")[2]).isGreaterThan(10);
        assertThat(MiniStudy.column(modes, "inflation")[3]).isBetween(1.0, 10.0);
        assertThat(run.products().getFirst().illustrations()).hasSize(2);
    }

    @Test
    void binsHoldTheMeanOfTheResiduals() {
        var run = study("reference: same-radius, within: 0.2, width: 20").replace();
        SmallTable bins = MiniStudy.table(run, "p-bins");
        double[] low = MiniStudy.column(bins, "azimuth_lo");
        double[] mean = MiniStudy.column(bins, "mean");
        double[] error = MiniStudy.column(bins, "mean_error");
        double[] ring = MiniStudy.column(bins, "slice");
        assertThat(Arrays.stream(MiniStudy.column(bins, "n")).sum()).isEqualTo(STARS);
        // The mean of the wave over the azimuths of the survey, from -80 to 80 degrees, is taken away with the mean at
        // the same radius.
        double level = meanOfWave(-80, 80);
        for (int k = 0; k < low.length; k++) {
            double expected = ring[k] == 1 ? 0 : AMPLITUDE * (meanOfWave(low[k], low[k] + 20) - level);
            // A ring about stars near 8 kpc reaches into the other: a few per cent of the wave.
            assertThat(mean[k]).isCloseTo(expected, within(3.5 * error[k] + 0.05 * AMPLITUDE));
        }
    }

    /** Mean of cos 2(beta - crest) over a range of azimuth. */
    private static double meanOfWave(double lowDeg, double highDeg) {
        double a = Math.toRadians(lowDeg);
        double b = Math.toRadians(highDeg);
        double c = Math.toRadians(CREST_DEG);
        return (Math.sin(2 * (b - c)) - Math.sin(2 * (a - c))) / (2 * (b - a));
    }

    @Test
    void chanceIsToldByChiSquaredWhereARingHasMoreStarsThanArePermuted() {
        SmallTable few = MiniStudy.table(
                study("reference: ring-line, permuted-stars: 3000").replace(), "p");
        double[] n = MiniStudy.column(few, "n");
        assertThat(MiniStudy.texts(few, "p_from"))
                .containsExactly(
                        n[0] > 3000 ? "chi-squared" : "permutation", n[1] > 3000 ? "chi-squared" : "permutation");
        assertThat(Math.min(n[0], n[1])).isLessThan(3000);
        assertThat(Math.max(n[0], n[1])).isGreaterThan(3000);
        SmallTable modes = MiniStudy.table(
                study("reference: ring-line, amplitude: modified-asymptotic").replace(), "p-modes");
        double[] plain = MiniStudy.column(modes, "amplitude");
        double[] corrected = MiniStudy.column(modes, "amplitude_corrected");
        for (int k = 0; k < plain.length; k++) {
            assertThat(corrected[k]).isBetween(0.0, plain[k]);
        }
    }

    /** The same stars seen from behind: turned by 180 degrees about the centre, the azimuth jumps among them. */
    @Test
    void whereTheAzimuthJumpsTheSlopeIsTheSame() {
        SmallTable front = MiniStudy.table(study("reference: ring-line").replace(), "p");
        var turned = study("reference: ring-line, azimuth: {of: \"degrees(atan2(-y, x))\", unit: deg}")
                .replace();
        SmallTable behind = MiniStudy.table(turned, "p");
        double[] slopes = MiniStudy.column(front, "slope");
        for (int k = 0; k < slopes.length; k++) {
            assertThat(MiniStudy.column(behind, "slope")[k]).isCloseTo(slopes[k], within(1e-12));
            assertThat(MiniStudy.column(behind, "azimuth_from")[k])
                    .isCloseTo(MiniStudy.column(front, "azimuth_from")[k] + 180, within(1e-9));
            assertThat(MiniStudy.column(behind, "azimuth_to")[k]).isBetween(250.0, 261.0);
        }
        assertThat(Arrays.stream(MiniStudy.column(MiniStudy.table(turned, "p-bins"), "azimuth_lo")))
                .allMatch(a -> a >= 100 && a < 260);
    }

    @Test
    void aRingSeenAllRoundHasNoSlope() {
        var run = study("reference: ring-line, azimuth: {of: \"degrees(atan2(y, -x)) * 2.24\", unit: deg}")
                .replace();
        SmallTable rings = MiniStudy.table(run, "p");
        assertThat(MiniStudy.column(rings, "slope")).containsOnly(Double.NaN);
        assertThat(MiniStudy.texts(rings, "status")).containsOnly("OK");
        assertThat(run.products().getFirst().notes()).anyMatch(n -> n.contains("seen all round"));
        assertThat(KeyNumbers.of(run.study(), run.products()))
                .hasSize(2)
                .allMatch(k -> k.text().contains("seen all round"));
    }

    @Test
    void modesThatANarrowFootprintHardlyTellsApartStandInNoFigure() {
        var run = study("reference: ring-line, where: x < 0 and abs(y) < 3").replace();
        assertThat(MiniStudy.texts(MiniStudy.table(run, "p"), "status")).containsOnly("MODES_HARDLY_APART");
        assertThat(run.products().getFirst().illustrations()).hasSize(1);
        assertThat(run.products().getFirst().notes()).anyMatch(n -> n.contains("hang together"));
        assertThat(KeyNumbers.of(run.study(), run.products())).hasSize(2);
    }

    @Test
    void aRingWithoutStarsIsTold() {
        var run = study("reference: ring-line, where: x < 0 and sqrt(x*x + y*y) < 7.9")
                .replace();
        assertThat(run.products().getFirst().notes()).anyMatch(n -> n.contains("has 0 stars, too few for its modes"));
        assertThat(MiniStudy.texts(MiniStudy.table(run, "p"), "status"))
                .containsExactly("MODES_HARDLY_APART", "NO_MODES");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reference: same-radius                   | is missing",
                "reference: ring-line, within: 0.2        | belongs to  reference: same-radius",
                "reference: model                         | is missing",
                "reference: ring                          | is not possible",
                "reference: ring-line, width: 400         | maximum value of 360",
                "reference: ring-line, modes: 0           | minimum value of 1",
                "reference: ring-line, azimuth: nothing   | nothing"
            })
    void mistakesHaveAPlace(String settings, String told) {
        assertThatThrownBy(() -> study(settings.strip()).replace())
                .isInstanceOf(InputError.class)
                .hasMessageContaining(told)
                .hasMessageContaining("study.yaml:");
    }
}
