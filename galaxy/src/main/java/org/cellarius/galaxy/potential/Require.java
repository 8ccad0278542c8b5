package org.cellarius.galaxy.potential;

/** The checks that the parameters of components share; messages name the quantity, its value, its unit and its limit. */
final class Require {

    private Require() {}

    static void positive(String quantity, double value, String unit) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(quantity + " = " + value + " " + unit + ": must be positive and finite");
        }
    }

    static void notNegative(String quantity, double value, String unit) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    quantity + " = " + value + " " + unit + ": must be zero or positive and finite");
        }
    }

    static void between(String quantity, double value, double low, double high) {
        if (!(value > low && value < high)) {
            throw new IllegalArgumentException(
                    quantity + " = " + value + ": must lie between " + low + " and " + high + ", both excluded");
        }
    }
}
