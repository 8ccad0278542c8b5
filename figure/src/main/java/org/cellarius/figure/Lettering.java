package org.cellarius.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;

/** How letters get onto the paper. */
@FunctionalInterface
interface Lettering {

    /** Draws letters in the current colour; {@code place} takes (0, 0) to the start of their baseline. */
    void write(Graphics2D graphics, RichText.Run run, AffineTransform place);

    /** Draws the outline of letters in the current colour, so wide that a rim shows about them. */
    default void rim(Graphics2D graphics, RichText.Run run, AffineTransform place, double widthPt) {
        graphics.setStroke(new BasicStroke((float) widthPt, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        graphics.draw(place.createTransformedShape(run.face().outline(run.text(), run.sizePt())));
    }

    /** Letters as shapes: they look the same on every machine, and need no font there. */
    Lettering SHAPES = (graphics, run, place) ->
            graphics.fill(place.createTransformedShape(run.face().outline(run.text(), run.sizePt())));
}
