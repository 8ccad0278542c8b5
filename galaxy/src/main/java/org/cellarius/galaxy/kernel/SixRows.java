package org.cellarius.galaxy.kernel;

/** Sums of a block of stars over six rows of six coefficients, for registers of different lengths. */
sealed interface SixRows permits SplitSixRows, WideSixRows {

    /** Finds the sums: with the weights v, the B-splines, and with the weights d, their derivatives. */
    void contract(double[] table, int stride, int[] first, double[][] v, double[][] d);

    /** The sum with the B-splines for column j of star s, at [j][s]. */
    double[][] sum();

    /** The same with the derivatives. */
    double[][] slope();
}
