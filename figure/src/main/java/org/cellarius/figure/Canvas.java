package org.cellarius.figure;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The paper: coordinates in points from the upper left corner, y downwards. */
final class Canvas {

    /** Which point of a text stands at the given place. */
    enum Anchor {
        START(0),
        MIDDLE(0.5),
        END(1);

        private final double fraction;

        Anchor(double fraction) {
            this.fraction = fraction;
        }
    }

    /** Width of the white rim of letters on data, half of it outside of them. */
    private static final double RIM_PT = 2;

    private final Graphics2D graphics;
    private final Lettering lettering;
    private final Rasters rasters;
    private final Detail detail;

    /** Whether edges blend into what lies below. */
    private final boolean blending;

    /** With all detail. */
    Canvas(Graphics2D graphics, Lettering lettering, Rasters rasters) {
        this(graphics, lettering, rasters, Detail.FULL);
    }

    Canvas(Graphics2D graphics, Lettering lettering, Rasters rasters, Detail detail) {
        this.rasters = rasters;
        this.blending = !detail.sharp();
        this.detail = detail;
        this.graphics = graphics;
        this.lettering = lettering;
        smooth(blending);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /** Of what is drawn here. */
    Detail detail() {
        return detail;
    }

    private void smooth(boolean on) {
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING,
                on ? RenderingHints.VALUE_ANTIALIAS_ON : RenderingHints.VALUE_ANTIALIAS_OFF);
    }

    void fill(Shape shape, Color colour) {
        graphics.setColor(colour);
        graphics.fill(shape);
    }

    /** Fills without blending at the edges, so that neighbours meet without a seam. */
    void fillSharply(Shape shape, Color colour) {
        smooth(false);
        fill(shape, colour);
        smooth(blending);
    }

    void stroke(Shape shape, LineStyle style) {
        float[] dashes = style.dash().patternPt(style.widthPt());
        int cap = BasicStroke.CAP_BUTT;
        float width = (float) style.widthPt();
        graphics.setStroke(
                dashes.length == 0
                        ? new BasicStroke(width, cap, BasicStroke.JOIN_ROUND)
                        : new BasicStroke(width, cap, BasicStroke.JOIN_ROUND, 10, dashes, 0));
        graphics.setColor(style.colour());
        graphics.draw(shape);
    }

    /** A solid line. */
    void stroke(Shape shape, Color colour, double widthPt) {
        stroke(shape, new LineStyle(colour, widthPt, Dash.SOLID));
    }

    /** A rectangular or triangular outline with sharp corners. */
    void frame(Shape shape) {
        graphics.setStroke(new BasicStroke((float) Measures.FRAME_PT, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
        graphics.setColor(Measures.INK);
        graphics.draw(shape);
    }

    /** Text along a level baseline. */
    void text(RichText text, double x, double baseline, Anchor anchor) {
        double start = x - anchor.fraction * text.widthPt();
        write(text, AffineTransform.getTranslateInstance(start, baseline));
    }

    /** Text that reads upwards, centred at {@code y}, its baseline at {@code x}. */
    void textUpwards(RichText text, double x, double y) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y + 0.5 * text.widthPt());
        place.quadrantRotate(-1);
        write(text, place);
    }

    /** Text with a white rim, to be read on any background. */
    void textWithRim(RichText text, double x, double baseline) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, baseline);
        graphics.setColor(Measures.PAPER);
        walk(text, place, run -> lettering.rim(graphics, run, place, RIM_PT));
        write(text, AffineTransform.getTranslateInstance(x, baseline));
    }

    private void write(RichText text, AffineTransform place) {
        graphics.setColor(Measures.INK);
        walk(text, place, run -> lettering.write(graphics, run, place));
    }

    /** Shows every run while {@code place} points at its start. */
    private static void walk(RichText text, AffineTransform place, Consumer<RichText.Run> visitor) {
        for (RichText.Run run : text.runs()) {
            place.translate(0, -run.risePt());
            visitor.accept(run);
            place.translate(run.widthPt(), run.risePt());
        }
    }

    /** Draws with everything outside {@code area} cut off. */
    void within(Rectangle2D area, Runnable drawing) {
        Shape before = graphics.getClip();
        graphics.clip(area);
        drawing.run();
        graphics.setClip(before);
    }

    /** A layer as an image, which {@code painter} paints for the first format that wants it. */
    void image(PlotArea area, Layer layer, Supplier<Raster> painter) {
        Raster raster = rasters.of(area, layer, painter);
        AffineTransform place = AffineTransform.getTranslateInstance(raster.x(), raster.y());
        place.scale(
                raster.width() / raster.image().getWidth(),
                raster.height() / raster.image().getHeight());
        graphics.setComposite(AlphaComposite.SrcOver);
        graphics.drawImage(raster.image(), place, null);
    }
}
