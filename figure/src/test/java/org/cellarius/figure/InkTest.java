package org.cellarius.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a rectangle covers, beside a count of the points one by one. */
class InkTest {

    private static final Random RANDOM = new Random(15);
    private static final double[] X = RANDOM.doubles(500, 0, 1).toArray();
    private static final double[] Y = RANDOM.doubles(500, 0, 0.7).toArray();
    private static final Panel PANEL = Panel.of(
            "",
            Axis.of("x", "", 0, 1),
            Axis.of("y", "", 0, 1),
            List.of(new Points(X, Y, PointStyle.dots(Palette.BLUE), "")));
    private static final PlotArea AREA =
            FigureLayout.of(Figure.of("ink", PANEL)).panels().getFirst().area();

    @Test
    void aRectangleCoversThePointsInIt() {
        Ink ink = Ink.of(AREA, PANEL);
        Rectangle2D box = AREA.box();
        for (int k = 0; k < 200; k++) {
            // Some stick out of the panel.
            var place = new Rectangle2D.Double(
                    box.getX() + box.getWidth() * (1.2 * RANDOM.nextDouble() - 0.2),
                    box.getY() + box.getHeight() * (1.2 * RANDOM.nextDouble() - 0.2),
                    1 + 80 * RANDOM.nextDouble(),
                    1 + 40 * RANDOM.nextDouble());
            var around = new Rectangle2D.Double(
                    place.getX() - 1, place.getY() - 1, place.getWidth() + 2, place.getHeight() + 2);
            // A point weighs three bits of a line.
            assertThat(ink.under(place)).isBetween(3.0 * points(place), 3.0 * points(around));
        }
    }

    @Test
    void nothingIsExactlyNothing() {
        Ink ink = Ink.of(AREA, PANEL);
        Rectangle2D box = AREA.box();
        assertThat(ink.under(new Rectangle2D.Double(box.getX(), box.getY(), box.getWidth(), 0.25 * box.getHeight())))
                .isZero();
        assertThat(ink.under(box)).isEqualTo(3.0 * X.length);
        assertThat(ink.under(new Rectangle2D.Double(box.getMaxX() + 5, box.getY(), 10, 10)))
                .isZero();
    }

    private static long points(Rectangle2D place) {
        return IntStream.range(0, X.length)
                .filter(i -> place.contains(AREA.xPt(X[i]), AREA.yPt(Y[i])))
                .count();
    }
}
