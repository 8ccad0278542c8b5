package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** Several files joined one after the other by their keys: spectra by id, names by id, ages by the name that the names' file gave. */
class JoinListTest {

    private static final String SPECTRA = "{file: spectra.csv, on: id, columns: {id: id, fe_h: {from: fe, unit: dex}}}";

    private static final String NAMES = "{file: names.csv, on: id, unmatched: keep, columns: {id: number, star: name}}";

    private static final String AGES =
            "{name: ages, file: ages.csv, on: star, unmatched: keep, columns: {star: star, age: {from: t, unit: Myr}}}";

    @TempDir
    Path folder;

    private MiniStudy mini;

    @BeforeEach
    void sixStars() {
        mini = new MiniStudy(folder)
                .file("stars.csv", "id,x,y\n1,1,1\n2,2,3\n3,3,2\n4,4,5\n5,5,4\n6,6,7\n")
                .file("spectra.csv", "id,fe\n6,0.6\n2,0.2\n4,0.4\n5,0.5\n9,0.9\n")
                .file("names.csv", "number,name\n2,b\n4,d\n1,a\n6,f\n")
                .file("ages.csv", "star,t\nf,6000\nb,2000\na,1000\nz,9000\n");
    }

    private static String study(String... joins) {
        return """
                study: mini
                catalogues:
                  survey:
                    file: stars.csv
                    columns: {id: id, x: {from: x, unit: kpc}, y: {from: y, unit: kpc}}
                    join:
                      - %s
                phase-space: none
                %s""".formatted(String.join("\n      - ", joins), MiniStudy.LINE);
    }

    private String refused(String... joins) {
        var told = new StringBuilder();
        assertThatThrownBy(() -> mini.study(study(joins)).run())
                .isInstanceOf(InputError.class)
                .satisfies(e -> told.append(e.getMessage()));
        assertThat(mini.output()).doesNotExist();
        return told.toString();
    }

    @Test
    void eachFileIsJoinedToWhatTheCatalogueHasBecome() {
        RunResult result = mini.study(study(SPECTRA, NAMES, AGES)).run();
        // Star 5 has no name, star 4 a name without an age; 1 and 3 have no spectrum.
        assertThat(mini.stars("SELECT id, fe_h, star, age FROM stars"))
                .containsExactly(
                        List.of("2", "0.2", "b", "2.0"),
                        List.of("4", "0.4", "d", "missing"),
                        List.of("5", "0.5", "missing", "missing"),
                        List.of("6", "0.6", "f", "6.0"));
        assertThat(MiniStudy.flow(result))
                .containsExactly(
                        "read survey: stars.csv | 0 6 6",
                        "read survey: spectra.csv (to be joined) | 5 5 0",
                        "join survey: with spectra.csv on id | 6 4 2",
                        "join survey: with spectra.csv, rows with a partner | 4 4 4",
                        "read survey: names.csv (to be joined) | 4 4 0",
                        "join survey: with names.csv on id | 4 4 0",
                        "join survey: with names.csv, rows with a partner | 4 4 3",
                        "join survey: with names.csv, rows kept without a partner | 4 4 1",
                        "read survey: ages.csv (to be joined) | 4 4 0",
                        "join survey: with ages.csv on star | 4 4 0",
                        "join survey: with ages.csv, rows with a partner | 4 4 2",
                        "join survey: with ages.csv, rows kept without a partner | 4 4 2");
    }

    @Test
    void aListOfOneIsTheSingleForm() {
        RunResult list = mini.study(study(SPECTRA)).run();
        List<List<String>> stars = mini.stars("SELECT * FROM stars");
        RunResult single = mini.study(study(SPECTRA).replace("\n      - ", " ")).replace();
        assertThat(mini.stars("SELECT * FROM stars")).isEqualTo(stars).hasSize(4);
        assertThat(MiniStudy.flow(single)).isEqualTo(MiniStudy.flow(list));
    }

    @Test
    void aChangedFileIsJoinedAnewAndThoseBeforeItAreFoundInTheCache() {
        mini.study(study(SPECTRA, NAMES, AGES)).run();
        List<String> kept = joins();
        assertThat(kept).hasSize(3);
        mini.replace();
        assertThat(joins()).isEqualTo(kept);
        mini.file("ages.csv", "star,t\nb,2500\n").replace();
        assertThat(mini.stars("SELECT age FROM stars WHERE id = 2")).containsExactly(List.of("2.5"));
        assertThat(joins()).hasSize(4).containsAll(kept);
        mini.study(study(SPECTRA, NAMES, AGES.replace("unmatched: keep", "unmatched: drop")))
                .replace();
        assertThat(mini.stars("SELECT id FROM stars")).containsExactly(List.of("2"));
        assertThat(joins()).hasSize(5).containsAll(kept);
    }

    private List<String> joins() {
        return MiniStudy.names(mini.cache()).stream()
                .filter(n -> n.startsWith("join-") && n.endsWith(".parquet"))
                .toList();
    }

    @Test
    void theResolvedStudyAndProvenanceTellEachJoin() throws IOException {
        RunResult first = mini.study(study(SPECTRA, NAMES, AGES)).run();
        assertThat(Files.readString(mini.output().resolve("provenance.json")))
                .contains(
                        "\"spectra.csv, on id\"",
                        "\"names.csv, on id, rows without a partner kept\"",
                        "\"ages.csv, on star, rows without a partner kept\"");
        String resolved = Files.readString(mini.output().resolve("study.resolved.yaml"));
        assertThat(resolved).contains("unmatched: \"drop\"");
        assertThat(MiniStudy.flow(mini.study(resolved).replace())).isEqualTo(MiniStudy.flow(first));
    }

    @Test
    void checkTellsEachJoin() {
        assertThat(mini.study(study(SPECTRA, NAMES, AGES)).check())
                .startsWith(
                        "read survey from stars.csv: 3 columns",
                        "join survey with spectra.csv on id: 2 columns",
                        "join survey with names.csv on id, rows without a partner kept: 2 columns",
                        "join survey with ages.csv on star, rows without a partner kept: 2 columns");
        assertThatThrownBy(() -> mini.study(study(SPECTRA, NAMES, AGES.replace("t,", "tt,")))
                        .check())
                .hasMessageContaining("there is no column 'tt'")
                .hasMessageContaining("study.yaml:9:");
    }

    @Test
    void anEntryIsVariedByItsNameOrItsPlace() {
        for (String entry : List.of("ages", "2")) {
            RunResult result = mini.study(study(SPECTRA, NAMES, AGES)
                            + "vary: {settings: {aged: {set: catalogues/survey/join/%s/unmatched, to: [drop]}}}\n"
                                    .formatted(entry))
                    .replace();
            assertThat(MiniStudy.column(MiniStudy.table(result, "robustness-alternatives"), "n"))
                    .containsExactly(2);
        }
    }

    @Test
    void aKeyMustBeThereByThen() {
        assertThat(refused(SPECTRA, AGES, NAMES))
                .contains(
                        "the key 'star' of the join with ages.csv is not among the columns of stars.csv, spectra.csv",
                        "study.yaml:8:",
                        "files are joined in the order of the list");
        assertThat(refused(SPECTRA, NAMES.replace("id: number, ", "")))
                .contains("the key 'id' of the join is not among the columns of names.csv", "study.yaml:8:");
    }

    @Test
    void aKeyThatIsRepeatedIsToldOfTheFileThatRepeatsIt() {
        mini.file("ages.csv", "star,t\nb,1\nc,2\nb,3\n");
        assertThat(refused(SPECTRA, NAMES, AGES))
                .contains(
                        "'star' is repeated in ages.csv: 3 values, 2 different ones; the first that is repeated is b (2 rows)",
                        "study.yaml:9:");
    }

    @Test
    void aColumnOfTwoFilesIsRefusedWithBoth() {
        assertThat(refused(SPECTRA, NAMES, AGES.replace("age: {from: t, unit: Myr}", "fe_h: {from: t, unit: dex}")))
                .contains("the column 'fe_h' comes from spectra.csv and from ages.csv", "study.yaml:9:");
        // A key joined by earlier is a column like any other.
        assertThat(refused(SPECTRA, NAMES, AGES.replace("{star: star, ", "{star: star, id: id, x: t, ")))
                .contains("columns come from stars.csv and from ages.csv: id, x", "study.yaml:9:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "name: ages                          | two joins of one catalogue are called 'ages'",
                "name: Ages                          | is not written as",
                "radius: 1 arcsec                    | unknown key 'radius'",
                "unmatched: leave                    | 'leave' is not possible"
            })
    void mistakesOfAnEntryAreTold(String setting, String message) {
        assertThat(refused(
                        NAMES,
                        AGES,
                        "{" + setting + ", file: spectra.csv, on: id, columns: {id: id, fe_h: {from: fe, unit: dex}}}"))
                .contains(message, "study.yaml:9:");
    }

    @Test
    void anEntryWithoutColumnsOrKeyAndAnEmptyListAreRefused() {
        assertThat(refused(SPECTRA, "{file: names.csv, on: id}"))
                .contains("nothing says which columns are taken from the file", "study.yaml:8:");
        assertThat(refused("{file: names.csv, columns: {id: id}}"))
                .contains("the key 'on' is missing", "study.yaml:7:");
        assertThatThrownBy(() -> mini.study(study(SPECTRA).replaceAll("join:\n.*\n", "join: []\n"))
                        .run())
                .isInstanceOf(InputError.class)
                .hasMessageContaining("study.yaml:6:");
    }
}
