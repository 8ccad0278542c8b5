package org.cellarius.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

/** Data that leave the axes end at the frame: outside it a figure is the same as one whose data stay inside. */
class FrameClippingTest {

    private static final int DPI = 144;
    private static final Color INK = new Color(213, 94, 1);
    private static final double[] X = {-2, 0.1, 0.9, 3};
    private static final double[] DOWN = {8, -0.5, 0.2, -6};
    private static final double[] UP = {12, 0.4, 1.7, 5};

    private static List<Layer> leaving() {
        return List.of(
                new Band(X, DOWN, UP, INK, 0.4, ""),
                new Line(X, UP, new LineStyle(INK, 2, Dash.SOLID), ""),
                new Line(new double[] {0.5, 0.5}, new double[] {-40, 40}, new LineStyle(INK, 2, Dash.DASHED), ""),
                new Steps(
                        new double[] {-3, 0.4, 0.7, 9},
                        new double[] {4, 0.5, 2},
                        new LineStyle(INK, 1, Dash.SOLID),
                        "",
                        true),
                ErrorBars.both(
                        new double[] {0.2, 0.8},
                        new double[] {0.9, 0.1},
                        new double[] {5, 0.5},
                        new double[] {0.4, 7},
                        new PointStyle(INK, Symbol.CIRCLE, 3, true),
                        ""));
    }

    private static Figure figure(List<Layer> layers) {
        return Figure.of("a figure", Panel.of("", Axis.of("x", "kpc", 0, 1), Axis.of("y", "dex", 0, 1), layers));
    }

    private static Figure calm() {
        return figure(List.of(new Line(new double[] {0.4, 0.6}, new double[] {0.5, 0.5}, LineStyle.series(0), "")));
    }

    @Test
    void imagesShowNothingOutsideTheFrame() throws IOException {
        sameOutside(image(FigureWriter.png(figure(leaving()), DPI)), image(FigureWriter.png(calm(), DPI)));
    }

    @Test
    void pdfShowsNothingOutsideTheFrame() throws IOException {
        sameOutside(rendered(FigureWriter.pdf(figure(leaving()))), rendered(FigureWriter.pdf(calm())));
    }

    /** Not only cut by a clipping path, which some viewers ignore: no coordinate lies outside. */
    @Test
    void svgHoldsNothingOutsideTheFrame() {
        Rectangle2D box = box();
        int paths = 0;
        for (double[] at : coordinates(FigureWriter.svg(figure(leaving())))) {
            assertThat(at[0]).isBetween(box.getMinX() - 3, box.getMaxX() + 3);
            assertThat(at[1]).isBetween(box.getMinY() - 3, box.getMaxY() + 3);
            paths++;
        }
        assertThat(paths).isGreaterThan(20);
    }

    /** A line that ends far above the frame leaves it where its slope says. */
    @Test
    void aSteepLineKeepsItsSlope() {
        Rectangle2D box = box();
        var steep =
                new Line(new double[] {0.5, 1.5}, new double[] {0.5, 4000.5}, new LineStyle(INK, 0.01, Dash.SOLID), "");
        double[] last = coordinates(FigureWriter.svg(figure(List.of(steep)))).getLast();
        assertThat(last[1]).isCloseTo(box.getMinY(), within(0.02));
        assertThat(last[0]).isCloseTo(box.getMinX() + (0.5 + 0.5 / 4000) * box.getWidth(), within(0.011));
    }

    @Test
    void areasAreCutAtTheBox() {
        Rectangle2D box = new Rectangle2D.Double(0, 0, 10, 10);
        Path2D corner = Clip.polygon(box, new double[] {5, 1e9, 5}, new double[] {-1e9, 5, 1e9});
        assertThat(corner.getBounds2D()).isEqualTo(new Rectangle2D.Double(5, 0, 5, 10));
        assertThat(Clip.polygon(box, new double[] {11, 12, 12}, new double[] {1, 1, 5})
                        .getCurrentPoint())
                .isNull();
        assertThat(Clip.polygon(box, new double[] {-5, 15, 15, -5}, new double[] {-5, -5, 15, 15})
                        .getBounds2D())
                .isEqualTo(box);
        assertThat(Clip.polygon(box, new double[] {2, 4, 3}, new double[] {2, 2, 6})
                        .getBounds2D())
                .isEqualTo(new Rectangle2D.Double(2, 2, 2, 4));
    }

    private static Rectangle2D box() {
        return FigureLayout.of(calm()).panels().getFirst().area().box();
    }

    private static void sameOutside(BufferedImage image, BufferedImage calm) {
        double scale = DPI / 72.0;
        Rectangle2D box = box();
        // The frame's own line.
        double edge = 1.5;
        for (int i = 0; i < image.getWidth(); i++) {
            for (int j = 0; j < image.getHeight(); j++) {
                double x = (i + 0.5) / scale;
                double y = (j + 0.5) / scale;
                if (x < box.getMinX() - edge
                        || x > box.getMaxX() + edge
                        || y < box.getMinY() - edge
                        || y > box.getMaxY() + edge) {
                    assertThat(image.getRGB(i, j)).as("pixel %d, %d", i, j).isEqualTo(calm.getRGB(i, j));
                }
            }
        }
    }

    private static BufferedImage image(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static BufferedImage rendered(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(0, DPI);
        }
    }

    /** Of all shapes of the data's colour, in their order. */
    private static List<double[]> coordinates(String svg) {
        var all = new ArrayList<double[]>();
        Matcher elements =
                Pattern.compile("<(path|line|polyline|polygon|rect|g)\\b[^>]*>").matcher(svg);
        boolean ours = false;
        while (elements.find()) {
            String element = elements.group();
            if (element.startsWith("<g")) {
                ours = element.contains("rgb(213,94,1)");
                continue;
            }
            // What has colours of its own does not take those of its group.
            boolean own = element.contains(" stroke=")
                    || element.replace("fill=\"none\"", "").contains(" fill=");
            if (own ? !element.contains("rgb(213,94,1)") : !ours) {
                continue;
            }
            Matcher data = Pattern.compile("\\bd=\"([^\"]*)\"").matcher(element);
            while (data.find()) {
                all.addAll(SvgCorners.of(data.group(1)));
            }
            var ends = new java.util.TreeMap<String, Double>();
            Matcher named = Pattern.compile("\\b([xy][12])=\"(-?[0-9.]+)\"").matcher(element);
            while (named.find()) {
                ends.put(named.group(1), Double.parseDouble(named.group(2)));
            }
            if (ends.size() == 4) {
                all.add(new double[] {ends.get("x1"), ends.get("y1")});
                all.add(new double[] {ends.get("x2"), ends.get("y2")});
            }
        }
        return all;
    }
}
