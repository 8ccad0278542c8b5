package org.cellarius.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class FitCommandTest {

    @TempDir
    Path folder;

    @Test
    void weightedLeastSquaresGivesTheReferenceNumbers() throws IOException {
        JsonNode fit = Outcome.of(
                        "fit",
                        Outcome.golden("fit_radial_small.csv", "fit_radial_small.csv"),
                        "--x",
                        "x",
                        "--y",
                        "y",
                        "--y-error",
                        "sigma_y",
                        "--method",
                        "wls",
                        "--json")
                .json();
        Map<String, Double> golden = golden("radial_small", "wols");
        assertThat(fit.path("method").asString()).isEqualTo("wls");
        assertThat(fit.path("status").asString()).isEqualTo("OK");
        assertThat(fit.path("n").asLong()).isEqualTo(200);
        for (String[] pair : new String[][] {
            {"slope", "slope"},
            {"slope_sd", "sd_slope_scaled"},
            {"slope_sd_absolute", "sd_slope"},
            {"slope_sd_scaled", "sd_slope_scaled"},
            {"intercept", "intercept"},
            {"intercept_sd", "sd_intercept_scaled"},
            {"intercept_sd_absolute", "sd_intercept"},
            {"intercept_sd_scaled", "sd_intercept_scaled"},
            {"cov_slope_intercept", "cov_slope_intercept"},
            {"cov_slope_intercept_scaled", "cov_slope_intercept_scaled"},
            {"chi2", "chi2"},
            {"reduced_chi2", "redchi2"}
        }) {
            double expected = golden.getOrDefault(pair[1], Double.NaN);
            assertThat(fit.path(pair[0]).asDouble())
                    .as(pair[0])
                    .isCloseTo(expected, within(1e-9 * Math.max(1e-3, Math.abs(expected))));
        }
    }

    @Test
    void ordinaryLeastSquaresGivesTheTextbookNumbers() throws IOException {
        // By hand: mean x 2, mean y 3; Sxx 2, Sxy 1.5, residuals 0.25 -0.5 0.25, rss 0.375; sd slope sqrt(0.375/2).
        Path table = write("x,y\n1,2.5\n2,2.5\n3,4\n");
        JsonNode fit = Outcome.of("fit", table, "--x", "x", "--y", "y", "--method", "ols", "--json")
                .json();
        assertThat(fit.path("slope").asDouble()).isCloseTo(0.75, within(1e-15));
        assertThat(fit.path("intercept").asDouble()).isCloseTo(1.5, within(1e-15));
        assertThat(fit.path("slope_sd").asDouble()).isCloseTo(Math.sqrt(0.1875), within(1e-15));
        assertThat(fit.path("slope_sd_scaled").asDouble()).isCloseTo(Math.sqrt(0.1875), within(1e-15));
        assertThat(fit.path("warnings").isEmpty()).isTrue();
    }

    /** Twelve stars with errors in both: each is drawn with its bars, the numbers of the fit beside them, on one column of a journal. */
    @Test
    void theFigureHasTheSizeOfAColumnAndIsNotReplaced() throws IOException {
        var rows = new StringBuilder("r-gal,feh,e,ex\n");
        for (int k = 0; k < 12; k++) {
            rows.append(4 + 0.7 * k + "," + (0.4 - 0.06 * k + (k % 3) * 0.01) + ",0.02,0.1\n");
        }
        Path table = Files.writeString(folder.resolve("clusters.csv"), rows.toString());
        for (String ending : new String[] {"png", "svg", "pdf"}) {
            Path out = folder.resolve("fit." + ending);
            Object[] command = {
                "fit",
                table.toString(),
                "--x",
                "r-gal",
                "--y",
                "feh",
                "--x-error",
                "ex",
                "--y-error",
                "e",
                "--method",
                "odr",
                "--where",
                "feh > -1",
                "--figure",
                out.toString()
            };
            Outcome drawn = Outcome.of(command);
            assertThat(drawn.code()).as(drawn.err()).isZero();
            assertThat(out).isNotEmptyFile();
            assertThat(Outcome.of(command).err()).contains("exists").contains("--force");
        }
        assertThat(Files.readString(folder.resolve("fit.svg")))
                .contains("width=\"88mm\"")
                .contains("feh against r-gal");
        Outcome wrong = Outcome.of(
                "fit", table.toString(), "--x", "r-gal", "--y", "feh", "--method", "ols", "--figure", "fit.gif");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("names no format of figures");
    }

    @Test
    void fewerThanThreePointsAreNoLine() throws IOException {
        Outcome outcome =
                Outcome.of("fit", write("x,y\n1,2\n2,3\n"), "--x", "x", "--y", "y", "--method", "ols", "--json");
        assertThat(outcome.code()).as("a status does not stop a script").isEqualTo(1);
        assertThat(outcome.json().path("status").asString()).isEqualTo("TOO_FEW_STARS");
        assertThat(outcome.json().path("n").asLong()).isEqualTo(2);
        assertThat(outcome.json().path("slope").isNull()).isTrue();
        assertThat(outcome.json().path("intercept_sd").isNull()).isTrue();
    }

    @Test
    void aTableOfNoRowsIsNoLine() throws IOException {
        Outcome outcome = Outcome.of("fit", write("x,y\n"), "--x", "x", "--y", "y", "--method", "ols", "--json");
        assertThat(outcome.json().path("status").asString()).isEqualTo("TOO_FEW_STARS");
        assertThat(outcome.json().path("n").asLong()).isZero();
    }

    @Test
    void pointsOfOneXAreNoLine() throws IOException {
        Path table = write("x,y\n7,2\n7,3\n7,4\n7,9\n");
        Outcome outcome = Outcome.of("fit", table, "--x", "x", "--y", "y", "--method", "ols", "--json");
        assertThat(outcome.json().path("status").asString()).isEqualTo("ALL_X_EQUAL");
        assertThat(outcome.json().path("slope").isNull()).isTrue();
        assertThat(Outcome.of("fit", table, "--x", "x", "--y", "y", "--method", "ols")
                        .out())
                .isEqualTo("no fit: all stars have the same x (4)\n");
    }

    @Test
    void missingInfiniteAndUnweightedRowsStayOutAndAreCounted() throws IOException {
        Path table = write("x,y,e\n1,1,1\n2,2,1\n3,3,1\n4,nan,1\ninf,5,1\n6,,1\n7,7,0\n8,8,-1\n9,9,\n");
        JsonNode fit = Outcome.of("fit", table, "--x", "x", "--y", "y", "--y-error", "e", "--method", "wls", "--json")
                .json();
        assertThat(fit.path("n").asLong()).isEqualTo(3);
        assertThat(fit.path("slope").asDouble()).isCloseTo(1, within(1e-14));
        assertThat(fit.at("/warnings/0").asString()).isEqualTo("3 of 9 rows have a missing value, and do not enter");
        assertThat(fit.at("/warnings/1").asString())
                .isEqualTo("3 of 9 rows have an error that is missing, zero or negative, and do not enter");
    }

    @Test
    void errorsThatAMethodDoesNotUseAreSaid() throws IOException {
        Path table = write("x,y,e\n1,1,1\n2,2,1\n3,3,1\n");
        Outcome outcome = Outcome.of(
                "fit",
                table,
                "--x",
                "x",
                "--y",
                "y",
                "--x-error",
                "e",
                "--y-error",
                "e",
                "--xy-cov",
                "e",
                "--method",
                "ols",
                "--json");
        assertThat(outcome.json().path("warnings").toString())
                .contains("the y errors are not used")
                .contains("the x errors are not used")
                .contains("the covariances are not used");
    }

    @Test
    void expressionsAndConditionsChooseWhatIsFitted() throws IOException {
        Path table = write("z,y,good\n-1,1,true\n2,2,true\n-3,3,true\n4,40,false\n");
        JsonNode fit = Outcome.of(
                        "fit", table, "--x", "abs(z)", "--y", "y", "--where", "good", "--method", "ols", "--json")
                .json();
        assertThat(fit.path("n").asLong()).isEqualTo(3);
        assertThat(fit.path("slope").asDouble()).isCloseTo(1, within(1e-14));
    }

    @Test
    void aWeightedFitWithoutErrorsIsACommandThatIsWrong() throws IOException {
        Outcome outcome = Outcome.of("fit", write("x,y\n1,2\n"), "--x", "x", "--y", "y", "--method", "wls");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("weighted least squares needs errors (--method wls). Add --y-error COL, or use --method ols");
    }

    @Test
    void wrongColumnsAreNamedWithTheNearestOne() throws IOException {
        Path table = write("age,y,word\n1,2,a\n2,3,b\n3,4,c\n");
        assertRefused(
                table, "agee", "y", "'agee' names the column 'agee', which does not exist; did you mean 'age'? (--x)");
        assertRefused(table, "word", "y", "the column 'word' does not hold numbers (--x)");
        assertRefused(table, "age", "upper(word)", "'upper(word)' is not a number (--y)");
        assertRefused(table, "age", "(select 1)", "(--y)");
    }

    @Test
    void aConditionThatIsNoneIsRefused() throws IOException {
        Outcome outcome = Outcome.of(
                "fit", write("x,y\n1,2\n2,3\n3,5\n"), "--x", "x", "--y", "y", "--where", "x + 1", "--method", "ols");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("'x + 1' is not a condition (--where)");
    }

    @Test
    void fillersArePointedOutAndTakenOutOnlyWhenNamed() throws IOException {
        Path table = write("x,y\n1,2\n2,3\n3,4\n4,-9999\n-9999,9\n");
        Outcome doubtful = Outcome.of("fit", table, "--x", "x", "--y", "y", "--method", "ols", "--json");
        assertThat(doubtful.json().path("n").asLong()).isEqualTo(5);
        assertThat(doubtful.json().path("warnings").valueStream().map(JsonNode::asString))
                .satisfiesExactly(
                        w -> assertThat(w)
                                .isEqualTo(
                                        "1 value of x is -9999, which often means missing: if it does here, say --fillers=-9999"),
                        w -> assertThat(w)
                                .isEqualTo(
                                        "1 value of y is -9999, which often means missing: if it does here, say --fillers=-9999"),
                        w -> assertThat(w).startsWith("one star decides the slope (row 5, x = -9999, y = 9;"));
        Outcome clean =
                Outcome.of("fit", table, "--x", "x", "--y", "y", "--method", "ols", "--json", "--fillers=-9999");
        assertThat(clean.json().path("n").asLong()).isEqualTo(3);
        assertThat(clean.json().path("slope").asDouble()).isCloseTo(1, within(1e-15));
        assertThat(clean.err()).contains("fillers and are missing now: 1 of x, 1 of y");
        Outcome none = Outcome.of("fit", table, "--x", "x", "--y", "y", "--method", "ols", "--json", "--fillers=-1,-2");
        assertThat(none.json().path("n").asLong()).isEqualTo(5);
        assertThat(none.err()).contains("no value is one of the fillers -1, -2");
    }

    @Test
    void columnsThatDifferInCaseOnlyAreNotMixedUp() throws IOException {
        Path table = write("X,x,y\n1,10,2\n2,20,4\n3,30,6\n");
        assertRefused(table, "X", "x", "The columns are X_1, x_2, y");
        Outcome fit = Outcome.of("fit", table, "--x", "X_1", "--y", "x_2", "--method", "ols", "--json");
        assertThat(fit.json().path("slope").asDouble()).isCloseTo(10, within(1e-13));
        assertThat(fit.err()).contains("'X' is read as 'X_1', 'x' is read as 'x_2'");
    }

    @Test
    void noScratchIsLeft() throws IOException {
        Path table = write("x,y\n1,2\n2,3\n3,5\n");
        Outcome.of("fit", table, "--x", "x", "--y", "y", "--method", "ols");
        Outcome.of("fit", table, "--x", "none", "--y", "y", "--method", "ols");
        Outcome.of("fit", table, "--x", "x", "--y", "y", "--method", "ols", "--memory", "1");
        try (var left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            String own = "-" + ProcessHandle.current().pid() + "-";
            assertThat(left.filter(f -> f.getFileName().toString().contains(own)))
                    .isEmpty();
        }
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(table);
        }
    }

    @Test
    void theScatterLineGivesTheKeysOfTheContract() throws IOException {
        JsonNode fit = golden("scatter-perpendicular");
        Map<String, Double> truth = golden("radial_small", "grid_hawkins_eq4");
        assertThat(fit.path("status").asString()).isEqualTo("OK");
        assertThat(fit.path("n").asLong()).isEqualTo(200);
        for (String[] pair : new String[][] {{"slope", "m"}, {"intercept", "b"}, {"scatter", "lambda"}}) {
            double sd = truth.getOrDefault(pair[1] + "_std", Double.NaN);
            assertThat(fit.path(pair[0]).asDouble())
                    .isCloseTo(truth.getOrDefault(pair[1] + "_mean", Double.NaN), within(1e-3 * sd));
            assertThat(fit.path(pair[0] + "_sd").asDouble()).isCloseTo(sd, within(1e-3 * sd));
            for (String level : new String[] {"0.025", "0.16", "0.5", "0.84", "0.975"}) {
                assertThat(fit.path("quantiles").path(pair[0]).path(level).asDouble())
                        .isCloseTo(truth.getOrDefault(pair[1] + "_q" + level, Double.NaN), within(3e-3 * sd));
            }
        }
        assertThat(fit.at("/cov/0/1").asDouble()
                        / (fit.path("slope_sd").asDouble()
                                * fit.path("intercept_sd").asDouble()))
                .isCloseTo(truth.getOrDefault("corr_m_b", Double.NaN), within(1e-4));
        assertThat(fit.path("ln_evidence").asDouble())
                .isCloseTo(truth.getOrDefault("ln_evidence", Double.NaN), within(1e-3));
        assertThat(fit.at("/priors/slope").asString()).isEqualTo("uniform(-2,2)");
        assertThat(fit.path("warnings").isEmpty()).isTrue();
    }

    @Test
    void everyMethodFitsTheSameTable() throws IOException {
        for (String method : new String[] {
            "ols", "wls", "odr", "scatter-vertical", "scatter-structural", "hogg2010-printed", "student-t", "theil-sen"
        }) {
            JsonNode fit = method.equals("scatter-structural") ? golden(method, "--steps", "4000") : golden(method);
            assertThat(fit.path("status").asString()).as(method).isEqualTo("OK");
            assertThat(fit.path("method").asString()).isEqualTo(method);
            assertThat(fit.path("slope").asDouble()).as(method).isBetween(-0.075, -0.04);
        }
        assertThat(golden("hogg2010-printed").path("warnings").toString()).contains("biased towards steep ones");
    }

    @Test
    void chensLineTakesAnAgeBin() throws IOException {
        Path stars = Outcome.golden("fit_chen_young.csv", "fit_chen_young.csv");
        String[] columns = {
            "--x",
            "Rg_obs",
            "--x-error",
            "sigma_Rg",
            "--y",
            "feh_obs",
            "--y-error",
            "sigma_feh",
            "--age",
            "age_obs",
            "--age-error",
            "sigma_age",
            "--method",
            "chen2025",
            "--json"
        };
        JsonNode fit = fit(stars, columns, "--age-bin", "2.25,3.5").json();
        Map<String, Double> truth = golden("chen_young", "grid_chen_A4");
        double sd = truth.getOrDefault("gradient_std", Double.NaN);
        assertThat(fit.path("slope").asDouble())
                .isCloseTo(truth.getOrDefault("gradient_mean", Double.NaN), within(1e-3 * sd));
        assertThat(fit.path("slope_sd").asDouble()).isCloseTo(sd, within(1e-3 * sd));
        assertThat(fit.at("/priors/scatter").asString()).isEqualTo("half-normal(0.4)");
        Outcome empty = fit(stars, columns, "--age-bin", "11,12");
        assertThat(empty.code()).isEqualTo(1);
        assertThat(empty.json().path("status").asString()).isEqualTo("NO_STARS_IN_AGE_BIN");
        assertThat(empty.json().path("slope").isNull()).isTrue();
        assertThat(empty.json().path("reason").asString()).contains("the bin is 11.0 to 12.0 Gyr");
    }

    @Test
    void anAgeBinCutsForTheOtherMethods() throws IOException {
        Path table = write("x,y,age\n1,1,3\n2,2,3\n3,3,4\n4,9,9\n5,9,9\n");
        String[] columns = {"--x", "x", "--y", "y", "--age", "age", "--method", "ols", "--json"};
        assertThat(fit(table, columns, "--age-bin", "2,5").json().path("slope").asDouble())
                .isCloseTo(1, within(1e-14));
        assertThat(fit(table, columns, "--age-bin", "5,6").json().path("status").asString())
                .isEqualTo("NO_STARS_IN_AGE_BIN");
        assertThat(fit(table, columns, "--age-bin", "5").err()).contains("an age bin has two edges");
        assertThat(fit(table, columns, "--age-bin", "5,4").code()).isEqualTo(2);
    }

    @Test
    void priorsAndSamplersAreChosenAndEchoed() throws IOException {
        JsonNode fit =
                golden("scatter-vertical", "--prior", "slope=normal(0,0.5)", "--prior", "scatter=half-cauchy(0.3)");
        assertThat(fit.at("/priors/slope").asString()).isEqualTo("normal(0,0.5)");
        assertThat(fit.at("/priors/scatter").asString()).isEqualTo("half-cauchy(0.3)");
        JsonNode chains = golden("scatter-vertical", "--computation", "nuts", "--steps", "500");
        assertThat(chains.path("status").asString()).isEqualTo("OK");
        assertThat(chains.path("rhat").asDouble()).isBetween(0.99, 1.01);
        assertThat(chains.path("ess").asDouble()).isGreaterThan(400);
        JsonNode few = golden("scatter-vertical", "--computation", "ensemble", "--walkers", "10", "--steps", "100");
        assertThat(few.path("status").asString()).isEqualTo("NOT_CONVERGED");
        assertThat(few.path("slope").isNull()).isTrue();
        assertThat(few.path("reason").asString()).contains("ensemble sampler, 10 walkers, 100 steps");
    }

    @Test
    void mediansQuantilesAndResampledErrorsAreOfMethodAndOptions() throws IOException {
        Path stars = Outcome.golden("fit_radial_small.csv", "fit_radial_small.csv");
        String[] columns = {"--x", "x", "--y", "y", "--json"};
        // quantile_lines.csv of module galaxy: the same stars by linear programming.
        JsonNode median = fit(stars, columns, "--method", "quantile").json();
        assertThat(median.path("slope").asDouble()).isCloseTo(-0.05620713516711256, within(1e-13));
        assertThat(median.path("slope_sd_kernel").asDouble()).isCloseTo(0.004749494526371741, within(1e-11));
        JsonNode low =
                fit(stars, columns, "--method", "quantile", "--quantile", "0.1").json();
        assertThat(low.path("slope").asDouble()).isCloseTo(-0.06005493379065351, within(1e-13));
        JsonNode drawn = fit(stars, columns, "--method", "quantile", "--resample", "bootstrap:300", "--seed", "4")
                .json();
        assertThat(drawn.path("slope").asDouble())
                .isEqualTo(median.path("slope").asDouble());
        assertThat(drawn.path("slope_sd_of_method").asDouble())
                .isEqualTo(median.path("slope_sd").asDouble());
        assertThat(drawn.path("slope_sd").asDouble()).isBetween(0.002, 0.008);
        assertThat(drawn.path("replicates").asDouble()).isEqualTo(300);
        assertThat(drawn.path("computation").asString())
                .isEqualTo("bootstrap, 300 replicates, seed 4; quantiles expanded percentiles (Hesterberg 2015)");
        assertThat(drawn.at("/quantiles/slope/0.16").asDouble())
                .isLessThan(drawn.path("slope").asDouble());
        JsonNode binned = fit(stars, columns, "--method", "binned-median", "--bin-width", "1")
                .json();
        assertThat(binned.path("bin_minimum").asDouble()).isEqualTo(10);
        assertThat(binned.path("slope").asDouble()).isBetween(-0.09, -0.03);
        JsonNode running = fit(stars, columns, "--method", "running-median", "--window", "40", "--overlap", "0.5")
                .json();
        assertThat(running.path("median_points").asDouble()).isEqualTo(9);
        assertThat(running.path("slope_sd").asDouble())
                .isGreaterThan(1.2 * running.path("slope_sd_of_regression").asDouble());
        assertThat(fit(stars, columns, "--method", "ols", "--resample", "jackknife")
                        .json()
                        .path("slope_sd")
                        .asDouble())
                .isBetween(0.003, 0.007);
        assertThat(fit(stars, columns, "--method", "running-median", "--window", "40")
                        .err())
                .contains("running-median needs 'overlap' (--method)");
    }

    @Test
    void wrongChoicesAreRefused() throws IOException {
        Path table = write("x,y,e\n1,2,1\n2,3,1\n3,5,1\n");
        String[] columns = {"--x", "x", "--y", "y", "--y-error", "e"};
        assertThat(fit(table, columns, "--method", "odd").err()).contains("did you mean 'odr'?");
        assertThat(fit(table, columns, "--method", "broken-line", "--computation", "quadrature")
                        .err())
                .contains("quadrature serves three parameters");
        assertThat(fit(table, columns, "--method", "student-t", "--prior", "slope=flat")
                        .err())
                .contains("'flat' is not a prior (--prior)");
        assertThat(fit(table, columns, "--method", "student-t", "--prior", "slop=normal(0,1)")
                        .err())
                .contains("did you mean 'slope'?");
        for (String[] unused : new String[][] {
            {"ols", "--errors", "scaled"},
            {"ols", "--degrees-of-freedom", "3"},
            {"student-t", "--steps", "100"},
            {"student-t", "--seed", "2"},
            {"outliers", "--walkers", "20"},
            {"theil-sen", "--computation", "nuts"},
            {"wls", "--age-edges", "1,2"}
        }) {
            Outcome outcome = fit(table, columns, "--method", unused[0], unused[1], unused[2]);
            assertThat(outcome.code()).as(unused[1]).isEqualTo(2);
            assertThat(outcome.err()).contains(unused[0] + " does not use '" + unused[1].substring(2) + "'");
        }
        assertThat(fit(table, columns, "--method", "chen2025", "--age-bin", "1,2")
                        .err())
                .contains("an age bin needs ages");
        assertThat(fit(table, new String[] {"--x", "x", "--y", "y"}, "--method", "odr")
                        .err())
                .contains("this method needs errors of y (--method odr)");
    }

    @Test
    void badErrorsAreAStatusAndASentence() throws IOException {
        Path table = write("x,y,ex,ey,c\n1,2,1,1,2\n2,3,1,1,1\n3,5,1,0,0\n4,6,1,nan,0\n5,6,-1,1,0\n");
        for (String method : new String[] {"odr", "scatter-perpendicular", "chen2025", "student-t"}) {
            Outcome outcome = fit(
                    table,
                    new String[] {"--x", "x", "--y", "y", "--x-error", "ex", "--y-error", "ey", "--xy-cov", "c"},
                    "--method",
                    method,
                    "--json");
            assertThat(outcome.code()).as(method).isEqualTo(1);
            assertThat(outcome.json().path("status").asString()).as(method).isEqualTo("UNUSABLE_ERRORS");
            assertThat(outcome.json().path("warnings").toString())
                    .contains("3 of 5 rows have an error")
                    .contains("2 of 5 rows have a covariance");
        }
    }

    private static JsonNode golden(String method, String... more) {
        String[] columns = {
            "--x",
            "x",
            "--y",
            "y",
            "--x-error",
            "sigma_x",
            "--y-error",
            "sigma_y",
            "--xy-cov",
            "cov_xy",
            "--method",
            method,
            "--json"
        };
        return fit(Outcome.golden("fit_radial_small.csv", "fit_radial_small.csv"), columns, more)
                .json();
    }

    private static Outcome fit(Path table, String[] columns, String... more) {
        var all = new java.util.ArrayList<Object>(java.util.List.of("fit", table));
        all.addAll(java.util.List.of(columns));
        all.addAll(java.util.List.of(more));
        return Outcome.of(all.toArray());
    }

    private static Map<String, Double> golden(String dataset, String method) throws IOException {
        return Files.readAllLines(Outcome.golden("fits_results.csv", "fits_results.csv")).stream()
                .map(l -> l.split(","))
                .filter(f -> f[0].equals(dataset) && f[1].equals(method))
                .collect(Collectors.toMap(f -> f[2], f -> Double.parseDouble(f[3])));
    }

    private static void assertRefused(Path table, String x, String y, String message) {
        Outcome outcome = Outcome.of("fit", table, "--x", x, "--y", y, "--method", "ols", "--json");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(message);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("table.csv"), text);
    }
}
