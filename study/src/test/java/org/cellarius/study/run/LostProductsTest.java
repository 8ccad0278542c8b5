package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cellarius.catalogue.InputError;
import org.cellarius.measure.product.Measurements.Lost;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.study.result.Comparison;
import org.cellarius.study.result.ResultIndex;
import org.cellarius.study.result.RunResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A product that the stars do not allow leaves the other products of a run unharmed, and says why it is not there. */
class LostProductsTest {

    private static final String COLUMNS =
            "{id: id, x: {from: x, unit: kpc}, y: {from: y, unit: kpc}, far: {from: far, unit: kpc}, none: {from: none, unit: kpc}}";

    @TempDir
    Path folder;

    private MiniStudy mini;

    @BeforeEach
    void stars() {
        var rows = new StringBuilder("id,x,y,far,none\n");
        for (int k = 0; k < 40; k++) {
            rows.append(k + "," + 0.1 * k + "," + 0.2 * (k % 7) + "," + Math.pow(1e10, k % 20) + ",\n");
        }
        mini = new MiniStudy(folder).file("stars.csv", rows.toString());
    }

    private MiniStudy with(String product) {
        return mini.study(MiniStudy.of(
                COLUMNS,
                "populations: {nobody: x > 100}\nproducts:\n  odd: {" + product
                        + "}\n  line: {kind: gradient, x: x, y: y, method: ols, minimum-count: 3}\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: plane, x: far, y: y, statistic: count, cell: 0.1                                        | cells",
                "kind: plane, x: 5000 * x, y: y, statistic: count, cell: 0.1, slices: {of: y, edges: [0, 0.5, 1, 2]}   | in each of 3 panels",
                "kind: plane, x: none, y: y, statistic: count, cell: 0.1                                       | no star",
                "kind: plane, x: x, y: y, statistic: count, cell: 0.1, where: x > 50                           | no star is left",
                "kind: plane, x: x, y: y, statistic: count, cell: 0.1, population: nobody                      | population 'nobody' is empty",
                "kind: plane, x: x, y: y, statistic: count, cell: 1, contours: {levels: [0.5], of: enclosed, cell: 0.0001} | cells of the contours",
                "kind: binned-median, x: far, y: y, width: 0.1, minimum-count: 1                               | bins",
                "kind: running-median, x: x, y: y, window: 5, overlap: 0.5, where: x > 50                      | no star is left",
                "kind: distribution, value: far, width: 0.1                                                     | bins",
                "kind: distribution, value: x, where: x > 50, width: 0.1                                        | no star is left",
                "kind: gradient, x: x, y: y, method: ols, population: nobody                                   | population 'nobody' is empty"
            })
    void otherProductsAreUnharmed(String product, String reason) throws IOException {
        RunResult result = with(product).run();
        assertThat(result.products()).extracting(p -> p.head().name()).containsExactly("line");
        assertThat(result.lost()).extracting(Lost::name).containsExactly("odd");
        assertThat(result.lost().getFirst().sentence())
                .startsWith("Not measured: ")
                .contains(reason);
        assertThat(mini.output().resolve("figures/line.png")).isNotEmptyFile();
        assertThat(mini.output().resolve("tables/odd.csv")).doesNotExist();
        String report = Files.readString(mini.output().resolve("report.html"));
        assertThat(report).contains("<section id=\"p-odd\"").contains("✗ Not measured: ");
        assertThat(ResultIndex.read(mini.output()).product("odd").orElseThrow().notes())
                .containsExactly(result.lost().getFirst().sentence());
    }

    @Test
    void whereNoProductCanBeMeasuredTheRunEnds() {
        mini.study(
                MiniStudy.of(
                        COLUMNS,
                        "products:\n  a: {kind: gradient, x: x, y: y, method: ols, where: x > 50}\n  b: {kind: gradient, x: x, y: y, method: ols, where: x > 60}\n"));
        assertThatThrownBy(mini::run)
                .isInstanceOf(InputError.class)
                .hasMessageContaining("no star is left for the product 'a'");
        assertThat(mini.output()).doesNotExist();
    }

    @Test
    void theExpectedNumbersOfSuchAProductAreMissing() {
        mini.file(
                "expected.csv",
                "product,slice,quantity,value,error,sigmas,tolerance,source\nodd,1,slope,1,,,0.1,truth\nline,1,slope,0,,,9,truth\n");
        mini.study(
                MiniStudy.of(
                        COLUMNS,
                        "products:\n  odd: {kind: gradient, x: x, y: y, method: ols, where: x > 50}\n  line: {kind: gradient, x: x, y: y, method: ols}\nreport: {expected: expected.csv}\n"));
        assertThat(mini.run().comparison().orElseThrow().lines())
                .extracting(Comparison.Line::verdict)
                .containsExactly(Comparison.Verdict.MISSING, Comparison.Verdict.AGREES);
    }

    @Test
    void whatIsVariedIsLeftToTheOthers() {
        String products =
                "products:\n  odd: {kind: gradient, x: x, y: y, method: ols, where: x > 50}\n  line: {kind: gradient, x: x, y: y, method: ols}\n";
        String settings =
                "  quantity: slope\n  systematic: half-range\n  settings: {cut: {set: products/line/where, to: [x < 3]}}\n";
        mini.study(MiniStudy.of(COLUMNS, products + "vary:\n  products: [odd, line]\n" + settings));
        assertThat(mini.run().products())
                .extracting(ProductResult::head)
                .extracting(h -> h.name())
                .isEqualTo(List.of("line", "robustness"));
        mini.study(MiniStudy.of(COLUMNS, products + "vary:\n  products: [odd]\n" + settings));
        assertThat(mini.replace().products())
                .extracting(ProductResult::head)
                .extracting(h -> h.name())
                .isEqualTo(List.of("line"));
        assertThat(mini.output().resolve("report.html")).content().contains("Nothing is varied");
    }
}
