package org.cellarius.measure.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cellarius.figure.Axis;
import org.cellarius.figure.Line;
import org.cellarius.galaxy.fit.LineStars;
import org.cellarius.measure.fit.GivenLine;
import org.cellarius.measure.fit.LineReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The spread of the drawn lines at each x is the error of the line there, which each method has from its own formula or posterior. */
class ThinLinesTest {

    private static final int DRAWS = 300;

    private static SliceFit fit(String method, String setting, String value) {
        Random random = new Random(8);
        int n = 120;
        double[] x = new double[n];
        double[] y = new double[n];
        double[] error = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = 5 + 9 * random.nextDouble();
            error[i] = 0.05 + 0.05 * random.nextDouble();
            double kink = method.equals("broken-line") ? 0.08 * Math.max(0, x[i] - 9) : 0;
            y[i] = 0.5 - 0.06 * x[i] + kink + 0.15 * random.nextGaussian() + error[i] * random.nextGaussian();
        }
        var estimator = LineReader.read(new GivenLine(
                        method, s -> s.word().equals(setting) ? List.of(value) : List.of(), Map.of(), word -> "test"))
                .estimator();
        return new SliceFit(estimator.fit(LineStars.of(x, y, error)), 5, 14);
    }

    private static double[] meanAndSd(SliceFit fit, ThinLines thin, double x) {
        double[] at = thin.estimates().stream().mapToDouble(e -> fit.at(x, e)).toArray();
        double mean = java.util.Arrays.stream(at).average().orElseThrow();
        double squares =
                java.util.Arrays.stream(at).map(v -> (v - mean) * (v - mean)).sum();
        return new double[] {mean, Math.sqrt(squares / (at.length - 1))};
    }

    @ParameterizedTest
    @CsvSource({
        "ols, '', '', draws from the normal",
        "wls, '', '', draws from the normal",
        "ols, resample, bootstrap:1000, replicates of the bootstrap",
        "scatter-vertical, '', '', draws of the posterior",
        "scatter-perpendicular, '', '', draws of the posterior",
        "scatter-vertical, computation, importance, draws of the posterior",
        "scatter-vertical, computation, ensemble, draws of the posterior",
        "scatter-vertical, computation, nuts, draws of the posterior",
        "student-t, '', '', draws of the posterior",
        "outliers, '', '', draws of the posterior",
        "quantile, '', '', draws from the normal",
        "binned-median, bin-width, 0.5, draws from the normal"
    })
    void theirSpreadIsTheBand(String method, String setting, String value, String source) {
        SliceFit fit = fit(method, setting, value);
        assertThat(fit.fitted()).as(fit.line().reason()).isTrue();
        ThinLines thin = ThinLines.of(fit, DRAWS).orElseThrow();
        assertThat(thin.estimates()).hasSize(DRAWS);
        assertThat(thin.source()).startsWith(source);
        for (double x : new double[] {0, 5, 7, 9.5, 12, 14}) {
            double error = fit.errorAt(x);
            double[] drawn = meanAndSd(fit, thin, x);
            // Of 300 independent draws: mean to 1/√300, spread to 1/√600; both to five of these.
            assertThat(drawn[0]).as("mean at %s", x).isCloseTo(fit.at(x), within(5 * error / Math.sqrt(DRAWS)));
            assertThat(drawn[1]).as("spread at %s", x).isCloseTo(error, within(5 * error / Math.sqrt(2.0 * DRAWS)));
        }
    }

    @Test
    void fewerAreSpreadAsWell() {
        SliceFit fit = fit("scatter-vertical", "", "");
        ThinLines thin = ThinLines.of(fit, 100).orElseThrow();
        assertThat(thin.estimates()).hasSize(100);
        assertThat(meanAndSd(fit, thin, 9)[1]).isCloseTo(fit.errorAt(9), within(5 * fit.errorAt(9) / Math.sqrt(200)));
    }

    @Test
    void brokenLinesAreDrawnWithTheirBreaks() {
        SliceFit fit = fit("broken-line", "", "");
        ThinLines thin = ThinLines.of(fit, 50).orElseThrow();
        Axis axis = Axis.of("R", "kpc", 4, 15);
        Line layer = thin.layer(fit, axis, Color.RED);
        // At the outer end they follow the outer slope.
        double[] atEnd =
                thin.estimates().stream().mapToDouble(e -> fit.at(14, e)).toArray();
        assertThat(java.util.Arrays.stream(atEnd).average().orElseThrow()).isCloseTo(fit.at(14), within(0.05));
        assertThat(java.util.Arrays.stream(layer.x()).filter(Double::isNaN).count())
                .isEqualTo(50);
        assertThat(java.util.Arrays.stream(layer.x())
                        .filter(Double::isFinite)
                        .min()
                        .orElseThrow())
                .isEqualTo(5);
        assertThat(java.util.Arrays.stream(layer.x())
                        .filter(Double::isFinite)
                        .max()
                        .orElseThrow())
                .isEqualTo(14);
    }

    @Test
    void methodsWithoutACovarianceHaveNone() {
        assertThat(ThinLines.of(fit("theil-sen", "", ""), 100)).isEmpty();
        assertThat(ThinLines.sentence(List.of(fit("theil-sen", "", "")), 100)).isEmpty();
        assertThat(ThinLines.of(fit("ols", "", ""), 0)).isEmpty();
        assertThat(ThinLines.sentence(List.of(fit("ols", "", ""), fit("ols", "", "")), 100))
                .isEqualTo("thin: 100 draws from the normal distribution of slope and intercept with their covariance");
    }
}
