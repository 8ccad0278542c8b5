package org.cellarius.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cellarius.catalogue.survey.SurveyDictionaries;
import org.cellarius.catalogue.survey.SurveyDictionary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Survey dictionaries on the command line: recognised, listed, printed, applied. */
class SurveyToolsTest {

    @TempDir
    Path folder;

    private Path apogee = Path.of("");

    @BeforeEach
    void write() throws IOException {
        apogee = Files.writeString(folder.resolve("apogee.csv"), """
                APOGEE_ID,GAIAEDR3_SOURCE_ID,GAIAEDR3_R_MED_PHOTOGEO,FE_H,MG_FE,ASPCAPFLAG,STARFLAG,EXTRATARG
                2M1,1,1000,0.1,0.1,0,0,0
                2M2,2,2000,0.3,-9999.99,64,0,0
                2M3,3,3000,0.5,0.3,0,0,0
                2M4,4,4000,0.7,0.4,0,0,0
                2M5,0,5000,9,0.5,8388608,0,0
                """);
    }

    @Test
    void describeTellsWhichSurveyATableLooksLike() {
        assertThat(Outcome.of("describe", apogee).out())
                .contains("looks like APOGEE DR17 allStar (apogee-dr17-allstar; 8 of ")
                .contains("use  survey: apogee-dr17-allstar");
        JsonNode survey = Outcome.of("describe", apogee, "--json").json().path("survey");
        assertThat(survey.path("name").asString()).isEqualTo("apogee-dr17-allstar");
        assertThat(survey.path("found").asInt()).isEqualTo(8);
        SurveyDictionary d = SurveyDictionaries.named("apogee-dr17-allstar", "");
        assertThat(survey.path("all").asInt())
                .isEqualTo(d.columns().size() + d.flags().size());
    }

    @Test
    void describeSaysNothingOfATableThatIsNoKnownSurvey() throws IOException {
        Path other = Files.writeString(folder.resolve("other.csv"), "ra,dec,fe_h\n1,2,3\n");
        assertThat(Outcome.of("describe", other).out()).doesNotContain("looks like");
        assertThat(Outcome.of("describe", other, "--json").json().path("survey").isNull())
                .isTrue();
    }

    @Test
    void surveysListsThemAndPrintsOneThatCanBeUsedAgain() throws IOException {
        Outcome list = Outcome.of("surveys");
        assertThat(list.out().lines()).hasSameSizeAs(SurveyDictionaries.shipped());
        assertThat(list.out()).contains("gaia-dr3 ").contains("GALAH DR3");
        assertThat(Outcome.of("surveys", "--json")
                        .json()
                        .path("surveys")
                        .valueStream()
                        .map(s -> s.path("name").asString()))
                .contains("apogee-distmass");
        Outcome one = Outcome.of("surveys", "apogee-dr17-allstar");
        Path copy = Files.writeString(folder.resolve("copy.yaml"), one.out());
        assertThat(SurveyDictionaries.read(copy, "").columns())
                .isEqualTo(SurveyDictionaries.named("apogee-dr17-allstar", "").columns());
        Outcome wrong = Outcome.of("surveys", "galah-dr33");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("did you mean 'galah-dr3'?");
    }

    @Test
    void convertWritesCanonicalColumnsAndUnits() {
        Path out = folder.resolve("canonical.ecsv");
        assertThat(Outcome.of("convert", apogee, out, "--survey", "apogee-dr17-allstar")
                        .code())
                .isZero();
        JsonNode columns = Outcome.of("describe", out, "--json").json().path("columns");
        assertThat(columns.valueStream()
                        .map(c ->
                                c.path("name").asString() + " " + c.path("unit").asString() + " "
                                        + c.path("nulls").asInt()))
                .containsExactly(
                        "apogee_id  0",
                        "source_id  1",
                        "distance kpc 0",
                        "fe_h dex 0",
                        "mg_fe dex 1",
                        "aspcap_flags  0",
                        "star_flags  0",
                        "extratarg_flags  0");
        assertThat(columns.valueStream()
                        .filter(c -> c.path("name").asString().equals("distance"))
                        .findFirst()
                        .orElseThrow()
                        .path("max")
                        .asDouble())
                .isEqualTo(5);
    }

    @Test
    void fitKnowsCanonicalColumnsAndFlagsByName() {
        List<Object> fit = List.of(
                "fit",
                apogee,
                "--x",
                "distance",
                "--y",
                "fe_h",
                "--method",
                "ols",
                "--survey",
                "apogee-dr17-allstar",
                "--json");
        var all = new java.util.ArrayList<>(fit);
        all.addAll(List.of("--where", "NOT flag(aspcap, STAR_BAD)"));
        Outcome outcome = Outcome.of(all.toArray());
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.json().path("slope").asDouble())
                .isCloseTo(0.2, org.assertj.core.api.Assertions.within(1e-12));
        assertThat(outcome.json().path("n").asInt()).isEqualTo(4);
    }

    /** The names of flags stay in a Parquet table, and so go on with it. */
    @Test
    void flagsKeepTheirNamesInParquet() {
        Path out = folder.resolve("canonical.parquet");
        Outcome.of("convert", apogee, out, "--survey", "apogee-dr17-allstar");
        Outcome fit = Outcome.of(
                "fit",
                out,
                "--x",
                "distance",
                "--y",
                "fe_h",
                "--method",
                "ols",
                "--json",
                "--where",
                "NOT flag(aspcap, STAR_BAD)");
        assertThat(fit.json().path("n").asInt()).isEqualTo(4);
    }

    @Test
    void aTableOfAnotherSurveyIsRefusedAndNothingIsWritten() {
        Path out = folder.resolve("no.fits");
        Outcome outcome = Outcome.of("convert", apogee, out, "--survey", "galah-dr3");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("is not GALAH DR3 (galah-dr3): it lacks sobject_id");
        assertThat(out).doesNotExist();
    }

    /** Every real table that has a dictionary goes through it, whole; row counts are those of the data folder's list. */
    @ParameterizedTest
    @CsvSource({
        "formats/apogee_dr17_allstar_x_montalban2021.fits, apogee-dr17-allstar, 95",
        "formats/gaia_dr3_source_small.fits, gaia-dr3, 1000",
        "formats/gaia_dr2_source_small.vot, gaia-dr2, 100",
        "stars/galah_dr3_high_ecc.fits, galah-dr3, 1061",
        "clusters/CANTAT2020.csv, clusters-cantat-gaudin-2020, 2017",
        "clusters/DIAS2021.csv, clusters-dias-2021, 1741",
        "clusters/DONOR2020.csv, clusters-donor-2020, 128",
        "clusters/HUNT2023.csv.gz, clusters-hunt-2023, 6806",
        "clusters/NETOPIL2016.csv, clusters-netopil-2016, 172",
        "clusters/occam_dr16_cluster.fits, clusters-occam-dr16, 126",
        "clusters/SPINA2021.csv, clusters-spina-2021, 205",
        "clusters/SPINA2022.csv, clusters-spina-2022, 250",
        "clusters/ZHONG2020.csv, clusters-zhong-2020, 295",
        "cepheids/fundamental_cepheids_anders2024.fits, cepheids-anders-2024, 2247",
        "cepheids/genovali2014_table4.fits, cepheids-genovali-2014, 375",
        "cepheids/ripepi2022_table1.fits, cepheids-ripepi-2022, 499",
    })
    void realTablesComeInCanonicalColumns(String file, String survey, int rows) {
        Path table = Path.of(System.getProperty("cellarius.root", ".."), "..", "shared", "data", file)
                .normalize();
        assumeTrue(Files.exists(table), "skipped: the published table " + file + " is not on this machine");
        Path out = folder.resolve("real.parquet");
        Outcome converted = Outcome.of("convert", table, out, "--survey", survey);
        assertThat(converted.err()).doesNotContain("cellarius:");
        assertThat(converted.code()).isZero();
        JsonNode told = Outcome.of("describe", out, "--json").json();
        assertThat(told.path("rows").asInt()).isEqualTo(rows);
        // Nearest and farthest: whoever reads pc as kpc, or the other way, would be outside.
        told.path("columns")
                .valueStream()
                .filter(c -> c.path("name").asString().equals("distance"))
                .forEach(c -> {
                    assertThat(c.path("unit").asString()).isEqualTo("kpc");
                    assertThat(c.path("min").asDouble()).isBetween(0.001, 2.0);
                    assertThat(c.path("max").asDouble()).isBetween(1.0, 500.0);
                });
    }
}
