package org.cellarius.galaxy.fit;

/**
 * The slope of least check loss, exactly: the minimum of a convex function of straight pieces lies where the tangents at both ends of the
 * last bracket meet, on the line through two stars. Some twenty to forty evaluations for any number of stars.
 */
final class CheckLossMinimum {

    /** Widening by factors of two reaches any slope; halving ends at neighbouring numbers. */
    private static final int MOST_STEPS = 2200;

    private final CheckLoss loss;

    CheckLossMinimum(CheckLoss loss) {
        this.loss = loss;
    }

    /**
     * The best line.
     *
     * @param start a slope to begin at
     * @param width about how far the best one may be; larger than 0
     */
    CheckLoss.At find(double start, double width) {
        CheckLoss.At first = loss.at(start);
        if (first.best()) {
            return first;
        }
        boolean rising = first.steepestDown() > 0;
        CheckLoss.At near = first;
        CheckLoss.At far = first;
        double step = width;
        for (int k = 0; k < MOST_STEPS && rising == far.steepestDown() > 0; k++) {
            near = far;
            far = loss.at(rising ? far.slope() - step : far.slope() + step);
            if (far.best()) {
                return far;
            }
            step *= 2;
        }
        return rising ? between(far, near) : between(near, far);
    }

    private CheckLoss.At between(CheckLoss.At falling, CheckLoss.At rising) {
        CheckLoss.At left = falling;
        CheckLoss.At right = rising;
        for (int k = 0; k < MOST_STEPS; k++) {
            double slope = next(left, right);
            if (!(slope > left.slope() && slope < right.slope())) {
                slope = 0.5 * (left.slope() + right.slope());
            }
            if (!(slope > left.slope() && slope < right.slope())) {
                // Neighbouring numbers: the minimum lies between them.
                return left.loss() <= right.loss() ? left : right;
            }
            CheckLoss.At middle = loss.at(slope);
            if (middle.best()) {
                return middle;
            }
            if (middle.steepestUp() < 0) {
                left = middle;
            } else {
                right = middle;
            }
        }
        return left.loss() <= right.loss() ? left : right;
    }

    /** Where the tangents meet; to the last digit where that is on the line through two stars that the ends know. */
    private double next(CheckLoss.At left, CheckLoss.At right) {
        double meeting =
                (left.loss() - right.loss() + right.steepestDown() * right.slope() - left.steepestUp() * left.slope())
                        / (right.steepestDown() - left.steepestUp());
        double tolerance = 1e-3 * (right.slope() - left.slope());
        int[] stars = {left.low(), left.high(), right.low(), right.high()};
        double nearest = meeting;
        double off = tolerance;
        for (int a = 0; a < stars.length; a++) {
            for (int b = 0; b < a; b++) {
                double slope = loss.through(stars[a], stars[b]);
                if (Math.abs(slope - meeting) <= off) {
                    nearest = slope;
                    off = Math.abs(slope - meeting);
                }
            }
        }
        return nearest;
    }
}
