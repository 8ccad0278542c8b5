package org.cellarius.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cellarius.app.PhaseSpaceCommandTest.Csv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the golden ages, made by numpy from the same isochrones; and what is said of input that cannot be used. */
class AgesCommandTest {

    private static final Path ISOCHRONES = Outcome.golden("isochrones_toy.csv", "isochrones_toy.csv");
    private static final Path STARS = Outcome.golden("ages.csv", "ages.csv");
    private static final Path CURVES = Outcome.golden("ages_pdf.csv", "ages_pdf.csv");
    private static final String OBSERVABLES = "teff,logg,MG,feh";

    @TempDir
    Path folder;

    private Outcome ages(Path in, Path out, Path isochrones, Object... more) {
        return Outcome.of(Stream.concat(
                        Stream.of("ages", in, out, "--isochrones", isochrones, "--observables", OBSERVABLES),
                        Arrays.stream(more))
                .toArray());
    }

    private Path file(String name, Stream<String> lines) throws IOException {
        return Files.writeString(folder.resolve(name), lines.collect(Collectors.joining("\n", "", "\n")));
    }

    /** The first golden stars with further columns. */
    private Path stars(String name, int n, String header, String cells) throws IOException {
        List<String> lines = Files.readAllLines(STARS);
        return file(
                name,
                IntStream.rangeClosed(1, n + 1)
                        .mapToObj(k -> cut(lines.get(k)) + (header.isEmpty() ? "" : "," + (k == 1 ? header : cells))));
    }

    /** Identifier, observables and errors. */
    private static String cut(String line) {
        return Arrays.stream(line.split(",")).limit(9).collect(Collectors.joining(","));
    }

    @Test
    void publishedAgesAreTheGoldenOnes() throws IOException {
        Path out = folder.resolve("out.csv");
        Path pdf = folder.resolve("pdf.csv");
        // The golden table itself, with its own columns of ages.
        Outcome outcome = ages(STARS, out, ISOCHRONES, "--method", "vickers2021", "--pdf", pdf, "--json");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("36 ages from 1.0 to 14.5 Gyr");
        Csv golden = Csv.read(STARS);
        Csv made = Csv.read(out);
        int n = golden.rows().size();
        assertThat(outcome.json().path("rows").asInt()).isEqualTo(n);
        assertThat(made.column("age_mode")).containsExactly(golden.column("mode_age"));
        near(made, "age_lo61", golden, "lo61");
        near(made, "age_hi61", golden, "hi61");
        near(made, "age_mean", golden, "mean_age");
        near(made, "age_sd", golden, "std_age");
        near(made, "age_ln_likelihood", golden, "ln_max_likelihood");
        assertThat(made.texts("age_status")).contains("OK").allMatch(s -> s.equals("OK") || s.equals("EDGE"));
        Csv curves = Csv.read(CURVES);
        Csv told = Csv.read(pdf);
        assertThat(told.names()).containsExactly("row", "age", "relative_likelihood");
        assertThat(told.column("row")).containsExactly(curves.column("id"));
        assertThat(told.column("age")).containsExactly(curves.column("age"));
        near(told, "relative_likelihood", curves, "G");
    }

    private static void near(Csv made, String name, Csv golden, String its) {
        double[] a = made.column(name);
        double[] b = golden.column(its);
        assertThat(a).hasSameSizeAs(b);
        for (int i = 0; i < a.length; i++) {
            assertThat(a[i]).as("%s of row %d", name, i).isCloseTo(b[i], within(1e-9));
        }
    }

    /** Curves know the columns that they need alone: whatever else a table is called by does not stand in the way. */
    @Test
    void tablesMayHaveColumnsOfTheSameNames() throws IOException {
        Path in = stars("in.csv", 4, "age,row,age_number,relative_likelihood,status", "1,7,3,0.5,mine");
        Path out = folder.resolve("out.csv");
        Path pdf = folder.resolve("pdf.csv");
        Outcome outcome = ages(in, out, ISOCHRONES, "--method", "vickers2021", "--pdf", pdf);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        Csv made = Csv.read(out);
        assertThat(made.texts("status")).containsOnly("mine");
        assertThat(made.column("age")).containsOnly(1);
        assertThat(Csv.read(pdf).rows()).hasSize(4 * 36);
        Path taken = stars("taken.csv", 4, "age_mode", "1");
        assertThat(ages(taken, folder.resolve("o.csv"), ISOCHRONES).err())
                .contains("already the column age_mode")
                .contains("--replace");
        assertThat(ages(taken, folder.resolve("o.csv"), ISOCHRONES, "--replace").code())
                .isZero();
    }

    /** Curves are means about each age: the prior changes them by no less than at one end of what they are means of and no more than at the other. */
    @Test
    void aPriorWeighsThePosterior() throws IOException {
        Path in = stars("in.csv", 6, "", "");
        Path flat = folder.resolve("flat.csv");
        Path old = folder.resolve("old.csv");
        Path curve = folder.resolve("curve.csv");
        Path weighed = folder.resolve("weighed.csv");
        assertThat(ages(in, flat, ISOCHRONES, "--pdf", curve).code()).isZero();
        Outcome outcome =
                ages(in, old, ISOCHRONES, "--prior", "exponential", "--star-formation-time", "2 Gyr", "--pdf", weighed);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        double[] before = Csv.read(flat).column("age_median");
        double[] after = Csv.read(old).column("age_median");
        for (int i = 0; i < before.length; i++) {
            assertThat(after[i]).isGreaterThan(before[i]);
        }
        Csv unweighed = Csv.read(curve);
        double[] age = unweighed.column("age");
        double[] l = unweighed.column("relative_likelihood");
        double[] seen = Csv.read(weighed).column("relative_likelihood");
        for (int star = 0; star < 6; star++) {
            int first = 36 * star;
            int mode = IntStream.range(first, first + 36)
                    .reduce((a, b) -> seen[a] >= seen[b] ? a : b)
                    .orElseThrow();
            for (int k = first; k < first + 36; k++) {
                double share = l[k] / l[mode];
                double younger = edge(age, k, -1, first) - edge(age, mode, 1, first);
                double older = edge(age, k, 1, first) - edge(age, mode, -1, first);
                assertThat(seen[k])
                        .isBetween(
                                0.99 * share * Math.exp(younger / 2) - 1e-9, 1.01 * share * Math.exp(older / 2) + 1e-9);
            }
        }
    }

    /** Half way from the age of row k to the next older or younger one; the age itself at the ends. */
    private static double edge(double[] age, int k, int step, int first) {
        int next = Math.min(Math.max(k + step, first), first + 35);
        return 0.5 * (age[k] + age[next]);
    }

    @Test
    void errorsGoByTwoNamesAndMissingOnesAreTold() throws IOException {
        Path in = stars("in.csv", 5, "", "");
        List<String> lines = Files.readAllLines(in);
        String header = "id,teff,logg,MG,fe_h,teff_error,logg_error,MG_error,fe_h_error";
        Path renamed = file(
                "renamed.csv", Stream.concat(Stream.of(header), lines.stream().skip(1)));
        Path one = folder.resolve("one.csv");
        Path two = folder.resolve("two.csv");
        assertThat(ages(in, one, ISOCHRONES, "--method", "vickers2021").code()).isZero();
        assertThat(ages(renamed, two, ISOCHRONES, "--method", "vickers2021").code())
                .isZero();
        assertThat(Csv.read(two).column("age_mode"))
                .containsExactly(Csv.read(one).column("age_mode"));
        String[] cells = lines.get(1).split(",");
        var rows = new ArrayList<String>(List.of(lines.getFirst()));
        for (int k : new int[] {5, 5, 1, 1}) {
            String[] row = cells.clone();
            row[k] = List.of("0", "-30", "25000", "").get(rows.size() - 1);
            rows.add(String.join(",", row));
        }
        for (String method : List.of("vickers2021", "posterior")) {
            Path out = folder.resolve(method + ".csv");
            assertThat(ages(file("bad.csv", rows.stream()), out, ISOCHRONES, "--method", method)
                            .code())
                    .isZero();
            Csv made = Csv.read(out);
            assertThat(made.texts("age_status"))
                    .containsExactly("NO_ERRORS", "NO_ERRORS", "OUTSIDE_GRID", "NO_OBSERVABLE");
            assertThat(made.texts("age_mode")).containsOnly("");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--observables teff,loggg | the isochrones have no 'loggg', did you mean 'logg'?",
                "--observables feh | along isochrones",
                "--observables teff,teff | named twice",
                "--observables teff,,feh | has no name",
                "--observables teff,alpha_fe | the same [α/Fe]",
                "--method old | Choice: no method named 'old'",
                "--ten-sigma | only vickers2021",
                "--prior old | no prior named 'old'",
                "--prior exponential | star formation falls to 1/e",
                "--prior exponential --star-formation-time 8kpc | do not measure the same",
                "--prior exponential --star-formation-time 0Gyr | falls in 0.0 Gyr",
                "--star-formation-time 8Gyr | a flat prior has no time",
                "--method vickers2021 --prior exponential | has no prior",
                "--pdf OUT | a file of their own",
                "--pdf IN --force | the input itself",
                "--isochrones missing.csv | there is no file or folder",
                "--apparent teff | apparent magnitudes need a distance",
                "--parallax plx | tells of ages by apparent magnitudes",
                "--apparent G --parallax plx | is none of the observables",
                "--apparent teff --parallax plx | no column 'plx'",
                "--apparent teff --parallax plx --distance-modulus mu | a parallax and a distance modulus",
                "--apparent teff --parallax plx --distance-length 1kpc | only an exponential density has a length",
                "--apparent teff --parallax plx --distance-prior exponential-density | the length in which it falls",
                "--distance-prior uniform-density | goes with a parallax",
                "--extinction ag | no observable is dimmed",
                "--dimmed teff=1 | not told by how much",
                "--method vickers2021 --apparent teff --parallax plx | without extinction",
            })
    void whatIsAskedWronglyIsTold(String words, String told) throws IOException {
        Path in = stars("in.csv", 3, "", "");
        Path out = folder.resolve("out.csv");
        Object[] more = Arrays.stream(words.split(" "))
                .map(w -> w.replace("OUT", out.toString()).replace("IN", in.toString()))
                .toArray();
        var all = new ArrayList<Object>(List.of("ages", in, out));
        if (!words.contains("--isochrones")) {
            all.addAll(List.of("--isochrones", ISOCHRONES));
        }
        if (!words.contains("--observables")) {
            all.addAll(List.of("--observables", OBSERVABLES));
        }
        all.addAll(List.of(more));
        Outcome outcome = Outcome.of(all.toArray());
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains(told.replace("Choice: ", ""));
        assertThat(out).doesNotExist();
    }

    @Test
    void isochronesThatCannotBeUsedAreTold() throws IOException {
        List<String> lines = Files.readAllLines(ISOCHRONES).stream()
                .filter(l -> !l.startsWith("#"))
                .toList();
        refused("a line has", Stream.concat(lines.stream().limit(3000), Stream.of("1.0,0.25")));
        refused("one age", lines.stream().filter(l -> l.startsWith("age") || l.startsWith("1.0,")));
        refused("there is no isochrone", lines.stream().limit(1));
        refused(
                "not in order of mass",
                Stream.concat(lines.stream().limit(1), lines.reversed().stream().limit(lines.size() - 1L)));
        refused(
                "'teff' is missing at point 6",
                IntStream.range(0, lines.size()).mapToObj(k -> k == 6 ? withoutTeff(lines.get(k)) : lines.get(k)));
        refused("no 'teff'", lines.stream().map(l -> l.replace("teff", "log_l")));
        refused("needs a column 'mass'", lines.stream().map(l -> l.replace("mass", "m")));
        refused("its age is not positive", lines.stream().map(l -> l.startsWith("age") ? l : "-" + l));
        // Cut between two lines it can be used, and that is told.
        Path cut = file("cut.csv", lines.stream().limit(3000));
        Outcome outcome =
                ages(stars("in.csv", 3, "", ""), folder.resolve("cut-out.csv"), cut, "--method", "vickers2021");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).contains("isochrones are missing").contains("is the file whole?");
    }

    private static String withoutTeff(String line) {
        String[] cells = line.split(",");
        cells[3] = "nan";
        return String.join(",", cells);
    }

    private void refused(String told, Stream<String> isochrones) throws IOException {
        Outcome outcome =
                ages(stars("in.csv", 3, "", ""), folder.resolve("out.csv"), file("isochrones.csv", isochrones));
        assertThat(outcome.code()).as(told).isEqualTo(2);
        assertThat(outcome.err()).contains(told);
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    /** An input without a column, and one without stars. */
    @Test
    void tablesWithoutColumnsOrStars() throws IOException {
        Path in = stars("in.csv", 3, "", "");
        Path lacking = file("lacking.csv", Files.readAllLines(in).stream().map(l -> l.replace("e_MG", "other")));
        Outcome outcome = ages(lacking, folder.resolve("out.csv"), ISOCHRONES);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("no column 'e_MG'");
        Path empty = file("empty.csv", Files.readAllLines(in).stream().limit(1));
        Path out = folder.resolve("empty-out.csv");
        assertThat(ages(empty, out, ISOCHRONES, "--pdf", folder.resolve("empty-pdf.csv"))
                        .code())
                .isZero();
        assertThat(Csv.read(out).rows()).isEmpty();
    }
}
