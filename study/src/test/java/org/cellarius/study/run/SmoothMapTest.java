package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.SmallTable;
import org.cellarius.measure.Unmeasurable;
import org.cellarius.study.result.KeyNumbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wave put on a gradient in radius and height, mapped again. */
class SmoothMapTest {

    private static final int STARS = 12_000;
    private static final double SCATTER = 0.1;
    private static final double AMPLITUDE = 0.06;
    private static final double CREST_DEG = 20;

    @TempDir
    Path folder;

    private static double truth(double r, double beta, double z) {
        return 0.3 - 0.06 * (r - 8) - 0.2 * z + AMPLITUDE * Math.cos(Math.toRadians(2 * (beta - CREST_DEG)));
    }

    /** Stars all round the centre, none in one quadrant beyond 9 kpc. */
    private static String stars(int count) {
        var random = new SplittableRandom(12);
        var text = new StringBuilder("rr,beta,zz,fe,e\n");
        for (int i = 0; i < count; i++) {
            double r;
            double beta;
            do {
                r = 6 + 5 * random.nextDouble();
                beta = 360 * random.nextDouble() - 180;
            } while (r > 9 && beta > 90);
            double z = random.nextDouble();
            double e = 0.02 + 0.1 * random.nextDouble();
            double fe = truth(r, beta, z) + Math.hypot(SCATTER, e) * random.nextGaussian();
            text.append(String.format(Locale.ROOT, "%.6f,%.6f,%.6f,%.6f,%.6f%n", r, beta, z, fe, e));
        }
        // No error, no value, and a place outside.
        return text.append("7,0,0.5,0,\n7,0,0.5,,0.1\n12,0,0.5,0,0.1\n").toString();
    }

    private MiniStudy study(String settings) {
        return study(settings, STARS);
    }

    private MiniStudy study(String settings, int count) {
        return new MiniStudy(folder)
                .file("stars.csv", stars(count))
                .study(MiniStudy.of(
                        "{r: {from: rr, unit: kpc}, beta: {from: beta, to: deg, unit: deg}, z: {from: zz, unit: kpc}, fe_h: {from: fe, unit: dex}, fe_h_error: {from: e, unit: dex}}",
                        "products:\n  p: {kind: smooth-map, value: fe_h, value-error: fe_h_error, " + settings
                                + "}\n"));
    }

    private static final String RADIUS = "{of: r, range: [6, 11], intervals: 8}";
    private static final String ROUND =
            "{of: beta, label: Azimuth, unit: deg, range: [-180, 180], intervals: 10, periodic: true, cell: 6}";
    private static final String HEIGHT = "{of: z, range: [0, 1], intervals: 2}";

    @Test
    void aMapOverThreeCoordinates() {
        var run = study(
                        "along: [" + RADIUS + ", " + ROUND + ", " + HEIGHT
                                + "], panels: [0, 0.4, 1], draw: face-on, overlays: [bar], excess: {rings: [[7, 7.5], [10, 10.5]], modes: [2]}")
                .replace();
        SmallTable fit = MiniStudy.table(run, "p");
        assertThat(MiniStudy.column(fit, "n")).containsExactly(STARS);
        assertThat(MiniStudy.column(fit, "scatter")[0])
                .isCloseTo(SCATTER, within(4 * MiniStudy.column(fit, "scatter_error")[0]));
        assertThat(MiniStudy.column(fit, "heldout_variance")[0])
                .isCloseTo(1, within(3 * MiniStudy.column(fit, "heldout_variance_error")[0]));
        assertThat(MiniStudy.column(fit, "heldout_n")[0]).isBetween(1100.0, 1300.0);

        SmallTable grid = MiniStudy.table(run, "p-grid");
        double[] value = MiniStudy.column(grid, "value");
        double[] error = MiniStudy.column(grid, "value_error");
        double[] near = MiniStudy.column(grid, "n_near");
        double[] x = middles(grid, "x");
        double[] y = middles(grid, "y");
        double[] z = middles(grid, "panel");
        assertThat(IntStream.range(0, z.length)
                        .mapToDouble(i -> z[i])
                        .distinct()
                        .toArray())
                .containsExactly(0.2, 0.7);
        double sum = 0;
        int shown = 0;
        for (int i = 0; i < value.length; i++) {
            assertThat(Double.isFinite(value[i])).isEqualTo(near[i] >= 5);
            if (Double.isFinite(value[i])) {
                double d = (value[i] - truth(x[i], y[i], z[i])) / error[i];
                sum += d * d;
                shown++;
            }
        }
        // One sample: its few dozen degrees of freedom scatter.
        assertThat(Math.sqrt(sum / shown)).isBetween(0.6, 1.4);
        assertThat(shown).isBetween(value.length / 2, value.length - 50);

        SmallTable modes = MiniStudy.table(run, "p-modes");
        assertThat(MiniStudy.column(modes, "amplitude")).hasSize(4);
        for (int k = 0; k < 4; k++) {
            assertThat(MiniStudy.column(modes, "amplitude")[k])
                    .isCloseTo(AMPLITUDE, within(3.5 * MiniStudy.column(modes, "amplitude_error")[k]));
            assertThat(MiniStudy.column(modes, "crest")[k])
                    .isCloseTo(CREST_DEG, within(3.5 * MiniStudy.column(modes, "crest_error")[k]));
        }
        assertThat(run.products().getFirst().illustrations().stream()
                        .map(i -> i.name())
                        .toList())
                .containsExactly("p", "p-error", "p-excess");
        assertThat(run.products().getFirst().notes())
                .anyMatch(n -> n.contains("2 stars of the sample lack a coordinate, the value or its error"))
                .anyMatch(n -> n.contains("1 star lies outside the ranges"))
                .anyMatch(n -> n.contains("cells are blank: fewer than 5 stars near"));
        assertThat(KeyNumbers.of(run.study(), run.products()).stream()
                        .map(k -> k.quantity())
                        .distinct()
                        .toList())
                .containsExactly("scatter", "heldout_variance", "amplitude", "crest");
    }

    private static double[] middles(SmallTable grid, String axis) {
        double[] low = MiniStudy.column(grid, axis + "_lo");
        double[] high = MiniStudy.column(grid, axis + "_hi");
        return IntStream.range(0, low.length)
                .mapToDouble(i -> 0.5 * (low[i] + high[i]))
                .toArray();
    }

    @Test
    void aCurveOverOneCoordinate() {
        var run = study("along: [" + RADIUS + "], hold-out: 0, largest-error: 0.05")
                .replace();
        SmallTable grid = MiniStudy.table(run, "p-grid");
        double[] x = middles(grid, "x");
        double[] value = MiniStudy.column(grid, "value");
        double[] error = MiniStudy.column(grid, "value_error");
        for (int i = 0; i < x.length; i++) {
            // Mean over height and, inside 9 kpc, all azimuths.
            if (x[i] < 8.5) {
                assertThat(value[i]).isCloseTo(0.3 - 0.06 * (x[i] - 8) - 0.1, within(4 * error[i]));
            }
        }
        assertThat(MiniStudy.column(MiniStudy.table(run, "p"), "heldout_variance"))
                .containsOnly(Double.NaN);
        assertThat(run.products().getFirst().illustrations()).hasSize(1);
    }

    @Test
    void starsThatDoNotDetermineAMapHaveNone() {
        assertThatThrownBy(() -> study("along: [" + RADIUS + ", {of: 0 * beta, range: [-1, 1]}], minimum-count: 1", 300)
                        .replace())
                .isInstanceOf(Unmeasurable.class)
                .hasMessageContaining("do not determine a smooth map");
        assertThatThrownBy(() -> study("where: r < 8, along: [{of: r, range: [9, 12]}]", 300)
                        .replace())
                .isInstanceOf(Unmeasurable.class)
                .hasMessageContaining("has all numbers within the ranges of the map");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "along: [R], panels: [0, 1]                          | of the third coordinate",
                "along: [R, B, Z], panels: [0, 3]                    | leave the range",
                "along: [R], draw: face-on                           | there is one",
                "along: [R], excess: {modes: [2]}                    | there is one",
                "along: [R, B], overlays: [bar]                      | drawn on X and Y",
                "along: [R, B], excess: {rings: [[8, 7]]}            | does not rise",
                "along: [{of: r, range: [9, 8]}]                     | does not rise",
                "along: [{of: r}]                                    | range",
                "along: [{of: r, range: [6, 11], cell: 1e-5}]        | more than 2000",
                "along: [{of: r, range: [6, 11], intervals: 100}, {of: beta, range: [0, 1], intervals: 100}] | at most 4000",
                "along: [{of: nothing, range: [6, 11]}]              | nothing",
                "along: [R], value-error: nothing                    | nothing",
                "along: [R], hold-out: 0.7                           | maximum value of 0.5"
            })
    void mistakesHaveAPlace(String settings, String told) {
        String written = settings.strip()
                .replace("[R", "[" + RADIUS)
                .replace("B]", ROUND + "]")
                .replace("B, Z]", ROUND + ", " + HEIGHT + "]");
        String product = written.contains("value-error") ? "kind: smooth-map, value: fe_h, " + written : written;
        assertThatThrownBy(() -> (written.contains("value-error") ? other(product) : study(written, 20)).replace())
                .isInstanceOf(InputError.class)
                .hasMessageContaining(told);
    }

    private MiniStudy other(String product) {
        return new MiniStudy(folder)
                .file("stars.csv", stars(20))
                .study(MiniStudy.of(
                        "{r: {from: rr, unit: kpc}, fe_h: {from: fe, unit: dex}}",
                        "products:\n  p: {" + product + "}\n"));
    }
}
