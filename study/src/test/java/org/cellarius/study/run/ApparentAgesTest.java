package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.Progress;
import org.cellarius.study.run.RunOptions.Overwrite;
import org.cellarius.study.run.RunOptions.Part;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ages of a study by apparent magnitudes: what dust and distance take off comes back, and their errors count. */
class ApparentAgesTest {

    private static final String ABSOLUTE = "[teff, logg, {name: m_g, error: 0.1}, fe_h]";

    @TempDir
    Path folder;

    @BeforeEach
    void tables() throws IOException {
        IsochroneAgesTest.write(folder);
    }

    @Test
    void severalGridsAreAveraged() throws IOException {
        Files.copy(folder.resolve("isochrones.csv"), folder.resolve("twin.csv"));
        String grids = "isochrones: {one: isochrones.csv, other: twin.csv}\nobservables: " + ABSOLUTE;
        List<List<String>> averaged = run(grids, "id, age, age_lo, age_hi, mass, age_other");
        List<List<String>> single = run("observables: " + ABSOLUTE, "id, age, age_lo, age_hi, mass, age");
        same(averaged, single, 1e-6);
        assertThat(run(grids + "\nprior: flat", "share_one, share_other, ln_evidence_one - ln_evidence_other"))
                .allSatisfy(row -> {
                    assertThat(Double.parseDouble(row.get(0))).isCloseTo(0.5, within(1e-9));
                    assertThat(Double.parseDouble(row.get(1))).isCloseTo(0.5, within(1e-9));
                    assertThat(Double.parseDouble(row.get(2))).isCloseTo(0, within(1e-9));
                });
    }

    private Path study(String ages) throws IOException {
        return Files.writeString(folder.resolve("study.yaml"), """
                study: apparent
                title: "Apparent magnitudes"
                catalogues:
                  stars:
                    file: stars.csv
                    units: canonical
                    columns:
                      id: id
                      teff: teff
                      teff_error: teff_error
                      logg: logg
                      logg_error: logg_error
                      m_g: {from: m_g, unit: mag}
                      fe_h: fe_h
                      fe_h_error: fe_h_error
                ages:
                %s
                cuts:
                  - {name: few, keep: "id <= 40 and age_status = 'OK'"}
                products:
                  relation: {kind: gradient, x: {of: age, label: Age, unit: Gyr}, y: fe_h, method: ols}
                """.formatted(
                        (ages.contains("isochrones:") ? ages : "isochrones: isochrones.csv\n" + ages).indent(2)));
    }

    private List<List<String>> run(String ages, String columns) throws IOException {
        Path out = folder.resolve("out" + Integer.toHexString(ages.hashCode()));
        new StudyRun(
                        new RunOptions(
                                study(ages),
                                DataFolders.NONE,
                                out,
                                folder.resolve("cache"),
                                Overwrite.REFUSE,
                                2,
                                512,
                                Part.WITHOUT_VARY),
                        Progress.SILENT)
                .run();
        return MiniStudy.rows("SELECT " + columns + " FROM '" + out.resolve("stars.parquet") + "' ORDER BY id");
    }

    private static void same(List<List<String>> a, List<List<String>> b, double tolerance) {
        assertThat(a).hasSameSizeAs(b).isNotEmpty();
        for (int i = 0; i < a.size(); i++) {
            for (int k = 0; k < a.get(i).size(); k++) {
                assertThat(Double.parseDouble(a.get(i).get(k)))
                        .isCloseTo(Double.parseDouble(b.get(i).get(k)), within(tolerance));
            }
        }
    }

    @Test
    void modulusAndExtinctionComeOffWithTheirErrors() throws IOException {
        String ages = "id, age, age_lo, age_hi, mass, ln_evidence";
        List<List<String>> absolute = run("observables: " + ABSOLUTE, ages);
        // 0.06, 0.8 times 0.075 and 0.0529 make 0.1
        List<List<String>> apparent = run("""
                observables: [teff, logg, {name: m_g, of: m_g + 10.24, error: 0.06, apparent: true, extinction: 0.8}, fe_h]
                extinction: {of: "0.3 + 0 * m_g", error: 0.075}
                distance-modulus: {of: "10 + 0 * m_g", error: 0.0529150262}
                """, ages);
        // Where a number rounds otherwise, ages may be set closer in one and not in the other: that is 0.001 of an
        // error.
        same(apparent, absolute, 2e-3);
    }

    @Test
    void aParallaxGivesTheDistanceToo() throws IOException {
        String near = """
                observables: [teff, logg, {name: m_g, of: m_g + 10, error: 0.1, apparent: true}, fe_h]
                parallax: {of: "1 + 0 * m_g", error: 0.001, prior: %s}
                correlations: [{between: [teff, fe_h], is: 0.4}, {between: [teff, logg], is: "0.1 + 0 * teff"}]
                """;
        List<List<String>> flat =
                run(near.formatted("flat-in-modulus"), "id, age, distance_isochrone, distance_isochrone_error, radius");
        for (List<String> star : flat) {
            assertThat(Double.parseDouble(star.get(2))).isCloseTo(1, within(3e-3));
            assertThat(Double.parseDouble(star.get(3))).isCloseTo(1e-3, within(1e-4));
            assertThat(Double.parseDouble(star.get(4))).isBetween(0.5, 40.0);
        }
        // So good a parallax leaves nothing to the prior of distances.
        List<List<String>> density = run(near.formatted("exponential-density, length: 1.35 kpc"), "id, age");
        same(density, flat.stream().map(r -> r.subList(0, 2)).toList(), 0.01);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "observables: [teff, {name: m_g, error: 0.1, apparent: true}] | need a distance",
                "observables: [teff, fe_h]; parallax: {of: m_g, error: 0.1} | no observable is one",
                "observables: [teff, {name: m_g, error: 0.1, extinction: 0.8}] | not told by how much",
                "observables: [teff, fe_h]; extinction: {of: m_g, error: 0.1} | is dimmed by this",
                "observables: [teff, fe_h]; correlations: [{between: [teff, logg], is: 0.1}] | 'logg' is no observable",
                "observables: [teff, fe_h]; correlations: [{between: [teff, teff], is: 0.1}] | between two observables",
                "observables: [teff, fe_h]; correlations: [{between: [teff, fe_h], is: 0.1}, {between: [fe_h, teff], is: 0.2}] | told twice",
                "method: vickers2021; observables: [teff, fe_h]; correlations: [{between: [teff, fe_h], is: 0.1}] | independent errors",
                "observables: [teff, {name: m_g, error: 0.1, apparent: true}]; parallax: {of: m_g, error: 1, prior: uniform-density, length: 1 kpc} | has a length",
                "isochrones: {one: isochrones.csv}; observables: [teff] | one grid needs no name",
                "isochrones: {lo: isochrones.csv, b: isochrones.csv}; observables: [teff] | cannot have a column age_lo",
                "method: vickers2021; isochrones: {a: isochrones.csv, b: isochrones.csv}; observables: [teff] | on one grid",
                "isochrones: {a: isochrones.csv, b: missing.csv}; observables: [teff] | missing.csv",
                "observables: [teff, {name: fe_h, apparent: true}]; parallax: {of: m_g, error: 1} | fe_h is no magnitude",
            })
    void whatMakesNoSenseIsTold(String ages, String told) {
        assertThatThrownBy(() -> run(String.join("\n", ages.split("; ")), "age"))
                .isInstanceOf(InputError.class)
                .hasMessageContaining(told);
    }
}
