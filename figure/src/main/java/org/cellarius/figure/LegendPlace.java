package org.cellarius.figure;

/** Where the legend of a panel stands. */
public enum LegendPlace {
    /** Inside the panel, where it covers the fewest data. */
    BEST,
    TOP_LEFT,
    TOP_RIGHT,
    BOTTOM_LEFT,
    BOTTOM_RIGHT,
    /** No legend. */
    NONE
}
