package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cellarius.catalogue.InputError;
import org.cellarius.study.run.RunOptions.Overwrite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same number is another star in another release of Gaia: a join compares identifiers of one list of sources. */
class GaiaIdentifiersTest {

    @TempDir
    Path folder;

    private MiniStudy mini;

    @BeforeEach
    void files() {
        String gaia = "source_id,ra,dec,parallax,pmra\n101,10,0,1,5\n102,20,0,2,6\n103,30,0,3,7\n";
        mini = new MiniStudy(folder)
                .file("gaia.csv", gaia)
                .file(
                        "distances.csv",
                        "source_id,r_med_geo,r_med_photogeo\n101,1000,1000\n102,1900,2000\n103,2900,3000\n")
                .file(
                        "galah3.csv",
                        "sobject_id,dr3_source_id,dr2_source_id,fe_h\n1,101,103,-0.1\n2,102,101,-0.2\n3,103,102,-0.3\n")
                .file("galah4.csv", "sobject_id,gaiadr3_source_id,fe_h\n1,101,-0.1\n2,102,-0.2\n3,103,-0.3\n")
                .file("lamost.csv", "obsid,gaia_source_id,feh\n1,101,-0.1\n2,102,-0.2\n3,103,-0.3\n")
                .file("mine.csv", "id,gaia_dr2,other\n101,103,1\n102,101,2\n103,102,3\n")
                .file("both.csv", "dr2_source_id,dr3_source_id\n103,101\n101,102\n102,103\n");
    }

    private MiniStudy joined(String first, String join) {
        return mini.study("""
                study: mini
                catalogues:
                  stars:
                    %s
                    join: %s
                phase-space: none
                products:
                  line: {kind: gradient, x: distance, y: a, method: ols, minimum-count: 3}
                """.formatted(first, join));
    }

    private List<String> notes() {
        StudyRun run = mini.prepared(mini.output(), mini.cache(), Overwrite.REPLACE, 2);
        run.run();
        return run.notes();
    }

    private static final String DISTANCES = "{file: distances.csv, survey: bailer-jones-2021, on: source_id}";

    private static String mine(String key) {
        return "file: mine.csv\n    columns: {source_id: %s, a: {from: other, unit: dex}}".formatted(key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // By dictionaries of both; EDR3 and DR3 are one list, DR2 and DR4 others.
                "file: gaia.csv, survey: {name: gaia-dr3, only: [source_id, parallax]} | gaia-dr3 | ok",
                "file: gaia.csv, survey: {name: gaia-dr2, only: [source_id, parallax]} | Gaia DR2 | refused",
                "file: galah4.csv, survey: galah-dr4 | galah-dr4 | ok",
                "file: galah3.csv, survey: galah-dr3 | galah-dr3 | ok",
                "file: lamost.csv, survey: lamost-lrs | that it does not tell | refused",
                // By the name of the file's column, and by what the study says.
                "file: mine.csv, columns: {source_id: gaia_dr2} | Gaia DR2 | refused",
                "file: mine.csv, columns: {source_id: {expression: gaia_dr2 + 0}} | Gaia DR2 | refused",
                "file: mine.csv, columns: {source_id: {from: id, identifiers-of: gaia-dr4}} | Gaia DR4 | refused",
                "file: mine.csv, columns: {source_id: {from: gaia_dr2, identifiers-of: gaia-dr3}} | said | ok",
                "file: lamost.csv, survey: lamost-lrs, columns: {source_id: {from: gaia_source_id, identifiers-of: gaia-edr3}} | said | ok",
            })
    void onlyIdentifiersOfOneListAreCompared(String first, String told, String outcome) {
        joined(
                String.join(
                        "\n    ",
                        first.replace(", survey:", "\nsurvey:")
                                .replace(", columns:", "\ncolumns:")
                                .lines()
                                .toList()),
                DISTANCES);
        mini.study(replaceProduct());
        if (outcome.equals("ok")) {
            assertThat(mini.check()).isNotEmpty();
        } else {
            assertThatThrownBy(mini::check)
                    .isInstanceOf(InputError.class)
                    .hasMessageContaining("the key 'source_id' holds identifiers of ")
                    .hasMessageContaining(told)
                    .hasMessageContaining("of Gaia EDR3 in distances.csv: the same number can be another star, or none")
                    .hasMessageContaining("study.yaml:")
                    .hasMessageContaining("identifiers: as-numbers");
        }
    }

    /** The stars have no column 'a' here. */
    private String replaceProduct() {
        try {
            return Files.readString(folder.resolve("study.yaml")).replace("y: a,", "y: distance_geo,");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aTableThatHasBothReleasesLeadsFromOneToTheOther() {
        mini.study("""
                study: mini
                catalogues:
                  stars:
                    file: mine.csv
                    columns: {dr2: gaia_dr2, a: {from: other, unit: dex}}
                    join:
                      - {file: both.csv, on: dr2, columns: {dr2: dr2_source_id, source_id: dr3_source_id}}
                      - {file: distances.csv, survey: bailer-jones-2021, on: source_id}
                phase-space: none
                products:
                  line: {kind: gradient, x: distance, y: a, method: ols, minimum-count: 3}
                """).run();
        assertThat(mini.stars("SELECT dr2, source_id, a, distance FROM stars ORDER BY a"))
                .containsExactly(
                        List.of("103", "101", "1", "1.0"),
                        List.of("101", "102", "2", "2.0"),
                        List.of("102", "103", "3", "3.0"));
    }

    @Test
    void aReleaseThatNobodyTellsIsTakenForTheOthersAndSaid() {
        joined(mine("id"), DISTANCES);
        assertThat(notes())
                .anySatisfy(note -> assertThat(note)
                        .contains(
                                "takes the identifiers of mine.csv to be of Gaia EDR3, as those of distances.csv are"));
        joined(
                "file: gaia.csv\n    survey: {name: gaia-dr3, only: [source_id, parallax]}",
                "{file: mine.csv, on: source_id, columns: {source_id: id, a: {from: other, unit: dex}, distance: {from: other, unit: kpc}}}");
        assertThat(notes())
                .anySatisfy(note -> assertThat(note).contains("takes the identifiers of mine.csv to be of Gaia DR3"));
        joined(mine("{from: id, identifiers-of: gaia-dr3}"), DISTANCES);
        assertThat(notes()).noneSatisfy(note -> assertThat(note).contains("identifiers"));
    }

    @Test
    void numbersAreComparedAllTheSameWhereTheStudyInsists() throws IOException {
        joined(mine("gaia_dr2"), DISTANCES.replace("on:", "identifiers: as-numbers, on:"));
        assertThat(notes())
                .anySatisfy(
                        note -> assertThat(note)
                                .contains(
                                        "compares identifiers of Gaia DR2 with those of Gaia EDR3 as numbers: some are other stars"));
        assertThat(mini.stars("SELECT source_id, a, distance FROM stars ORDER BY a"))
                .containsExactly(List.of("103", "1", "3.0"), List.of("101", "2", "1.0"), List.of("102", "3", "2.0"));
        // The resolved study, which has no dictionary, knows the releases too.
        String resolved = Files.readString(mini.output().resolve("study.resolved.yaml"));
        assertThat(resolved).contains("identifiers-of: \"gaia-edr3\"").contains("as-numbers");
        mini.study(resolved.replace("identifiers: \"as-numbers\"", "identifiers: \"of-one-release\""));
        assertThatThrownBy(mini::check)
                .isInstanceOf(InputError.class)
                .hasMessageContaining("of Gaia EDR3 in distances.csv");
    }

    @Test
    void aReleaseThatGaiaNeverHadIsToldWithThoseItHas() {
        joined(mine("{from: id, identifiers-of: gaia-dr5}"), DISTANCES);
        assertThatThrownBy(mini::check).isInstanceOf(InputError.class).hasMessageContaining("gaia-dr4");
    }

    @Test
    void keysThatAreNoGaiaIdentifiersAreNotOfItsReleases() {
        mini.file("one.csv", "spectrum,x,y\n1,1,1\n2,2,2\n3,3,3\n").file("two.csv", "obs,z\n1,1\n2,2\n3,3\n");
        mini.study("""
                study: mini
                catalogues:
                  stars:
                    file: one.csv
                    columns: {source_id: spectrum, x: {from: x, unit: kpc}, y: {from: y, unit: kpc}}
                    join: {file: two.csv, on: source_id, columns: {source_id: obs, w: z}}
                phase-space: none
                """ + MiniStudy.LINE);
        assertThat(notes()).noneSatisfy(note -> assertThat(note).contains("identifiers"));
    }
}
