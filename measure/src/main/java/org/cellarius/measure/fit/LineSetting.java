package org.cellarius.measure.fit;

import org.cellarius.catalogue.Choice;

/** What can be set of a line fit besides its method; the word is that of study files, and of the command line after two hyphens. */
public enum LineSetting {
    /** What the stated errors mean for a weighted line: larger, absolute or scaled. */
    ERRORS,
    /** Priors by the name of their parameter. */
    PRIOR,
    /** How a posterior is computed: quadrature, importance, ensemble or nuts. */
    COMPUTATION,
    /** Draws of importance sampling, steps of each walker or chain. */
    STEPS,
    /** Walkers of the ensemble. */
    WALKERS,
    /** Seed of random numbers. */
    SEED,
    /** Of Student's t. */
    DEGREES_OF_FREEDOM,
    /** Edges of all age bins of an age mixture, Gyr. */
    AGE_EDGES,
    /** Lower and upper edge of one age bin, Gyr. */
    AGE_BIN,
    /** Share of the stars below a quantile regression. */
    QUANTILE,
    /** Width of the bins of a line through medians, units of x. */
    BIN_WIDTH,
    /** Stars that such a bin needs. */
    BIN_MINIMUM,
    /** How its medians weigh: unweighted or by-error. */
    BIN_WEIGHTS,
    /** Stars in a window of a running median. */
    WINDOW,
    /** Share of a window in the next. */
    OVERLAP,
    /** Smallest x of the running medians that enter, units of x. */
    POINTS_FROM,
    /** Errors by drawing the stars anew: bootstrap:N, jackknife or jackknife:N. */
    RESAMPLE;

    public String word() {
        return Choice.word(this);
    }
}
