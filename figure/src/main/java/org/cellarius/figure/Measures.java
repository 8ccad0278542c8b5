package org.cellarius.figure;

import java.awt.Color;

/** Sizes shared by everything that draws, in points (1/72 inch) on paper. */
final class Measures {

    static final double PT_PER_MM = 72 / 25.4;

    static final double LABEL_PT = 8;
    static final double SMALL_PT = 7;

    static final double FRAME_PT = 0.6;
    static final double TICK_WIDTH_PT = 0.5;
    static final double MAJOR_TICK_PT = 3.8;
    static final double MINOR_TICK_PT = 2.0;

    /** Between the frame and the tick labels. */
    static final double TICK_GAP_PT = 3.5;

    /** Between the tick labels and the label of the axis. */
    static final double LABEL_GAP_PT = 4;

    /** Height of a line of tick labels: their capitals. */
    static final double TICK_LABEL_HEIGHT_PT = 0.73 * SMALL_PT;

    /** Height of an axis label with its superscripts and subscripts. */
    static final double LABEL_HEIGHT_PT = 1.16 * LABEL_PT;

    /** How far subscripts and descenders reach below the baseline of an axis label. */
    static final double LABEL_DEPTH_PT = 0.28 * LABEL_PT;

    /** A title with the gap below it. */
    static final double TITLE_PT = 13;

    /** Between the panels of a figure that share an axis. */
    static final double PANEL_GAP_PT = 6;

    /** Between the outermost letters and the edge of the figure. */
    static final double EDGE_PT = 2;

    static final double BAR_GAP_PT = 6;
    static final double BAR_WIDTH_PT = 7.5;

    /** Between the frame and the notes and legends inside it. */
    static final double INSET_PT = 6;

    /** From baseline to baseline in notes and legends. */
    static final double LINE_PT = 10;

    /** Pixels per point in embedded images: 300 per inch. */
    static final double RASTER_SCALE = 300 / 72.0;

    static final Color INK = Color.BLACK;
    static final Color PAPER = Color.WHITE;

    private Measures() {}
}
