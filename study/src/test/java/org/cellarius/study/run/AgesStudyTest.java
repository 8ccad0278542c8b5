package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cellarius.catalogue.InputError;
import org.cellarius.study.result.RunResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ages as a stage of a study, against the golden ages made by numpy from the same isochrones. */
class AgesStudyTest {

    private static final Path GOLDEN =
            Path.of(System.getProperty("cellarius.root", "..")).resolve("galaxy/src/test/resources/golden");

    private static final String COLUMNS =
            "{id: id, teff: {from: teff, unit: K}, logg: {from: logg, unit: dex}, m_g: {from: MG, unit: mag}, fe_h: {from: feh, unit: dex}, teff_error: {from: e_teff, unit: K}, logg_error: {from: e_logg, unit: dex}, e_m: {from: e_MG, unit: mag}, fe_h_error: {from: e_feh, unit: dex}, true_age: {from: true_age, unit: Gyr}}";

    private static final String AGES =
            "ages: {isochrones: isochrones.csv, observables: [teff, logg, fe_h, {name: MG, of: m_g, error: e_m}]%s}\n";

    private static final String PRODUCTS = """
            products:
              line: {kind: gradient, x: {of: true_age, unit: Gyr}, y: {of: age, unit: Gyr}, method: ols, minimum-count: 3}
            """;

    @TempDir
    Path folder;

    private MiniStudy mini;

    @BeforeEach
    void files() throws IOException {
        mini = new MiniStudy(folder);
        Files.copy(GOLDEN.resolve("isochrones_toy.csv"), folder.resolve("isochrones.csv"));
        Files.copy(GOLDEN.resolve("ages.csv"), folder.resolve("stars.csv"));
    }

    private MiniStudy study(String sections) {
        return mini.study(MiniStudy.of(COLUMNS, sections + PRODUCTS));
    }

    private double[] column(String name) {
        return mini.stars("SELECT " + name + " FROM stars ORDER BY id").stream()
                .mapToDouble(r -> Double.parseDouble(r.getFirst()))
                .toArray();
    }

    @Test
    void publishedAgesAreTheGoldenOnes() throws IOException {
        study(AGES.formatted(", method: vickers2021"));
        assertThat(mini.check()).anyMatch(s -> s.startsWith("ages: vickers2021 by teff, logg, fe_h, MG"));
        RunResult result = mini.run();
        Golden golden = Golden.read(GOLDEN.resolve("ages.csv"));
        assertThat(column("age")).containsExactly(golden.column("mode_age"));
        double[] low = golden.column("lo61");
        double[] high = golden.column("hi61");
        for (int i = 0; i < low.length; i++) {
            assertThat(column("age_lo")[i]).isCloseTo(low[i], within(1e-9));
            assertThat(column("age_hi")[i]).isCloseTo(high[i], within(1e-9));
            assertThat(column("age_error")[i]).isCloseTo(0.5 * (high[i] - low[i]), within(1e-9));
        }
        assertThat(MiniStudy.flow(result)).contains("ages status EDGE | 50 50 2", "ages status OK | 50 50 48");
        String provenance = Files.readString(mini.output().resolve("provenance.json"));
        assertThat(provenance).contains("isochrones.csv").contains("2021ApJ...922..189V");
        assertThat(Files.readString(mini.output().resolve("report.html")))
                .contains("Ages by isochrones: vickers2021")
                .contains("2001MNRAS.322..231K");
    }

    /** Stars without an age are still stars: the status of phase space does not know of them. */
    @Test
    void theStatusOfAgesIsTheirOwn() throws IOException {
        Files.writeString(
                folder.resolve("stars.csv"),
                "id,teff,e_teff,ra,dec,d\n1,5800,60,10,20,1\n2,25000,60,10,20,1\n3,,60,10,20,1\n4,5800,0,10,20,1\n5,5700,60,10,20,\n");
        mini.study(
                MiniStudy.of(
                        "{id: id, teff: {from: teff, unit: K}, teff_error: {from: e_teff, unit: K}, ra: {from: ra, unit: deg}, dec: {from: dec, unit: deg}, distance: {from: d, unit: kpc}}",
                        "sun: hawkins2023\nphase-space: positions\nages: {isochrones: isochrones.csv, observables: [teff], method: vickers2021}\nproducts:\n  line: {kind: distribution, value: r, width: 1}\n"));
        mini.run();
        assertThat(mini.stars("SELECT age_status, status, age IS NULL FROM stars ORDER BY id"))
                .containsExactly(
                        List.of("OK", "OK", "false"),
                        List.of("OUTSIDE_GRID", "OK", "true"),
                        List.of("NO_OBSERVABLE", "OK", "true"),
                        List.of("NO_ERRORS", "OK", "true"),
                        List.of("OK", "NO_DISTANCE", "false"));
    }

    /** The cache knows the isochrones by what is in them. */
    @Test
    void otherIsochronesGiveOtherAges() throws IOException {
        study(AGES.formatted(", method: vickers2021"));
        mini.run();
        double[] before = column("age");
        List<String> lines = Files.readAllLines(folder.resolve("isochrones.csv"));
        Files.write(
                folder.resolve("isochrones.csv"),
                lines.stream()
                        .map(l -> l.replace("age[Gyr]", "age[Myr]"))
                        .map(AgesStudyTest::inMyr)
                        .toList());
        mini.replace();
        assertThat(column("age")).containsExactly(before);
        Files.write(
                folder.resolve("isochrones.csv"),
                lines.stream().filter(l -> !l.startsWith("11.0,")).toList());
        mini.replace();
        assertThat(column("age")).isNotEqualTo(before).doesNotContain(11.0);
    }

    /** A line with its age in Myr: the same isochrone. */
    private static String inMyr(String line) {
        int comma = line.indexOf(',');
        return Character.isDigit(line.charAt(0))
                ? 1000 * Double.parseDouble(line.substring(0, comma)) + line.substring(comma)
                : line;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{isochrones: none.csv, observables: [teff]} | there is no file or folder",
                "{isochrones: stars.csv, observables: [teff]} | needs a column",
                "{isochrones: isochrones.csv, observables: [tef]} | did you mean 'teff'?",
                "{isochrones: isochrones.csv, observables: [fe_h]} | along isochrones",
                "{isochrones: isochrones.csv, observables: [MG]} | MG",
                "{isochrones: isochrones.csv, observables: [{name: MG, of: m_g + 1}]} | the error of 'm_g + 1' must be told",
                "{isochrones: isochrones.csv, observables: [teff], method: vickers2021, prior: flat} | has no prior",
                "{isochrones: isochrones.csv, observables: [teff], prior: exponential} | star formation falls to 1/e",
                "{isochrones: isochrones.csv, observables: [teff], star-formation-time: 8 Gyr} | a flat prior has no time",
                "{isochrones: isochrones.csv, observables: [teff], prior: exponential, star-formation-time: 8 kpc} | star-formation-time",
                "{isochrones: isochrones.csv, observables: [teff], reach: ten-errors} | only vickers2021",
            })
    void whatIsAskedWronglyIsToldWithItsLine(String section, String told) {
        study("ages: " + section + "\n");
        assertThatThrownBy(() -> mini.check())
                .isInstanceOf(InputError.class)
                .hasMessageContaining(told)
                .hasMessageContaining("study.yaml:4:");
    }

    @Test
    void aCataloguesOwnAgesStandInTheWay() {
        mini.study(MiniStudy.of(
                COLUMNS.replace("true_age: {", "age: {"), AGES.formatted("") + PRODUCTS.replace("true_age", "age")));
        assertThatThrownBy(() -> mini.check()).hasMessageContaining("'ages' gives the column 'age'");
    }
}
