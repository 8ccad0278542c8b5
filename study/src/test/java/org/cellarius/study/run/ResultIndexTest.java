package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.Engine;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.SmallTable;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.study.result.ResultIndex;
import org.cellarius.study.result.RunResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A result folder is read by its description: every product, table and figure is found there, with the roles of its columns. */
class ResultIndexTest {

    private static final String PRODUCTS = """
            populations: {low: y < 18, high: y >= 18}
            products:
              line: {kind: gradient, x: x, y: y, y-error: e, method: wls, minimum-count: 3, populations: [low, high], slices: {of: x, edges: [0, 30, 60]}}
              odd: {kind: gradient, x: x, y: y, y-error: e, method: student-t, minimum-count: 3}
              running: {kind: running-median, x: x, y: y, window: 10, overlap: 0.5}
              medians: {kind: binned-median, x: x, y: y, width: 5, minimum-count: 2}
              plane: {kind: plane, statistic: median, plane: x-y, value: e, cell: 20 kpc, minimum-count: 2}
              shape: {kind: distribution, value: y, width: 5}
            vary:
              products: [line]
              settings:
                fewer: {set: products/line/minimum-count, to: [4]}
            """;

    @TempDir
    Path folder;

    private MiniStudy mini;

    @BeforeEach
    void sixtyStars() {
        var stars = new StringBuilder("x,y,e\n");
        for (int k = 0; k < 60; k++) {
            stars.append("%d,%s,%s%n".formatted(k, 0.6 * k + (k * 7 % 11) * 0.4 - 2, 1 + 0.1 * (k % 3)));
        }
        mini = new MiniStudy(folder)
                .file("stars.csv", stars.toString())
                .study(MiniStudy.of(
                        "{x: {from: x, unit: kpc}, y: {from: y, unit: kpc}, e: {from: e, unit: kpc}}", PRODUCTS));
    }

    @Test
    void everythingThatWasMeasuredIsFoundByIt() throws IOException {
        RunResult result = mini.run();
        ResultIndex index = ResultIndex.read(mini.output());
        assertThat(index.study()).isEqualTo("mini");
        assertThat(index.products())
                .extracting(ResultIndex.Product::kind)
                .containsExactly(
                        "gradient",
                        "gradient",
                        "running-median",
                        "binned-median",
                        "plane",
                        "distribution",
                        "robustness");
        assertThat(index.stars().rows()).isEqualTo(60);
        try (var engine = Engine.open(EngineSettings.in(folder, parquets()))) {
            for (int k = 0; k < index.products().size(); k++) {
                ResultIndex.Product told = index.products().get(k);
                ProductResult measured = result.products().get(k);
                assertThat(told.notes()).isEqualTo(measured.notes());
                for (ResultIndex.Table table : told.tables()) {
                    SmallTable own =
                            java.util.Objects.requireNonNull(measured.tables().get(table.name()));
                    SmallTable read = table.read(mini.output(), engine);
                    assertThat(read.rows()).as(table.name()).isEqualTo(own.rows());
                    assertThat(read.columns().stream().map(c -> c.name() + " " + c.unit() + " " + c.type()))
                            .isEqualTo(own.columns().stream()
                                    .map(c -> c.name() + " " + c.unit() + " " + c.type())
                                    .toList());
                    assertThat(read.roles().stream().map(ColumnRole::word))
                            .isEqualTo(
                                    own.roles().stream().map(ColumnRole::word).toList());
                }
                told.figures()
                        .forEach(f -> assertThat(f.files().values())
                                .hasSize(3)
                                .allSatisfy(file ->
                                        assertThat(mini.output().resolve(file)).isNotEmptyFile()));
                told.tables()
                        .forEach(t -> assertThat(t.files().values())
                                .hasSize(4)
                                .allSatisfy(file ->
                                        assertThat(mini.output().resolve(file)).isNotEmptyFile()));
            }
        }
        assertThat(index.keyNumbers()).anySatisfy(n -> {
            assertThat(n.product()).isEqualTo("odd");
            assertThat(n.error()).hasValueSatisfying(e -> assertThat(e).isPositive());
        });
        // What was read is written again as it was.
        assertThat(index.json()).isEqualTo(Files.readString(mini.output().resolve(ResultIndex.FILE)));
    }

    /** Whatever a product is, its rows are told apart by their keys, and an error stands beside its value. */
    @Test
    void keysTellRowsApart() {
        for (ProductResult product : mini.run().products()) {
            product.tables().forEach((name, table) -> {
                List<List<SmallTable.Value>> keys = table.rows().stream()
                        .map(row -> java.util.stream.IntStream.range(0, row.size())
                                .filter(k -> table.roles().get(k) instanceof ColumnRole.Key)
                                .mapToObj(row::get)
                                .toList())
                        .toList();
                assertThat(keys).as(name).doesNotHaveDuplicates();
                table.columns().stream()
                        .filter(c -> c.name().endsWith("_sd") && !c.name().equals("y_sd"))
                        .forEach(c -> assertThat(table.errorOf(c.name().replaceFirst("_sd$", "")))
                                .as(name)
                                .isEqualTo(table.at(c.name())));
                assertThat(table.errorOf("nothing")).isEqualTo(OptionalInt.empty());
            });
        }
    }

    @Test
    void anExpectedNumberOfAMapNamesItsCell() {
        String study =
                MiniStudy.of("{x: {from: x, unit: kpc}, y: {from: y, unit: kpc}, e: {from: e, unit: kpc}}", PRODUCTS)
                        + "report: {expected: expected.csv}\n";
        mini.study(study)
                .file(
                        "expected.csv",
                        "product,slice,quantity,value,error,sigmas,tolerance,source\nplane,1,median,1.1,,,1,us\n");
        assertThatThrownBy(mini::run)
                .hasMessageContaining("the expected 'median' of 'plane' may be any of ")
                .hasMessageContaining("Add columns that name one: x_lo, x_hi, y_lo, y_hi");
        mini.file("expected.csv", """
                product,slice,quantity,value,error,sigmas,tolerance,source,x_lo,y_lo
                plane,1,median,1.1,,,1,us,0.0,0
                plane,1,median,1.1,,,1,us,2000,0
                """);
        assertThat(mini.run().comparison().orElseThrow().lines())
                .extracting(l -> l.verdict().name() + " " + l.quantity())
                .containsExactly("AGREES median, 0.0, 0", "MISSING median, 2000.0, 0");
        mini.file(
                "expected.csv",
                "product,slice,quantity,value,error,sigmas,tolerance,source\nline,1,slope,0.6,,,1,us\n");
        assertThatThrownBy(mini::replace).hasMessageContaining("name one: population");
        mini.file(
                "expected.csv",
                "product,slice,quantity,value,error,sigmas,tolerance,source,comment\nline,1,slope,0.6,,,1,us,hm\n");
        assertThatThrownBy(mini::replace).hasMessageContaining("has no column 'comment', by which a row is named");
    }

    @Test
    void aFolderWithoutOneOrWithAnotherFormatIsTold() throws IOException {
        assertThatThrownBy(() -> ResultIndex.read(folder)).hasMessageContaining("holds no result.json");
        Files.writeString(folder.resolve("result.json"), "{\"format\": 1");
        assertThatThrownBy(() -> ResultIndex.read(folder)).hasMessageContaining("is damaged");
        mini.run();
        String json = Files.readString(mini.output().resolve("result.json"));
        Files.writeString(folder.resolve("result.json"), json.replaceFirst("\"format\" : 1", "\"format\" : 9"));
        assertThatThrownBy(() -> ResultIndex.read(folder)).hasMessageContaining("is of format 9");
    }

    private List<Path> parquets() throws IOException {
        try (Stream<Path> files = Files.list(mini.output().resolve("tables"))) {
            return files.filter(f -> f.toString().endsWith(".parquet")).toList();
        }
    }
}
