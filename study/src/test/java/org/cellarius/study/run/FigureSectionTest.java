package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.cellarius.figure.Axis;
import org.cellarius.figure.ColourMap;
import org.cellarius.figure.Density;
import org.cellarius.figure.ErrorBars;
import org.cellarius.figure.Figure;
import org.cellarius.figure.FigureSize;
import org.cellarius.figure.Layer;
import org.cellarius.figure.LegendPlace;
import org.cellarius.figure.Line;
import org.cellarius.figure.Note;
import org.cellarius.figure.OutsidePoints;
import org.cellarius.figure.Panel;
import org.cellarius.measure.product.ProductResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The section {@code figure} of products: what it says is drawn, by every kind of product; what cannot be is told. */
class FigureSectionTest {

    private static final String COLUMNS =
            "{r: {from: r, unit: kpc}, z: {from: z, unit: kpc}, fe_h: {from: feh, unit: dex}, fe_h_error: {from: efeh, unit: dex}}";

    private static String stars(int n) {
        var random = new Random(3);
        var text = new StringBuilder("r,z,feh,efeh\n");
        for (int i = 0; i < n; i++) {
            double r = 5 + 6 * random.nextDouble();
            text.append(r + "," + 2 * random.nextDouble() + "," + (0.4 - 0.06 * r + 0.05 * random.nextGaussian())
                    + ",0.05\n");
        }
        return text.toString();
    }

    /** Stars of no slice and stars without a value are not among those that an axis leaves out. */
    @Test
    void captionsCountTheStarsOfTheSlicesThatLieOutside(@TempDir Path folder) throws IOException {
        Results results = run(
                folder,
                3000,
                "  g: {kind: gradient, x: r, y: fe_h, method: ols, slices: {of: z, edges: [0, 1]}, figure: {x: {range: [10, 6]}}}\n  p: {kind: plane, x: r, y: fe_h, statistic: count, cell: [1, 0.1], slices: {of: z, edges: [0, 1]}, figure: {x: {range: [6, 10]}}}\n");
        long outside = stars(3000)
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(star -> Double.parseDouble(star[1]) < 1)
                .mapToDouble(star -> Double.parseDouble(star[0]))
                .filter(r -> r < 6 || r > 10)
                .count();
        for (String product : List.of("g", "p")) {
            assertThat(results.of(product).illustrations().getFirst().caption())
                    .contains(String.format(java.util.Locale.ROOT, "%,d stars lie outside the axes", outside));
        }
    }

    /** What a run gave. */
    private record Results(List<ProductResult> all) {

        ProductResult of(String name) {
            return all.stream()
                    .filter(p -> p.head().name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Results run(Path folder, int stars, String products) {
        return new Results(new MiniStudy(folder)
                .file("stars.csv", stars(stars))
                .study(MiniStudy.of(COLUMNS, "cuts: [{name: near, keep: r < 20}]\nproducts:\n" + products))
                .run()
                .products());
    }

    private static Figure figure(ProductResult product) {
        return product.illustrations().getLast().figure();
    }

    @Test
    void everyKindOfProductFollowsIt(@TempDir Path folder) {
        String figure =
                "figure: {size: [120mm, 80mm], title: Mine, legend: none, x: {range: [12, 4], label: Radius}, y: {scale: linear}}";
        Results products = run(folder, 600, """
                  line: {kind: gradient, x: r, y: fe_h, method: ols, %1$s}
                  running: {kind: running-median, x: r, y: fe_h, window: 50, overlap: 0.5, %1$s}
                  binned: {kind: binned-median, x: r, y: fe_h, width: 0.5, %1$s}
                  plane: {kind: plane, statistic: median, x: r, y: z, value: fe_h, cell: 0.5, %1$s}
                  shape: {kind: distribution, value: r, width: 0.5, %1$s}
                """.formatted(figure));
        assertThat(products.all()).hasSize(5);
        products.all().forEach(product -> {
            String name = product.head().name();
            Figure drawn = figure(product);
            assertThat(drawn.size()).as(name).isEqualTo(FigureSize.of(120, 80));
            assertThat(drawn.title()).as(name).isEqualTo("Mine");
            Panel panel = drawn.panels().getFirst();
            assertThat(panel.legendPlace()).as(name).isEqualTo(LegendPlace.NONE);
            assertThat(panel.x().label()).as(name).isEqualTo("Radius");
            assertThat(panel.x().unit()).as(name).isEqualTo("kpc");
            assertThat(panel.x().min()).as(name).isEqualTo(4);
            assertThat(panel.x().max()).as(name).isEqualTo(12);
            assertThat(panel.x().reversed()).as(name).isTrue();
        });
    }

    /** A slice of few stars beside one of many: each of its stars is drawn with its error, those of the other are counted. */
    @Test
    void fewStarsBesideManyHaveTheirErrors(@TempDir Path folder) {
        Figure drawn = figure(run(
                        folder,
                        3000,
                        "  two: {kind: gradient, x: r, y: fe_h, y-error: fe_h_error, method: wls, slices: {of: z, edges: [0, 1.9, 2]}}\n")
                .of("two"));
        assertThat(drawn.panels().get(0).layers()).anyMatch(Density.class::isInstance);
        ErrorBars few = only(drawn.panels().get(1), ErrorBars.class);
        assertThat(few.x().length).isBetween(100, 200);
        assertThat(few.yPlus()).hasSize(few.x().length).containsOnly(0.05);
        assertThat(drawn.panels().get(1).layers()).noneMatch(Density.class::isInstance);
        Note note = only(drawn.panels().get(1), Note.class);
        assertThat(note.text())
                .matches(
                        "N = \\d+\nslope −0\\.0\\d+ ± 0\\.0\\d+ dex/kpc\nintercept 0\\.\\d+ ± 0\\.0\\d+ dex\nχ\\^\\{2}/ν = [01]\\.\\d+");
    }

    @Test
    void sizesFollowTheNumberOfPanels(@TempDir Path folder) {
        Results products = run(folder, 400, """
                  one: {kind: gradient, x: r, y: fe_h, method: ols}
                  three: {kind: gradient, x: r, y: fe_h, method: ols, slices: {of: z, edges: [0, 0.6, 1.2, 2]}}
                """);
        assertThat(figure(products.of("one")).size()).isEqualTo(FigureSize.SINGLE_COLUMN);
        assertThat(figure(products.of("three")).size()).isEqualTo(FigureSize.DOUBLE_COLUMN);
    }

    /** The residuals are those of the table's line: y - (slope x + intercept), star by star. */
    @Test
    void residualsAreThePointsWithoutTheLine(@TempDir Path folder) {
        ProductResult product = run(
                        folder,
                        90,
                        "  line: {kind: gradient, x: r, y: fe_h, y-error: fe_h_error, method: wls, figure: {residuals: true}}\n")
                .of("line");
        Figure drawn = figure(product);
        assertThat(drawn.panels()).hasSize(2);
        assertThat(drawn.rowHeights()).containsExactly(1.0, 0.4);
        double slope = number(product, "slope");
        double intercept = number(product, "intercept");
        ErrorBars above = only(drawn.panels().get(0), ErrorBars.class);
        ErrorBars below = only(drawn.panels().get(1), ErrorBars.class);
        assertThat(below.x()).isEqualTo(above.x()).hasSize(90);
        for (int i = 0; i < 90; i++) {
            assertThat(below.y()[i]).isCloseTo(above.y()[i] - slope * above.x()[i] - intercept, within(1e-9));
        }
        assertThat(below.yPlus()).isEqualTo(above.yPlus());
        // No residual is lost: one beyond the axis has an arrow.
        assertThat(only(drawn.panels().get(1), OutsidePoints.class).y()).isEqualTo(below.y());
        assertThat(drawn.panels().get(1).x()).isEqualTo(drawn.panels().get(0).x());
        Axis rest = drawn.panels().get(1).y();
        assertThat(rest.min()).isEqualTo(-rest.max());
        assertThat(drawn.panels().get(1).layers()).noneMatch(Line.class::isInstance);
    }

    private static double number(ProductResult product, String name) {
        return org.cellarius.engine.SmallTable.number(
                product.main().rows().getFirst(), product.main().at(name));
    }

    private static <L extends Layer> L only(Panel panel, Class<L> kind) {
        return panel.layers().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void scalesAndColoursAreThoseOfTheStudy(@TempDir Path folder) {
        Results products = run(folder, 3000, """
                  plane: {kind: plane, statistic: dispersion, x: r, y: z, value: fe_h, cell: 0.5, figure: {colours: {map: cividis, range: [0.01, 0.1], scale: log, label: spread}}}
                  shape: {kind: distribution, value: r, width: 0.5, figure: {x: {scale: log}}}
                """);
        var colours = figure(products.of("plane")).panels().getFirst().colours().orElseThrow();
        assertThat(colours.map()).isEqualTo(ColourMap.CIVIDIS);
        assertThat(colours.min()).isEqualTo(0.01);
        assertThat(colours.max()).isEqualTo(0.1);
        assertThat(colours.label()).isEqualTo("spread");
        assertThat(colours.spacing()).isEqualTo(Axis.Spacing.LOGARITHMIC);
        Axis x = figure(products.of("shape")).panels().getFirst().x();
        assertThat(x.spacing()).isEqualTo(Axis.Spacing.LOGARITHMIC);
        assertThat(x.min()).isPositive();
    }

    /** What can be known only of the data is a note beside the figure, and harms no other product. */
    @Test
    void whatCannotBeDrawnIsSaid(@TempDir Path folder) throws IOException {
        Results products = run(folder, 400, """
                  nothing: {kind: gradient, x: r, y: fe_h, method: ols, figure: {x: {range: [100, 200]}}}
                  negative: {kind: gradient, x: r, y: fe_h - 5, method: ols, figure: {y: {scale: log}}}
                  some: {kind: gradient, x: r - 7, y: fe_h, method: ols, figure: {x: {scale: log}}}
                  small: {kind: gradient, x: r, y: fe_h, method: ols, slices: {of: z, edges: [0, 0.5, 1, 2]}, figure: {size: 20mm, columns: 3}}
                  bare: {kind: plane, statistic: median, x: r, y: z, value: fe_h, cell: 0.5, figure: {residuals: true}}
                """);
        assertThat(products.of("nothing").notes()).anyMatch(n -> n.contains("no data lie within the ranges"));
        assertThat(products.of("negative").notes()).anyMatch(n -> n.contains("nothing along y lies above 0"));
        assertThat(products.of("some").notes())
                .anyMatch(n -> n.contains("at or below 0 have no place on the logarithmic axis x"));
        assertThat(products.of("small").notes()).anyMatch(n -> n.contains("do not fit on paper of that size"));
        assertThat(products.of("bare").notes()).anyMatch(n -> n.contains("there are no residuals"));
        for (ProductResult product : products.all()) {
            String name = product.head().name();
            assertThat(folder.resolve("out/figures/" + name + ".svg")).as(name).isNotEmptyFile();
        }
        assertThat(Files.readString(folder.resolve("out/report.html"))).contains("no data lie within the ranges");
    }

    @Test
    void captionsSayWhichStarsAreShownAndWhatIsFitted(@TempDir Path folder) {
        String caption = run(folder, 400, "  line: {kind: gradient, x: r, y: fe_h, method: ols, where: z < 1.5}\n")
                .of("line")
                .illustrations()
                .getFirst()
                .caption();
        assertThat(caption)
                .contains("Fitted: [Fe/H] = slope × R + intercept.")
                .contains(". Stars: where z < 1.5; after the cuts 'near'. Grey: ")
                .containsPattern("\\d+ stars in the fit");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {sise: 88mm}                                | unknown key 'sise'                          | did you mean 'size'
            {size: 88 parsecs}                          | '88 parsecs' is no length on paper          | 88mm, 180mm or [88mm, 60mm]
            {size: 5mm}                                 | is between 20 and 2000                      | mm, not 5.0
            {x: {range: [0, 5], scale: log}}            | holds numbers that have no logarithm        | Begin above 0
            {y: {range: [3, 3]}}                        | the range [3.0, 3.0] shows nothing          | two different numbers
            {x: {scale: logaritmic}}                    | 'logaritmic' is not possible                | did you mean 'logarithmic'
            {legend: top-lft}                           | there is no place of a legend named 'top-lft' | did you mean 'top-left'
            {colours: {map: viridus}}                   | there is no map of colours named 'viridus'  | did you mean 'viridis'
            {colours: {range: [3, 1]}}                  | of colours does not rise                    | Write [smallest, largest]
            {residuals: maybe}                          | should be true or false                     | residuals
            """)
    void mistakesHavePlacesAndTellWhatToWrite(String section, String what, String hint, @TempDir Path folder) {
        assertThatThrownBy(() -> run(
                        folder, 40, "  line: {kind: gradient, x: r, y: fe_h, method: ols, figure: " + section + "}\n"))
                .hasMessageContaining(what)
                .hasMessageContaining(hint)
                .hasMessageContaining("study.yaml:6:");
    }

    /** All of one section together, and beside those of the product. */
    @Test
    void mistakesComeTogether(@TempDir Path folder) {
        assertThatThrownBy(() -> run(
                        folder,
                        40,
                        "  line: {kind: gradient, x: r, y: fe_h, method: olz, figure: {legend: nowhere, size: big}}\n"))
                .hasMessageContaining("no length on paper")
                .hasMessageContaining("place of a legend")
                .hasMessageContaining("'olz'");
    }

    @Test
    void listsOfPanelsKeepTheirOrder(@TempDir Path folder) {
        Figure drawn = figure(run(
                        folder,
                        400,
                        "  line: {kind: gradient, x: r, y: fe_h, method: ols, slices: {of: z, edges: [0, 0.5, 1, 1.5, 2]}, figure: {columns: 2, residuals: true}}\n")
                .of("line"));
        assertThat(drawn.panels().stream().map(Panel::title).map(t -> t.isEmpty() ? "" : t.substring(0, 3)))
                .containsExactly("0 ≤", "0.5", "", "", "1 ≤", "1.5", "", "");
        assertThat(drawn.rowHeights()).containsExactly(1.0, 0.4, 1.0, 0.4);
    }
}
