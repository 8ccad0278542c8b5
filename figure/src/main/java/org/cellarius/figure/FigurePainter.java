package org.cellarius.figure;

import java.awt.geom.Rectangle2D;

/** Draws a whole figure. */
final class FigurePainter {

    private FigurePainter() {}

    static void paint(Canvas canvas, FigureLayout layout) {
        canvas.fill(new Rectangle2D.Double(0, 0, layout.widthPt(), layout.heightPt()), Measures.PAPER);
        layout.panels().forEach(panel -> PanelPainter.paint(canvas, panel));
        layout.bars().forEach(bar -> ColourBarPainter.paint(canvas, bar));
    }
}
