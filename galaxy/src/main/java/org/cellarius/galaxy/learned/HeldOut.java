package org.cellarius.galaxy.learned;

/**
 * A training star as it was foretold by a density that had not seen it.
 *
 * @param star its place among the training stars
 * @param fold in which it was held out, from 0
 * @param measured its measured target; the numbers here are in the unit of the learned number (a natural logarithm where the target is learned so)
 * @param median of its density
 * @param low quantile 0.1587
 * @param high quantile 0.8413
 * @param level the level of its measured target, between 0 and 1
 * @param inside whether the other folds had stars like it
 */
public record HeldOut(
        int star, int fold, double measured, double median, double low, double high, double level, boolean inside) {}
