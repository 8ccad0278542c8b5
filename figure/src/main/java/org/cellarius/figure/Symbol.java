package org.cellarius.figure;

/** Shapes of points. They differ enough to be told apart in grey print. */
public enum Symbol {
    CIRCLE,
    SQUARE,
    TRIANGLE_UP,
    DIAMOND,
    TRIANGLE_DOWN,
    PENTAGON,
    STAR,
    PLUS,
    CROSS
}
