package org.cellarius.figure;

import java.awt.geom.Rectangle2D;

/** Draws a whole figure. */
final class FigurePainter {

    private FigurePainter() {}

    static void paint(Canvas canvas, FigureLayout layout) {
        canvas.fill(new Rectangle2D.Double(0, 0, layout.widthPt(), layout.heightPt()), Measures.PAPER);
        layout.panels().forEach(panel -> PanelPainter.paint(canvas, panel));
        layout.bars().forEach(bar -> ColourBarPainter.paint(canvas, bar));
        layout.legends().forEach(spot -> LegendPainter.paint(canvas, spot));
        double baseline = Measures.EDGE_PT + 0.73 * Measures.LABEL_PT + 1;
        for (RichText line : layout.titleLines()) {
            canvas.text(line, 0.5 * layout.widthPt(), baseline, Canvas.Anchor.MIDDLE);
            baseline += Measures.LINE_PT;
        }
    }
}
