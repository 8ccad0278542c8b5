package org.cellarius.measure.distribution;

import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.galaxy.population.CountInterval;

/**
 * How a distribution is drawn.
 *
 * @param curve what stands for it
 * @param heights what the heights are
 * @param errors of the counts of bins; empty for none
 * @param layout how slices share a figure
 */
record DistributionLook(Curve curve, Heights heights, Optional<CountInterval> errors, Layout layout) {

    /** What stands for a distribution. */
    enum Curve {
        HISTOGRAM,
        /** A Gaussian kernel density estimate. */
        KDE
    }

    /** What the heights are. */
    enum Heights {
        /** Stars per unit of the value, over all stars: the area is one. */
        DENSITY,
        /** Stars in a bin. */
        COUNT,
        /** Stars in a bin, over all stars. */
        FRACTION;

        /** A height for a density of unit area; of weighted stars their number is the sum of the weights. */
        double of(double density, double stars, double width) {
            return switch (this) {
                case DENSITY -> density;
                case COUNT -> density * stars * width;
                case FRACTION -> density * width;
            };
        }
    }

    /** How slices share a figure. */
    enum Layout {
        /** Laid over each other where they are few; else rows. */
        AUTO,
        OVERLAID,
        /** A row for each slice, one above the other. */
        RIDGE
    }

    /** How the error of a count is found. */
    private enum CountErrors {
        NONE,
        SQRT_N,
        GEHRELS1986;

        Optional<CountInterval> interval() {
            return switch (this) {
                case NONE -> Optional.empty();
                case SQRT_N -> Optional.of(CountInterval.SQRT_N);
                case GEHRELS1986 -> Optional.of(CountInterval.GEHRELS1986);
            };
        }
    }

    /** More curves than that in a panel are rows, where nothing else is said. */
    private static final int FEW = 6;

    boolean inRows(int curves, int slices) {
        return switch (layout) {
            case OVERLAID -> false;
            case RIDGE -> true;
            case AUTO -> slices > 1 && curves > FEW;
        };
    }

    static DistributionLook read(Section s) {
        var look = new DistributionLook(
                s.choiceOr("curve", "curve", List.of(Curve.values()), Curve.HISTOGRAM),
                s.choiceOr("heights", "kind of heights", List.of(Heights.values()), Heights.DENSITY),
                s.choiceOr("count-errors", "error of counts", List.of(CountErrors.values()), CountErrors.NONE)
                        .interval(),
                s.choiceOr("layout", "layout", List.of(Layout.values()), Layout.AUTO));
        if (look.curve() == Curve.KDE && look.errors().isPresent()) {
            throw new InputError(
                    "a density estimate has no counts whose errors could be drawn",
                    s.place("count-errors").toString(),
                    "Leave 'count-errors' out, or draw a histogram");
        }
        return look;
    }
}
