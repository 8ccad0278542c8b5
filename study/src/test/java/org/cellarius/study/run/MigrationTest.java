package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
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

/** Stars about the Sun that wandered, as a table: from the study file to the strength of migration. */
class MigrationTest {

    private static final LowAlphaDisc TRUTH = LowAlphaDisc.STANDARD;
    private static final int STARS = 2000;
    private static final double ERROR = 0.05;
    private static final String LINEAR =
            "scale-length: 3 kpc, scale-length-loss: 0.0375 1/Gyr, enrichment: linear, reference-radius: 8.2 kpc";

    private static final String FITTED =
            "scale-length: 3 kpc, growth: fitted, enrichment: linear, reference-radius: 8.2 kpc";

    @TempDir
    Path folder;

    private static String stars() {
        var random = new CounterRandom(5);
        var text = new StringBuilder("age,fe,rg\n");
        int found = 0;
        for (long star = 0; found < STARS; star++) {
            CounterRandom.OfStar numbers = random.of(star);
            double age = TRUTH.ageGyr(0, 10, numbers.uniform(0));
            double birth = TRUTH.birthRadiusKpc(age, numbers, 1);
            double guiding = -1;
            for (int k = 0; guiding <= 0; k++) {
                guiding = birth + TRUTH.migrationKpc(age) * numbers.normal(100 + k);
            }
            if (guiding > 6 && guiding < 11) {
                double feH = TRUTH.feHDex(birth, age)
                        + TRUTH.feHScatterDex() * numbers.normal(0)
                        + ERROR * numbers.normal(1);
                text.append(String.format(Locale.ROOT, "%.5f,%.5f,%.4f%n", age, feH, guiding));
                found++;
            }
        }
        return text.append(",0.1,8\n30,0.1,8\n").toString();
    }

    private MiniStudy study(String settings) {
        return new MiniStudy(folder)
                .file("stars.csv", stars())
                .study(MiniStudy.of(
                        "{age: {from: age, unit: Gyr}, fe_h: {from: fe, unit: dex}, rg: {from: rg, unit: kpc}}",
                        "products:\n  wandering: {kind: migration, value: fe_h, value-error: '%s', age: age, radius: rg, %s}\n"
                                .formatted(ERROR, settings)));
    }

    @Test
    void theStrengthOfMigrationIsFound() {
        RunResult run = study(LINEAR).replace();
        SmallTable table = MiniStudy.table(run, "wandering");
        assertThat(MiniStudy.column(table, "n")).containsExactly(STARS);
        double[] truth = {3.6, 0.03, 0.03, -0.072, -0.002, 0.04};
        String[] names = {"migration", "fe_h_now", "fe_h_loss", "gradient_now", "gradient_change", "scatter"};
        for (int k = 0; k < names.length; k++) {
            assertThat(MiniStudy.column(table, names[k])[0])
                    .as(names[k])
                    .isCloseTo(truth[k], within(3 * MiniStudy.column(table, names[k] + "_error")[0]));
        }
        assertThat(MiniStudy.column(table, "migration_error")[0]).isLessThan(0.15);
        assertThat(run.products().getFirst().notes())
                .containsExactly(
                        "2 stars of the sample lack age, radius, [Fe/H] or its error, or are older than the disc of the model (26.6667 Gyr), and do not enter.");
        SmallTable history = MiniStudy.table(run, "wandering-history");
        assertThat(MiniStudy.column(history, "spread")[2])
                .isCloseTo(MiniStudy.column(table, "migration")[0] / 2, within(1e-9));
        assertThat(MiniStudy.column(history, "gradient_error")[0])
                .isCloseTo(MiniStudy.column(table, "gradient_now_error")[0], within(1e-6));
        assertThat(KeyNumbers.of(run.study(), run.products())).hasSize(1).allMatch(k -> k.error() > 0);
    }

    @Test
    void tooFewStarsAreNotFitted() {
        assertThatThrownBy(
                        () -> study(LINEAR + ", where: rg > 10.99 or age > 20").replace())
                .isInstanceOf(Unmeasurable.class)
                .hasMessageContaining("too few")
                .hasMessageContaining("1 star of the sample lacks age")
                .hasMessageContaining("older than the disc");
    }

    /** The star of 30 Gyr cuts the prior of s. */
    @Test
    void aNumberAtTheEdgeOfItsPriorIsTold() {
        RunResult run = study(FITTED + ", where: rg > 7.5 and rg < 9").replace();
        assertThat(run.products().getFirst().notes())
                .anyMatch(n -> n.startsWith("scale_length_loss (0.0")
                        && n.contains("1/Gyr) lies at the edge of its prior: 0.03 1/Gyr, where")
                        && n.contains("oldest age (30 Gyr)"));
        SmallTable history = MiniStudy.table(run, "wandering-history");
        assertThat(MiniStudy.column(history, "spread")[0]).isNaN();
        assertThat(MiniStudy.column(history, "spread")[1]).isPositive();
        assertThat(MiniStudy.column(history, "gradient")[0]).isFinite();
    }

    @Test
    void agesOfZeroTellNoGrowth() {
        assertThatThrownBy(() -> study(FITTED.replace("scale-length:", "where: rg > 7, scale-length:")
                                + ", minimum-count: 100")
                        .file("stars.csv", stars().replaceAll("(?m)^[0-9.]+,", "0,"))
                        .replace())
                .isInstanceOf(Unmeasurable.class)
                .hasMessageContaining("no growth of the disc");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scale-length: 3 kpc, scale-length-loss: 0.03 1/Gyr, enrichment: linear | reference-radius' is missing",
                "scale-length: 3 kpc, scale-length-loss: 0.03 1/Gyr, enrichment: frankel2018, reference-radius: 8 kpc | belongs to  enrichment: linear",
                "scale-length: 3 kpc, scale-length-loss: 0.03 1/Gyr, enrichment: fast  | is not possible",
                "scale-length: 0 kpc, scale-length-loss: 0.03 1/Gyr, enrichment: frankel2018 | must be above zero",
                "scale-length: 3 kpc, enrichment: frankel2018                          | scale-length-loss",
                "scale-length: 3 kpc, scale-length-loss: 0.03 1/Gyr, enrichment: frankel2018, contaminants: {mean: 0 dex, width: 0 dex} | width must be above zero",
                "scale-length: 3 kpc, scale-length-loss: 0.03 1/Gyr, enrichment: frankel2018, minimum-count: 1 | minimum value of 20"
            })
    void mistakesHaveAPlace(String settings, String told) {
        assertThatThrownBy(() -> study(settings.strip()).check())
                .isInstanceOf(InputError.class)
                .hasMessageContaining(told)
                .hasMessageContaining("study.yaml:");
    }
}
