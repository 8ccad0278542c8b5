package org.cellarius.figure;

import java.util.List;

/**
 * How finely an SVG shows what weighs most in it. Only files that would be too heavy are drawn with less than all of it; images and PDF always have all.
 *
 * @param mostShapes layers of more shapes, or corners of a line, are images
 * @param pixelsPerPt resolution of these images
 * @param sharp whether edges in them are sharp: of few colours, an image weighs a third
 */
record Detail(int mostShapes, double pixelsPerPt, boolean sharp) {

    /** All of it. */
    static final Detail FULL = new Detail(Integer.MAX_VALUE, Measures.RASTER_SCALE, false);

    /** From the finest on; the last is light enough for anything that a page holds. */
    static final List<Detail> STEPS = List.of(
            FULL,
            new Detail(1000, Measures.RASTER_SCALE, true),
            new Detail(300, Measures.RASTER_SCALE, true),
            new Detail(100, Measures.RASTER_SCALE, true),
            new Detail(100, 200 / 72.0, true),
            new Detail(40, 150 / 72.0, true),
            new Detail(20, 100 / 72.0, true));

    /** For what is painted in an image: all shapes as such. */
    Detail within() {
        return new Detail(Integer.MAX_VALUE, pixelsPerPt, sharp);
    }
}
