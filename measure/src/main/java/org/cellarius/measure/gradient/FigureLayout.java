package org.cellarius.measure.gradient;

/** How populations and variants are drawn. */
public enum FigureLayout {
    /** Each in a figure of its own. */
    APART,
    /** All in one figure, a panel for each slice. */
    TOGETHER
}
