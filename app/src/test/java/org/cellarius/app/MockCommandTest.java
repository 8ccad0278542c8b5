package org.cellarius.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Mock surveys as a user makes them: files in the surveys' formats, the truth beside them, and what goes wrong. */
class MockCommandTest {

    private static final String HOME = "cellarius.home";

    @TempDir
    Path folder;

    private String before = "";

    @BeforeEach
    void home() {
        before = System.getProperty(HOME, "");
        System.setProperty(HOME, System.getProperty("cellarius.root", ".."));
    }

    @AfterEach
    void back() {
        System.setProperty(HOME, before);
    }

    private Outcome mock(String survey, int stars, Path out, Object... more) {
        var arguments = new ArrayList<Object>(List.of("mock", survey, "--stars", stars, "--seed", 5, "--out", out));
        arguments.addAll(List.of(more));
        return Outcome.of(arguments.toArray());
    }

    private JsonNode truth(Path mock) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(mock.resolve("truth.json")));
    }

    /** The study's own check finds nothing wrong with the files: names, types, units, and every file is there. */
    @ParameterizedTest
    @ValueSource(strings = {"chen2025", "vickers2021", "imig2023", "hawkins2023", "long2025"})
    void theStudyAcceptsTheFilesOfItsMock(String survey) throws IOException {
        Path out = folder.resolve(survey);
        Outcome made = mock(survey, 3000, out, "--json");
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.json().path("stars").asLong()).isEqualTo(3000);
        Outcome check = Outcome.of(
                "check",
                Path.of(System.getProperty(HOME), "studies", survey),
                "--data",
                out,
                "--cache",
                folder.resolve("cache"));
        assertThat(check.code()).as(check.err()).isZero();
        JsonNode truth = truth(out);
        assertThat(truth.path("survey").asString()).isEqualTo(survey);
        assertThat(truth.path("numbers").size()).isGreaterThan(5);
        assertThat(truth.path("galaxy")
                        .path("lowAlpha")
                        .path("migrationAt8GyrKpc")
                        .asDouble())
                .isEqualTo(3.6);
        truth.path("files")
                .properties()
                .forEach(e -> assertThat(out.resolve(e.getKey())).isNotEmptyFile());
        Outcome described = Outcome.of("describe", out.resolve("truth.parquet"), "--json");
        assertThat(described.json().path("rows").asLong()).isEqualTo(3000);
        try (Stream<Path> inside = Files.list(out)) {
            assertThat(inside.map(p -> String.valueOf(p.getFileName()))).noneMatch(n -> n.startsWith("."));
        }
    }

    /** A table as lines of cells, converted to CSV by the program itself. */
    private List<Map<String, String>> rows(Path table) throws IOException {
        Path csv = folder.resolve(table.getFileName() + ".csv");
        Outcome converted = Outcome.of("convert", table, csv, "--force");
        assertThat(converted.code()).as(converted.err()).isZero();
        List<String> lines = Files.readAllLines(csv);
        List<String> names = Arrays.asList(lines.getFirst().split(",", -1));
        var rows = new ArrayList<Map<String, String>>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = Arrays.asList(line.split(",", -1));
            var row = new HashMap<String, String>();
            for (int k = 0; k < names.size(); k++) {
                row.put(names.get(k), cells.get(k));
            }
            rows.add(row);
        }
        return rows;
    }

    /** APOGEE's bits say what is true of the star and its spectrum: repeats, bad signal, ages that are worth nothing; ages are in years, in dex their errors. */
    @Test
    void flagsOfApogeeAreThoseOfItsStars() throws IOException {
        Path out = folder.resolve("imig2023");
        assertThat(mock("imig2023", 2000, out).code()).isZero();
        Map<String, Map<String, String>> truth = new HashMap<>();
        rows(out.resolve("truth.parquet")).forEach(t -> truth.put(t.get("APOGEE_ID"), t));
        assertThat(truth).hasSize(2000);
        List<Map<String, String>> spectra = rows(out.resolve("allStar-dr17-synspec_rev1.fits"));
        assertThat(spectra).hasSize(2050);
        int repeats = 0;
        for (Map<String, String> s : spectra) {
            long flags = Long.parseLong(s.get("ASPCAPFLAG"));
            assertThat((flags >> 27 & 1) == 1).isEqualTo(Double.parseDouble(s.get("SNR")) < 50);
            repeats += (Long.parseLong(s.get("EXTRATARG")) >> 4 & 1) == 1 ? 1 : 0;
            assertThat(truth).containsKey(s.get("APOGEE_ID"));
        }
        assertThat(repeats).isEqualTo(50);
        List<Map<String, String>> ages = rows(out.resolve("APOGEE_DistMass-DR17_v1.6.1.fits"));
        assertThat(ages).hasSize(2050);
        for (Map<String, String> a : ages) {
            Map<String, String> star = Objects.requireNonNull(truth.get(a.get("APOGEE_ID")));
            boolean poor = Double.parseDouble(star.get("fe_h")) <= -0.7;
            assertThat((Long.parseLong(a.get("BITMASK")) & 2) == 2).isEqualTo(poor);
            String age = String.valueOf(a.get("AGE_UNCOR_SS"));
            if (!poor && !age.isEmpty()) {
                double off = Math.log10(Double.parseDouble(age) / 1e9 / Double.parseDouble(star.get("age")));
                assertThat(Math.abs(off)).isLessThan(1.2);
            }
        }
    }

    /** The same command writes the same bytes; another seed does not. */
    @Test
    void aMockIsAFunctionOfItsSeed() throws IOException {
        assertThat(mock("chen2025", 500, folder.resolve("a"), "--threads", 1).code())
                .isZero();
        assertThat(mock("chen2025", 500, folder.resolve("b"), "--threads", 2).code())
                .isZero();
        assertThat(truth(folder.resolve("a"))).isEqualTo(truth(folder.resolve("b")));
        Outcome other = Outcome.of("mock", "chen2025", "--stars", 500, "--seed", 6, "--out", folder.resolve("c"));
        assertThat(other.code()).isZero();
        assertThat(truth(folder.resolve("c")).path("files"))
                .isNotEqualTo(truth(folder.resolve("a")).path("files"));
    }

    /** A handful of stars has no slopes; files and truth are there all the same, and it is said. */
    @ParameterizedTest
    @ValueSource(ints = {1, 60})
    void aFewStarsAreAMockWithoutSlopes(int stars) throws IOException {
        Path out = folder.resolve("few");
        Outcome made = mock("long2025", stars, out);
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.err()).contains("no slope of the truth was measured").contains("--stars");
        assertThat(truth(out).path("numbers").size()).isZero();
    }

    /** Files of one mock beside the truth of another are refused, and nothing is compared. */
    @Test
    void theTruthOfAnotherMockIsRefused() throws IOException {
        Path one = folder.resolve("one");
        Path other = folder.resolve("other");
        assertThat(mock("chen2025", 500, one).code()).isZero();
        assertThat(Outcome.of("mock", "chen2025", "--stars", 500, "--seed", 6, "--out", other)
                        .code())
                .isZero();
        Files.copy(other.resolve("truth.json"), one.resolve("truth.json"), StandardCopyOption.REPLACE_EXISTING);
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                study: small
                catalogues:
                  giants:
                    file: data:lamost_dr8_giants.fits
                    columns: {r: {from: r, unit: pc}, fe_h: {from: FEH_APOGEE, unit: dex, fillers: [-9999]}}
                phase-space: none
                products:
                  line: {kind: gradient, x: r, y: fe_h, method: ols}
                """);
        Outcome run = Outcome.of(
                "run", study, "--data", one, "--out", folder.resolve("out"), "--cache", folder.resolve("cache"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("belongs to another mock").contains("lamost_dr8_giants.fits");
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(Outcome.of("check", study, "--data", one).err()).contains("belongs to another mock");

        Files.writeString(one.resolve("truth.json"), "{\"survey\": 3}");
        Outcome broken = Outcome.of(
                "run", study, "--data", one, "--out", folder.resolve("out"), "--cache", folder.resolve("cache"));
        assertThat(broken.code()).isEqualTo(2);
        assertThat(broken.err()).contains("is not the truth of a mock survey");
    }

    @Test
    void wrongCommandsAreRefusedAndWriteNothing() throws IOException {
        Outcome unknown = mock("imig2024", 10, folder.resolve("x"));
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("imig2023");
        assertThat(mock("chen2025", 0, folder.resolve("x")).err()).contains("between 1 and 1,000,000,000");
        assertThat(folder.resolve("x")).doesNotExist();

        Path mine = Files.createDirectory(folder.resolve("mine"));
        Files.writeString(mine.resolve("thesis.tex"), "x");
        assertThat(mock("chen2025", 10, mine).err()).contains("exists");
        assertThat(mock("chen2025", 10, mine, "--force").err()).contains("thesis.tex");
        assertThat(mine.resolve("thesis.tex")).exists();
        Outcome file = mock("chen2025", 10, mine.resolve("thesis.tex"), "--force");
        assertThat(file.code()).isEqualTo(2);
        assertThat(file.err()).contains("is a file");
        assertThat(mock("chen2025", 10, folder.resolve("x"), "--zone-width", "1kpc")
                        .err())
                .contains("mock import");
    }

    /** Particles of a simulation become stars with their radii of birth, ages and [Fe/H], as often as their masses say; unsound ones are left out. */
    @Test
    void particlesOfASimulationBecomeStars() throws IOException {
        Path particles = Files.writeString(folder.resolve("vice.csv"), """
                zone_origin,galr_final,age,mass,[fe/h],[o/fe]
                40,8.5,3,1,0.10,0.0
                60,9.0,5,3,-0.10,0.1
                ,9.0,5,1,-0.2,0.1
                60,9.0,-1,1,-0.3,0.1
                60,9.0,5,0,-0.4,0.1
                """);
        Path out = folder.resolve("mock");
        Outcome made = Outcome.of("mock", "import", particles, "--survey", "chen2025", "--stars", 2000, "--out", out);
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(truth(out).path("galaxy").path("particles").asString())
                .contains("vice.csv")
                .contains("SHA-256");
        Path csv = folder.resolve("truth.csv");
        assertThat(Outcome.of("convert", out.resolve("truth.parquet"), csv).code())
                .isZero();
        List<String> lines = Files.readAllLines(csv);
        List<String> names = Arrays.asList(lines.getFirst().split(",", -1));
        int light = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            double age = Double.parseDouble(cells[names.indexOf("age")]);
            boolean young = age == 3;
            light += young ? 1 : 0;
            assertThat(age).isIn(3.0, 5.0);
            assertThat(Double.parseDouble(cells[names.indexOf("fe_h")])).isEqualTo(young ? 0.10 : -0.10);
            assertThat(Double.parseDouble(cells[names.indexOf("r_birth")]))
                    .isCloseTo(young ? 4.05 : 6.05, within(1e-9));
            assertThat(Double.parseDouble(cells[names.indexOf("rg")])).isEqualTo(young ? 8.5 : 9.0);
        }
        // One to three, and nearly as easily seen.
        assertThat(light / 2000.0).isBetween(0.2, 0.3);

        Outcome refused = Outcome.of(
                "mock",
                "import",
                particles,
                "--survey",
                "chen2025",
                "--stars",
                10,
                "--out",
                folder.resolve("x"),
                "--age",
                "t");
        assertThat(refused.code()).isEqualTo(2);
        Path old = Files.writeString(folder.resolve("old.csv"), "galr_origin,galr_final,age,[fe/h]\n4,8,33,0\n");
        Outcome unseen =
                Outcome.of("mock", "import", old, "--survey", "chen2025", "--stars", 10, "--out", folder.resolve("x"));
        assertThat(unseen.code()).as(unseen.err()).isEqualTo(2);
        assertThat(unseen.err()).contains("sees none").contains("0.8 Gyr").doesNotContain("defect");
        Path without = Files.writeString(folder.resolve("without.csv"), "galr_origin,age,[fe/h]\n4,3,0\n");
        Outcome lacking = Outcome.of(
                "mock", "import", without, "--survey", "chen2025", "--stars", 10, "--out", folder.resolve("x"));
        assertThat(lacking.code()).isEqualTo(2);
        assertThat(lacking.err()).contains("galr_final").contains("--today");
        assertThat(folder.resolve("x")).doesNotExist();
    }

    /** Units that a table of particles states are converted; without them ages are Gyr and radii kpc. */
    @Test
    void unitsOfParticlesAreConverted() throws IOException {
        Path plain = Files.writeString(
                folder.resolve("plain.csv"), "galr_origin,galr_final,age,[fe/h]\n4,8.5,3,0.1\n6,9,5,-0.1\n");
        Path stated = Files.writeString(folder.resolve("stated.ecsv"), """
                # %ECSV 1.0
                # ---
                # datatype:
                # - {name: galr_origin, unit: pc, datatype: float64}
                # - {name: galr_final, unit: pc, datatype: float64}
                # - {name: age, unit: Myr, datatype: float64}
                # - {name: fe_h, datatype: float64}
                galr_origin galr_final age fe_h
                4000 8500 3000 0.1
                6000 9000 5000 -0.1
                """);
        for (Path table : List.of(plain, stated)) {
            Path out = folder.resolve("mock-" + table.getFileName());
            Outcome made = Outcome.of("mock", "import", table, "--survey", "chen2025", "--stars", 200, "--out", out);
            assertThat(made.code()).as(made.err()).isZero();
            for (Map<String, String> star : rows(out.resolve("truth.parquet"))) {
                double age = Double.parseDouble(String.valueOf(star.get("age")));
                assertThat(age).isIn(3.0, 5.0);
                assertThat(Double.parseDouble(String.valueOf(star.get("r_birth"))))
                        .isEqualTo(age == 3 ? 4 : 6);
            }
        }
    }

    /** Only the survey's own study is held against the truth: another's slices of the same name are other slices. */
    @Test
    void otherStudiesAreNotHeldAgainstTheTruth() throws IOException {
        Path out = folder.resolve("mock");
        assertThat(mock("chen2025", 3000, out).code()).isZero();
        String study = """
                study: NAME
                catalogues:
                  giants:
                    file: data:lamost_dr8_giants.fits
                    columns: {r: {from: r, unit: pc}, z: {from: z, unit: pc}, fe_h: {from: FEH_APOGEE, unit: dex, fillers: [-9999]}}
                phase-space: none
                populations: {thin: abs(z) < 0.5, thick: abs(z) > 0.5}
                products:
                  gradient: {kind: gradient, populations: [thin, thick], x: r, y: fe_h, method: ols, slices: {of: abs(z), edges: [0, 0.5, 3]}}
                """;
        for (String name : List.of("mine", "chen2025")) {
            Path file = Files.writeString(folder.resolve(name + ".yaml"), study.replace("NAME", name));
            Outcome run = Outcome.of(
                    "run", file, "--data", out, "--out", folder.resolve(name), "--cache", folder.resolve("cache"));
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out())
                    .doesNotContain("agrees")
                    .doesNotContain("differs")
                    .doesNotContain("missing");
            if (name.equals("mine")) {
                assertThat(run.err()).contains("is that of the study chen2025 and is not compared");
            }
        }
    }
}
