package org.cellarius.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However much a figure shows, its SVG weighs less than a photograph. */
class SvgWeightTest {

    private static final int MOST_BYTES = 300_000;
    private static final Path LOOK = Path.of("target", "heavy");

    private static final Axis X = Axis.of("*{R}", "kpc", 3, 15);
    private static final Axis Y = Axis.of("[Fe/H]", "dex", -1, 1);

    private static double[] uniform(Random random, int n, double from, double to) {
        return random.doubles(n, from, to).toArray();
    }

    private static double[] normal(Random random, int n, double mean, double sd) {
        return IntStream.range(0, n)
                .mapToDouble(i -> mean + sd * random.nextGaussian())
                .toArray();
    }

    private static Note note(int i) {
        return new Note(
                "*{N} = 480\nslope −0.0" + (50 + i) + " ± 0.0021\nintercept 0.45 ± 0.02\n*{χ}^{2}/ν = 1.2",
                Note.Corner.EMPTIEST);
    }

    private static Figure panels(int n, IntFunction<List<Layer>> layers) {
        List<Panel> panels = IntStream.range(0, n)
                .mapToObj(i -> {
                    var all = new ArrayList<>(layers.apply(i));
                    all.add(note(i));
                    return Panel.of(i + " ≤ *{t} < " + (i + 1) + " Gyr", X, Y, all);
                })
                .toList();
        return new Figure("many", panels, Math.min(n, 3), FigureSize.ofPanels(n));
    }

    private static void light(String name, Figure figure) throws Exception {
        String svg = FigureWriter.svg(figure);
        Files.createDirectories(LOOK);
        Files.writeString(LOOK.resolve(name + ".svg"), svg);
        Files.write(LOOK.resolve(name + ".png"), FigureWriter.png(figure, 300));
        org.assertj.core.api.Assertions.setMaxElementsForPrinting(3);
        assertThat(svg.getBytes(StandardCharsets.UTF_8)).as(name).hasSizeLessThan(MOST_BYTES);
    }

    private static Figure manyPoints(Color colour, int each) {
        return panels(
                18,
                i -> List.of(new Points(
                        uniform(new Random(i), each, 3, 15),
                        normal(new Random(90 + i), each, 0, 0.3),
                        new PointStyle(colour, Symbol.CIRCLE, 2.2, true),
                        "")));
    }

    private static Figure manyBars(int panels, int each) {
        return panels(
                panels,
                i -> List.of(ErrorBars.both(
                        uniform(new Random(i), each, 3, 15),
                        normal(new Random(90 + i), each, 0, 0.3),
                        uniform(new Random(30 + i), each, 0.05, 0.6),
                        uniform(new Random(60 + i), each, 0.01, 0.1),
                        new PointStyle(new Color(0x8C8C8C), Symbol.CIRCLE, 2.2, true),
                        "")));
    }

    @Test
    void manyPanelsOfPointsBelowTheLimitOfEach() throws Exception {
        light("points", manyPoints(new Color(0x9A9A9A), 500));
    }

    @Test
    void manyPanelsOfTranslucentPoints() throws Exception {
        light("translucent", manyPoints(new Color(140, 140, 140, 130), 990));
    }

    @Test
    void manyPanelsOfErrorBars() throws Exception {
        light("bars", manyBars(18, 200));
        light("more-bars", manyBars(18, 990));
        light("one-panel-of-bars", manyBars(1, 1900));
    }

    @Test
    void manyPanelsOfColouredPoints() throws Exception {
        var scale = new ColourScale(ColourMap.VIRIDIS, "age", "Gyr", 0, 14);
        List<Panel> panels = IntStream.range(0, 12)
                .mapToObj(i -> Panel.map(
                        "",
                        X,
                        Axis.of("*{Z}", "kpc", -6, 6),
                        List.of(new ColouredPoints(
                                uniform(new Random(i), 900, 3, 15),
                                normal(new Random(90 + i), 900, 0, 2),
                                uniform(new Random(70 + i), 900, 0, 14),
                                2)),
                        scale))
                .toList();
        light("coloured", new Figure("coloured", panels, 3, FigureSize.DOUBLE_COLUMN));
    }

    @Test
    void manySymbolsOfOtherShapes() throws Exception {
        light(
                "shapes",
                panels(
                        6,
                        i -> IntStream.range(0, 6)
                                .<Layer>mapToObj(k -> new Points(
                                        uniform(new Random(i * 10 + k), 400, 3, 15),
                                        normal(new Random(90 + i * 10 + k), 400, 0, 0.3),
                                        new PointStyle(
                                                Palette.series(k).colour(),
                                                PointStyle.series(k + 3).symbol(),
                                                2.6,
                                                k % 2 == 0),
                                        ""))
                                .toList()));
    }

    private static List<Layer> running(int seed, int windows) {
        Random random = new Random(seed);
        double[] x = IntStream.range(0, windows)
                .mapToDouble(i -> 3.2 + 11.5 * i / windows)
                .toArray();
        double[] y = new double[windows];
        double noise = 0;
        for (int i = 0; i < windows; i++) {
            noise = 0.98 * noise + 0.02 * random.nextGaussian();
            y[i] = 0.4 - 0.05 * x[i] + 0.1 * seed + noise + 0.005 * random.nextGaussian();
        }
        double[] lo = Arrays.stream(y)
                .map(v -> v - 0.15 - 0.01 * random.nextGaussian())
                .toArray();
        double[] hi = Arrays.stream(y)
                .map(v -> v + 0.15 + 0.01 * random.nextGaussian())
                .toArray();
        return List.of(
                new Band(x, lo, hi, Palette.series(seed).colour(), 0.13, ""),
                new Line(x, y, LineStyle.series(seed), "slice " + seed));
    }

    @Test
    void aLongLineWithItsBand() throws Exception {
        light("running-median", panels(1, i -> running(i, 10_000)));
        light(
                "running-medians",
                panels(
                        1,
                        i -> IntStream.range(0, 5)
                                .boxed()
                                .flatMap(k -> running(k, 10_000).stream())
                                .toList()));
        light(
                "many-running-medians",
                panels(
                        9,
                        i -> IntStream.range(0, 3)
                                .boxed()
                                .flatMap(k -> running(k, 3_000).stream())
                                .toList()));
    }

    @Test
    void manyContours() throws Exception {
        light(
                "contours",
                panels(
                        18,
                        i -> IntStream.range(1, 9)
                                .<Layer>mapToObj(k -> {
                                    Random random = new Random(i * 20 + k);
                                    double[] x = new double[400];
                                    double[] y = new double[400];
                                    for (int c = 0; c < 400; c++) {
                                        double r = k * (0.1 + 0.004 * random.nextGaussian());
                                        x[c] = 9 + 5 * r * Math.cos(c * Math.PI / 199.5);
                                        y[c] = r * Math.sin(c * Math.PI / 199.5);
                                    }
                                    return new Line(x, y, LineStyle.solid(Palette.BLUE), "");
                                })
                                .toList()));
    }

    @Test
    void manyPanelsOfHexagons() throws Exception {
        var scale = new ColourScale(ColourMap.VIRIDIS, "[Fe/H]", "dex", -1, 1);
        double[] edges = ExampleFigures.edges(-10, 10, 22);
        List<Panel> panels = IntStream.range(0, 12)
                .mapToObj(i -> {
                    double[] value = uniform(new Random(i), 22 * 22, -1, 1);
                    return Panel.map(
                            "",
                            Axis.of("*{X}", "kpc", -10, 10),
                            Axis.of("*{Y}", "kpc", -10, 10),
                            List.of(Cells.grid(edges, edges, value)),
                            scale);
                })
                .toList();
        light("cells", new Figure("cells", panels, 3, FigureSize.DOUBLE_COLUMN));
    }

    @Test
    void briefPathsHaveTheSameCornersToTheHundredth() {
        Random random = new Random(4);
        var long1 = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            long1.append(i % 50 == 0 ? "M" : "L")
                    .append(String.format(
                            Locale.ROOT,
                            "%.2f %.2f ",
                            random.nextGaussian() * 300,
                            i % 7 == 0 ? 5 : random.nextGaussian()))
                    .append(i % 50 == 49 && i % 100 < 50 ? "Z " : "");
        }
        for (String path : List.of(
                "M35.78 15 L189.26 15 L189.26 137.79 L35.78 137.79 L35.78 15 Z",
                "M0 0 L-0.05 0.5 M0.4 -0.06 L100 -100",
                long1.toString())) {
            String brief = SvgPaths.brief(path).orElseThrow();
            List<double[]> expected = SvgCorners.of(path);
            List<double[]> found = SvgCorners.of(brief);
            assertThat(brief).hasSizeLessThan(path.length());
            assertThat(found).hasSameSizeAs(expected);
            for (int i = 0; i < expected.size(); i++) {
                assertThat(found.get(i)).containsExactly(expected.get(i), within(1e-6));
            }
        }
        assertThat(SvgPaths.brief("M0 0 A1 1 0 0 0 2 2")).isEmpty();
        assertThat(SvgPaths.brief("M0.001 0 L1 1")).isEmpty();
    }

    @Test
    void thinnedCurvesLeaveTheSameInk() {
        Random random = new Random(5);
        int n = 20_000;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = 200.0 * i / n;
            y[i] = 50 + 20 * Math.sin(x[i] / 10) + (i % 5000 < 2500 ? 3 * random.nextGaussian() : 0);
        }
        y[777] = Double.NaN;
        y[9000] = 500;
        int[] kept = Thinning.kept(x, y);
        assertThat(kept.length).isLessThan(n / 2).isGreaterThan(100);
        assertThat(kept).contains(0, 777, 9000, n - 1);
        // No corner is farther from the thinned curve than half a pixel.
        for (int i = 0; i < n; i++) {
            if (!Double.isNaN(y[i])) {
                assertThat(distance(x, y, kept, i)).as("corner %d", i).isLessThan(0.12);
            }
        }
        assertThat(Thinning.kept(new double[] {1, 2, 3}, new double[] {1, 1, 1}))
                .containsExactly(0, 1, 2);
        assertThat(Thinning.kept(new double[0], new double[0])).isEmpty();
        double[] still = new double[500];
        assertThat(Thinning.kept(still, still).length).isLessThan(5);
    }

    /** From a corner to the nearest piece of the curve through others. */
    private static double distance(double[] x, double[] y, int[] corners, int of) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int k = 1; k < corners.length; k++) {
            int a = corners[k - 1];
            int b = corners[k];
            if (x[b] > x[of] - 1 && x[a] < x[of] + 1 && !Double.isNaN(y[a] + y[b])) {
                nearest = Math.min(nearest, Line2D.ptSegDist(x[a], y[a], x[b], y[b], x[of], y[of]));
            }
        }
        return nearest;
    }

    @Test
    void lightFiguresKeepAllTheirShapes() {
        String points = FigureWriter.svg(manyPoints(new Color(0x9A9A9A), 300));
        assertThat(points).doesNotContain("<image");
        assertThat(points.split("h\\.01", -1).length - 1).isBetween(18 * 295, 18 * 300);
        assertThat(FigureWriter.svg(manyBars(3, 200))).doesNotContain("<image");
    }

    @Test
    void imagesAndPdfHaveAllDetailOfAHeavyFigure() throws Exception {
        Figure figure = manyBars(18, 990);
        Drawing afterSvg = Drawing.of(figure);
        assertThat(afterSvg.svg()).contains("<image");
        assertThat(afterSvg.png(100)).isEqualTo(Drawing.of(figure).png(100));
        try (var pdf = org.apache.pdfbox.Loader.loadPDF(afterSvg.pdf())) {
            assertThat(pdf.getPage(0).getResources().getXObjectNames()).hasSize(1);
        }
    }
}
