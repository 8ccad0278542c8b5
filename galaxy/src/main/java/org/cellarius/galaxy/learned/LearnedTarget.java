package org.cellarius.galaxy.learned;

/**
 * What is learned.
 *
 * @param name of its column, which those of predictions begin with
 * @param unit of the column; empty for pure numbers
 * @param logarithmic whether the forest learns its natural logarithm, as suits masses and ages
 */
public record LearnedTarget(String name, String unit, boolean logarithmic) {

    /** The number that the forest learns; NaN where there is none. */
    public double learned(double value) {
        if (!logarithmic) {
            return value;
        }
        return value > 0 ? Math.log(value) : Double.NaN;
    }

    /** The standard error of that number. */
    public double learnedError(double value, double error) {
        return logarithmic ? error / value : error;
    }

    /** The value of the target, in its unit. */
    public double value(double learned) {
        return logarithmic ? Math.exp(learned) : learned;
    }
}
