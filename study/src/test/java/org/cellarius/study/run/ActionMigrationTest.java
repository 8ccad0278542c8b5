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
import org.cellarius.study.result.KeyNumbers;
import org.cellarius.study.result.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mock's low-alpha disc with actions of epicycles: from the study file to migration and heating. */
class ActionMigrationTest {

    private static final LowAlphaDisc TRUTH = LowAlphaDisc.STANDARD;
    private static final int STARS = 1500;
    private static final double SPEED = 236;
    private static final double ERROR = 0.05;
    private static final String DISC = "scale-length: 3 kpc, enrichment: linear, reference-radius: 8.2 kpc";
    private static final String KNOWN = DISC + ", scale-length-loss: 0.0375 1/Gyr";
    private static final String ACTIONS = "likelihood: frankel2020, angular-momentum: l_z, radial-action: j_r";

    /** The mock's guiding radii wander without a drift. */
    private static final String FULL = ACTIONS + ", speed: 236 km/s, given: age-and-angular-momentum, drift: none, ";

    @TempDir
    Path folder;

    private static String stars() {
        var random = new CounterRandom(6);
        var text = new StringBuilder("age,age_e,fe,rg,l_z,j_r\n");
        int found = 0;
        for (long star = 0; found < STARS; star++) {
            CounterRandom.OfStar numbers = random.of(star);
            double age = TRUTH.ageGyr(3, 9, numbers.uniform(0));
            double birth = TRUTH.birthRadiusKpc(age, numbers, 1);
            double guiding = -1;
            for (int k = 0; guiding <= 0; k++) {
                guiding = birth + TRUTH.migrationKpc(age) * numbers.normal(100 + k);
            }
            if (guiding > 5 && guiding < 12) {
                double feH = TRUTH.feHDex(birth, age)
                        + TRUTH.feHScatterDex() * numbers.normal(0)
                        + ERROR * numbers.normal(1);
                // An epicycle of amplitude e R in a flat curve of rotation: J_R = kappa (e R)^2 / 2.
                double e = TRUTH.eccentricityScale(age) * Math.sqrt(-2 * Math.log(numbers.uniform(3)));
                double action = 0.5 * Math.sqrt(2) * SPEED * guiding * e * e;
                double observed = age * Math.exp(0.1 * numbers.normal(2));
                text.append(String.format(
                        Locale.ROOT,
                        "%.5f,%.5f,%.5f,%.4f,%.3f,%.4f%n",
                        observed,
                        0.1 * observed,
                        feH,
                        guiding,
                        SPEED * guiding,
                        action));
                found++;
            }
        }
        return text.append("5,0.5,0.1,8,-100,3\n").toString();
    }

    private MiniStudy study(String settings) {
        return new MiniStudy(folder)
                .file("stars.csv", stars())
                .study(MiniStudy.of(
                        "{age: {from: age, unit: Gyr}, age_error: {from: age_e, unit: Gyr}, fe_h: {from: fe, unit: dex}, rg: {from: rg, unit: kpc}, l_z: {from: l_z, unit: kpc km/s}, j_r: {from: j_r, unit: kpc km/s}}",
                        "products:\n  wandering: {kind: migration, value: fe_h, value-error: '%s', age: age, %s}\n"
                                .formatted(ERROR, settings)));
    }

    /** What the mock put in: its migration, and H = sqrt(2) times the mean of J_R = sqrt(2) V R e_s^2, of eccentricities that grow as 0.05 + 0.014 age. */
    @Test
    void migrationAndHeatingOfTheMockAreFound() {
        RunResult run = study(
                        FULL + KNOWN + ", age-errors: {error: age_error, shape: log-normal, oldest: 13 Gyr, nodes: 5}")
                .replace();
        SmallTable table = MiniStudy.table(run, "wandering");
        double scale = TRUTH.eccentricityScale(6);
        double power = 2 * TRUTH.eccentricityPerGyr() * 6 / scale;
        String[] names = {"churning", "heating", "heating_power", "heating_fall", "gradient_now", "scatter"};
        double[] truth = {
            TRUTH.migrationKpc(6) * SPEED, 2 * SPEED * 8 * scale * scale, power, 0, TRUTH.gradientNowDexPerKpc(), 0.04
        };
        for (int k = 0; k < names.length; k++) {
            assertThat(MiniStudy.column(table, names[k])[0])
                    .as(names[k])
                    .isCloseTo(truth[k], within(3 * MiniStudy.column(table, names[k] + "_error")[0]));
        }
        assertThat(MiniStudy.column(table, "heating_error")[0] / truth[1]).isLessThan(0.05);
        assertThat(MiniStudy.column(table, "heating_ratio")[0])
                .isCloseTo(
                        MiniStudy.column(table, "heating")[0] / MiniStudy.column(table, "churning")[0], within(1e-12));
        SmallTable history = MiniStudy.table(run, "wandering-history");
        assertThat(MiniStudy.column(history, "heating")[6])
                .isCloseTo(MiniStudy.column(table, "heating")[0], within(1e-9));
        assertThat(MiniStudy.column(history, "churning")[6])
                .isCloseTo(MiniStudy.column(table, "churning")[0], within(1e-9));
        assertThat(run.products().getFirst().notes())
                .containsExactly(
                        "1 star of the sample lacks an age or its error above 0, angular momentum above 0, radial action, [Fe/H] or its error, and does not enter.");
        assertThat(KeyNumbers.of(run.study(), run.products())).hasSize(3).allMatch(k -> k.error() > 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "likelihood: frankel2020, radius: rg, scale-length-loss: 0.03 1/Gyr | radius' belongs to  likelihood: frankel2018",
                "likelihood: frankel2020, radial-action: j_r, scale-length-loss: 0.03 1/Gyr | angular-momentum' is missing",
                "likelihood: frankel2020, angular-momentum: l_z, radial-action: j_r, speed: 236 km/s, scale-length-loss: 0.03 1/Gyr | given' is missing",
                "likelihood: frankel2020, angular-momentum: l_z, radial-action: j_r, speed: 0 km/s, given: age, drift: disc, scale-length-loss: 0.03 1/Gyr | must be above zero",
                "likelihood: frankel2020, angular-momentum: rg, radial-action: j_r, speed: 236 km/s, given: age, drift: disc, scale-length-loss: 0.03 1/Gyr | rg' is in kpc, and kpc km/s is needed",
                "likelihood: frankel2020, angular-momentum: l_z, radial-action: j_x, speed: 236 km/s, given: age, drift: disc, scale-length-loss: 0.03 1/Gyr | j_x",
                "radius: rg, speed: 236 km/s, scale-length-loss: 0.03 1/Gyr | speed' belongs to  likelihood: frankel2020",
                "scale-length-loss: 0.03 1/Gyr | radius' is missing",
                "radius: rg, growth: fitted, scale-length-loss: 0.03 1/Gyr | scale-length-loss' belongs to  growth: known",
                "radius: rg, scale-length-loss: 0.1 1/Gyr, age-errors: {error: age_error, shape: normal, oldest: 13 Gyr} | an oldest age of 13.0 Gyr is not possible",
                "radius: rg, scale-length-loss: 0.125 1/Gyr, age-errors: {error: age_error, shape: normal, oldest: 8 Gyr} | an oldest age of 8.0 Gyr is not possible",
                "radius: rg, growth: fitted, age-errors: {error: rg, shape: normal, oldest: 13 Gyr} | rg' is in kpc, and Gyr is needed"
            })
    void mistakesHaveAPlace(String settings, String told) {
        assertThatThrownBy(() -> study(settings.strip() + ", " + DISC).check())
                .isInstanceOf(InputError.class)
                .hasMessageContaining(told.strip())
                .hasMessageContaining("study.yaml:");
    }
}
