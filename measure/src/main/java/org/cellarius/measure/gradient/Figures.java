package org.cellarius.measure.gradient;

/** How populations and variants are drawn. */
public enum Figures {
    /** Each in a figure of its own. */
    APART,
    /** All in one figure, a panel for each slice. */
    TOGETHER
}
