package org.cellarius.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Logarithmic axes: equal factors are equally long, decades are labelled. */
class LogAxisTest {

    private static Axis log(double min, double max) {
        return Axis.of("n", "", min, max).spaced(Axis.Spacing.LOGARITHMIC);
    }

    @Test
    void equalFactorsAreEquallyLong() {
        Axis axis = log(0.1, 1000);
        assertThat(axis.fraction(0.1)).isCloseTo(0, within(1e-12));
        assertThat(axis.fraction(1)).isCloseTo(0.25, within(1e-12));
        assertThat(axis.fraction(10)).isCloseTo(0.5, within(1e-12));
        assertThat(axis.fraction(1000)).isCloseTo(1, within(1e-12));
        assertThat(axis.inReverse().fraction(1)).isCloseTo(0.75, within(1e-12));
        assertThat(axis.fraction(0)).isNegative().isInfinite();
        assertThat(axis.fraction(-3)).isNegative().isInfinite();
        for (double value : new double[] {0.1, 0.5, 3, 700}) {
            assertThat(axis.valueAt(axis.fraction(value))).isCloseTo(value, within(1e-9 * value));
            assertThat(axis.inReverse().valueAt(axis.inReverse().fraction(value)))
                    .isCloseTo(value, within(1e-9 * value));
        }
    }

    @Test
    void anAxisWithoutLogarithmsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> log(0, 10)).withMessageContaining("begins above 0");
        assertThatIllegalArgumentException().isThrownBy(() -> log(-1, 10));
    }

    @Test
    void decadesAreLabelledAndTheirMultiplesMarked() {
        Ticks ticks = LogTicks.of(1, 1000, 6);
        assertThat(ticks.labels()).containsExactly("1", "10", "100", "1000");
        assertThat(ticks.minor())
                .startsWith(2.0, 3.0)
                .contains(9.0, 20.0, 900.0)
                .hasSize(24);
        assertThat(LogTicks.of(0.02, 30, 6).labels()).containsExactly("0.1", "1", "10");
        assertThat(LogTicks.of(1, 1e8, 9).labels())
                .startsWith("10^{0}", "10^{1}")
                .endsWith("10^{8}");
        // More decades than there is room for: every second or third, at whole multiples.
        assertThat(LogTicks.of(1e-6, 1e6, 5).major())
                .hasSizeLessThanOrEqualTo(5)
                .contains(1.0);
    }

    @Test
    void lessThanTwoDecadesHaveTicksAtOneTwoAndFive() {
        assertThat(LogTicks.of(1.5, 12, 6).labels()).containsExactly("2", "5", "10");
        // Too short for these: as on a linear axis.
        assertThat(LogTicks.of(2.2, 3.1, 6).major()).hasSizeBetween(2, 6).allMatch(v -> v >= 2.2 && v <= 3.1);
    }

    /** A straight line y = 2 + x goes through its points also where both axes are logarithmic. */
    @Test
    void coloursAndPlacesFollowTheAxis() {
        var scale = new ColourScale(ColourMap.VIRIDIS, "N", "", 1, 10000, Axis.Spacing.LOGARITHMIC);
        assertThat(scale.colour(100)).isEqualTo(ColourMap.VIRIDIS.colour(0.5));
        assertThat(scale.colour(0)).isEqualTo(ColourMap.VIRIDIS.colour(0));
        var area = new PlotArea(new Rectangle2D.Double(0, 0, 100, 100), log(1, 100), log(1, 100));
        assertThat(area.xPt(10)).isCloseTo(50, within(1e-9));
        assertThat(area.yPt(10)).isCloseTo(50, within(1e-9));
        assertThat(area.xAt(50)).isCloseTo(10, within(1e-9));
        assertThat(Double.isNaN(area.xPt(-1))).isFalse();
    }

    /** Every layer draws on logarithmic axes, values without a logarithm among them. */
    @Test
    void nonPositiveValuesBreakNoFormat() {
        double[] x = {-1, 0, 1, 10, 50};
        double[] y = {1, 2, 0, 20, 90};
        double[] edges = {0.5, 2, 20, 90};
        var panel = Panel.of(
                "log",
                log(0.5, 100),
                log(0.5, 100).inReverse(),
                List.of(
                        Density.counting(x, y, edges, edges, ColourMap.GREYS),
                        new Points(x, y, PointStyle.series(0), ""),
                        ErrorBars.both(
                                x,
                                y,
                                new double[] {1, 1, 5, 5, 5},
                                new double[] {1, 1, 1, 30, 1},
                                PointStyle.series(1),
                                ""),
                        new Line(x, y, LineStyle.series(1), "l"),
                        ReferenceLine.sloped(0, 2, 1, LineStyle.GUIDE, ""),
                        ReferenceLine.vertical(5, LineStyle.GUIDE, ""),
                        ReferenceLine.horizontal(5, LineStyle.GUIDE, "")));
        String svg = FigureWriter.svg(Figure.of("log", panel));
        assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
        assertThat(FigureWriter.png(Figure.of("log", panel), 100)).isNotEmpty();
        assertThat(FigureWriter.pdf(Figure.of("log", panel))).isNotEmpty();
    }
}
