package org.cellarius.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutsidePointsTest {

    private static final PlotArea AREA =
            new PlotArea(new Rectangle2D.Double(100, 50, 200, 100), Axis.of("x", "", 0, 10), Axis.of("y", "", 0, 1));

    @Test
    void pointsBeyondTheAxesAreArrowsAtTheFrameAndThoseInsideAreNot() {
        List<OutsidePainter.Arrow> arrows =
                arrows(new double[] {5, 1e30, -3, 5, Double.NaN}, new double[] {0.5, 0.5, 0.25, 9, 0.5});
        assertThat(arrows).hasSize(3);
        assertThat(arrows.get(0).tip().getX()).isEqualTo(300);
        assertThat(arrows.get(0).tip().getY()).isEqualTo(100);
        assertThat(arrows.get(0).right()).isEqualTo(1);
        assertThat(arrows.get(1).tip().getX()).isEqualTo(100);
        assertThat(arrows.get(1).right()).isEqualTo(-1);
        assertThat(arrows.get(2).tip().getY()).isEqualTo(50);
        assertThat(arrows.get(2).down()).isEqualTo(-1);
    }

    @Test
    void arrowsThatWouldTouchAreOneWithTheNumber() {
        List<OutsidePainter.Arrow> arrows =
                arrows(new double[] {1e30, 20, 11, 12}, new double[] {0.5, 0.51, 0.49, 0.05});
        assertThat(arrows).extracting(OutsidePainter.Arrow::points).containsExactly(3, 1);
    }

    /** Of a PDF the text can be read: every arrow has its number, a single star its 1. */
    @Test
    void theNumberStandsBesideTheArrow() throws java.io.IOException {
        double[] x = {0, 30, 31, 32, 0};
        double[] y = {0, 0, 0, 0, 7};
        Axis axis = Axis.of("", List.of("a"));
        Figure figure = Figure.of("outside", Panel.of("", axis, axis, List.of(new OutsidePoints(x, y, Color.BLACK))));
        try (var document = org.apache.pdfbox.Loader.loadPDF(FigureWriter.pdf(figure))) {
            String text = new org.apache.pdfbox.text.PDFTextStripper().getText(document);
            assertThat(text.strip().split("\\s+")).contains("3", "1");
        }
    }

    @Test
    void inACornerTheyPointOutOfIt() {
        OutsidePainter.Arrow arrow =
                arrows(new double[] {11}, new double[] {-1}).getFirst();
        assertThat(arrow.right()).isEqualTo(1);
        assertThat(arrow.down()).isEqualTo(1);
    }

    @Test
    void aNoteGoesToTheEmptiestCorner() {
        double[] x = new double[100];
        double[] y = new double[100];
        for (int i = 0; i < 100; i++) {
            x[i] = i < 90 ? 10 - 0.05 * i : 0.05 * (i - 90);
            y[i] = i % 2 == 0 ? 0.95 : i < 90 ? 0.05 : 0.9;
        }
        var panel = Panel.of(
                "",
                AREA.x(),
                AREA.y(),
                List.of(new Points(x, y, new PointStyle(Color.GRAY, Symbol.CIRCLE, 2, true), "")));
        var annotations = new Annotations(AREA, Ink.of(AREA, panel));
        annotations.note(new Note("N = 100\nslope", Note.Corner.EMPTIEST));
        assertThat(annotations.usedPt(Note.Corner.BOTTOM_LEFT)).isPositive();
        annotations.note(new Note("more", Note.Corner.EMPTIEST));
        assertThat(annotations.taken()).hasSize(3);
    }

    @Test
    void aNoteStandsAboveTheArrowsOfItsCorner() {
        var outside = new OutsidePoints(new double[] {0.6, 9}, new double[] {-4, -4}, Color.BLACK);
        var annotations = new Annotations(AREA, Ink.of(AREA, Panel.of("", AREA.x(), AREA.y(), List.of())));
        annotations.outside(outside);
        annotations.note(new Note("N = 100\nslope", Note.Corner.BOTTOM_LEFT));
        List<Rectangle2D> arrows = annotations.taken().subList(0, 2);
        assertThat(annotations.taken().subList(2, 4))
                .allMatch(line -> arrows.stream().noneMatch(line::intersects))
                .allMatch(line -> line.getMaxY() > 120);
    }

    private static List<OutsidePainter.Arrow> arrows(double[] x, double[] y) {
        return OutsidePainter.arrows(AREA, new OutsidePoints(x, y, Color.BLACK));
    }
}
