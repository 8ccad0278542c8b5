package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cellarius.engine.SmallTable;
import org.cellarius.measure.product.KeyNumber;
import org.cellarius.study.result.KeyNumbers;
import org.cellarius.study.result.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Key numbers of all kinds of products are those of their tables, with errors. */
class KeyNumbersTest {

    private static final String SECTIONS = """
            products:
              gradient:
                kind: gradient
                x: r
                y: fe_h
                y-error: fe_h_error
                method: wls
                slices: {of: age, edges: [0, 2, 4, 6, 8]}
                slope-of-slopes: {errors: with-errors}
              mdf: {kind: distribution, value: fe_h, width: 0.1}
              running: {kind: running-median, x: r, y: fe_h, window: 100, overlap: 0.5}
            vary:
              products: [gradient]
              settings:
                line: {set: products/gradient/method, to: [scatter-vertical]}
                reach: {alternatives: {near: {products/gradient/where: r < 10}}}
            """;

    @Test
    void theyStandInTheTablesWithTheirErrors(@TempDir Path folder) {
        var random = new Random(8);
        var text = new StringBuilder("r,feh,efeh,age\n");
        for (int i = 0; i < 800; i++) {
            double r = 6 + 6 * random.nextDouble();
            double age = 8 * random.nextDouble();
            text.append(
                    r + "," + (0.5 - (0.07 - 0.004 * age) * r + 0.1 * random.nextGaussian()) + ",0.06," + age + "\n");
        }
        RunResult run = new MiniStudy(folder)
                .file("stars.csv", text.toString())
                .study(MiniStudy.of(
                        "{r: {from: r, unit: kpc}, fe_h: {from: feh, unit: dex}, fe_h_error: {from: efeh, unit: dex}, age: {from: age, unit: Gyr}}",
                        SECTIONS))
                .run();
        List<KeyNumber> all = KeyNumbers.of(run.study(), run.products());

        KeyNumber change = only(all, "gradient", "slope of slopes");
        SmallTable slopes = MiniStudy.table(run, "gradient-slopes");
        assertThat(change.value()).isEqualTo(MiniStudy.column(slopes, "slope")[0]);
        assertThat(change.error()).isEqualTo(MiniStudy.column(slopes, "slope_sd")[0]);
        assertThat(change.unit()).isEqualTo("dex/kpc/Gyr");
        assertThat(change.value()).isBetween(0.002, 0.006);

        SmallTable matrix = MiniStudy.table(run, "robustness");
        List<KeyNumber> robust =
                all.stream().filter(k -> k.product().equals("robustness")).toList();
        assertThat(robust).hasSize(4);
        KeyNumber last = robust.getLast();
        assertThat(last.sample()).isEqualTo("gradient, 6 to 8");
        assertThat(last.unit()).isEqualTo("dex/kpc");
        assertThat(last.value()).isEqualTo(MiniStudy.column(matrix, "slope")[3]);
        assertThat(last.error()).isEqualTo(MiniStudy.column(matrix, "statistical")[3]);
        assertThat(last.systematic()).isEqualTo(MiniStudy.column(matrix, "systematic")[3]);
        assertThat(last.text()).contains("(stat.) ± ").endsWith(" (syst.) dex/kpc");

        for (String quantity : List.of("median", "mean", "sd")) {
            KeyNumber number = only(all, "mdf", quantity);
            assertThat(number.error())
                    .as(quantity)
                    .isPositive()
                    .isEqualTo(MiniStudy.column(MiniStudy.table(run, "mdf"), quantity + "_error")[0]);
            assertThat(number.text()).contains(" ± ");
        }
        assertThat(all.stream().filter(k -> k.product().equals("running")))
                .hasSize(2)
                .allMatch(k -> k.error() > 0.005 && k.error() < 0.05);

        // What all slices have in common is said once.
        assertThat(run.products().getFirst().notes().stream().filter(n -> n.contains("scatter more")))
                .hasSize(1)
                .allMatch(n -> n.startsWith("The slices 0 ≤ Age < 2 Gyr (reduced chi2 ")
                        && n.contains("6 ≤ Age < 8 Gyr (reduced chi2 "));
    }

    private static RunResult few(Path folder, String products) throws IOException {
        var text = new StringBuilder("r,z,feh,x,y\n");
        for (int i = 0; i < 20; i++) {
            text.append((6 + 0.2 * i) + "," + (i < 15 ? 0.5 : 1.5) + "," + (0.1 - 0.01 * i) + "," + i + "," + i + "\n");
        }
        Files.createDirectories(folder);
        return new MiniStudy(folder)
                .file("stars.csv", text.toString())
                .study(MiniStudy.of(
                        "{r: {from: r, unit: kpc}, z: {from: z, unit: kpc}, fe_h: {from: feh, unit: dex}, x: {from: x, unit: kpc}, y: {from: y, unit: kpc}}",
                        "populations: {near: r < 7, far: r >= 7}\nproducts:\n  " + products + "\n"))
                .run();
    }

    /** A product that gives no number does not vanish: each of its samples says why. */
    @Test
    void productsWithTooFewStarsSayHowMany(@TempDir Path folder) throws IOException {
        for (var one : Map.of(
                        "d: {kind: distribution, value: fe_h, width: 0.1}",
                        List.of("", "20", "30"),
                        "d: {kind: distribution, value: fe_h, width: 0.1, minimum-count: 16, slices: {of: z, edges: [0, 1, 2]}}",
                        List.of("0 to 1", "15", "16", "1 to 2", "5", "16"),
                        "d: {kind: distribution, value: fe_h, width: 0.1, minimum-count: 17, populations: [near, far]}",
                        List.of("near", "5", "17", "far", "15", "17"),
                        "d: {kind: running-median, x: r, y: fe_h, window: 50, overlap: 0.5}",
                        List.of("", "20", "50"),
                        "d: {kind: plane, statistic: median, plane: x-y, value: fe_h, cell: 1 kpc, minimum-count: 3}",
                        List.of("fullest cell", "1", "3"))
                .entrySet()) {
            RunResult run = few(folder.resolve(Integer.toString(one.getKey().hashCode())), one.getKey());
            List<KeyNumber> numbers = KeyNumbers.of(run.study(), run.products());
            assertThat(numbers).as(one.getKey()).hasSize(one.getValue().size() / 3);
            for (int k = 0; k < numbers.size(); k++) {
                KeyNumber number = numbers.get(k);
                List<String> expected = one.getValue().subList(3 * k, 3 * k + 3);
                assertThat(number.product()).isEqualTo("d");
                assertThat(number.value()).isNaN();
                assertThat(number.sample()).isEqualTo(expected.get(0));
                assertThat(number.status()).isEqualTo("TOO_FEW_STARS");
                assertThat(number.stars()).isEqualTo(expected.get(1));
                assertThat(number.text())
                        .isEqualTo("too few stars (" + expected.get(1) + " of at least " + expected.get(2) + ")");
            }
        }
    }

    /** A sample without a number stands beside those that have one; what a number is not counted of has no count. */
    @Test
    void aSampleWithTooFewStarsStandsBesideTheOthers(@TempDir Path folder) throws IOException {
        RunResult run = few(folder, """
                d: {kind: distribution, value: fe_h, width: 0.1, minimum-count: 10, populations: [near, far]}
                  m: {kind: plane, statistic: median, plane: x-y, value: fe_h, cell: 4 kpc, minimum-count: 1}
                  r: {kind: running-median, x: r, y: fe_h, window: 10, overlap: 0.5}
                """);
        List<KeyNumber> numbers = KeyNumbers.of(run.study(), run.products());
        assertThat(numbers.stream().filter(k -> k.product().equals("d")).map(KeyNumber::sample))
                .containsExactly("far", "far", "far", "near");
        assertThat(numbers.stream().filter(k -> k.product().equals("m")))
                .hasSize(2)
                .allMatch(k -> k.n().orElse(0) == 4);
        assertThat(numbers.stream().filter(k -> k.product().equals("r")))
                .hasSize(2)
                .allMatch(k -> k.n().isEmpty());
    }

    private static KeyNumber only(List<KeyNumber> all, String product, String quantity) {
        return all.stream()
                .filter(k -> k.product().equals(product) && k.quantity().equals(quantity))
                .findFirst()
                .orElseThrow();
    }
}
