package org.cellarius.galaxy.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Percentage;
import org.cellarius.galaxy.GoldenTable;
import org.cellarius.galaxy.posterior.Computation;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against scipy.odr and against quadratures on fine grids in Python ({@code fits_results.csv}). */
class GoldenLinesTest {

    private static final Map<String, Double> ANSWERS = answers();
    private static final List<String> LEVELS = List.of("0.025", "0.16", "0.5", "0.84", "0.975");

    @ParameterizedTest
    @ValueSource(strings = {"radial_small", "radial_corr", "radial_outliers", "vertical", "hawkins_like", "big_xerr"})
    void orthogonalDistanceRegressionEqualsOdrpack(String dataset) {
        FittedLine fit = new OrthogonalDistanceRegression().fit(stars(dataset));
        assertThat(fit.status()).isEqualTo(FitStatus.OK);
        Estimate slope = fit.estimates().get(0);
        Estimate intercept = fit.estimates().get(1);
        String key = dataset + "/scipy_odr/";
        double sdSlope = answer(key + "sd_slope");
        double sdIntercept = answer(key + "sd_intercept");
        // ODRPACK stops where its sum of squares stands still to 1e-15: its slopes scatter by 1e-6 of their errors
        // about the minimum.
        assertThat(fit.measures().get("chi2")).isLessThanOrEqualTo(answer(key + "sum_square") * (1 + 2e-15));
        assertThat(slope.value()).isCloseTo(answer(key + "slope"), within(1e-6 * sdSlope));
        assertThat(intercept.value()).isCloseTo(answer(key + "intercept"), within(1e-6 * sdIntercept));
        assertThat(slope.sd()).isCloseTo(sdSlope, Percentage.withPercentage(2e-5));
        assertThat(intercept.sd()).isCloseTo(sdIntercept, Percentage.withPercentage(2e-5));
        assertThat(fit.measures().get("cov_slope_intercept"))
                .isCloseTo(answer(key + "cov_beta_01"), Percentage.withPercentage(2e-5));
        assertThat(fit.measures().get("reduced_chi2"))
                .isCloseTo(answer(key + "res_var"), Percentage.withPercentage(1e-11));
    }

    @ParameterizedTest
    @CsvSource({
        "radial_small, PERPENDICULAR, grid_hawkins_eq4",
        "radial_small, PERPENDICULAR_HOGG_2010_PRINTED, grid_hogg_unit_normal",
        "big_xerr, PERPENDICULAR, grid_hawkins_eq4",
        "big_xerr, PERPENDICULAR_HOGG_2010_PRINTED, grid_hogg_unit_normal",
        "radial_corr, PERPENDICULAR, grid_hawkins_eq4",
        "radial_outliers, PERPENDICULAR, grid_hawkins_eq4",
        "vertical, PERPENDICULAR, grid_hawkins_eq4",
        "vertical, PERPENDICULAR_HOGG_2010_PRINTED, grid_hogg_unit_normal",
        "hawkins_like, PERPENDICULAR, grid_hawkins_eq4"
    })
    void quadratureEqualsTheFineGrid(String dataset, ScatterDirection direction, String method) {
        FittedLine fit = ScatterLine.along(direction).fit(stars(dataset));
        assertThat(fit.status()).isEqualTo(FitStatus.OK);
        String key = dataset + "/" + method + "/";
        List<String> names = List.of("m", "b", "lambda");
        for (int k = 0; k < 3; k++) {
            Estimate e = fit.estimates().get(k);
            double sd = answer(key + names.get(k) + "_std");
            assertThat(e.value()).as(e.name()).isCloseTo(answer(key + names.get(k) + "_mean"), within(1e-3 * sd));
            assertThat(e.sd()).as(e.name()).isCloseTo(sd, Percentage.withPercentage(0.1));
            List<Double> q = e.percentiles().orElseThrow().values();
            for (int l = 0; l < 5; l++) {
                assertThat(q.get(l))
                        .as(e.name() + " " + LEVELS.get(l))
                        .isCloseTo(answer(key + names.get(k) + "_q" + LEVELS.get(l)), within(3e-3 * sd));
            }
        }
        assertThat(fit.lnEvidence()).isCloseTo(answer(key + "ln_evidence"), within(1e-4));
        assertThat(correlation(fit)).isCloseTo(answer(key + "corr_m_b"), within(1e-4));
        assertThat(fit.warnings().toString().contains("biased"))
                .isEqualTo(direction == ScatterDirection.PERPENDICULAR_HOGG_2010_PRINTED);
    }

    @ParameterizedTest
    @CsvSource({"chen_young, 2.25, 3.5", "chen_old, 8.5, 9.75"})
    void theLineOfChenEqualsTheFineGrid(String dataset, double low, double high) {
        LineStars stars = chenStars(dataset);
        assertChen(Chen2025Line.ofPaper(Optional.of(new Span(low, high))).fit(stars), dataset + "/grid_chen_A4/");
        FittedLine unweighted = Chen2025Line.ofPaper(Optional.empty()).fit(stars);
        assertChen(unweighted, dataset + "/grid_chen_noageweight/");
        assertThat(unweighted.warnings()).contains("no age bin was given: every age weight is 1");
    }

    private static void assertChen(FittedLine fit, String key) {
        assertThat(fit.status()).isEqualTo(FitStatus.OK);
        List<String> names = List.of("gradient", "intercept", "sigma");
        for (int k = 0; k < 3; k++) {
            Estimate e = fit.estimates().get(k);
            double sd = answer(key + names.get(k) + "_std");
            assertThat(e.value()).as(e.name()).isCloseTo(answer(key + names.get(k) + "_mean"), within(2e-3 * sd));
            assertThat(e.sd()).as(e.name()).isCloseTo(sd, Percentage.withPercentage(0.2));
        }
        assertThat(correlation(fit)).isCloseTo(answer(key + "corr_gradient_intercept"), within(1e-4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"importance", "ensemble", "nuts"})
    void samplersAgreeWithTheGridWithinTheirErrors(String sampler) {
        Computation computation = switch (sampler) {
            case "importance" -> new Computation.Importance(20_000, 1660);
            case "ensemble" -> new Computation.Ensemble(32, 8000, 1660);
            default -> new Computation.NoUTurn(4, 1500, 1660);
        };
        var line = new ScatterLine(ScatterDirection.PERPENDICULAR, LinePriors.HAWKINS_2023, computation);
        FittedLine fit = line.fit(stars("radial_small"));
        assertThat(fit.status())
                .as(fit.computation() + " ess " + fit.ess() + " rhat " + fit.rHat())
                .isEqualTo(FitStatus.OK);
        List<String> names = List.of("m", "b", "lambda");
        double four = 4 / Math.sqrt(fit.ess());
        for (int k = 0; k < 3; k++) {
            Estimate e = fit.estimates().get(k);
            double sd = answer("radial_small/grid_hawkins_eq4/" + names.get(k) + "_std");
            assertThat(e.value())
                    .isCloseTo(answer("radial_small/grid_hawkins_eq4/" + names.get(k) + "_mean"), within(four * sd));
            assertThat(e.sd()).isCloseTo(sd, within(four * sd));
        }
        assertThat(line.fit(stars("radial_small")).estimates()).isEqualTo(fit.estimates());
    }

    private static double correlation(FittedLine fit) {
        return fit.covariance()[0][1]
                / (fit.estimates().get(0).sd() * fit.estimates().get(1).sd());
    }

    static LineStars stars(String dataset) {
        Assumptions.assumeTrue(
                GoldenTable.has("fit_" + dataset + ".csv"),
                "golden data set fit_" + dataset + ".csv is not beside this checkout");
        var table = GoldenTable.read("fit_" + dataset + ".csv");
        return LineStars.of(table.column("x"), table.column("y"), table.column("sigma_y"))
                .withXErrors(table.column("sigma_x"))
                .withCovariances(table.column("cov_xy"));
    }

    static LineStars chenStars(String dataset) {
        var table = GoldenTable.read("fit_" + dataset + ".csv");
        return LineStars.of(table.column("Rg_obs"), table.column("feh_obs"), table.column("sigma_feh"))
                .withXErrors(table.column("sigma_Rg"))
                .withAges(table.column("age_obs"), table.column("sigma_age"));
    }

    private static Map<String, Double> answers() {
        var table = GoldenTable.read("fits_results.csv");
        Map<String, Double> answers = new HashMap<>();
        for (String[] row : table.rows()) {
            answers.put(row[0] + "/" + row[1] + "/" + row[2], Double.parseDouble(row[3]));
        }
        return answers;
    }

    private static double answer(String key) {
        return Optional.ofNullable(ANSWERS.get(key))
                .orElseThrow(() -> new IllegalArgumentException("no answer " + key));
    }
}
