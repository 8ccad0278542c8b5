package org.cellarius.galaxy.action;

/** A squared momentum as a function of its coordinate, and its slope, for chosen stars of a block. */
interface TurningEquation {

    /** For the first n entries: p&sup2; and its derivative of star {@code star[k]} at the coordinate {@code x[k]}. */
    void evaluate(int n, int[] star, double[] x, double[] momentum2, double[] slope);
}
