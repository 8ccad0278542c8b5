package org.cellarius.figure;

import java.awt.geom.Rectangle2D;

/** Draws a whole figure. */
final class FigurePainter {

    private FigurePainter() {}

    static void paint(Canvas canvas, FigureLayout layout) {
        canvas.fill(new Rectangle2D.Double(0, 0, layout.widthPt(), layout.heightPt()), Measures.PAPER);
        layout.panels().forEach(panel -> PanelPainter.paint(canvas, panel));
        layout.bars().forEach(bar -> ColourBarPainter.paint(canvas, bar));
        if (!layout.title().isEmpty()) {
            RichText title = AxisText.fitted(
                    layout.title(), Measures.LABEL_PT, Typeface.BOLD, layout.widthPt() - 2 * Measures.EDGE_PT);
            double baseline = Measures.EDGE_PT + title.capHeightPt() + 1;
            canvas.text(title, 0.5 * layout.widthPt(), baseline, Canvas.Anchor.MIDDLE);
        }
    }
}
