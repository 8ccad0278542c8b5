package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.SmallTable;
import org.cellarius.galaxy.mock.LowAlphaDisc;
import org.cellarius.galaxy.random.CounterRandom;
import org.cellarius.measure.Unmeasurable;
import org.cellarius.study.result.KeyNumbers;
import org.cellarius.study.result.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A disc that grew and whose gradient was steeper, as a table of stars: from the study file to its history. */
class BirthRadiiTest {

    private static final LowAlphaDisc TRUTH = LowAlphaDisc.STANDARD;
    private static final int STARS = 20_000;
    private static final double ERROR = 0.06;

    private static final String GROWING =
            "width: inside-out, scale-length: 3 kpc, scale-length-loss: 0.0375 1/Gyr, gradient-now: -0.0735 dex/kpc";

    @TempDir
    Path folder;

    private static String stars() {
        var random = new CounterRandom(31);
        var text = new StringBuilder("age,fe,rg,birth\n");
        for (int i = 0; i < STARS; i++) {
            CounterRandom.OfStar numbers = random.of(i);
            double age = TRUTH.ageGyr(0, 10, numbers.uniform(0));
            double birth = TRUTH.birthRadiusKpc(age, numbers, 1);
            double guiding = -1;
            for (int k = 0; guiding <= 0; k++) {
                guiding = birth + TRUTH.migrationKpc(age) * numbers.normal(100 + k);
            }
            double feH =
                    TRUTH.feHDex(birth, age) + TRUTH.feHScatterDex() * numbers.normal(0) + ERROR * numbers.normal(1);
            text.append(String.format(Locale.ROOT, "%.5f,%.5f,%.4f,%.4f%n", age, feH, guiding, birth));
        }
        return text.append(",0.1,8,8\n").toString();
    }

    private RunResult run(String settings) {
        return study(settings).replace();
    }

    private MiniStudy study(String settings) {
        return new MiniStudy(folder)
                .file("stars.csv", stars())
                .study(MiniStudy.of(
                        "{age: {from: age, unit: Gyr}, fe_h: {from: fe, unit: dex}, rg: {from: rg, unit: kpc}, birth: {from: birth, unit: kpc}}",
                        "products:\n  births: {kind: birth-radii, value: fe_h, value-error: '%s', gas-scatter: 0.04 dex, slices: {of: age, edges: [0, 1, 2, 4, 6, 8, 10]}, %s}\n"
                                .formatted(ERROR, settings)));
    }

    @ParameterizedTest
    @CsvSource({"percentiles", "standard-deviation"})
    void theHistoryOfTheGradientIsFoundWithTheGrowthOfTheDisc(String range) {
        RunResult run = run(GROWING + ", range: " + range);
        SmallTable table = MiniStudy.table(run, "births");
        double[] age = MiniStudy.column(table, "age");
        double[] gradient = MiniStudy.column(table, "gradient");
        double[] error = MiniStudy.column(table, "gradient_error");
        double[] plain = MiniStudy.column(table, "gradient_uncorrected");
        double[] centre = MiniStudy.column(table, "centre");
        double[] centreError = MiniStudy.column(table, "centre_error");
        assertThat(age).hasSize(6);
        for (int k = 0; k < age.length; k++) {
            double truth = TRUTH.gradientDexPerKpc(age[k]);
            assertThat(gradient[k]).isCloseTo(truth, within(3 * error[k] + 0.03 * Math.abs(truth)));
            assertThat(gradient[k] / truth).isBetween(0.9, 1.1);
            assertThat(centre[k]).isCloseTo(TRUTH.feHDex(0, age[k]), within(3 * centreError[k] + 0.03));
        }
        // The disc shrinks by 34 per cent back to 9 Gyr: so much too shallow is the gradient without its growth.
        assertThat(plain[5] / TRUTH.gradientDexPerKpc(age[5])).isBetween(0.6, 0.75);
        assertThat(run.products().getFirst().notes())
                .containsExactly("1 star of the sample lacks age, [Fe/H], their errors or radius, and does not enter.");
        assertThat(run.products().getFirst().illustrations()).hasSize(2);
        assertThat(KeyNumbers.of(run.study(), run.products())).hasSize(6);
    }

    /** Percentiles of the radii that the stars were born at: those of the truth, wider by the errors. */
    @Test
    void radiiOfBirthAreDistributedAsTheTruth() {
        SmallTable table = MiniStudy.table(run(GROWING), "births-radii");
        double[] median = MiniStudy.column(table, "r_birth_p50");
        double[] low = MiniStudy.column(table, "r_birth_p16");
        double[] high = MiniStudy.column(table, "r_birth_p84");
        double[] error = MiniStudy.column(table, "r_birth_error");
        for (int k = 0; k < median.length; k++) {
            double age = 0.5 * (MiniStudy.column(table, "slice_lo")[k] + MiniStudy.column(table, "slice_hi")[k]);
            double scale = TRUTH.scaleLengthKpc(age);
            assertThat(median[k]).isCloseTo(1.678 * scale, within(0.5));
            assertThat(high[k] - low[k])
                    .isCloseTo(Math.hypot(2.577 * scale, 2 * error[k]), within(0.12 * 2.577 * scale));
            assertThat(error[k]).isBetween(0.7, 1.2);
        }
    }

    /** About the Sun the law of the whole disc is wrong, which is said, and that of the sample is right. */
    @Test
    void aPartOfTheDiscNeedsTheWidthOfItsStars() {
        String near = ", where: rg > 6 and rg < 11";
        RunResult whole = run(GROWING + near);
        assertThat(whole.products().getFirst().notes()).anyMatch(n -> n.contains("'width: as-sampled' says which"));
        RunResult sampled = run(
                "width: as-sampled, scale-length: 3 kpc, scale-length-loss: 0.0375 1/Gyr, migration: 3.6 kpc, radius: rg"
                        + near);
        SmallTable table = MiniStudy.table(sampled, "births");
        double[] age = MiniStudy.column(table, "age");
        for (int k = 0; k < age.length; k++) {
            double truth = TRUTH.gradientDexPerKpc(age[k]);
            assertThat(MiniStudy.column(table, "gradient")[k])
                    .isCloseTo(
                            truth, within(3 * MiniStudy.column(table, "gradient_error")[k] + 0.04 * Math.abs(truth)));
        }
        assertThat(sampled.products().getFirst().notes()).hasSize(1);
    }

    @Test
    void theCentreCanBeALawOrHangOnARadius() {
        SmallTable law = MiniStudy.table(
                run(GROWING + ", centre: law, centre-law: {of: 0.62 - 0.0136 * age, unit: dex}"), "births");
        double[] age = MiniStudy.column(law, "age");
        assertThat(MiniStudy.column(law, "centre")[2]).isCloseTo(0.62 - 0.0136 * age[2], within(1e-9));
        SmallTable radius = MiniStudy.table(run(GROWING + ", centre: radius, centre-radius: 5.0 kpc"), "births");
        assertThat(MiniStudy.column(radius, "centre")[2])
                .isCloseTo(
                        MiniStudy.column(radius, "level")[2] - 5 * MiniStudy.column(radius, "gradient")[2],
                        within(1e-9));
    }

    @Test
    void agesWithoutNumbersAreTold() {
        RunResult run = run(GROWING + ", where: age < 6");
        assertThat(MiniStudy.texts(MiniStudy.table(run, "births"), "status"))
                .containsExactly("OK", "OK", "OK", "OK", "TOO_FEW_STARS", "TOO_FEW_STARS");
        assertThat(run.products().getFirst().notes())
                .anyMatch(n -> n.contains("6 to 8 Gyr with 0 stars has too few stars"));
        assertThatThrownBy(() -> run(GROWING + ", where: age > 6"))
                .isInstanceOf(Unmeasurable.class)
                .hasMessageContaining("0 to 1 Gyr with 0 stars, has too few stars");
    }

    @Test
    void whatErrorsOfAgeDoIsTold() {
        String absolute = GROWING.substring(0, GROWING.indexOf(", gradient-now"));
        SmallTable table = MiniStudy.table(run(absolute + ", age-error: {of: 0.2 * age, unit: Gyr}"), "births");
        assertThat(Arrays.stream(MiniStudy.column(table, "age_shift"))).allMatch(s -> Math.abs(s) < 0.02 && s != 0);
        assertThat(MiniStudy.column(MiniStudy.table(run(absolute), "births"), "age_shift"))
                .containsOnly(Double.NaN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "width: constant, scale-length: 3 kpc                              | a constant width needs the gradient of today",
                "width: growing, scale-length: 3 kpc                               | is not possible",
                "width: inside-out, scale-length: 3 kpc                            | scale-length-loss' is missing",
                "width: inside-out, scale-length: 3 kpc, scale-length-loss: 0.2 1/Gyr | must have a scale length at all of them",
                "width: inside-out, scale-length: 3 Gyr, scale-length-loss: 0.02 1/Gyr | 3 Gyr",
                "width: as-sampled, scale-length: 3 kpc, scale-length-loss: 0.02 1/Gyr | migration' is missing",
                "width: as-sampled, scale-length: 3 kpc, scale-length-loss: 0.02 1/Gyr, migration: 3 kpc | radius' is missing",
                "width: constant, scale-length: 3 kpc, gradient-now: 0 dex/kpc     | must not be zero",
                "width: constant, scale-length: 3 kpc, gradient-now: -0.07 dex/kpc, migration: 3 kpc | belongs to  width: as-sampled",
                "width: constant, scale-length: 3 kpc, gradient-now: -0.07 dex/kpc, centre: law | centre-law' is missing",
                "width: constant, scale-length: 3 kpc, gradient-now: -0.07 dex/kpc, percentiles: [60, 95] | on either side of 50",
                "width: constant, scale-length: 3 kpc, gradient-now: -0.07 dex/kpc, range: standard-deviation, percentiles: [5, 95] | belong to  range: percentiles",
                "width: constant, scale-length: 3 kpc, gradient-now: -0.07 dex/kpc, age-error: rg | Gyr is needed",
                "width: constant, scale-length: 3 kpc, gradient-now-error: 0.01 dex/kpc | gradient",
                "width: constant, scale-length: 3 kpc, gradient-now: -0.07 dex/kpc, minimum-count: 3 | minimum value of 20"
            })
    void mistakesHaveAPlace(String settings, String told) {
        assertThatThrownBy(() -> study(settings.strip()).check())
                .isInstanceOf(InputError.class)
                .hasMessageContaining(told)
                .hasMessageContaining("study.yaml:");
    }
}
