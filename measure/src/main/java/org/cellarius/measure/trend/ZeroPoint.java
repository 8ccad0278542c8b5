package org.cellarius.measure.trend;

/** What is added back when a trend is subtracted. Papers seldom say; a constant does not change gradients, but it does change values. */
public sealed interface ZeroPoint {

    /** In words, for captions. */
    String description();

    /** Nothing: the residuals scatter about zero. */
    record Residual() implements ZeroPoint {
        @Override
        public String description() {
            return "nothing is added back";
        }
    }

    /** The median of the stars that made the trend. */
    record Median() implements ZeroPoint {
        @Override
        public String description() {
            return "the median of the stars that made it is added back";
        }
    }

    /**
     * The trend at one place: values there stay as they were.
     *
     * @param x that place, unit of the quantity that the trend runs along
     */
    record ValueAt(double x) implements ZeroPoint {
        @Override
        public String description() {
            return "its value at " + x + " is added back";
        }
    }
}
