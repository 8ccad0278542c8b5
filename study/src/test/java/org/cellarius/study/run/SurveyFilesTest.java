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

/** Files matched on the sky and joined by key with their dictionaries: their names, units, fillers and flags. */
class SurveyFilesTest {

    private static final String MATCH =
            "{file: gaia.csv, survey: gaia-dr3, radius: 2 arcsec, find: each, epochs: [2000, 2016], unmatched: keep}";

    @TempDir
    Path folder;

    private MiniStudy mini;

    /** Star 3 moved by a degree in sixteen years; star 4 is not in Gaia. */
    @BeforeEach
    void fourStars() {
        mini = new MiniStudy(folder)
                .file("stars.csv", "id,ra,dec,x,y,d\n1,10,0,1,1,101\n2,20,0,2,3,102\n3,30,0,3,2,103\n4,40,0,4,5,104\n")
                .file("gaia.csv", """
                        source_id,ra,dec,l,b,parallax,parallax_error,pmra,pmdec,distance_gspphot
                        101,10,0,7,7,1,0.1,0,0,1000
                        102,20,0.0002777777777778,7,7,2,0.1,0,0,2000
                        103,30,1,7,7,3,0.1,0,225000,3000
                        """)
                .file("distances.csv", """
                        source_id,r_med_geo,r_med_photogeo
                        102,1900,2000
                        103,2900,3000
                        """)
                .file("masses.csv", """
                        APOGEE_ID,WEIGHTED_DIST,AGE_UNCOR_SS,BITMASK
                        1,9,1e9,1
                        2,9,2e9,2
                        3,9,3e9,4
                        4,9,4e9,7
                        """);
    }

    private static String study(String more, String sections) {
        return """
                study: mini
                catalogues:
                  survey:
                    file: stars.csv
                    columns: {id: id, ra: {from: ra, unit: deg}, dec: {from: dec, unit: deg}, x: {from: x, unit: kpc}, y: {from: y, unit: kpc}}
                    %s
                %s
                %s""".formatted(more, sections.isEmpty() ? "phase-space: none" : sections, MiniStudy.LINE);
    }

    private String refused(String more) {
        var told = new StringBuilder();
        assertThatThrownBy(() -> mini.study(study(more, "")).check())
                .isInstanceOf(InputError.class)
                .satisfies(e -> told.append(e.getMessage()));
        return told.toString();
    }

    @Test
    void aMatchedFileComesByItsDictionary() throws IOException {
        // A degree along a straight line is atan(pi/180) on the sky, 0.365474 arcsec less.
        RunResult result = mini.study(study("match: " + MATCH, "")).run();
        assertThat(
                        mini.stars(
                                "SELECT id, source_id, ra, parallax, gspphot_distance, moved_to_epoch, round(separation, 6) FROM stars"))
                .containsExactly(
                        List.of("1", "101", "10.0", "1.0", "1.0", "true", "0.0"),
                        List.of("2", "102", "20.0", "2.0", "2.0", "true", "1.0"),
                        List.of("3", "103", "30.0", "3.0", "3.0", "true", "0.365474"),
                        List.of("4", "missing", "40.0", "missing", "missing", "missing", "missing"));
        assertThat(MiniStudy.flow(result))
                .contains(
                        "match survey: with gaia.csv within 2 arcsec, find each, the file carried from J2016 to J2000 | 4 4 0");
        assertThat(Files.readString(mini.output().resolve("report.html"))).contains("2023A&amp;A...674A...1G");
        assertThat(Files.readString(mini.output().resolve("provenance.json")))
                .contains("\"name\" : \"gaia-dr3\"", "\"file\" : \"gaia.csv\"", "survey: Gaia Collaboration");
    }

    @Test
    void theResolvedStudyNamesTheColumnsOfEachFile() throws IOException {
        mini.study(study(
                        "join: [{file: masses.csv, survey: {name: apogee-distmass, except: [distance]}, columns: {id: APOGEE_ID}, on: id}]\n    match: [{name: gaia, "
                                + MATCH.substring(1) + "]",
                        "cuts: [{name: trained, keep: 'NOT flag(distmass, OUTSIDE_TRAINING_SET)'}]"))
                .run();
        List<List<String>> stars = mini.stars("SELECT * FROM stars");
        String resolved = Files.readString(mini.output().resolve("study.resolved.yaml"));
        assertThat(resolved)
                .contains(
                        "# Columns of survey are of the survey dictionary apogee-distmass",
                        "# Columns of survey are of the survey dictionary gaia-dr3",
                        "from: \"distance_gspphot\"",
                        "OUTSIDE_TRAINING_SET: 1",
                        "2023A&A...674A...1G")
                .doesNotContain("survey: \"", "name: \"apogee-distmass\"");
        mini.study(resolved).replace();
        assertThat(mini.stars("SELECT * FROM stars")).isEqualTo(stars).hasSize(2);
    }

    @Test
    void severalFilesAreJoinedEachByItsDictionary() {
        RunResult result = mini.study(study(
                                "join: [{file: distances.csv, survey: bailer-jones-2021, on: source_id, unmatched: keep}, {file: masses.csv, survey: {name: apogee-distmass, except: [distance]}, columns: {id: APOGEE_ID}, on: id}]",
                                "cuts: [{name: trained, keep: 'NOT flag(distmass, OUTSIDE_TRAINING_SET)'}]")
                        .replace("{id: id, ", "{id: id, source_id: d, "))
                .run();
        assertThat(mini.stars("SELECT id, distance, distance_geo, age, distmass_flags FROM stars"))
                .containsExactly(
                        List.of("1", "missing", "missing", "1.0", "1"), List.of("3", "3.0", "2.9", "3.0", "4"));
        assertThat(MiniStudy.flow(result))
                .contains(
                        "join survey: with distances.csv on source_id | 4 4 0",
                        "join survey: with masses.csv on id | 4 4 0",
                        "cut trained: NOT flag(distmass, OUTSIDE_TRAINING_SET) | 4 2 2");
    }

    /** 99.99 means missing there; the parallax in microarcseconds is converted; the flag goes through the match. */
    @Test
    void fillersUnitsAndFlagsGoThroughTheMatch() {
        mini.file("mine.yaml", """
                survey: mine
                title: My stars
                citation: "Me 2026"
                sources: [my notebook]
                recognised-by: [A, D]
                fillers: [99.99]
                columns:
                  ra: {from: A, unit: deg}
                  dec: {from: D, unit: deg}
                  parallax: {from: P, unit: uas}
                flags:
                  q: {from: W, bits: {BAD: 1}}
                """).file("own.csv", "A,D,P,W\n10,0,1500,0\n20,0,99.99,1\n30,0,3500,2\n40,0,4500,5\n");
        RunResult result = mini.study(study(
                        "match: {file: own.csv, survey: ./mine.yaml, radius: 1 arcsec, find: best}",
                        "cuts: [{name: good, keep: 'NOT flag(q, BAD)'}]"))
                .run();
        assertThat(mini.stars("SELECT id, parallax, q_flags FROM stars"))
                .containsExactly(List.of("1", "1.5", "0"), List.of("2", "missing", "1"), List.of("4", "4.5", "5"));
        assertThat(MiniStudy.flow(result)).contains("missing parallax: filler 99.99 made missing in own.csv | 4 4 1");
        // Flags can be named at the match itself too.
        mini.study(study(
                        "match: {file: own.csv, columns: {ra: {from: A, unit: deg}, dec: {from: D, unit: deg}}, flags: {w: {from: W, bits: {WORSE: 2}}}, radius: 1 arcsec, find: best}",
                        "populations: {worse: 'flag(w, WORSE)'}"))
                .replace();
        assertThat(mini.stars("SELECT w_flags FROM stars"))
                .containsExactly(List.of("0"), List.of("1"), List.of("2"), List.of("5"));
    }

    /** l and b are those that the study derives, distances those of the file that was joined. */
    @Test
    void aDictionaryGivesWayToWhatTheStudyDerives() {
        mini.study(study(
                                "match: {file: gaia.csv, survey: gaia-dr3, radius: 2 arcsec, find: each}",
                                "phase-space: positions\nsun: hawkins2023\ndistance: {from: inverse-parallax, zero-point: none}")
                        .replace("x: {from: x, unit: kpc}, y: {from: y, unit: kpc}", "id_again: id"))
                .run();
        // l of (10, 0) deg by astropy 5.2: 116.68 deg.
        assertThat(mini.stars("SELECT distance, round(l, 2) FROM stars").getFirst())
                .containsExactly("1.0", "116.68");
    }

    @Test
    void columnsOfBothAreRefusedWithWhatToLeaveOut() {
        String twice =
                "join: {file: masses.csv, survey: apogee-distmass, columns: {id: APOGEE_ID}, on: id}\n    match: "
                        + MATCH.replace(
                                "gaia-dr3",
                                "{name: gaia-dr3, except: [parallax]}, columns: {age: {from: parallax, unit: Gyr}, distance: {from: distance_gspphot, unit: pc}}");
        assertThat(refused(twice))
                .contains(
                        "columns come from masses.csv and from gaia.csv: age, distance",
                        "study.yaml:7:",
                        "except: [age, distance]");
        assertThat(refused("match: [{name: a, " + MATCH.substring(1) + ", {name: b, " + MATCH.substring(1) + "]"))
                .contains("and only one is carried", "study.yaml:6:");
        assertThat(refused("match: [{name: a, " + MATCH.substring(1) + ", {name: b, moved: b, " + MATCH.substring(1)
                        + "]"))
                .contains(
                        "columns come from gaia.csv and from gaia.csv: source_id, l, b, parallax, parallax_error, gspphot_distance");
    }

    @Test
    void aFileThatLacksWhatItsDictionaryOffersIsRefused() {
        mini.file("gaia.csv", "source_id,ra,parallax,pmra,pmdec\n101,10,1,0,0\n");
        assertThat(refused("match: " + MATCH))
                .contains("a match on the sky needs 'dec' of both files, and gaia.csv gives none", "study.yaml:6:");
        mini.file("gaia.csv", "source_id,ra,dec,parallax,pmra\n101,10,0,1,0\n");
        assertThat(refused("match: " + MATCH))
                .contains("the one to be moved has no 'pmdec': gaia.csv", "study.yaml:6:");
        mini.file("gaia.csv", "ra,dec\n10,0\n");
        assertThat(refused("match: " + MATCH))
                .contains("'gaia.csv' is not Gaia DR3 gaia_source (gaia-dr3): it lacks source_id", "study.yaml:6:");
        assertThat(refused("match: " + MATCH.replace("gaia-dr3", "{name: gaia-dr3, except: [ra]}")))
                .contains("a match on the sky needs 'ra' of both files", "study.yaml:6:");
        assertThat(refused("join: {file: distances.csv, survey: bailer-jones-2021, on: source}"))
                .contains("the key 'source' of the join is not among the columns of distances.csv", "study.yaml:6:");
        assertThat(refused("join: {file: distances.csv, survey: bailer-jones-2021, on: source_id}"))
                .contains(
                        "the key 'source_id' of the join with distances.csv is not among the columns of stars.csv",
                        "study.yaml:6:");
        assertThat(refused("match: {file: gaia.csv, radius: 2 arcsec, find: each}"))
                .contains("nothing says which columns are taken from the file", "study.yaml:6:");
    }

    @Test
    void epochsThatContradictTheDictionaryAreRefused() {
        assertThat(refused("match: " + MATCH.replace("[2000, 2016]", "[2000, 2015.5]")))
                .contains(
                        "the survey dictionary of gaia.csv has the epoch 2016.0, the match says 2015.5",
                        "study.yaml:6:");
        // Positions that the study names itself are of the epoch that it says.
        String own = "match: "
                + MATCH.replace(
                        "epochs: [2000, 2016]",
                        "columns: {ra: {from: ra, unit: deg}, dec: {from: dec, unit: deg}}, epochs: [2000, 2015.5]");
        assertThat(mini.study(study(own, "")).check())
                .contains(
                        "match survey with gaia.csv on the sky: within 2 arcsec, find each, the file carried from J2015.5 to J2000");
    }
}
