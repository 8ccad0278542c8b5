package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cellarius.figure.Dash;
import org.cellarius.figure.ErrorBars;
import org.cellarius.figure.Figure;
import org.cellarius.figure.FigureSize;
import org.cellarius.figure.Line;
import org.cellarius.figure.LineStyle;
import org.cellarius.figure.Note;
import org.cellarius.figure.Panel;
import org.cellarius.figure.Steps;
import org.cellarius.measure.product.Illustration;
import org.cellarius.measure.product.ProductResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures of many series, panels and words can be read. */
class ReadableFiguresTest {

    private static final String COLUMNS =
            "{x: {from: x, unit: kpc}, y: {from: y, unit: kpc}, z: {from: z, unit: kpc}, r: {from: r, unit: kpc}, fe_h: {from: feh, unit: dex}, logg: {from: logg, unit: log(cm/s2)}}";

    private static final String POPULATIONS = """
            phase-space: none
            populations:
              thin: abs(z) < 0.6
              middle: abs(z) >= 0.6 and abs(z) < 1.2
              thick: abs(z) >= 1.2
            products:
            """;

    private static final String SLICES = "slices: {of: r, edges: [5, 6, 7, 8, 9, 10, 11]}";

    private static String stars() {
        var random = new Random(5);
        var text = new StringBuilder("x,y,z,r,feh,logg\n");
        for (int i = 0; i < 4000; i++) {
            double r = 5 + 6 * random.nextDouble();
            double phi = random.nextGaussian();
            text.append(-r * Math.cos(phi) + "," + r * Math.sin(phi) + "," + 2 * random.nextDouble() + "," + r + ","
                    + (0.4 - 0.06 * r + 0.1 * random.nextGaussian()) + "," + (1 + 3 * random.nextDouble()) + "\n");
        }
        return text.toString();
    }

    private static ProductResult run(Path folder, String product) throws IOException {
        return new MiniStudy(Files.createTempDirectory(folder, "study"))
                .file("stars.csv", stars())
                .study(MiniStudy.of(COLUMNS, POPULATIONS + "  it: " + product + "\n"))
                .run()
                .products()
                .getFirst();
    }

    private static Figure figure(ProductResult product) {
        return product.illustrations().getLast().figure();
    }

    private static Panel panel(ProductResult product) {
        return figure(product).panels().getFirst();
    }

    private static List<Line> lines(Panel panel) {
        return panel.layers().stream()
                .filter(Line.class::isInstance)
                .map(Line.class::cast)
                .toList();
    }

    private static List<String> legends(Panel panel) {
        return lines(panel).stream().map(Line::legend).filter(l -> !l.isEmpty()).toList();
    }

    /** Six slices of three populations: six colours, three dashes, and no two lines alike. */
    private static void toldByColourAndDash(Panel panel, List<LineStyle> styles) {
        assertThat(panel.colours()).isPresent();
        assertThat(legends(panel)).containsExactly("thin", "middle", "thick");
        assertThat(styles).hasSize(18).doesNotHaveDuplicates();
        Set<Color> colours = styles.stream().map(LineStyle::colour).collect(Collectors.toSet());
        Set<Dash> dashes = styles.stream().map(LineStyle::dash).collect(Collectors.toSet());
        assertThat(colours).hasSize(6);
        assertThat(dashes).hasSize(3);
    }

    @Test
    void runningMediansOfManySeries(@TempDir Path folder) throws IOException {
        Panel panel = panel(run(
                folder,
                "{kind: running-median, x: z, y: fe_h, window: 20, overlap: 0, populations: [thin, middle, thick], "
                        + SLICES + "}"));
        toldByColourAndDash(
                panel,
                lines(panel).stream()
                        .filter(l -> l.x().length > 0)
                        .map(Line::style)
                        .toList());
    }

    @Test
    void distributionsOfManySeries(@TempDir Path folder) throws IOException {
        ProductResult product = run(
                folder,
                "{kind: distribution, value: fe_h, width: 0.1, layout: overlaid, populations: [thin, middle, thick], "
                        + SLICES + "}");
        Figure drawn = product.illustrations().stream()
                .filter(i -> i.name().equals("it"))
                .map(Illustration::figure)
                .findFirst()
                .orElseThrow();
        assertThat(drawn.size()).isEqualTo(FigureSize.SINGLE_COLUMN);
        Panel panel = drawn.panels().getFirst();
        toldByColourAndDash(
                panel,
                panel.layers().stream()
                        .filter(Steps.class::isInstance)
                        .map(s -> ((Steps) s).style())
                        .toList());
    }

    @Test
    void mediansInBinsOfManySeries(@TempDir Path folder) throws IOException {
        Panel panel = panel(run(
                folder,
                "{kind: binned-median, x: z, y: fe_h, width: 0.2, minimum-count: 2, populations: [thin, middle, thick], "
                        + SLICES + "}"));
        toldByColourAndDash(
                panel,
                lines(panel).stream()
                        .filter(l -> l.x().length > 0)
                        .map(Line::style)
                        .toList());
        assertThat(panel.layers().stream()
                        .filter(ErrorBars.class::isInstance)
                        .map(e -> ((ErrorBars) e).style())
                        .distinct())
                .hasSize(18);
    }

    /** What stands beside a statistic has rows of three, of two slices too. */
    @Test
    void companionsStandInRows(@TempDir Path folder) throws IOException {
        String plane =
                "{kind: plane, plane: x-y, statistic: median, value: fe_h, cell: 2, companions: [n, error, residual], model: 0.4 - 0.06*r%s}";
        Figure one = figure(run(folder, plane.formatted("")));
        assertThat(one.panels()).hasSize(5);
        assertThat(one.columns()).isEqualTo(3);
        Figure sliced = figure(run(folder, plane.formatted(", slices: {of: abs(z), edges: [0, 1, 2]}")));
        assertThat(sliced.panels()).hasSize(10).extracting(Panel::title).doesNotHaveDuplicates();
        assertThat(sliced.columns()).isEqualTo(3);
        assertThat(sliced.panels().get(1).title()).startsWith("Median [Fe/H], 1");
    }

    @Test
    void theNumberOfStarsStandsWhereItCoversLeast(@TempDir Path folder) throws IOException {
        assertThat(panel(run(folder, "{kind: plane, plane: x-y, statistic: count, cell: 1}"))
                        .layers())
                .filteredOn(Note.class::isInstance)
                .extracting(n -> ((Note) n).corner())
                .containsExactly(Note.Corner.EMPTIEST);
    }

    @Test
    void twoSetsOfArmsAreToldApart(@TempDir Path folder) throws IOException {
        Panel panel = panel(run(
                folder,
                "{kind: plane, plane: x-y, statistic: count, cell: 1, overlays: [bar, drimmel2024, reid2019]}"));
        assertThat(legends(panel)).containsExactly("Drimmel et al. (2024)", "Reid et al. (2019)");
        assertThat(lines(panel).stream()
                        .filter(l -> !l.legend().isEmpty())
                        .map(l -> l.style().dash())
                        .distinct())
                .hasSize(2);
        // A single set is told by the caption.
        assertThat(legends(panel(run(
                        folder, "{kind: plane, plane: x-y, statistic: count, cell: 1, overlays: [bar, reid2019]}"))))
                .isEmpty();
    }

    @Test
    void slopesOfSeveralPopulationsStandBesideEachOther(@TempDir Path folder) throws IOException {
        ProductResult product = run(
                folder,
                "{kind: gradient, x: r, y: fe_h, method: ols, populations: [thin, middle, thick], slices: {of: logg, edges: [1, 2, 3, 4]}}");
        Illustration slopes = product.illustrations().stream()
                .filter(i -> i.name().equals("it-slopes"))
                .findFirst()
                .orElseThrow();
        double[] places = slopes.figure().panels().getFirst().layers().stream()
                .filter(ErrorBars.class::isInstance)
                .flatMapToDouble(e -> Arrays.stream(((ErrorBars) e).x()))
                .toArray();
        assertThat(places).hasSize(9).doesNotHaveDuplicates();
        assertThat(slopes.caption()).contains("a little aside");
        // The unit of a logarithm is told by its name.
        assertThat(product.illustrations())
                .extracting(i -> i.figure().panels().getFirst().title())
                .contains("1 ≤ log g < 2");
    }

    @Test
    void aFigureTooSmallForItsWordsHasItsUsualSize(@TempDir Path folder) throws IOException {
        String gradient =
                "{kind: gradient, x: r, y: fe_h, method: ols, slices: {of: abs(z), edges: [0, 0.5, 1, 1.5, 2]}, figure: {size: [%s], residuals: true}}";
        ProductResult small = run(folder, gradient.formatted("88mm, 70mm"));
        assertThat(figure(small).size()).isEqualTo(FigureSize.DOUBLE_COLUMN);
        assertThat(small.notes()).anyMatch(n -> n.contains("do not fit on paper of that size"));
        ProductResult large = run(folder, gradient.formatted("180mm, 200mm"));
        assertThat(figure(large).size()).isEqualTo(FigureSize.of(180, 200));
        assertThat(large.notes()).noneMatch(n -> n.contains("do not fit"));
    }

    @Test
    void linesOfMoreSeriesThanColoursHaveDashes(@TempDir Path folder) throws IOException {
        String variants = IntStream.range(0, 10)
                .mapToObj(k -> "v" + k + ": {where: z > 0.0" + k + "}")
                .collect(Collectors.joining(", "));
        Panel panel = panel(run(
                folder,
                "{kind: gradient, x: r, y: fe_h, method: ols, figures: together, variants: {" + variants + "}}"));
        List<LineStyle> styles = lines(panel).stream()
                .filter(l -> !l.legend().isEmpty())
                .map(Line::style)
                .toList();
        assertThat(styles).hasSize(10).doesNotHaveDuplicates();
    }
}
