package org.cellarius.catalogue.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.cellarius.catalogue.CanonicalColumns;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.ParquetTable;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableSelection;
import org.cellarius.catalogue.unit.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dictionaries that come with the program, held to the data models and, where they are on the machine, to real files. */
final class SurveyDictionariesTest {

    private static SurveyDictionary dictionary(String name) {
        return SurveyDictionaries.named(name, "");
    }

    @Test
    void everyDictionaryOfTheFolderIsListedAndLoads() throws IOException {
        Path folder = Path.of(System.getProperty("cellarius.root", ".."))
                .resolve("catalogue/src/main/resources/org/cellarius/catalogue/survey");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(SurveyDictionaries.shipped().stream().map(d -> d.name() + ".yaml"))
                    .containsExactlyInAnyOrderElementsOf(files.map(f -> String.valueOf(f.getFileName()))
                            .filter(f -> f.endsWith(".yaml"))
                            .toList());
        }
    }

    /** The guide's table is that of the resources: names, titles, evidence, flags, in the order of the list. */
    @Test
    void theGuideListsThemAll() throws IOException {
        Path guide = Path.of(System.getProperty("cellarius.root", "..")).resolve("docs/guide/surveys.md");
        List<String> rows = SurveyDictionaries.shipped().stream()
                .map(d -> "| `%s` | %s | %s | %s |"
                        .formatted(
                                d.name(),
                                d.title(),
                                d.columns().stream().allMatch(c -> c.evidence() == Evidence.FILE)
                                        ? "file"
                                        : "documentation",
                                String.join(
                                        " ",
                                        d.flags().stream()
                                                .map(f -> "`" + f.names().flag() + "`")
                                                .toList())))
                .toList();
        assertThat(Files.readAllLines(guide).stream().filter(l -> l.startsWith("| `")))
                .containsExactlyElementsOf(rows);
    }

    @Test
    void theGuidesExampleIsADictionary() throws IOException {
        String guide = Files.readString(
                Path.of(System.getProperty("cellarius.root", "..")).resolve("docs/guide/surveys.md"));
        String from = guide.substring(guide.indexOf("survey: my-survey  "));
        SurveyDictionary example = SurveyDictionaryReader.read("guide", from.substring(0, from.indexOf("```")));
        assertThat(example.starColumns())
                .containsExactly(
                        "source_id", "distance", "fe_h", "age", "distance_geo", "quality_flags", "words_flags");
    }

    @Test
    void unitsParseAndCanonicalColumnsGetUnitsThatConvert() {
        for (SurveyDictionary d : SurveyDictionaries.shipped()) {
            for (SurveyColumn c : d.columns()) {
                c.unit()
                        .ifPresent(u -> assertThat(Unit.tryParse(u))
                                .as(d.name() + " " + c.name())
                                .isPresent());
                CanonicalColumns.unitOf(c.name())
                        .filter(u -> !u.canonicalText().isEmpty())
                        .ifPresent(u -> assertThat(
                                        Unit.parse(c.unit().orElseThrow()).convertsTo(u))
                                .as(d.name() + " " + c.name())
                                .isTrue());
            }
        }
    }

    /**
     * The bits that papers name by number: sdss4.org/dr17/irspec/apogee-bitmasks and bitmask.py of sdss/apogee; Imig et al. 2023 for DistMass;
     * galah-survey.org/dr4/flags; models/aspcap.py of sdss/astra.
     */
    @ParameterizedTest
    @CsvSource({
        "apogee-dr17-allstar, aspcap, STAR_BAD, 8388608",
        "apogee-dr17-allstar, aspcap, SN_BAD, 134217728",
        "apogee-dr17-allstar, aspcap, NO_ASPCAP_RESULT, 2147483648",
        "apogee-dr17-allstar, aspcap, MISSING_APSTAR, 4294967296",
        "apogee-dr17-allstar, aspcap, NO_GRID, 8589934592",
        "apogee-dr17-allstar, aspcap, BAD_FRAC_LOWSNR, 17179869184",
        "apogee-dr17-allstar, aspcap, BAD_FRAC_BADPIX, 34359738368",
        "apogee-dr17-allstar, aspcap, FERRE_FAIL, 68719476736",
        "apogee-dr17-allstar, aspcap, PROBLEM_TARGET, 1099511627776",
        "apogee-dr17-allstar, aspcap, MULTIPLE_SUSPECT, 2199023255552",
        "apogee-dr17-allstar, star, MTPFLUX_LT_50, 33554432",
        "sdss-dr19-aspcap, star, MTPFLUX_LT_50, 33554432",
        "sdss-dr19-aspcap, astra_aspcap, LOW_SNR, 67108864",
        "sdss-dr19-aspcap, astra_aspcap, FERRE_FAIL, 1",
        "sdss-dr19-aspcap, mg_h, BAD_GRID_EDGE, 256",
        "sdss-dr19-aspcap, ce_h, UPPER_LIMIT_5, 16",
        "sdss-dr19-mwm-allstar, extratarg, DUPLICATE, 16",
        "galah-dr4, galah_dr4, LOW_SNR, 2048",
        "galah-dr4, galah_dr4, NO_RESULTS, 16384",
        "apogee-dr17-allstar, star, LOW_SNR, 16",
        "apogee-dr17-allstar, star, PERSIST_HIGH, 512",
        "apogee-dr17-allstar, star, SUSPECT_BROAD_LINES, 131072",
        "apogee-dr17-allstar, extratarg, DUPLICATE, 16",
        "apogee-distmass, distmass, OUTSIDE_TRAINING_SET, 2",
        "galah-dr3, galah, RUWE, 1",
        "galah-dr3, galah, FE_LINES, 256",
        "galah-dr3, galah, MARCS_LIMIT, 1024",
    })
    void bitsAreThoseOfTheDataModels(String survey, String flag, String name, long mask) {
        FlagNames names = flags(survey, flag);
        assertThat(FlagNames.mask(names.place(name).orElseThrow())).isEqualTo(mask);
    }

    /** Recio-Blanco et al. 2023, table 2, where characters count from 1. */
    @ParameterizedTest
    @CsvSource({"vbroadT, 1", "fluxNoise, 7", "extrapol, 8", "KMgiantPar, 13", "NUpLim, 14", "CaUncer, 23", "DIBq, 41"})
    void charactersOfTheGaiaFlagAreThoseOfThePaper(String name, int counted) {
        assertThat(flags("gaia-dr3-astrophysical-parameters", "gspspec").place(name))
                .hasValue(counted - 1);
    }

    private static FlagNames flags(String survey, String flag) {
        return dictionary(survey).flags().stream()
                .map(SurveyFlags::names)
                .filter(n -> n.flag().equals(flag))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anUnknownSurveyIsToldWithTheNearestName() {
        assertThatThrownBy(() -> SurveyDictionaries.named("apogee-dr17-allstars", "study.yaml:4:13"))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("did you mean 'apogee-dr17-allstar'?")
                .hasMessageContaining("study.yaml:4:13");
    }

    /** Made up of the names alone, so that it holds where no survey file is. */
    @Test
    void aTableWithAllColumnsOfADictionaryIsRecognisedAsThatOne() {
        for (SurveyDictionary d : SurveyDictionaries.shipped()) {
            for (var signature : d.recognisedBy()) {
                assertThat(SurveyDictionaries.recognised(List.copyOf(signature)).stream()
                                .map(m -> m.dictionary().name()))
                        .as("recognised by " + signature)
                        .contains(d.name());
            }
            assertThat(d.recognisedBy().stream()
                            .anyMatch(s -> d.match(List.copyOf(s)).missing().isEmpty()))
                    .as(d.name() + " does not need more than it is recognised by")
                    .isTrue();
        }
        assertThat(SurveyDictionaries.recognised(List.of("ra", "dec", "fe_h", "teff", "logg")))
                .isEmpty();
    }

    /** Every published table of the data folder: which survey it is, if any. */
    @Test
    void realFilesAreRecognisedAsWhatTheyAreAndNothingElseIs() throws IOException {
        Path data = Path.of(System.getProperty("cellarius.root", "."), "..", "shared", "data")
                .normalize();
        assumeTrue(Files.exists(data), "skipped: the folder of published tables is not on this machine");
        Map<String, String> expected = new HashMap<>();
        for (String line : EXPECTED.lines().toList()) {
            String[] words = line.strip().split(" +", -1);
            expected.put(words[0], words[1]);
        }
        Map<String, String> found = new HashMap<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = data.relativize(file).toString();
                List<SurveyMatch> matches = SurveyDictionaries.recognised(columns(file));
                if (!matches.isEmpty()) {
                    found.put(
                            name,
                            String.join(
                                    ",",
                                    matches.stream()
                                            .map(m -> m.dictionary().name())
                                            .toList()));
                }
                matches.forEach(m -> assertThat(m.missing()).as(name).isEmpty());
            }
        }
        assertThat(found).containsExactlyInAnyOrderEntriesOf(expected);
    }

    /** What is said to have been seen in a file is in the file of that survey. */
    @Test
    void columnsKnownFromAFileAreInTheFile() {
        Path data = Path.of(System.getProperty("cellarius.root", "."), "..", "shared", "data")
                .normalize();
        assumeTrue(Files.exists(data), "skipped: the folder of published tables is not on this machine");
        Map<String, List<String>> filesOf = new HashMap<>();
        EXPECTED.lines()
                .map(l -> l.strip().split(" +", -1))
                .forEach(w -> filesOf.computeIfAbsent(w[1], s -> new java.util.ArrayList<>())
                        .add(w[0]));
        for (SurveyDictionary d : SurveyDictionaries.shipped()) {
            List<String> columns = filesOf.getOrDefault(d.name(), List.of()).stream()
                    .flatMap(f -> columns(data.resolve(f)).stream())
                    .toList();
            SurveyMatch match = d.match(columns);
            assertThat(d.columns().stream()
                            .filter(c -> c.evidence() == Evidence.FILE)
                            .filter(c -> !match.columns().contains(c))
                            .map(SurveyColumn::name))
                    .as(d.name())
                    .isEmpty();
            assertThat(d.flags().stream()
                            .filter(f -> f.evidence() == Evidence.FILE)
                            .filter(f -> !match.flags().contains(f)))
                    .as(d.name())
                    .isEmpty();
        }
    }

    private static List<String> columns(Path file) {
        TableFile table;
        try {
            table = TableFile.open(file, TableSelection.automatic());
        } catch (InputError notATable) {
            return List.of();
        }
        return switch (table) {
            case StreamedTable t ->
                t.columns().stream().map(ColumnDescription::name).toList();
            case ParquetTable t -> List.of(Objects.toString(t.path()));
        };
    }

    private static final String EXPECTED = """
            formats/apogee_dr17_allstar_x_montalban2021.fits apogee-dr17-allstar
            formats/gaia_dr3_source_small.fits gaia-dr3
            formats/gaia_dr2_source_small.vot gaia-dr2
            formats/gaia_dr2_rv_small.fits gaia-dr2
            formats/gaia_dr2_negative_parallax.fits gaia-dr2
            stars/galah_dr3_high_ecc.fits galah-dr3
            clusters/CANTAT2020.csv clusters-cantat-gaudin-2020
            clusters/DIAS2021.csv clusters-dias-2021
            clusters/DONOR2020.csv clusters-donor-2020
            clusters/HUNT2023.csv.gz clusters-hunt-2023
            clusters/NETOPIL2016.csv clusters-netopil-2016
            clusters/occam_dr16_cluster.fits clusters-occam-dr16
            clusters/SPINA2021.csv clusters-spina-2021
            clusters/SPINA2022.csv clusters-spina-2022
            clusters/CANTAT2020_1.csv clusters-cantat-gaudin-anders-2020
            clusters/CAVALLO2024.csv.gz clusters-cavallo-2024
            clusters/FU2022.csv clusters-fu-2022
            clusters/occam_dr16_member.fits clusters-occam-dr16-members
            clusters/TARRICQ2022.csv clusters-tarricq-2022
            clusters/ZHANG2024.csv clusters-zhang-2024
            clusters/ZHONG2020.csv clusters-zhong-2020
            cepheids/fundamental_cepheids_anders2024.fits cepheids-anders-2024
            cepheids/genovali2014_table3.fits cepheids-genovali-2014
            cepheids/genovali2014_table4.fits cepheids-genovali-2014
            cepheids/ripepi2022_table1.fits cepheids-ripepi-2022
            """;
}
