package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.cellarius.catalogue.InputError;
import org.cellarius.study.result.RunResult;
import org.cellarius.study.run.RunOptions.Overwrite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalogue by its survey's dictionary is the same as one with its columns written by hand, and flags go by their names. */
class SurveyStudyTest {

    /** ASPCAPFLAG: nothing; STAR_BAD (bit 23); MULTIPLE_SUSPECT, STAR_BAD and N_M_WARN (as in a real file); the sign bit alone; missing. */
    private static final String APOGEE = """
            APOGEE_ID,RA,DEC,GAIAEDR3_SOURCE_ID,GAIAEDR3_R_MED_PHOTOGEO,FE_H,FE_H_ERR,MG_FE,ASPCAPFLAG,STARFLAG,EXTRATARG,SNREV
            2M1,10,1,101,1000,-0.1,0.01,0.1,0,1,0,100
            2M2,20,2,102,2000,-0.2,0.02,-9999.99,8388608,0,16,90
            2M3,30,3,103,3000,-0.3,0.03,0.3,2199031644224,2,0,80
            2M4,40,4,104,4000,-0.4,0.04,0.4,-9223372036854775808,0,16,70
            2M5,50,5,0,5000,-0.5,0.05,0.5,,0,0,60
            """;

    private static final String PRODUCTS = """
            products:
              line: {kind: gradient, x: distance, y: fe_h, method: ols, minimum-count: 3}
            """;

    @TempDir
    Path folder;

    private MiniStudy mini;

    @BeforeEach
    void stars() {
        mini = new MiniStudy(folder).file("apogee.csv", APOGEE);
    }

    private static String survey(String catalogue, String sections) {
        return "study: mini\ncatalogues:\n  giants: " + catalogue + "\n" + sections + PRODUCTS;
    }

    private RunResult run(String sections) {
        return mini.study(survey("{file: apogee.csv, survey: apogee-dr17-allstar}", sections))
                .run();
    }

    private AbstractThrowableAssert<?, ?> assertRefused(String catalogue, String sections) {
        mini.study(survey(catalogue, sections));
        return assertThatThrownBy(() -> mini.check()).isInstanceOf(InputError.class);
    }

    @Test
    void aSurveyIsTheSameAsItsColumnsWrittenByHand() throws IOException {
        run("");
        List<List<String>> stars = mini.stars("SELECT * FROM stars");
        String slope = Files.readString(mini.output().resolve("tables/line.csv"));
        mini.study("""
                study: mini
                catalogues:
                  giants:
                    file: apogee.csv
                    columns:
                      apogee_id: APOGEE_ID
                      source_id: {from: GAIAEDR3_SOURCE_ID, fillers: [0]}
                      ra: {from: RA, unit: deg}
                      dec: {from: DEC, unit: deg}
                      distance: {from: GAIAEDR3_R_MED_PHOTOGEO, unit: pc}
                      snr: SNREV
                      fe_h: {from: FE_H, unit: dex}
                      fe_h_error: {from: FE_H_ERR, unit: dex}
                      mg_fe: {from: MG_FE, unit: dex, fillers: [-9999, -9999.99]}
                      aspcap_flags: ASPCAPFLAG
                      star_flags: STARFLAG
                      extratarg_flags: EXTRATARG
                """ + PRODUCTS).replace();
        assertThat(mini.stars("SELECT * FROM stars")).isEqualTo(stars).hasSize(5);
        assertThat(stars.getFirst()).contains("1.0", "2M1", "101");
        assertThat(stars.get(1)).as("the filler of [Mg/Fe] is missing").contains("missing");
        assertThat(Files.readString(mini.output().resolve("tables/line.csv"))).isEqualTo(slope);
    }

    @Test
    void theResolvedStudyNamesEveryColumnAndRunsToTheSameStars() throws IOException {
        run("cuts: [{name: good, keep: 'NOT flag(star, BAD_PIXELS)'}]\n");
        List<List<String>> stars = mini.stars("SELECT * FROM stars");
        String resolved = Files.readString(mini.output().resolve("study.resolved.yaml"));
        assertThat(resolved)
                .contains("# Columns of giants are of the survey dictionary apogee-dr17-allstar: APOGEE DR17 allStar.")
                .contains("from: \"GAIAEDR3_R_MED_PHOTOGEO\"")
                .contains("STAR_BAD: 23")
                .contains("2022ApJS..259...35A")
                .doesNotContain("survey:")
                .doesNotContain("GAIAEDR3_PARALLAX");
        mini.study(resolved).replace();
        assertThat(mini.stars("SELECT * FROM stars")).isEqualTo(stars).hasSize(4);
    }

    @Test
    void reportAndProvenanceTellWhoseColumnsTheyAre() throws IOException {
        run("");
        assertThat(Files.readString(mini.output().resolve("report.html")))
                .contains("APOGEE DR17 allStar")
                .contains("2022ApJS..259...35A");
        assertThat(Files.readString(mini.output().resolve("provenance.json")))
                .contains("\"survey_dictionaries\"")
                .contains("\"apogee-dr17-allstar\"");
    }

    @Test
    void flagsGoByNameInCutsPopulationsAndProducts() {
        mini.study("""
                study: mini
                catalogues:
                  giants: {file: apogee.csv, survey: apogee-dr17-allstar}
                cuts:
                  - {name: not bad, keep: "NOT flag(aspcap, STAR_BAD)"}
                populations:
                  doubles: flag(extratarg, DUPLICATE)
                products:
                  line: {kind: gradient, x: distance, y: fe_h, method: ols, minimum-count: 3, where: "flag(star, BAD_PIXELS) or flag(star, COMMISSIONING)"}
                  doubles: {kind: distribution, value: fe_h, width: 0.1, population: doubles, minimum-count: 3}
                """);
        RunResult result = mini.run();
        // The star whose flag is missing is neither bad nor good: a condition on a missing value keeps nobody.
        assertThat(mini.stars("SELECT apogee_id FROM stars")).containsExactly(List.of("2M1"), List.of("2M4"));
        assertThat(MiniStudy.flow(result))
                .contains(
                        "cut not bad: NOT flag(aspcap, STAR_BAD) | 5 2 3",
                        "population doubles: flag(extratarg, DUPLICATE) | 2 2 1",
                        "missing mg_fe: filler -9999.99 made missing in apogee.csv | 5 5 1")
                .noneMatch(line -> line.startsWith("missing") && line.endsWith(" 0"));
        assertThat(MiniStudy.column(MiniStudy.table(result, "line"), "n")).containsExactly(1);
    }

    @Test
    void sixtyFourBitsAreExact() {
        run(
                "cuts: [{name: suspects, keep: 'flag(aspcap, MULTIPLE_SUSPECT) and flag(aspcap, N_M_WARN) and NOT flag(aspcap, STAR_WARN)'}]\n");
        assertThat(mini.stars("SELECT apogee_id, aspcap_flags FROM stars"))
                .containsExactly(List.of("2M3", "2199031644224"));
    }

    @Test
    void columnsOfTheStudyAddAndReplace() {
        mini.study(survey(
                        "{file: apogee.csv, survey: apogee-dr17-allstar, columns: {distance: {expression: GAIAEDR3_R_MED_PHOTOGEO / 500, unit: kpc}, bad: {expression: 'case when flag(aspcap, STAR_BAD) then 1 else 0 end'}}}",
                        ""))
                .run();
        assertThat(mini.stars("SELECT distance, bad FROM stars"))
                .startsWith(List.of("2.0", "0"), List.of("4.0", "1"), List.of("6.0", "1"), List.of("8.0", "0"));
    }

    @Test
    void onlyAndExceptPickColumns() {
        mini.study(survey(
                        "{file: apogee.csv, survey: {name: apogee-dr17-allstar, only: [distance, fe_h, aspcap_flags]}}",
                        ""))
                .run();
        assertThat(mini.stars("SELECT * FROM stars").getFirst()).hasSize(4);
        mini.study(survey("{file: apogee.csv, survey: {name: apogee-dr17-allstar, except: [aspcap_flags, ra]}}", ""))
                .replace();
        assertThat(mini.stars("SELECT * FROM stars").getFirst()).hasSize(11);
        assertRefused("{file: apogee.csv, survey: {name: apogee-dr17-allstar, only: [distanc]}}", "")
                .hasMessageContaining("did you mean 'distance'?");
        assertRefused("{file: apogee.csv, survey: {name: apogee-dr17-allstar, only: [parallax]}}", "")
                .hasMessageContaining("'apogee.csv' has no 'parallax'");
    }

    @Test
    void aFileThatIsAnotherSurveyIsRefusedWithWhatItLacks() {
        assertRefused("{file: apogee.csv, survey: galah-dr3}", "")
                .hasMessageContaining("'apogee.csv' is not GALAH DR3 (galah-dr3): it lacks sobject_id")
                .hasMessageContaining("study.yaml:3:");
        assertRefused("{file: apogee.csv, survey: apogee-dr17-alstar}", "")
                .hasMessageContaining("did you mean 'apogee-dr17-allstar'?");
        assertRefused("{file: apogee.csv}", "").hasMessageContaining("nothing says which columns are taken");
    }

    @Test
    void mistakesInFlagsAreToldWithTheNearestName() {
        String catalogue = "{file: apogee.csv, survey: apogee-dr17-allstar}";
        assertRefused(catalogue, "cuts: [{name: c, keep: 'flag(aspcp, STAR_BAD)'}]\n")
                .hasMessageContaining("there is no flag named 'aspcp'; did you mean 'aspcap'?");
        assertRefused(catalogue, "cuts: [{name: c, keep: 'flag(aspcap, STAR_BADD)'}]\n")
                .hasMessageContaining("has nothing named 'STAR_BADD'; did you mean 'STAR_BAD'?");
    }

    @Test
    void aDictionaryOfOnesOwnLiesBesideTheStudy() {
        mini.file("mine.yaml", """
                survey: mine
                title: My stars
                citation: "Me 2026"
                sources: [my notebook]
                recognised-by: [id, d]
                columns:
                  source_id: id
                  distance: {from: d, unit: pc}
                  fe_h: {from: m, unit: dex}
                flags:
                  q: {from: w, characters: {first: 0, third: 2}}
                """).file("own.csv", "id,d,m,w\n1,1000,-0.1,a02\n2,2000,-0.2,a13\n3,3000,-0.3,a24\n");
        mini.study(survey(
                        "{file: own.csv, survey: ./mine.yaml}",
                        "cuts: [{name: c, keep: 'flag(q, third) >= 2 and flag(q, first) is null'}]\n"))
                .run();
        assertThat(mini.stars("SELECT distance FROM stars"))
                .containsExactly(List.of("1.0"), List.of("2.0"), List.of("3.0"));
        mini.file("mine.yaml", "survey: mine\ntitel: x\n");
        assertRefused("{file: own.csv, survey: ./mine.yaml}", "")
                .hasMessageContaining("unknown key 'titel'; did you mean 'title'?")
                .hasMessageContaining("mine.yaml:2:8");
        assertRefused("{file: own.csv, survey: ../mine.yaml}", "")
                .hasMessageContaining("leads out of the study's folder");
        assertRefused("{file: own.csv, survey: ./none.yaml}", "").hasMessageContaining("there is no survey dictionary");
    }

    /** Where a catalogue has no such flag it is missing, not false. */
    @Test
    void severalCataloguesShareAFlagOnlyIfItMeansTheSame() {
        mini.file("other.csv", "id,d,m,f\n1,1000,-0.1,1\n2,2000,-0.2,2\n3,3000,-0.3,3\n");
        String two = """
                study: mini
                catalogues:
                  giants: {file: apogee.csv, survey: apogee-dr17-allstar}
                  others: {file: other.csv, columns: {distance: {from: d, unit: pc}, fe_h: {from: m, unit: dex}}%s}
                """;
        mini.study(two.formatted("") + "cuts: [{name: c, keep: 'flag(aspcap, STAR_BAD) is null'}]\n" + PRODUCTS)
                .run();
        assertThat(mini.stars("SELECT catalogue, count(*) FROM stars GROUP BY 1 ORDER BY 1"))
                .containsExactly(List.of("giants", "1"), List.of("others", "3"));
        mini.study(two.formatted(", flags: {aspcap: {from: f, bits: {STAR_BAD: 0}}}") + PRODUCTS);
        assertThatThrownBy(() -> mini.check())
                .isInstanceOf(InputError.class)
                .hasMessageContaining("two catalogues have the flag 'aspcap' with different meanings")
                .hasMessageContaining("'STAR_BAD' of the flag 'aspcap' is 23 in one and 0 in another");
        mini.study(two.formatted(", flags: {mine: {from: f, bits: {GOOD: 0}}}")
                        + "cuts: [{name: c, keep: \"flag(mine, GOOD) or NOT flag(aspcap, STAR_BAD)\"}]\n" + PRODUCTS)
                .replace();
        assertThat(mini.stars("SELECT catalogue, count(*) FROM stars GROUP BY 1 ORDER BY 1"))
                .containsExactly(List.of("giants", "2"), List.of("others", "2"));
    }

    /** Gaia's own l and b give way to those that phase space derives; distances come from a second dictionary, the epoch from the first. */
    @Test
    void dictionariesMeetWhatAStudyDerivesAndEachOther() {
        mini.file("gaia.csv", """
                        source_id,ra,dec,l,b,parallax
                        11,10,1,1,1,1
                        12,20,2,1,1,2
                        13,30,3,1,1,3
                        """).file("distances.csv", """
                        source_id,r_med_geo,r_med_photogeo,r_lo_photogeo,r_hi_photogeo
                        11,900,1000,950,1100
                        12,1900,2000,1950,2100
                        13,2900,3000,2950,3100
                        """);
        mini.study("""
                study: mini
                catalogues:
                  gaia:
                    file: gaia.csv
                    survey: gaia-dr3
                    columns: {fe_h: {expression: -parallax / 10, unit: dex}}
                    join: {file: distances.csv, survey: bailer-jones-2021, on: source_id}
                sun: hawkins2023
                phase-space: positions
                epoch: {to: 2000.0, radial-motion: neglected}
                """ + PRODUCTS);
        // Gaia's epoch is the dictionary's, so that the study need not state it; the proper motions are asked for.
        assertThatThrownBy(() -> mini.run())
                .isInstanceOf(InputError.class)
                .hasMessageContaining("there is no column 'pmra'");
        mini.study("""
                study: mini
                catalogues:
                  gaia:
                    file: gaia.csv
                    survey: gaia-dr3
                    columns: {fe_h: {expression: -parallax / 10, unit: dex}}
                    join: {file: distances.csv, survey: bailer-jones-2021, on: source_id}
                sun: hawkins2023
                phase-space: positions
                """ + PRODUCTS).run();
        // l of (10, 1) deg by astropy 5.2: 116.9 deg; the file's 1 deg is not taken.
        assertThat(mini.stars("SELECT distance, distance_lo, distance_geo, round(l, 1), status FROM stars")
                        .getFirst())
                .containsExactly("1.0", "0.95", "0.9", "116.9", "OK");
    }

    /** Imig et al. (2023): stars outside the training set of masses have BITMASK & 2; the value 4 is something else. */
    @Test
    void bitmaskAndTwoOfDistMassIsOutsideTheTrainingSet() {
        mini.file("distmass.csv", """
                APOGEE_ID,WEIGHTED_DIST,AGE_UNCOR_SS,BITMASK
                2M1,1000,1e9,1
                2M2,2000,2e9,2
                2M3,3000,3e9,4
                2M4,4000,4e9,7
                2M5,5000,5e9,0
                """);
        mini.study("""
                study: mini
                catalogues:
                  giants:
                    file: apogee.csv
                    survey: {name: apogee-dr17-allstar, except: [distance]}
                    join: {file: distmass.csv, survey: apogee-distmass, on: apogee_id}
                cuts: [{name: ages, keep: "NOT flag(distmass, OUTSIDE_TRAINING_SET)"}]
                """ + PRODUCTS).run();
        assertThat(mini.stars("SELECT apogee_id, age, distance FROM stars"))
                .containsExactly(
                        List.of("2M1", "1.0", "1.0"), List.of("2M3", "3.0", "3.0"), List.of("2M5", "5.0", "5.0"));
        mini.study("""
                study: mini
                catalogues:
                  giants:
                    file: apogee.csv
                    survey: apogee-dr17-allstar
                    join: {file: distmass.csv, survey: apogee-distmass, on: apogee_id}
                """ + PRODUCTS);
        assertThatThrownBy(() -> mini.check())
                .isInstanceOf(InputError.class)
                .hasMessageContaining("the column 'distance' comes from apogee.csv and from distmass.csv")
                .hasMessageContaining("except: [distance]");
    }

    /** By hand from the polynomials of Recio-Blanco et al. (2023): at log g = 2 they are 0.3528, 0.0178 and 0.0531 dex. */
    @Test
    void gspSpecIsCalibratedAsThePaperSays() {
        String flags = "0".repeat(41);
        mini.file("gaia.ecsv", """
                # %%ECSV 1.0
                # ---
                # datatype:
                # - {name: source_id, datatype: int64}
                # - {name: mh_gspspec, datatype: float64}
                # - {name: logg_gspspec, datatype: float64}
                # - {name: alphafe_gspspec, datatype: float64}
                # - {name: flags_gspspec, datatype: string}
                source_id mh_gspspec logg_gspspec alphafe_gspspec flags_gspspec
                1 -0.5 2 0.1 %s
                2 0.25 0 0.1 %s
                3 -0.5 2 0.1 %s
                """.formatted(flags, flags, flags.substring(0, 7) + "1" + flags.substring(8)));
        mini.study("""
                study: mini
                catalogues:
                  gaia: {file: gaia.ecsv, survey: gaia-dr3-astrophysical-parameters}
                products:
                  line: {kind: gradient, x: logg, y: m_h, method: ols, minimum-count: 3}
                """).run();
        assertThat(
                        mini.stars(
                                "SELECT round(calibrated_logg, 6), round(calibrated_m_h, 6), round(calibrated_alpha_fe, 6), round(calibrated_alpha_fe_extrapolated, 6) FROM stars"))
                .containsExactly(
                        List.of("2.3528", "-0.4822", "0.1531", "0.1524"),
                        List.of("0.4496", "0.524", "missing", "missing"),
                        List.of("2.3528", "-0.4822", "missing", "0.1524"));
    }

    /** A real extract of APOGEE DR17: 95 stars; numbers by numpy on ASPCAPFLAG, STARFLAG and GAIAEDR3_R_MED_PHOTOGEO. */
    @Test
    void realStarsOfApogeeComeByTheirDictionary() {
        Path data = Path.of(System.getProperty("cellarius.root", "."), "..", "shared", "data")
                .normalize();
        assumeTrue(
                Files.exists(data.resolve("formats/apogee_dr17_allstar_x_montalban2021.fits")),
                "skipped: the APOGEE table is not on this machine");
        mini.study("""
                study: mini
                catalogues:
                  giants: {file: "data:formats/apogee_dr17_allstar_x_montalban2021.fits", survey: apogee-dr17-allstar}
                cuts:
                  - {name: good, keep: "NOT flag(aspcap, STAR_BAD)"}
                  - {name: no persistence, keep: "NOT flag(star, PERSIST_HIGH)"}
                products:
                  line: {kind: gradient, x: distance, y: fe_h, method: ols, minimum-count: 3}
                """);
        RunResult result = mini.prepared(mini.output(), mini.cache(), Overwrite.REFUSE, 2, Optional.of(data))
                .run();
        assertThat(MiniStudy.flow(result))
                .contains(
                        "cut good: NOT flag(aspcap, STAR_BAD) | 95 94 1",
                        "cut no persistence: NOT flag(star, PERSIST_HIGH) | 94 78 16");
        assertThat(mini.stars("SELECT count(*), count(pmra), count(fe_h) FROM stars"))
                .containsExactly(List.of("78", "78", "78"));
    }
}
