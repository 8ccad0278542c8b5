package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.cellarius.engine.SmallTable;
import org.cellarius.figure.Band;
import org.cellarius.figure.Figure;
import org.cellarius.figure.FigureWriter;
import org.cellarius.figure.Layer;
import org.cellarius.figure.Line;
import org.cellarius.measure.product.ProductResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other columns beside that of an axis: each is what a profile of its own gives, and the band lies between them. */
class BesideTest {

    private static final String COLUMNS =
            "{r: {from: r, unit: kpc}, age: {from: a, unit: Gyr}, age_b: {from: b, unit: Gyr}, age_c: {from: c, unit: Gyr}, fe_h: {from: feh, unit: dex}}";

    private static final Path LOOK = Path.of("target", "look");

    /** Ages by three methods; every tenth star lacks the third. */
    private static String stars() {
        Random random = new Random(4);
        var text = new StringBuilder("r,a,b,c,feh\n");
        for (int i = 0; i < 3000; i++) {
            double age = 1 + 11 * random.nextDouble();
            text.append("%s,%s,%s,%s,%s%n"
                    .formatted(
                            5 + 6 * random.nextDouble(),
                            age,
                            0.5 + 0.9 * age + 0.3 * random.nextGaussian(),
                            i % 10 == 0 ? "" : String.valueOf(1.15 * age + 0.5 * random.nextGaussian()),
                            0.1 - 0.03 * age + 0.15 * random.nextGaussian()));
        }
        return text.toString();
    }

    private static final String PROFILES = """
              ages: {kind: running-median, x: age, y: fe_h, window: 300, overlap: 0.5, beside: {x: [age_b, age_c]}}
              ages-b: {kind: running-median, x: age_b, y: fe_h, window: 300, overlap: 0.5}
              ages-c: {kind: running-median, x: age_c, y: fe_h, window: 300, overlap: 0.5}
              radii: {kind: binned-median, x: r, y: age, width: 0.5, slices: {of: r, edges: [5, 8, 11]}, beside: {y: [age_b, {of: age_c, label: third}]}}
              radii-b: {kind: binned-median, x: r, y: age_b, width: 0.5, slices: {of: r, edges: [5, 8, 11]}}
            """;

    private static MiniStudy study(Path folder, String products) {
        return new MiniStudy(folder)
                .file("stars.csv", stars())
                .study(MiniStudy.of(COLUMNS, "cuts: [{name: near, keep: r < 20}]\nproducts:\n" + products));
    }

    private static ProductResult of(List<ProductResult> all, String name) {
        return all.stream()
                .filter(p -> p.head().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The rows of a variant without the column that names it. */
    private static List<List<SmallTable.Value>> rows(ProductResult product, String table, String variant) {
        SmallTable all = Objects.requireNonNull(product.tables().get(table));
        assertThat(all.columns().getFirst().name()).isEqualTo("variant");
        return all.rows().stream()
                .filter(r -> r.getFirst().equals(new SmallTable.Text(variant)))
                .map(r -> List.copyOf(r.subList(1, r.size())))
                .toList();
    }

    private static <L extends Layer> List<L> layers(Figure figure, Class<L> kind) {
        return figure.panels().getFirst().layers().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    @Test
    void eachColumnIsMeasuredAsAloneAndTheBandLiesBetweenThem(@TempDir Path folder) throws IOException {
        List<ProductResult> all = study(folder, PROFILES).run().products();
        ProductResult ages = of(all, "ages");
        for (String other : List.of("b", "c")) {
            assertThat(rows(ages, "ages", "age_" + other))
                    .isNotEmpty()
                    .isEqualTo(of(all, "ages-" + other).main().rows());
        }
        ProductResult radii = of(all, "radii");
        assertThat(rows(radii, "radii", "age_b"))
                .hasSize(2)
                .isEqualTo(of(all, "radii-b").main().rows());
        assertThat(rows(radii, "radii-bins", "age_b"))
                .isEqualTo(Objects.requireNonNull(of(all, "radii-b").tables().get("radii-b-bins"))
                        .rows());
        assertThat(rows(radii, "radii", "third")).hasSize(2);

        Files.createDirectories(LOOK);
        Figure figure = ages.illustrations().getFirst().figure();
        FigureWriter.writeAll(figure, LOOK, "beside");
        FigureWriter.writeAll(radii.illustrations().getFirst().figure(), LOOK, "beside-bins");
        Band band = layers(figure, Band.class).getFirst();
        List<Line> curves = layers(figure, Line.class).stream()
                .filter(l -> l.x().length > 0)
                .toList();
        assertThat(curves).hasSize(3);
        assertThat(band.x().length).isGreaterThan(20);
        for (int i = 0; i < band.x().length; i++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (Line c : curves) {
                double y = at(c, band.x()[i]);
                low = Double.isNaN(y) ? low : Math.min(low, y);
                high = Double.isNaN(y) ? high : Math.max(high, y);
            }
            assertThat(band.lo()[i]).isCloseTo(low, within(1e-12));
            assertThat(band.hi()[i]).isCloseTo(high, within(1e-12));
        }
        assertThat(layers(figure, Line.class)).extracting(Line::legend).contains("age", "age_b", "age_c");
        assertThat(ages.illustrations().getFirst().caption())
                .contains("Lines: age, age_b, age_c; bands: from the lowest to the highest of these.")
                .contains("age: N = 3,000 stars.")
                .contains("age_c: N = 2,700 stars.");
    }

    private static double at(Line line, double x) {
        for (int i = 1; i < line.x().length; i++) {
            double from = line.x()[i - 1];
            double to = line.x()[i];
            if (x >= from && x <= to) {
                return line.y()[i - 1] + (x - from) / (to - from) * (line.y()[i] - line.y()[i - 1]);
            }
        }
        return Double.NaN;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{x: [r]}                      | kpc",
                "{x: [age]}                    | beside itself",
                "{x: [age_b], y: [fe_h]}       | for x and for y",
                "{x: [age_d]}                  | age_d",
                "{x: []}                       | beside",
                "{z: [age_b]}                  | z"
            })
    void mistakesAreTold(String beside, String told, @TempDir Path folder) {
        assertThatThrownBy(() -> study(folder, PROFILES.replace("{x: [age_b, age_c]}", beside))
                        .run())
                .hasMessageContaining(told)
                .hasMessageContaining("study.yaml");
    }
}
