package org.cellarius.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cellarius.app.PhaseSpaceCommandTest.Csv;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Masses of mock giants: [C/N] follows the logarithm of the mass, with a scatter, so that the conditional density is known. */
class TrainCommandTest {

    private static final String LABELS = "teff,fe_h,c_n";
    private static final double SCATTER_OF_C_N = 0.05;
    private static final double SLOPE = -0.6;
    private static final double WIDTH_OF_LN_MASS = 0.25;

    /** Standard deviation of ln mass given [C/N], both being normal. */
    private static final double TRUE_WIDTH =
            1 / Math.sqrt(Math.pow(WIDTH_OF_LN_MASS, -2) + Math.pow(SLOPE / SCATTER_OF_C_N, 2));

    @TempDir
    static Path folder;

    private static Path training = Path.of("");
    private static Path model = Path.of("");
    private static Outcome trained = new Outcome(0, "", "");

    @BeforeAll
    static void train() throws IOException {
        training = giants("training.csv", 1500, 1);
        model = folder.resolve("mass.model");
        trained = Outcome.of(
                "train",
                training,
                model,
                "--labels",
                LABELS,
                "--target",
                "mass",
                "--target-error",
                "e_mass",
                "--log",
                "--trees",
                60,
                "--folds",
                4,
                "--report",
                folder.resolve("report"),
                "--json");
    }

    /** Identifier, labels, mass as measured, its error, the true mass. */
    private static Path giants(String name, int n, long seed) throws IOException {
        var random = new Random(seed);
        Stream<String> rows = IntStream.range(0, n).mapToObj(i -> {
            double lnMass = 0.1 + WIDTH_OF_LN_MASS * random.nextGaussian();
            double iron = 0.2 * random.nextGaussian();
            double carbon = -0.1 + SLOPE * lnMass + 0.3 * iron + SCATTER_OF_C_N * random.nextGaussian();
            double mass = Math.exp(lnMass);
            double error = 0.05 * mass;
            return "%d,%s,%s,%s,%s,%s,%s"
                    .formatted(
                            i,
                            4700 + 150 * random.nextGaussian() - 300 * iron,
                            iron,
                            carbon,
                            mass + error * random.nextGaussian(),
                            error,
                            mass);
        });
        return write(name, Stream.concat(Stream.of("id,teff,fe_h,c_n,mass,e_mass,true_mass"), rows));
    }

    private static Path write(String name, Stream<String> lines) throws IOException {
        return Files.writeString(folder.resolve(name), lines.collect(Collectors.joining("\n", "", "\n")));
    }

    @Test
    void starsHeldOutAreToldOf() throws IOException {
        assertThat(trained.code()).as(trained.err()).isZero();
        var held = trained.json().path("held_out");
        assertThat(trained.json().path("stars").asInt()).isEqualTo(1500);
        assertThat(held.path("coverage_68").asDouble()).isCloseTo(0.683, within(0.04));
        assertThat(held.path("ks_p").asDouble()).isGreaterThan(0.01);
        // What is measured scatters about what is foretold by the width of the density and the error of the
        // measurement.
        assertThat(held.path("scatter").asDouble()).isCloseTo(Math.hypot(TRUE_WIDTH, 0.05), within(0.02));
        Path report = folder.resolve("report");
        assertThat(report.resolve("levels.png")).isNotEmptyFile();
        assertThat(report.resolve("comparison.png")).isNotEmptyFile();
        Csv stars = Csv.read(report.resolve("held-out.csv"));
        assertThat(stars.rows()).hasSize(1500);
        assertThat(Csv.read(report.resolve("reliability.csv")).texts("stars_of"))
                .startsWith("all", "fifth 1")
                .hasSize(7);
    }

    @Test
    void densitiesOfNewStarsHoldTheirTrueMasses() throws IOException {
        Path in = giants("stars.csv", 800, 2);
        Path out = folder.resolve("out.csv");
        Outcome outcome = Outcome.of("predict", in, out, "--model", model, "--percentiles", "5,50");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        Csv made = Csv.read(out);
        assertThat(made.names())
                .contains("mass_median", "mass_lo", "mass_hi", "mass_mean", "mass_sd", "mass_status")
                .doesNotContain("status");
        double[] truth = made.column("true_mass");
        double[] fifth = made.column("mass_p05");
        long below = IntStream.range(0, truth.length)
                .filter(i -> truth[i] < fifth[i])
                .count();
        assertThat(below / 800.0).isCloseTo(0.05, within(0.03));
        assertThat(made.column("mass_p50")).containsExactly(made.column("mass_median"));
        double[] low = made.column("mass_lo");
        double[] high = made.column("mass_hi");
        double[] median = made.column("mass_median");
        long within = IntStream.range(0, truth.length)
                .filter(i -> truth[i] >= low[i] && truth[i] <= high[i])
                .count();
        assertThat(within / 800.0).isCloseTo(0.683, within(0.06));
        double width = IntStream.range(0, truth.length)
                .mapToDouble(i -> 0.5 * Math.log(high[i] / low[i]))
                .average()
                .orElseThrow();
        assertThat(width).isCloseTo(TRUE_WIDTH, within(0.25 * TRUE_WIDTH));
        double bias = IntStream.range(0, truth.length)
                .mapToDouble(i -> Math.log(median[i] / truth[i]))
                .average()
                .orElseThrow();
        assertThat(bias).isCloseTo(0, within(0.015));
        assertThat(Arrays.stream(made.texts("mass_status").toArray(String[]::new))
                        .filter("OUTSIDE_TRAINING"::equals)
                        .count())
                .isBetween(1L, 40L);
    }

    @Test
    void starsWithoutLabelsAndUnlikeAllOthersHaveTheirStatus() throws IOException {
        Path in = write("odd.csv", Stream.of("teff,fe_h,c_n", "4700,0,-0.16", ",0,-0.16", "9000,0,-0.16"));
        Path out = folder.resolve("odd-out.csv");
        assertThat(Outcome.of("predict", in, out, "--model", model).code()).isZero();
        Csv made = Csv.read(out);
        assertThat(made.texts("mass_status")).containsExactly("OK", "NO_LABEL", "OUTSIDE_TRAINING");
        List<String> medians = List.copyOf(made.texts("mass_median"));
        assertThat(Double.parseDouble(medians.get(0))).isCloseTo(Math.exp(0.1), within(0.06));
        assertThat(medians.get(1)).isEmpty();
        assertThat(Double.parseDouble(medians.get(2))).isPositive();
    }

    @Test
    void theSameSeedGivesTheSameModel() throws IOException {
        Path few = giants("few.csv", 120, 3);
        for (String threads : List.of("1", "2")) {
            Outcome outcome = Outcome.of(
                    "train",
                    few,
                    folder.resolve("t" + threads + ".model"),
                    "--labels",
                    LABELS,
                    "--target",
                    "mass",
                    "--folds",
                    0,
                    "--trees",
                    20,
                    "--threads",
                    threads);
            assertThat(outcome.code()).as(outcome.err()).isZero();
        }
        assertThat(folder.resolve("t1.model")).hasSameBinaryContentAs(folder.resolve("t2.model"));
    }

    @ParameterizedTest
    @CsvSource({
        "--labels,'teff,fe_h,mass',is a label too",
        "--labels,'teff,teff',named twice",
        "--labels,'teff,no_such',no column 'no_such'",
        "--folds,1,1 folds",
        "--folds,900,900 folds of 1500 stars",
        "--trees,3,3 trees",
        "--target-error,id2,no column 'id2'"
    })
    void whatCannotBeLearnedIsRefused(String option, String value, String told) {
        Path out = folder.resolve("refused.model");
        var arguments = new java.util.LinkedHashMap<String, String>();
        arguments.put("--labels", LABELS);
        arguments.put("--target", "mass");
        arguments.put(option, value);
        Outcome outcome = Outcome.of(Stream.concat(
                        Stream.of("train", training, out),
                        arguments.entrySet().stream().flatMap(e -> Stream.of(e.getKey(), e.getValue())))
                .toArray());
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains(told);
        assertThat(out).doesNotExist();
    }

    @Test
    void tablesThatCannotBeLearnedFromAreTold() throws IOException {
        List<String> lines = Files.readAllLines(training);
        Path few = write("40.csv", lines.stream().limit(41));
        Path same =
                write("same.csv", lines.stream().map(l -> l.startsWith("id") ? l : l.replaceFirst(",[^,]*", ",4700")));
        assertThat(refused(few)).contains("only 40 of 40 rows");
        assertThat(refused(same)).contains("'teff' is 4700.0 in all training stars");
        Path holes = write(
                "holes.csv",
                IntStream.range(0, 200)
                        .mapToObj(i -> i == 5 ? lines.get(i).replaceFirst(",[^,]*", ",") : lines.get(i)));
        Outcome outcome = Outcome.of(
                "train",
                holes,
                folder.resolve("holes.model"),
                "--labels",
                LABELS,
                "--target",
                "mass",
                "--folds",
                0,
                "--trees",
                10);
        assertThat(outcome.err()).contains("1 of 199 rows are left out: teff missing (1)");
        assertThat(outcome.code()).isZero();
    }

    private static String refused(Path table) {
        Outcome outcome =
                Outcome.of("train", table, folder.resolve("refused.model"), "--labels", LABELS, "--target", "mass");
        assertThat(outcome.code()).isEqualTo(2);
        return outcome.err();
    }

    @Test
    void damagedModelsAreTold() throws IOException {
        Path in = giants("in.csv", 3, 4);
        byte[] whole = Files.readAllBytes(model);
        Path cut = Files.write(folder.resolve("cut.model"), Arrays.copyOf(whole, whole.length / 2));
        byte[] turned = whole.clone();
        turned[whole.length / 2] ^= 0x10;
        Path bad = Files.write(folder.resolve("bad.model"), turned);
        Path newer = Files.writeString(folder.resolve("newer.model"), "Cellarius learned model 99\n");
        Path other = Files.writeString(folder.resolve("other.model"), "teff\n");
        assertThat(predicted(in, cut)).contains("the model is damaged");
        assertThat(predicted(in, bad)).contains("the model is damaged");
        assertThat(predicted(in, newer)).contains("version 99");
        assertThat(predicted(in, other)).contains("no learned model");
    }

    private static String predicted(Path in, Path damaged) {
        Path out = folder.resolve("damaged-out.csv");
        Outcome outcome = Outcome.of("predict", in, out, "--model", damaged);
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(2);
        assertThat(out).doesNotExist();
        return outcome.err();
    }
}
