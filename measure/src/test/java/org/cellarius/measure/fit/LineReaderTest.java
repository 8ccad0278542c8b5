package org.cellarius.measure.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.galaxy.fit.AgeMixtureLine;
import org.cellarius.galaxy.fit.BinWeighting;
import org.cellarius.galaxy.fit.BinnedMedianLine;
import org.cellarius.galaxy.fit.Chen2025Line;
import org.cellarius.galaxy.fit.ErrorConvention;
import org.cellarius.galaxy.fit.LeastSquares;
import org.cellarius.galaxy.fit.LineInputs.Need;
import org.cellarius.galaxy.fit.LineMethod;
import org.cellarius.galaxy.fit.OutlierMixtureLine;
import org.cellarius.galaxy.fit.QuantileLine;
import org.cellarius.galaxy.fit.ResampledLine;
import org.cellarius.galaxy.fit.Resampling;
import org.cellarius.galaxy.fit.RunningMedianLine;
import org.cellarius.galaxy.fit.ScatterLine;
import org.cellarius.galaxy.fit.Span;
import org.cellarius.galaxy.fit.StudentLine;
import org.cellarius.galaxy.posterior.Computation;
import org.cellarius.galaxy.posterior.Prior;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    @Test
    void everyWordMakesTheLineOfThatWord() {
        for (LineMethodWord method : LineMethodWord.values()) {
            Map<LineSetting, String> needed = new EnumMap<>(Map.of(LineSetting.AGE_BIN, "2,4"));
            if (method == LineMethodWord.BINNED_MEDIAN) {
                needed.put(LineSetting.BIN_WIDTH, "0.06");
            }
            if (method == LineMethodWord.RUNNING_MEDIAN) {
                needed.putAll(Map.of(LineSetting.WINDOW, "200", LineSetting.OVERLAP, "0.5"));
            }
            var settings = line(method.word(), needed, Map.of());
            assertThat(settings.estimator().word()).isEqualTo(method.word());
        }
        assertThat(LineChoice.METHODS)
                .contains("ols", "hogg2010-printed", "chen2025")
                .doesNotHaveDuplicates();
    }

    @Test
    void settingsReachTheLine() {
        assertThat(line("wls", Map.of(LineSetting.ERRORS, "scaled"), Map.of()).estimator())
                .isEqualTo(new LeastSquares(LineMethod.WLS, ErrorConvention.SCALED));
        var student = (StudentLine) line(
                        "student-t",
                        Map.of(
                                LineSetting.DEGREES_OF_FREEDOM,
                                "3.5",
                                LineSetting.COMPUTATION,
                                "nuts",
                                LineSetting.SEED,
                                "9"),
                        Map.of("slope", "normal(0, 0.5)"))
                .estimator();
        assertThat(student.degreesOfFreedom()).isEqualTo(3.5);
        assertThat(student.priors().slope()).isEqualTo(new Prior.Normal(0, 0.5));
        assertThat(student.computation()).isEqualTo(new Computation.NoUTurn(4, 1000, 9));
        var outliers = (OutlierMixtureLine) line("outliers", Map.of(), Map.of("outlier_fraction", "uniform(0,0.2)"))
                .estimator();
        assertThat(outliers.fraction()).isEqualTo(new Prior.Uniform(0, 0.2));
        var ages = (AgeMixtureLine)
                line("age-mixture", Map.of(LineSetting.AGE_EDGES, "[1, 5, 9]", LineSetting.AGE_BIN, "[5, 9]"), Map.of())
                        .estimator();
        assertThat(ages.edgesGyr()).isEqualTo(List.of(1.0, 5.0, 9.0));
        assertThat(ages.reported()).isEqualTo(1);
        var chen = (Chen2025Line) line("chen2025", Map.of(LineSetting.AGE_BIN, "2.25,3.5"), Map.of())
                .estimator();
        assertThat(chen.ageBin()).isEqualTo(Optional.of(new Span(2.25, 3.5)));
        assertThat(((ScatterLine) line("scatter-vertical", Map.of(), Map.of()).estimator()).computation())
                .isEqualTo(new Computation.Quadrature());
    }

    @Test
    void mediansAndResamplingAreSet() {
        assertThat(line("quantile", Map.of(LineSetting.QUANTILE, "0.16"), Map.of())
                        .estimator())
                .isEqualTo(new QuantileLine(0.16));
        assertThat(line("binned-median", Map.of(LineSetting.BIN_WIDTH, "0.06"), Map.of())
                        .estimator())
                .isEqualTo(new BinnedMedianLine(0.06, 10, BinWeighting.UNWEIGHTED));
        assertThat(line(
                                "binned-median",
                                Map.of(
                                        LineSetting.BIN_WIDTH,
                                        "0.1",
                                        LineSetting.BIN_MINIMUM,
                                        "30",
                                        LineSetting.BIN_WEIGHTS,
                                        "by-error"),
                                Map.of())
                        .estimator())
                .isEqualTo(new BinnedMedianLine(0.1, 30, BinWeighting.BY_ERROR));
        assertThat(line(
                                "running-median",
                                Map.of(
                                        LineSetting.WINDOW,
                                        "200",
                                        LineSetting.OVERLAP,
                                        "0.5",
                                        LineSetting.POINTS_FROM,
                                        "7"),
                                Map.of())
                        .estimator())
                .isEqualTo(new RunningMedianLine(200, 0.5, Optional.of(7.0)));
        assertThat(line("quantile", Map.of(LineSetting.RESAMPLE, "bootstrap:1000", LineSetting.SEED, "5"), Map.of())
                        .estimator())
                .isEqualTo(new ResampledLine(new QuantileLine(0.5), new Resampling.Bootstrap(1000, 5)));
        assertThat(((ResampledLine) line("wls", Map.of(LineSetting.RESAMPLE, "jackknife"), Map.of())
                                .estimator())
                        .resampling())
                .isEqualTo(new Resampling.JackknifeOfStars());
        assertThat(((ResampledLine) line("wls", Map.of(LineSetting.RESAMPLE, "jackknife:50"), Map.of())
                                .estimator())
                        .resampling())
                .isEqualTo(new Resampling.JackknifeOfGroups(50, 1));
        assertRefused("binned-median", Map.of(), Map.of(), "binned-median needs 'bin-width' (at method)");
        assertRefused("running-median", Map.of(LineSetting.WINDOW, "100"), Map.of(), "needs 'overlap'");
        assertRefused("quantile", Map.of(LineSetting.QUANTILE, "1.2"), Map.of(), "a quantile lies between 0 and 1");
        assertRefused("ols", Map.of(LineSetting.WINDOW, "100"), Map.of(), "it serves running-median (at window)");
        assertRefused(
                "ols", Map.of(LineSetting.RESAMPLE, "bootstrap"), Map.of(), "no way to draw stars anew (at resample)");
        assertRefused("ols", Map.of(LineSetting.RESAMPLE, "bootstrap:x"), Map.of(), "does not end in a number");
        assertRefused("ols", Map.of(LineSetting.RESAMPLE, "bootstrap:2"), Map.of(), "2 replicates");
        assertRefused("ols", Map.of(LineSetting.RESAMPLE, "jackknife", LineSetting.SEED, "2"), Map.of(), "(at seed)");
    }

    @Test
    void linesTellWhichColumnsTheyNeed() {
        assertThat(line("ols", Map.of(), Map.of()).estimator().inputs().yError())
                .isEqualTo(Need.IGNORED);
        assertThat(line("wls", Map.of(), Map.of()).estimator().inputs().yError())
                .isEqualTo(Need.NEEDED);
        assertThat(line("odr", Map.of(), Map.of()).estimator().inputs().xError())
                .isEqualTo(Need.USED);
        assertThat(line("odr", Map.of(), Map.of()).estimator().inputs().xyCovariance())
                .isEqualTo(Need.IGNORED);
        assertThat(line("chen2025", Map.of(), Map.of()).estimator().inputs().age())
                .isEqualTo(Need.IGNORED);
        assertThat(line("chen2025", Map.of(LineSetting.AGE_BIN, "2,3"), Map.of())
                        .estimator()
                        .inputs()
                        .ageError())
                .isEqualTo(Need.NEEDED);
    }

    @Test
    void mistakesAreToldAtTheirPlace() {
        assertRefused("old", Map.of(), Map.of(), "did you mean 'ols'? (at method)");
        assertRefused("wls", Map.of(LineSetting.ERRORS, "relative"), Map.of(), "no error convention named 'relative'");
        assertRefused(
                "student-t",
                Map.of(LineSetting.DEGREES_OF_FREEDOM, "four"),
                Map.of(),
                "'four' is no number (at degrees-of-freedom)");
        assertRefused("outliers", Map.of(LineSetting.STEPS, "1e3"), Map.of(), "(at steps)");
        assertRefused("student-t", Map.of(), Map.of("slope", "flat"), "'flat' is not a prior (at prior)");
        assertRefused(
                "student-t",
                Map.of(),
                Map.of("slope", "normal(0,-1)"),
                "the width of a prior must be a positive number");
        assertRefused("student-t", Map.of(), Map.of("slop", "normal(0,1)"), "did you mean 'slope'? (at prior)");
        assertRefused(
                "student-t", Map.of(), Map.of("break_x", "normal(0,1)"), "no parameter of student-t named 'break_x'");
        assertRefused("age-mixture", Map.of(), Map.of(), "the age mixture reports one bin (at method)");
        assertRefused("chen2025", Map.of(LineSetting.AGE_BIN, "3,2"), Map.of(), "(at age-bin)");
        assertRefused(
                "outliers",
                Map.of(LineSetting.COMPUTATION, "quadrature"),
                Map.of(),
                "quadrature serves three parameters");
    }

    @Test
    void settingsThatChangeNothingAreRefused() {
        assertRefused(
                "ols",
                Map.of(LineSetting.DEGREES_OF_FREEDOM, "4"),
                Map.of(),
                "ols does not use 'degrees-of-freedom': it serves student-t (at degrees-of-freedom). Leave it out");
        assertRefused("ols", Map.of(), Map.of("slope", "normal(0,1)"), "ols does not use 'prior'");
        assertRefused(
                "scatter-vertical", Map.of(LineSetting.SEED, "4"), Map.of(), "nothing is drawn at random (at seed)");
        assertRefused(
                "scatter-vertical",
                Map.of(LineSetting.COMPUTATION, "nuts", LineSetting.WALKERS, "40"),
                Map.of(),
                "(at walkers)");
    }

    private static void assertRefused(
            String method, Map<LineSetting, String> texts, Map<String, String> priors, String message) {
        assertThatThrownBy(() -> line(method, texts, priors).estimator())
                .isInstanceOf(InputError.class)
                .hasMessageContaining(message);
    }

    private static LineChoice line(String method, Map<LineSetting, String> texts, Map<String, String> priors) {
        return LineReader.read(new GivenLine(
                method,
                setting -> texts.containsKey(setting) ? GivenLine.listed(texts.getOrDefault(setting, "")) : List.of(),
                priors,
                word -> "at " + word));
    }
}
