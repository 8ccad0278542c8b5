package org.cellarius.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about isochrones, on a library of our own in the form of Dartmouth. */
class IsochronesCommandTest {

    @TempDir
    Path folder;

    private Path library = Path.of("");

    @BeforeEach
    void write() throws IOException {
        var text = new StringBuilder("""
                #NUMBER OF AGES= 3 MAGS= 0
                #MIX-LEN  Y      Z          Zeff        [Fe/H] [a/Fe]
                # 1.9380  0.2500 1.0000E-03 1.0000E-03   0.00   0.00
                """);
        for (int age = 2; age <= 6; age += 2) {
            text.append("#AGE= ").append(age).append(".000 EEPS=20\n#EEP   M/Mo    LogTeff  LogG\n");
            for (int i = 0; i < 20; i++) {
                double mass = (0.8 + 0.02 * i) * Math.pow(age / 4.0, -0.1);
                double turn = Math.max(0, i - 10) * 0.004;
                text.append(String.format(
                        java.util.Locale.ROOT,
                        "%d %.5f %.5f %.5f%n",
                        i + 1,
                        mass,
                        3.7 + 0.005 * i - 2 * turn - 0.002 * age,
                        4.6 - 0.02 * i - 5 * turn));
            }
        }
        library = Files.createDirectory(folder.resolve("library"));
        Files.writeString(library.resolve("solar.iso"), text.toString());
    }

    @Test
    void describeTellsWhatThereIs() {
        Outcome text = Outcome.of("isochrones", "describe", library);
        assertThat(text.code()).isZero();
        assertThat(text.out()).contains("Dartmouth", "isochrones    3, of 60 points", "from 2.0 to 6.0 Gyr", "(eep)");
        Outcome json = Outcome.of("isochrones", "describe", library, "--json");
        assertThat(json.json().path("points").asLong()).isEqualTo(60);
        assertThat(json.json().path("ages_gyr").size()).isEqualTo(3);
        assertThat(json.json().path("photometry").isNull()).isTrue();
    }

    @Test
    void aBuiltGridGivesTheSameAgesToTheLastDigit() throws IOException {
        Path grid = folder.resolve("solar.grid");
        assertThat(Outcome.of("isochrones", "build", library, grid).code()).isZero();
        assertThat(Outcome.of("isochrones", "build", library, grid).code()).isEqualTo(2);
        assertThat(Outcome.of("isochrones", "build", library, grid, "--force").code())
                .isZero();
        Path stars = Files.writeString(
                folder.resolve("stars.csv"), "teff,e_teff,logg,e_logg\n5600,60,4.3,0.05\n5300,40,4.45,0.03\n");
        for (String method : new String[] {"posterior", "vickers2021"}) {
            Path one = folder.resolve("one.csv");
            Path two = folder.resolve("two.csv");
            assertThat(ages(stars, one, library, method).code()).isZero();
            assertThat(ages(stars, two, grid, method).code()).isZero();
            assertThat(Files.readString(two)).isEqualTo(Files.readString(one)).contains("age_mode");
        }
    }

    private static Outcome ages(Path stars, Path out, Path isochrones, String method) {
        return Outcome.of(
                "ages",
                stars,
                out,
                "--isochrones",
                isochrones,
                "--observables",
                "teff,logg",
                "--method",
                method,
                "--force");
    }

    @Test
    void anotherEndingOrNoFileIsAMistake() {
        assertThat(Outcome.of("isochrones", "build", library, folder.resolve("x.fits"))
                        .err())
                .contains(".grid");
        assertThat(Outcome.of("isochrones", "describe", folder.resolve("none")).code())
                .isEqualTo(2);
    }
}
