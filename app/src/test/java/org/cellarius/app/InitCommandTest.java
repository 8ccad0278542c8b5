package org.cellarius.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study that `init` writes runs as it tells, or the lines to fill in are those that it tells. */
class InitCommandTest {

    @TempDir
    Path folder;

    /** A table of these columns: a text of it, with values that each could have. */
    private Path table(String name, String... columns) throws IOException {
        var random = new Random(12);
        var text = new StringBuilder(String.join(",", columns)).append("\n");
        for (int row = 0; row < 60; row++) {
            var cells = new ArrayList<String>();
            for (String column : columns) {
                String c = column.toLowerCase(Locale.ROOT);
                double u = random.nextDouble();
                cells.add(
                        c.contains("name")
                                ? "NGC " + row
                                : c.startsWith("ra")
                                        ? number(360 * u)
                                        : c.startsWith("de")
                                                ? number(90 * u - 45)
                                                : c.contains("plx") || c.startsWith("parallax")
                                                        ? number(0.2 + u)
                                                        : c.contains("dist")
                                                                ? number(
                                                                        c.contains("pc") && !c.contains("kpc")
                                                                                ? 4000 * u + 100
                                                                                : 4 * u + 0.1)
                                                                : c.startsWith("e_")
                                                                        ? number(0.02 + 0.05 * u)
                                                                        : number(u - 0.5));
            }
            text.append(String.join(",", cells)).append("\n");
        }
        return Files.writeString(
                Files.createDirectories(folder.resolve("tables")).resolve(name), text.toString());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.5f", value);
    }

    private Path study() {
        return folder.resolve("my-study");
    }

    /** The command that `init` printed, without the program's name, the output put here. */
    private Outcome runAsTold(Outcome init) {
        String line = init.out()
                .lines()
                .filter(l -> l.contains("cellarius run"))
                .findFirst()
                .orElseThrow();
        Matcher words = Pattern.compile("'([^']*)'|(\\S+)").matcher(line.substring(line.indexOf("cellarius") + 9));
        List<Object> arguments = new ArrayList<>();
        while (words.find()) {
            arguments.add(words.group(1) == null ? words.group(2) : words.group(1));
        }
        arguments.addAll(List.of("--out", folder.resolve("out"), "--cache", folder.resolve("cache"), "--force"));
        return Outcome.of(arguments.toArray());
    }

    @Test
    void aTableWithUnitsRunsAtOnceWithGradientMapAndDistribution() throws IOException {
        Path table = table("stars.csv", "Name", "RA[deg]", "DE[deg]", "dist[pc]", "[Fe/H]", "e_[Fe/H]");
        // The unit of an abundance is none in most files, and dex here.
        Files.writeString(table, Files.readString(table).replace("[Fe/H],e_[Fe/H]", "feh[dex],e_feh[dex]"));
        Outcome init = Outcome.of("init", table, "--out", study());
        assertThat(init.err()).isEmpty();
        assertThat(init.out())
                .contains("distance (dist)", "run it:  cellarius run")
                .doesNotContain("fill in");
        Outcome run = runAsTold(init);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("gradient", "slope", "map", "distribution");
        assertThat(Files.readString(study().resolve("study.yaml"))).contains("method: wls", "y-error: fe_h_error");
    }

    @Test
    void unitsThatTheFileLacksAreAskedInTheLinesTold() throws IOException {
        Path table = table("stars.csv", "ra", "dec", "dist_pc", "[Fe/H]");
        Outcome init = Outcome.of("init", table, "--out", study());
        Matcher told = Pattern.compile("to fill in: lines ([0-9, ]+) of").matcher(init.out());
        assertThat(told.find()).as(init.out()).isTrue();
        List<String> lines = Files.readAllLines(study().resolve("study.yaml"));
        Outcome refused = runAsTold(init);
        assertThat(refused.code()).isEqualTo(2);
        List<Integer> numbers = Pattern.compile("\\d+")
                .matcher(told.group(1))
                .results()
                .map(m -> Integer.parseInt(m.group()))
                .toList();
        for (int line : numbers) {
            assertThat(lines.get(line - 1)).contains("unit: FILL_IN");
            assertThat(refused.err()).contains("study.yaml:" + line + ":");
        }
        assertThat(numbers).as("dist_pc and [Fe/H] tell their own").hasSize(2);
        String filled = String.join("\n", lines)
                .replaceAll("(ra|dec): \\{from: (\\w+), unit: FILL_IN", "$1: {from: $2, unit: deg");
        Files.writeString(study().resolve("study.yaml"), filled);
        assertThat(runAsTold(init).code()).isZero();
    }

    @Test
    void canonicalUnitsAreTakenWhereTheUserSaysSo() throws IOException {
        Path table = table("stars.csv", "ra", "dec", "dist", "feh");
        Outcome init = Outcome.of("init", table, "--out", study(), "--units", "canonical");
        Outcome run = runAsTold(init);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("units taken as canonical");
    }

    @Test
    void parallaxesBecomeDistances() throws IOException {
        Path table = table("stars.csv", "RAJ2000", "DEJ2000", "Plx", "e_Plx", "feh");
        Outcome init = Outcome.of("init", table, "--out", study(), "--units", "canonical");
        assertThat(Files.readString(study().resolve("study.yaml"))).contains("from: parallax", "prior: edsd");
        Outcome run = runAsTold(init);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("slope");
    }

    @Test
    void tablesOfSeveralFoldersAreCataloguesWithDataFoldersOfTheirOwn() throws IOException {
        Path first = table("a.csv", "ra", "dec", "dist", "feh");
        Path odd = Files.createDirectories(folder.resolve("it's [odd] fe=0"));
        Path second = Files.copy(first, odd.resolve("9 b.csv"));
        Path third = Files.copy(first, odd.resolve("a.csv"));
        Outcome init = Outcome.of("init", first, second, "--out", study(), "--units", "canonical");
        assertThat(init.out()).contains("tables=", "it-s-odd-fe-0=");
        Outcome same = Outcome.of("init", second, third, first, "--out", study(), "--units", "canonical", "--force");
        String yaml = Files.readString(study().resolve("study.yaml"));
        assertThat(yaml).contains("  b:\n", "  a:\n", "  a-2:\n", "populations: [b, a, a-2]");
        assertThat(same.code()).isZero();
        Outcome check = Outcome.of(
                "run",
                study(),
                "--data",
                "tables=" + first.getParent(),
                "--data",
                "it-s-odd-fe-0=" + odd,
                "--out",
                folder.resolve("out"),
                "--cache",
                folder.resolve("cache"));
        assertThat(check.code()).as(check.err()).isZero();
    }

    @Test
    void valuesThatCannotBeInCanonicalUnitsAreAskedNevertheless() throws IOException {
        Path table =
                Files.writeString(folder.resolve("t.csv"), "ra,dec,dist,age,feh\n1,2,850,120,0.1\n2,3,4200,800,-0.1\n");
        Outcome init = Outcome.of("init", table, "--out", study(), "--units", "canonical");
        assertThat(Files.readString(study().resolve("study.yaml")))
                .contains("distance: {from: dist, unit: FILL_IN", "age: {from: age, unit: FILL_IN")
                .doesNotContain("ra: {from");
        assertThat(init.out()).contains("to fill in: lines");
    }

    @Test
    void errorsWithoutValuesAreNoWeights() throws IOException {
        Path table =
                Files.writeString(folder.resolve("t.csv"), "age_gyr,feh,e_feh\n1,-0.1,\n2,-0.2,\n3,-0.3,\n4,-0.35,\n");
        Outcome init = Outcome.of("init", table, "--out", study(), "--units", "canonical");
        assertThat(Files.readString(study().resolve("study.yaml"))).contains("method: ols");
        assertThat(runAsTold(init).code()).isZero();
    }

    @Test
    void aFewFarStarsDoNotStretchTheMap() throws IOException {
        Outcome init = initOf(7000);
        assertThat(Files.readString(study().resolve("study.yaml")))
                .contains("cell: 0.1 kpc", "range: {x: [-10.3, -6.3], y: [-2, 2]}");
        assertThat(runAsTold(init).code()).isZero();
    }

    /** Two hundred within 2 kpc: some fifty cells of the disc, not a thousand that are empty or hold one. */
    @Test
    void fewStarsHaveLargeCells() throws IOException {
        Outcome init = initOf(200);
        assertThat(Files.readString(study().resolve("study.yaml")))
                .contains("cell: 1 kpc", "range: {x: [-10, -6], y: [-2, 2]}");
        assertThat(runAsTold(init).code()).isZero();
        initOf(1600);
        assertThat(Files.readString(study().resolve("study.yaml"))).contains("cell: 0.2 kpc");
    }

    private Outcome initOf(int stars) throws IOException {
        var text = new StringBuilder("ra,dec,dist_kpc,feh\n");
        for (int k = 0; k < stars; k++) {
            text.append(k % 360)
                    .append(",")
                    .append(k % 60 - 30)
                    .append(",")
                    .append(k == 7 ? 900 : 2.0 * (k + 1) / stars)
                    .append(",0.1\n");
        }
        Path table = Files.writeString(folder.resolve("t.csv"), text.toString());
        return Outcome.of("init", table, "--out", study(), "--units", "canonical", "--force");
    }

    @Test
    void withoutPlacesTheGradientIsAgainstWhatThereIs() throws IOException {
        Path table = table("ages.csv", "name", "age_gyr", "feh", "e_feh");
        Outcome init = Outcome.of("init", table, "--out", study(), "--units", "canonical");
        assertThat(Files.readString(study().resolve("study.yaml"))).contains("x: age", "No places in the Galaxy");
        assertThat(runAsTold(init).code()).isZero();
    }

    @Test
    void whatIsNotRecognisedIsSaid() throws IOException {
        Path table = table("odd.csv", "alpha1", "beta2", "gamma3");
        Outcome init = Outcome.of("init", table, "--out", study());
        assertThat(init.code()).isZero();
        assertThat(init.out()).contains("alpha1, beta2, gamma3");
        Outcome run = runAsTold(init);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("distribution");
    }

    @Test
    void sexagesimalPlacesAreComputed() throws IOException {
        Path table = Files.writeString(folder.resolve("t.tsv"), """
                Star\tRAJ2000\tDEJ2000\tdist_kpc\tfeh
                a\t10:41:38.9\t-00:15:20.5\t1.2\t0.1
                b\t 23 59 59.99\t+41 16 09\t2.5\t-0.1
                c\t00:00:00.0\t-89:59:59\t0.7\t-0.2
                """);
        Outcome init = Outcome.of("init", table, "--out", study());
        assertThat(init.out()).doesNotContain("to fill in");
        Outcome run = runAsTold(init);
        assertThat(run.code()).as(run.err()).isZero();
        Path text = folder.resolve("stars.csv");
        Outcome.of("convert", folder.resolve("out/stars.parquet"), text);
        // 15 (10 + 41/60 + 38.9/3600), -(15/60 + 20.5/3600), and so on.
        assertThat(Files.readString(text)).contains("160.41208", "-0.255694", "359.99995", "41.26916", "-89.99972");
    }

    @Test
    void lettersThatMeanSomethingElseAreNoPlaces() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), """
                Star,RA,Dec,rgeo,B,V,L,[Fe/H],Z,|z|
                a,x1,y1,1500,12.5,11.9,2.5,0.1,0.02,0.3
                b,x2,y2,2500,13.5,12.9,25,-0.1,0.01,0.4
                c,x3,y3,3100,13.1,12.0,60,-0.3,0.01,0.5
                """);
        Outcome.of("init", table, "--out", study(), "--units", "canonical");
        assertThat(Files.readString(study().resolve("study.yaml")))
                .contains("No places in the Galaxy")
                .doesNotContain("      ra:", "      l:", "      b:", "      z:", "z_published");
    }

    @Test
    void fillersLieApartFromAllValues() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), """
                rv,feh,mg_fe
                -120,-9999.99,0.1
                -99,0.1,999
                -98,0.2,0.2
                40,0.15,99.99
                """);
        Outcome.of("init", table, "--out", study(), "--units", "canonical");
        assertThat(Files.readString(study().resolve("study.yaml")))
                .contains("radial_velocity: rv\n", "fillers: [-9999.99]", "fillers: [99.99, 999]");
    }

    @Test
    void unitsThatCannotBeAreAskedWhateverTheNameSays() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), """
                ra,dec,rgeo,logage,teff,feh
                1,2,0.5,0.1,3.65,0.1
                2,3,7.5,0.9,3.70,-0.1
                3,4,3.5,1.1,3.75,-0.2
                """);
        Outcome init = Outcome.of("init", table, "--out", study(), "--units", "canonical");
        assertThat(Files.readString(study().resolve("study.yaml")))
                .contains(
                        "distance: {from: rgeo, unit: FILL_IN",
                        "log_age: {from: logage, unit: FILL_IN",
                        "teff: {from: teff, unit: FILL_IN")
                .contains("fe_h: feh\n");
        assertThat(init.out()).contains("to fill in: lines");
    }

    @Test
    void thePublishedRadiusOfADictionaryServesWhereNoPlaceCanBeComputed() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), """
                Name,q_Name,GLON,GLAT,Rad,Age,Rgc,pmRA,e_pmRA,pmDE,e_pmDE,HRV,e_HRV,Fe/H,e_Fe/H,N*,SimbadName,RA,DEC
                A,1,10,1,0.1,1,7.5,1,0.1,1,0.1,10,1,0.1,0.02,5,A,1,2
                B,1,20,1,0.1,2,9.5,1,0.1,1,0.1,10,1,-0.05,0.02,5,B,1,2
                C,1,30,1,0.1,3,11.5,1,0.1,1,0.1,10,1,-0.2,0.02,5,C,1,2
                """);
        Outcome init = Outcome.of("init", table, "--out", study());
        assertThat(init.out()).contains("clusters-donor-2020");
        assertThat(Files.readString(study().resolve("study.yaml"))).contains("x: published_r", "y: fe_h");
        assertThat(runAsTold(init).code()).isZero();
    }

    @Test
    void aTableGivenTwiceIsRefused() throws IOException {
        Path table = table("stars.csv", "ra", "dec", "dist", "feh");
        assertThat(Outcome.of("init", table, table.resolveSibling("../tables/stars.csv"), "--out", study())
                        .err())
                .contains("is given twice");
    }

    @Test
    void aSingleColumnOrALongNameIsChartedToo() throws IOException {
        Path single = Files.writeString(folder.resolve("t.csv"), "x[kpc],text\n1,a\n2,b\n7,c\n300,d\n");
        Outcome init = Outcome.of("init", single, "--out", study());
        assertThat(runAsTold(init).code()).isZero();
        assertThat(Files.readString(study().resolve("study.yaml"))).contains("value: x", "width: 10");
        Path words = Files.writeString(folder.resolve("w.csv"), "a,b\nx,y\nz,w\n");
        Outcome none = Outcome.of("init", words, "--out", study(), "--force");
        assertThat(none.out()).contains("to fill in: lines");
        assertThat(runAsTold(none).err()).contains("still to be filled in");
    }

    @Test
    void galacticCoordinatesBecomePlaces() throws IOException {
        // Equatorial places as astropy 5.2 computes them of the same Galactic ones: Sgr A*, the pole, M 31, the LMC.
        Path table = Files.writeString(folder.resolve("t.csv"), """
                GLON,GLAT,dist_kpc,feh
                359.94423,-0.04616,8.2,0.1
                12.0,89.99999,1.0,-0.1
                121.174322,-21.573311,780,-0.5
                280.46520,-32.88840,50,-0.4
                """);
        Outcome init = Outcome.of("init", table, "--out", study(), "--units", "canonical");
        Outcome run = runAsTold(init);
        assertThat(run.code()).as(run.err()).isZero();
        Path text = folder.resolve("stars.csv");
        Outcome.of("convert", folder.resolve("out/stars.parquet"), text);
        List<String> lines = Files.readAllLines(text);
        List<String> names = List.of(lines.getFirst().split(",", -1)).stream()
                .map(n -> n.replaceAll("\\[.*", ""))
                .toList();
        double[][] sky = {
            {266.416813217783, -29.007829812635},
            {192.859488389361, 27.128248842383},
            {10.684699705243, 41.268747561399},
            {80.894181363927, -69.756093696943}
        };
        for (int k = 0; k < sky.length; k++) {
            String[] row = lines.get(k + 1).split(",", -1);
            assertThat(Double.parseDouble(row[names.indexOf("ra")])).isCloseTo(sky[k][0], offset(1e-8));
            assertThat(Double.parseDouble(row[names.indexOf("dec")])).isCloseTo(sky[k][1], offset(1e-8));
        }
    }

    @Test
    void fillersAndErrorsOfZeroAreFoundInTheValues() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), """
                age,feh,e_feh
                1,-0.1,0.05
                2,-9999,0.05
                3,-0.2,0
                4,-0.25,0.04
                5,-0.35,0.04
                """);
        Outcome init = Outcome.of("init", table, "--out", study(), "--units", "canonical");
        assertThat(Files.readString(study().resolve("study.yaml")))
                .contains("fe_h: {from: feh, fillers: [-9999]}")
                .contains("fe_h_error: {from: e_feh, fillers: [0]}");
        assertThat(runAsTold(init).out()).contains("slope");
    }

    @Test
    void aStudyThatIsThereStays() throws IOException {
        Path table = table("stars.csv", "ra", "dec", "dist", "feh");
        Files.writeString(Files.createDirectories(study()).resolve("study.yaml"), "mine");
        Outcome init = Outcome.of("init", table, "--out", study());
        assertThat(init.code()).isEqualTo(2);
        assertThat(init.err()).contains("exists", "--force");
        assertThat(Files.readString(study().resolve("study.yaml"))).isEqualTo("mine");
    }

    @Test
    void columnsOfOneNameAreLeftOutOfTheDraftAndTold() throws IOException {
        Path table = Files.writeString(
                folder.resolve("twice.csv"),
                "ra[deg],dec[deg],distance[kpc],fe_h[dex],age,age\n"
                        + "10,20,1,-0.1,5,6\n11,21,1.5,-0.2,6,7\n12,22,2,-0.3,7,8\n".repeat(10));
        Outcome init = Outcome.of("init", table, "--out", study());
        assertThat(init.code()).isZero();
        assertThat(init.out()).contains("left out, because several columns have this name: age");
        assertThat(Files.readString(study().resolve("study.yaml"))).doesNotContain("age");
        assertThat(runAsTold(init).code()).isZero();
        Files.writeString(
                study().resolve("study.yaml"),
                Files.readString(study().resolve("study.yaml"))
                        .replace("columns:", "columns:\n      age: {from: age, unit: Gyr}\n     "));
        Outcome run = runAsTold(init);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("several columns of twice.csv are called 'age'");
    }
}
