package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.SmallTable;
import org.cellarius.galaxy.random.CounterRandom;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.study.result.RunResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Selection functions from files in their published forms, and what weights do to every product. */
class SelectionStudyTest {

    @TempDir
    Path folder;

    private MiniStudy mini;

    @BeforeEach
    void files() {
        mini = new MiniStudy(folder);
        for (String name : List.of("m10.hdf5", "uniq.fits", "rvs.h5", "apogee.csv", "counts.csv")) {
            try (InputStream in = SelectionStudyTest.class.getResourceAsStream("/selection/" + name)) {
                Files.copy(in, folder.resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final String SKY =
            "{id: id, ra: {from: ra, unit: deg}, dec: {from: dec, unit: deg}, g: g, colour: colour, u: {from: x, unit: kpc}, v: {from: y, unit: dex}}";

    private void selected(String parts, String stars) {
        mini.file("stars.csv", "id,ra,dec,g,colour,x,y\n" + stars).study("""
                        study: mini
                        catalogues:
                          survey:
                            file: stars.csv
                            columns: %s
                            selection: %s
                        products:
                          line: {kind: gradient, x: u, y: v, method: ols, minimum-count: 3}
                        """.formatted(SKY, parts));
    }

    private static final String THREE = "1,0.5,1,11,0.6,1,1\n2,0.5,1,13,0.6,2,1\n3,0.5,1,15,0.6,3,2\n";

    private List<String> column(String name) {
        return mini.stars("SELECT " + name + " FROM stars ORDER BY id").stream()
                .map(List::getFirst)
                .toList();
    }

    /** The place (0.5, 1) deg is in the cell 4 of order 0. */
    @Test
    void countsOfASubsample() {
        selected(
                "{sub: {kind: counts, file: counts.csv, axes: {phot_g_mean_mag: g}}}",
                THREE + "4,0.5,1,25,0.6,1,1\n5,90,1,11,0.6,1,1\n");
        RunResult result = mini.run();
        assertThat(column("round(selection, 12)"))
                .startsWith(
                        String.valueOf(Math.rint(10.0 / 12 * 1e12) / 1e12),
                        String.valueOf(Math.rint(41.0 / 102 * 1e12) / 1e12));
        assertThat(column("selection_status")).containsExactly("OK", "OK", "OK", "NOT_COVERED", "NOT_COVERED");
        assertThat(column("selection IS NULL")).containsExactly("false", "false", "false", "true", "true");
        assertThat(Double.parseDouble(column("selection_error").getFirst()))
                .isEqualTo(Math.sqrt(10.0 * 2 / (144 * 13)), within(1e-12));
        assertThat(result.cutflow().entries())
                .anyMatch(e -> e.step().equals("selection") && e.detail().contains("NOT_COVERED") && e.affected() == 2);
    }

    /** Maps of one order and of several, and the Galactic cells of radial velocities. */
    @Test
    void publishedFormsOfGaia() {
        selected(
                "{gaia: {kind: gaia-completeness, file: m10.hdf5, magnitude: g}, fine: {kind: gaia-completeness, file: uniq.fits, magnitude: g}, rvs: {kind: gaia-rvs, file: rvs.h5, magnitude: g - 6, colour: colour}}",
                "1,0.5,1,11.05,0.6,1,1\n2,40,1,11.45,0.2,2,1\n3,200,-60,11.25,-0.9,3,2\n");
        mini.run();
        assertThat(column("selection_status")).containsOnly("OK");
        // Bright stars are complete; the rest is (k + 1)/(n + 2) of the Galactic cell, n = 10 + cell, k = (cell + bin)
        // mod 8.
        int[] bins = {15, 17, 16};
        List<String> found = column("selection_rvs");
        double[][] places = {{0.5, 1}, {40, 1}, {200, -60}};
        for (int i = 0; i < 3; i++) {
            int cell = galacticCell(places[i][0], places[i][1]);
            assertThat(Double.parseDouble(found.get(i)))
                    .isEqualTo(((cell + bins[i]) % 8 + 1.0) / (12 + cell), within(1e-12));
        }
        assertThat(Double.parseDouble(column("selection_gaia").getFirst())).isGreaterThan(0.999);
        assertThat(Double.parseDouble(column("selection_fine").getFirst())).isGreaterThan(0.999);
    }

    private static int galacticCell(double ra, double dec) {
        var g = org.cellarius.galaxy.frame.GalacticDirection.ofIcrs(ra, dec);
        return new org.cellarius.galaxy.population.HealpixCells(0).cell(g.longitudeDeg(), g.latitudeDeg());
    }

    /** One field, two that overlap, a cohort that was never observed, no field. */
    @Test
    void fieldsOfApogee() {
        selected(
                "{targeted: {kind: apogee-fractions, file: apogee.csv, magnitude: g, colour: colour}}",
                "1,150.0,20,11,0.9,1,1\n2,151.2,20.2,12.5,0.9,2,1\n3,150.0,20,13.0,0.6,3,2\n4,20,20,12.5,0.6,3,2\n");
        mini.run();
        assertThat(Double.parseDouble(column("selection").get(0))).isEqualTo(0.25 * 0.96, within(1e-12));
        assertThat(Double.parseDouble(column("selection").get(1)))
                .isEqualTo(1 - (1 - 0.1 * 0.9) * (1 - 0.4 * 0.8), within(1e-12));
        assertThat(column("selection_status")).containsExactly("OK", "OK", "NEVER_SELECTED", "NOT_COVERED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{a: {kind: counts, file: counts.csv, axes: {colour: g}}} | is not a number that 'counts.csv' has bins of",
                "{a: {kind: counts, file: apogee.csv}} | does not say in its first line",
                "{a: {kind: counts, file: rvs.h5}} | does not say in its first line",
                "{error: {kind: counts, file: counts.csv}} | cannot be called 'error'",
                "{a: {kind: apogee-fractions, file: counts.csv, magnitude: g, colour: colour}} | no column 'RA'",
                "{a: {kind: gaia-completeness, file: rvs.h5, magnitude: g}} | no column 'data[0]'",
                "{a: {kind: gaia-completeness, file: m10.hdf5}} | asks for a 'magnitude'",
                "{a: {kind: gaia-completeness, file: m10.hdf5, magnitude: g, colour: colour}} | does not use 'colour'",
                "{a: {kind: gaia-completeness, file: none.hdf5, magnitude: g}} | there is no file",
                "{a: {kind: counts, file: counts.csv, axes: {phot_g_mean_mag: gmag}}} | gmag"
            })
    void mistakesAreTold(String given) {
        String[] parts = given.split(" \\| ", 2);
        selected(parts[0], THREE);
        assertThatThrownBy(() -> mini.run()).isInstanceOf(InputError.class).hasMessageContaining(parts[1]);
    }

    /**
     * Stars with a gradient of &minus;0.05 dex/kpc and a scatter of 0.2 dex, of which a survey takes the metal-rich ones more often, by known probabilities. Without weights all products are
     * wrong by many errors; with them each agrees with the truth within three.
     */
    @Test
    void weightsUndoASelectionInEveryProduct() {
        biased(4000, "weight: 1 / p");
        RunResult with = mini.run();
        double[] slope = estimate(with, "line", "slope", "slope_sd");
        assertThat(Math.abs(slope[0] + 0.05)).isLessThan(3 * slope[1]);
        double[] mean = estimate(with, "mdf", "mean", "mean_error");
        double[] median = estimate(with, "mdf", "median", "median_error");
        double[] sd = estimate(with, "mdf", "sd", "sd_error");
        assertThat(Math.abs(mean[0])).isLessThan(3 * mean[1]);
        assertThat(Math.abs(median[0])).isLessThan(3 * median[1]);
        assertThat(Math.abs(sd[0] - 0.2)).isLessThan(3 * sd[1]);
        double[] plane = estimate(with, "map", "median", "median_error");
        assertThat(Math.abs(plane[0] + 0.05 * 0)).isLessThan(4 * plane[1]);
        double[] share = estimate(with, "rich", "fraction", "fraction_error");
        assertThat(Math.abs(share[0] - 0.5)).isLessThan(3 * share[1]);
        double[] counted = estimate(with, "many", "count", "count_error");
        assertThat(Math.abs(counted[0] - truth)).isLessThan(3 * counted[1]);
        double[] bins = estimate(with, "bins", "slope", "slope_sd");
        assertThat(Math.abs(bins[0] + 0.05)).isLessThan(4 * bins[1]);
        double[] ring = estimate(with, "round-bins", "mean", "mean_error");
        assertThat(Math.abs(ring[0])).isLessThan(4 * ring[1]);
        assertThat(with.products()).allMatch(p -> p.notes().getFirst().contains("Stars count by their weight, 1 / p"));
        assertThat(product(with, "mdf").main().columns()).anyMatch(c -> c.name().equals("n_effective"));

        biased(4000, "");
        RunResult without = mini.replace();
        double[] wrong = estimate(without, "mdf", "mean", "mean_error");
        assertThat(wrong[0]).isGreaterThan(10 * wrong[1]);
        double[] wrongMap = estimate(without, "map", "median", "median_error");
        assertThat(wrongMap[0]).isGreaterThan(4 * wrongMap[1]);
    }

    private double truth;

    private void biased(int n, String weight) {
        var random = new CounterRandom(20261130);
        var rows = new StringBuilder("id,x,y,p,phi\n");
        int found = 0;
        int drawn = 0;
        while (found < n) {
            double x = 4 * random.uniform(drawn, 0) - 2;
            double scatter = 0.2 * random.normal(drawn, 0);
            double p = 0.1 + 0.8 / (1 + Math.exp(-2 * scatter / 0.2));
            if (random.uniform(drawn, 5) < p) {
                rows.append(String.format(
                        Locale.ROOT,
                        "%d,%.6f,%.6f,%.8f,%.4f\n",
                        found++,
                        x,
                        scatter - 0.05 * x,
                        p,
                        360 * random.uniform(drawn, 6)));
            }
            drawn++;
        }
        truth = drawn;
        mini.file("stars.csv", rows.toString()).study("""
                        study: mini
                        catalogues:
                          survey: {file: stars.csv, columns: {id: id, u: {from: x, unit: kpc}, v: {from: y, unit: dex}, p: p, angle: {from: phi, unit: deg}}}
                        %s
                        products:
                          line: {kind: gradient, x: u, y: v, method: ols}
                          mdf: {kind: distribution, value: v + 0.05 * u, width: 0.05}
                          map: {kind: plane, x: u, y: angle, value: v + 0.05 * u, statistic: median, cell: [4, 360], minimum-count: 5}
                          rich: {kind: plane, x: u, y: angle, value: v + 0.05 * u > 0, statistic: fraction, cell: [4, 360]}
                          many: {kind: plane, x: u + 2, y: angle, statistic: count, cell: [4, 360]}
                          bins: {kind: binned-median, x: u, y: v, width: 0.5}
                          run: {kind: running-median, x: u, y: v, window: 500, overlap: 0.5}
                          round: {kind: azimuth, value: v + 0.05 * u, azimuth: angle - 180, slices: {of: u, edges: [-2, 2]}, reference: ring-line, width: 120, modes: 1}
                        """.formatted(weight));
    }

    private static ProductResult product(RunResult result, String name) {
        return result.products().stream()
                .filter(p -> p.tables().containsKey(name))
                .findFirst()
                .orElseThrow();
    }

    private static SmallTable table(RunResult result, String name) {
        return Objects.requireNonNull(product(result, name).tables().get(name));
    }

    /** The first row's number and error. */
    private static double[] estimate(RunResult result, String table, String value, String error) {
        SmallTable t = table(result, table);
        List<String> names = t.columns().stream().map(c -> c.name()).toList();
        return new double[] {
            SmallTable.number(t.rows().getFirst(), OptionalInt.of(names.indexOf(value))),
            SmallTable.number(t.rows().getFirst(), OptionalInt.of(names.indexOf(error)))
        };
    }

    /** All stars of one probability: every number is that without weights. */
    @Test
    void equalWeightsChangeNoNumber() {
        biased(500, "weight: 1 / 0.25");
        RunResult with = mini.run();
        biased(500, "");
        RunResult without = mini.replace();
        for (String table :
                List.of("line", "mdf", "map", "rich", "bins", "run", "round", "round-bins", "round-modes")) {
            SmallTable a = table(with, table);
            SmallTable b = table(without, table);
            assertThat(a.rows()).hasSameSizeAs(b.rows());
            for (int c = 0; c < b.columns().size(); c++) {
                String name = b.columns().get(c).name();
                int same = a.columns().stream().map(k -> k.name()).toList().indexOf(name);
                for (int r = 0; r < b.rows().size(); r++) {
                    if (b.rows().get(r).get(c) instanceof SmallTable.Text) {
                        continue;
                    }
                    double plain = SmallTable.number(b.rows().get(r), OptionalInt.of(c));
                    double weighted = SmallTable.number(a.rows().get(r), OptionalInt.of(same));
                    if (Double.isNaN(plain)) {
                        assertThat(weighted).as(table + "." + name).isNaN();
                    } else {
                        assertThat(weighted)
                                .as(table + "." + name)
                                .isEqualTo(plain, within(1e-9 * (1 + Math.abs(plain))));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"weight: p - 0.3", "weight: 0 * p", "weight: -p"})
    void weightsThatAreNotPositiveAreTold(String weight) {
        biased(200, weight);
        assertThatThrownBy(() -> mini.run())
                .isInstanceOf(InputError.class)
                .hasMessageContaining("zero or negative")
                .hasMessageContaining("study.yaml");
    }

    @Test
    void starsWithoutWeightAreCountedAndLeftOut() {
        biased(200, "weight: case when id < 20 then null else 1 / p end");
        RunResult result = mini.run();
        assertThat(product(result, "mdf").notes())
                .anyMatch(n -> n.startsWith("20 stars without a weight do not enter"));
        assertThat(SmallTable.number(product(result, "mdf").main().rows().getFirst(), OptionalInt.of(3)))
                .isEqualTo(180);
    }

    /** Another weight is another product: its numbers are not taken from the study's own. */
    @Test
    void weightsCanBeVaried() {
        biased(400, "weight: 1 / p");
        mini.study(read("study.yaml") + """
                vary:
                  products: [line]
                  settings:
                    weight: {set: weight, to: [none, "1 / (p * p)"]}
                """);
        SmallTable table = table(mini.run(), "robustness-alternatives");
        List<String> names = table.columns().stream().map(c -> c.name()).toList();
        double[] slopes = table.rows().stream()
                .mapToDouble(r -> SmallTable.number(r, OptionalInt.of(names.indexOf("slope"))))
                .distinct()
                .toArray();
        assertThat(slopes.length).isGreaterThanOrEqualTo(2);
    }

    /** Stars of other populations neither enter the note nor end the product. */
    @Test
    void onlyThePopulationsOfAProductAreAsked() {
        biased(200, "populations: {low: id < 50}\nweight: case when id < 100 then 1 / p else -1 end");
        mini.study(read("study.yaml").replaceAll("(?s)products:.*", """
                products:
                  mdf: {kind: distribution, value: v, width: 0.05, populations: [low]}
                """));
        assertThat(product(mini.run(), "mdf").notes().getFirst()).contains(": 50 stars tell as much as");
    }

    /** A filler among the magnitudes is no star of the survey. */
    @Test
    void aMagnitudeThatIsNoneHasNoProbability() {
        selected(
                "{gaia: {kind: gaia-completeness, file: m10.hdf5, magnitude: g}}",
                "1,0.5,1,11,0.6,1,1\n2,0.5,1,99.99,0.6,2,1\n3,0.5,1,30,0.6,3,2\n4,0.5,1,12,0.6,3,2\n5,0.5,1,13,0.6,4,2\n");
        mini.run();
        assertThat(column("selection_status")).containsExactly("OK", "NEVER_SELECTED", "NEVER_SELECTED", "OK", "OK");
    }

    /** Nothing was counted beyond the end, though the last bin reaches further. */
    @Test
    void countsEndWhereTheFileSays() {
        mini.file("odd.csv", "#{'g': [8, 20, 2.5]}\ng_,n,k\n0,10,5\n1,10,5\n2,10,5\n3,10,5\n4,10,5\n");
        selected("{a: {kind: counts, file: odd.csv}}", THREE + "4,0.5,1,19.9,0.6,1,1\n5,0.5,1,20.3,0.6,1,1\n");
        mini.run();
        assertThat(column("selection_status")).containsExactly("OK", "OK", "OK", "OK", "NOT_COVERED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#{'g': [8, 20, two]} | 'two' where a number is wanted",
                "#{'g': [8, 20, 0]} | in steps of 0.0",
                "#{'g': [8, 20]} | not [from, to, step]",
                "#{'g': [8, 20, 1], 'h': x} | which is not understood",
                "#{'healpix': -1, 'g': [8, 20, 1]} | from 0 to 13"
            })
    void headsThatCannotBeReadAreTold(String given) {
        String[] parts = given.split(" \\| ", 2);
        mini.file("odd.csv", parts[0] + "\ng_,n,k\n0,10,5\n");
        selected("{a: {kind: counts, file: odd.csv}}", THREE);
        assertThatThrownBy(() -> mini.run()).isInstanceOf(InputError.class).hasMessageContaining(parts[1]);
    }

    @Test
    void cellsBeyondAllNumbersAreTold() {
        mini.file("odd.csv", "#{'g': [8, 20, 1]}\ng_,n,k\n4294967296,10,5\n");
        selected("{a: {kind: counts, file: odd.csv}}", THREE);
        assertThatThrownBy(() -> mini.run()).hasMessageContaining("has the number 4294967296");
    }

    /** A kind that takes no weights says so, and what it advises is possible. */
    @Test
    void kindsWithoutWeightsSayNone() {
        biased(400, "weight: 1 / p");
        String text = read("study.yaml").replaceAll("(?s)products:.*", """
                products:
                  smooth: {kind: smooth-map, value: v, along: [{of: u, range: [-2, 2], intervals: 3}]}
                """);
        mini.study(text);
        assertThatThrownBy(() -> mini.run()).hasMessageContaining("takes no weights");
        mini.study(text.replace("kind: smooth-map", "kind: smooth-map, weight: none"));
        assertThat(mini.run().lost()).isEmpty();
    }

    @Test
    void allWeightsMissingIsTold() {
        biased(100, "weight: case when id < 0 then p end");
        assertThatThrownBy(() -> mini.run()).hasMessageContaining("it is missing for all 100 stars");
    }

    @Test
    void linesThatTakeNoWeightsAreRefused() {
        biased(200, "weight: 1 / p");
        String study = read("study.yaml").replace("method: ols", "method: theil-sen");
        mini.study(study);
        assertThatThrownBy(() -> mini.run()).hasMessageContaining("'theil-sen' takes no weights");
        mini.study(study.replace("method: theil-sen", "method: theil-sen, weight: none"));
        assertThat(mini.run().lost()).isEmpty();
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
