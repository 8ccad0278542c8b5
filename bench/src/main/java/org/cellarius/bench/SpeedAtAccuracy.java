package org.cellarius.bench;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How fast a code is at several accuracies: what to compare another code with at like accuracy.
 *
 * @param points measured, the most accurate first
 */
record SpeedAtAccuracy(List<Point> points) {

    /**
     * One measurement.
     *
     * @param error relative error
     * @param perSecond results per second
     */
    record Point(double error, double perSecond) {}

    SpeedAtAccuracy {
        points = points.stream()
                .filter(p -> p.error() > 0)
                .sorted(Comparator.comparingDouble(Point::error))
                .toList();
    }

    /** Results per second at an error, along straight lines in the logarithms; empty beyond the measurements. */
    OptionalDouble perSecondAt(double error) {
        for (int k = 1; k < points.size(); k++) {
            Point low = points.get(k - 1);
            Point high = points.get(k);
            if (error >= low.error() && error <= high.error() && high.error() > low.error()) {
                double part = Math.log(error / low.error()) / Math.log(high.error() / low.error());
                return OptionalDouble.of(low.perSecond() * Math.pow(high.perSecond() / low.perSecond(), part));
            }
        }
        return OptionalDouble.empty();
    }
}
