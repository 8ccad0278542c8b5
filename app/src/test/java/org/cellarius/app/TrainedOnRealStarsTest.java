package org.cellarius.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published seismic masses and ages: levels of stars held out are uniform. Skipped where the tables do not lie beside the checkout. */
class TrainedOnRealStarsTest {

    @TempDir
    Path folder;

    /** File, labels, target, its error (or none), and the largest scatter of its logarithm. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stars/kepler_apogee_miglio2021.fits | __Fe_H_,__alpha_M_,evstate,Rad | Mass | | 0.10",
                "stars/k2_galah_zinn2022.fits | Teff,FeH,MgFe,logg50 | age | e_age | 0.45"
            })
    void levelsOfStarsHeldOutAreUniform(String file, String labels, String target, String error, double scatter) {
        Path table = Path.of(System.getProperty("cellarius.root", ".."))
                .resolve("../shared/data")
                .resolve(file);
        assumeTrue(Files.exists(table), "the table " + file + " does not lie beside the checkout");
        Outcome outcome = error == null
                ? trained(table, labels, target)
                : trained(table, labels, target, "--target-error", error);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        var held = outcome.json().path("held_out");
        assertThat(held.path("coverage_68").asDouble()).isCloseTo(0.683, within(0.02));
        assertThat(held.path("coverage_95").asDouble()).isCloseTo(0.95, within(0.025));
        assertThat(held.path("ks_p").asDouble()).isGreaterThan(0.01);
        assertThat(held.path("scatter").asDouble()).isLessThan(scatter);
    }

    private Outcome trained(Path table, String labels, String target, Object... more) {
        return Outcome.of(java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                "train",
                                table,
                                folder.resolve("real.model"),
                                "--labels",
                                labels,
                                "--target",
                                target,
                                "--log",
                                "--folds",
                                5,
                                "--trees",
                                60,
                                "--json"),
                        java.util.stream.Stream.of(more))
                .toArray());
    }
}
