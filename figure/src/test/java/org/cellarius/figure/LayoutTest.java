package org.cellarius.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutTest {

    @Test
    void aKiloparsecIsAsLongAlongXAsAlongY() {
        for (FigureLayout.PlacedPanel placed :
                FigureLayout.of(ExampleFigures.maps()).panels()) {
            PlotArea area = placed.area();
            double alongX = area.xPt(5) - area.xPt(4);
            double alongY = area.yPt(4) - area.yPt(5);
            assertThat(alongX).isCloseTo(alongY, within(1e-9));
        }
    }

    @Test
    void equalAspectNeverCutsWhatWasAskedFor() {
        for (FigureLayout.PlacedPanel placed :
                FigureLayout.of(ExampleFigures.maps()).panels()) {
            Panel asked = placed.plan().panel();
            assertThat(placed.area().x().min()).isLessThanOrEqualTo(asked.x().min());
            assertThat(placed.area().x().max()).isGreaterThanOrEqualTo(asked.x().max());
            assertThat(placed.area().y().min()).isLessThanOrEqualTo(asked.y().min());
            assertThat(placed.area().y().max()).isGreaterThanOrEqualTo(asked.y().max());
        }
    }

    @Test
    void panelsAreEquallyBigAlignedAndApart() {
        FigureLayout layout = FigureLayout.of(ExampleFigures.histograms());
        List<Rectangle2D> boxes =
                layout.panels().stream().map(panel -> panel.area().box()).toList();
        for (int i = 0; i < boxes.size(); i++) {
            assertThat(boxes.get(i).getWidth()).isCloseTo(boxes.get(0).getWidth(), within(1e-9));
            assertThat(boxes.get(i).getHeight()).isCloseTo(boxes.get(0).getHeight(), within(1e-9));
            assertThat(boxes.get(i).getY()).isEqualTo(boxes.get(i / 3 * 3).getY());
            assertThat(boxes.get(i).getX()).isEqualTo(boxes.get(i % 3).getX());
            for (int j = 0; j < i; j++) {
                assertThat(boxes.get(i).intersects(boxes.get(j))).isFalse();
            }
        }
        assertThat(boxes.getLast().getMaxX()).isLessThan(layout.widthPt());
        assertThat(boxes.getLast().getMaxY()).isLessThan(layout.heightPt());
    }

    @Test
    void neighboursWithEqualAxesShareTheirLabels() {
        List<FigureLayout.PlacedPanel> panels =
                FigureLayout.of(ExampleFigures.profiles()).panels();
        assertThat(panels).extracting(FigureLayout.PlacedPanel::labelsX).containsExactly(false, false, true, true);
        assertThat(panels).extracting(FigureLayout.PlacedPanel::labelsY).containsExactly(true, false, true, false);
    }

    @Test
    void equalScalesShareOneBarAndASingleMapKeepsItsOwn() {
        assertThat(FigureLayout.of(ExampleFigures.maps()).bars()).hasSize(1);
        FigureLayout residual = FigureLayout.of(ExampleFigures.residual());
        assertThat(residual.bars()).hasSize(1);
        Rectangle2D bar = residual.bars().getFirst().place();
        assertThat(bar.getMaxX())
                .isLessThan(residual.panels().get(1).area().box().getMinX());
    }

    @Test
    void theBarIsPointedOnlyWhereValuesLieOutside() {
        ColourScale scale = new ColourScale(ColourMap.VIRIDIS, "", "", 0, 1);
        Cells cells = Cells.grid(new double[] {0, 1, 2}, new double[] {0, 1}, new double[] {0.5, 1.5});
        Axis axis = Axis.of("", "", 0, 2);
        Figure figure = Figure.of("bar", Panel.map("", axis, axis, List.of(cells), scale));
        ColourBar bar = FigureLayout.of(figure).bars().getFirst();
        assertThat(bar.pointedAbove()).isTrue();
        assertThat(bar.pointedBelow()).isFalse();
    }

    @Test
    void theLegendAvoidsTheData() {
        double[] x = {0, 1, 2, 3, 4, 5};
        double[] falling = {10, 8, 6, 4, 2, 0};
        Panel panel = Panel.of(
                "",
                Axis.of("x", "", 0, 5),
                Axis.of("y", "", 0, 10),
                List.of(new Line(x, falling, LineStyle.series(0), "falling")));
        FigureLayout.PlacedPanel placed =
                FigureLayout.of(Figure.of("line", panel)).panels().getFirst();
        LegendSpot spot = LegendSpot.of(
                placed.area(), panel, Legend.of(panel), new Annotations(placed.area(), Ink.of(placed.area(), panel)));
        assertThat(spot.covers()).isFalse();
        assertThat(placed.area().box().contains(spot.place())).isTrue();
        double yThere =
                placed.area().yPt(10 - 2 * placed.area().xAt(spot.place().getMinX()));
        assertThat(spot.place().getMaxY()).isLessThan(yThere);
    }

    /** Stars fill the corners and edges; the gap between them is the only place. */
    @Test
    void theLegendFindsAGapAwayFromTheCorners() {
        double[] x = new double[4000];
        double[] y = new double[4000];
        var random = new java.util.Random(2);
        for (int i = 0; i < x.length; i++) {
            do {
                x[i] = random.nextDouble();
                y[i] = random.nextDouble();
            } while (x[i] > 0.2 && x[i] < 0.95 && y[i] > 0.55 && y[i] < 0.85);
        }
        Panel panel = Panel.of(
                "",
                Axis.of("x", "", 0, 1),
                Axis.of("y", "", 0, 1),
                List.of(new Points(x, y, PointStyle.dots(Palette.BLUE), "stars")));
        FigureLayout.PlacedPanel placed =
                FigureLayout.of(Figure.of("gap", panel)).panels().getFirst();
        LegendSpot spot = LegendSpot.of(
                placed.area(), panel, Legend.of(panel), new Annotations(placed.area(), Ink.of(placed.area(), panel)));
        assertThat(spot.covers()).isFalse();
        assertThat(placed.area().xAt(spot.place().getMinX())).isGreaterThan(0.2);
        assertThat(placed.area().yAt(spot.place().getMaxY())).isGreaterThan(0.55);
    }

    @Test
    void tooManyPanelsForThePaperAreRefused() {
        Panel panel = ExampleFigures.gradient().panels().getFirst();
        Figure crowded = new Figure("crowded", Collections.nCopies(12, panel), 12, FigureSize.SINGLE_COLUMN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FigureWriter.svg(crowded))
                .withMessageContaining("do not fit");
    }
}
