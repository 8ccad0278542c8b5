package org.cellarius.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What was drawn is looked up in the image, at the place where the data say it is. */
class PixelTest {

    private static final int DPI = 300;

    private static Color at(Figure figure, double x, double y) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(FigureWriter.png(figure, DPI)));
        PlotArea area = FigureLayout.of(figure).panels().getFirst().area();
        double scale = DPI / 72.0;
        return new Color(image.getRGB((int) (area.xPt(x) * scale), (int) (area.yPt(y) * scale)));
    }

    private static Figure figure(Layer... layers) {
        Axis axis = Axis.of("", "", 0, 4);
        return Figure.of("pixels", Panel.map("", axis, axis, List.of(layers), scale()));
    }

    private static ColourScale scale() {
        return new ColourScale(ColourMap.CIVIDIS, "", "", 0, 10);
    }

    @Test
    void everyCellHasItsColourAtItsPlaceAndEmptyOnesAreWhite() throws IOException {
        double[] edges = {0, 1, 2, 3};
        double[] values = {0, 3, 6, 1, Double.NaN, 9, 4, 2, 10};
        Figure figure = figure(Cells.grid(edges, edges, values));
        for (int i = 0; i < values.length; i++) {
            Color expected = Double.isNaN(values[i]) ? Color.WHITE : scale().colour(values[i]);
            for (double inside : new double[] {0.1, 0.5, 0.9}) {
                assertThat(at(figure, i % 3 + inside, Math.floorDiv(i, 3) + inside))
                        .as("cell %d", i)
                        .isEqualTo(expected);
            }
        }
        assertThat(at(figure, 3.5, 1.5)).isEqualTo(Color.WHITE);
    }

    @Test
    void manyCellsDrawnAsAnImageHaveTheSameColours() throws IOException {
        double[] edges = ExampleFigures.edges(0, 4, 40);
        double[] values = new double[1600];
        Arrays.setAll(values, i -> i % 11);
        Figure figure = figure(Cells.grid(edges, edges, values));
        for (int i : new int[] {0, 39, 820, 1234, 1599}) {
            Color drawn = at(figure, i % 40 * 0.1 + 0.05, Math.floorDiv(i, 40) * 0.1 + 0.05);
            assertThat(drawn).isEqualTo(scale().colour(values[i]));
        }
    }

    @Test
    void densityIsDarkestWhereMostStarsAre() throws IOException {
        double[] edges = {0, 1, 2, 3};
        long[] counts = {1, 0, 0, 0, 100, 0, 0, 0, 10};
        Figure figure = figure(Density.grey(edges, edges, counts));
        assertThat(at(figure, 0.5, 0.5)).isEqualTo(ColourMap.GREYS.colour(0));
        assertThat(at(figure, 1.5, 1.5)).isEqualTo(ColourMap.GREYS.colour(1));
        // Logarithmic: 10 lies half-way between 1 and 100.
        assertThat(at(figure, 2.5, 2.5)).isEqualTo(ColourMap.GREYS.colour(0.5));
        assertThat(at(figure, 0.5, 1.5)).isEqualTo(Color.WHITE);
    }

    @Test
    void densityIsPerAreaWhereBinsDiffer() throws IOException {
        // One star in a quarter of the area is as dense as four in all of it.
        Figure figure = figure(Density.grey(new double[] {0, 1, 2, 4}, new double[] {0, 1}, new long[] {2, 4, 4}));
        assertThat(at(figure, 0.5, 0.5)).isEqualTo(at(figure, 3, 0.5));
        assertThat(at(figure, 1.5, 0.5)).isEqualTo(ColourMap.GREYS.colour(1));
    }

    @Test
    void pointsLinesAndBandsAreWhereTheDataAre() throws IOException {
        double[] x = {0, 4};
        Figure figure = figure(
                new Band(x, new double[] {0.2, 0.2}, new double[] {0.8, 0.8}, Color.RED, 1, ""),
                new Line(x, new double[] {1, 3}, new LineStyle(Color.GREEN, 2, Dash.SOLID), ""),
                ReferenceLine.horizontal(3.5, new LineStyle(Color.BLUE, 2, Dash.SOLID), ""),
                new Points(
                        new double[] {0.5, Double.NaN},
                        new double[] {3, 1},
                        new PointStyle(Color.MAGENTA, Symbol.CIRCLE, 6, true),
                        ""));
        assertThat(at(figure, 2, 0.5)).isEqualTo(Color.RED);
        assertThat(at(figure, 2, 0.9)).isEqualTo(Color.WHITE);
        assertThat(at(figure, 2, 2)).isEqualTo(Color.GREEN);
        assertThat(at(figure, 2, 3.5)).isEqualTo(Color.BLUE);
        assertThat(at(figure, 0.5, 3)).isEqualTo(Color.MAGENTA);
    }

    @Test
    void aCurveIsBrokenWhereAValueIsMissing() throws IOException {
        Figure figure = figure(new Line(
                new double[] {0, 1, 2, 3, 4},
                new double[] {2, 2, Double.NaN, 2, 2},
                new LineStyle(Color.GREEN, 2, Dash.SOLID),
                ""));
        assertThat(at(figure, 0.5, 2)).isEqualTo(Color.GREEN);
        assertThat(at(figure, 1.5, 2)).isEqualTo(Color.WHITE);
        assertThat(at(figure, 3.5, 2)).isEqualTo(Color.GREEN);
    }

    @Test
    void errorBarsReachAsFarAsTheErrorsSay() throws IOException {
        Figure figure = figure(ErrorBars.vertical(
                new double[] {2},
                new double[] {2},
                new double[] {1},
                new double[] {1.5},
                new PointStyle(Color.RED, Symbol.SQUARE, 3, true),
                ""));
        assertThat(at(figure, 2, 1.2)).isNotEqualTo(Color.WHITE);
        assertThat(at(figure, 2, 3.3)).isNotEqualTo(Color.WHITE);
        assertThat(at(figure, 2, 0.8)).isEqualTo(Color.WHITE);
        assertThat(at(figure, 2, 3.7)).isEqualTo(Color.WHITE);
    }

    @Test
    void theSunIsACircleWithADot() throws IOException {
        Figure figure = figure(new Mark(1, 1, Mark.Kind.SUN, ""));
        PlotArea area = FigureLayout.of(figure).panels().getFirst().area();
        double ptPerUnit = area.xPt(1) - area.xPt(0);
        assertThat(at(figure, 1, 1)).isEqualTo(Color.BLACK);
        assertThat(at(figure, 1 + 2.1 / ptPerUnit, 1)).isEqualTo(Color.WHITE);
        assertThat(at(figure, 1 + 3.4 / ptPerUnit, 1)).isEqualTo(Color.BLACK);
    }
}
