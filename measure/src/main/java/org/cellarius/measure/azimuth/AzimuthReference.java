package org.cellarius.measure.azimuth;

import org.cellarius.measure.product.AxisSource;

/** What a star's value is compared with. */
public sealed interface AzimuthReference {

    /** As captions write it. */
    String sentence();

    /** A straight line in radius through the stars of its ring. */
    record RingLine() implements AzimuthReference {
        @Override
        public String sentence() {
            return "value minus a straight line in radius through the stars of the ring";
        }
    }

    /**
     * The mean of all stars at nearly its radius, whatever their azimuth.
     *
     * @param within half the width in radius, unit of the radius
     */
    record SameRadiusMean(double within) implements AzimuthReference {
        public SameRadiusMean {
            if (!(within > 0 && within < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("within " + within + " of its radius: it must be above zero");
            }
        }

        @Override
        public String sentence() {
            return "value minus the mean of all stars within " + org.cellarius.measure.product.Numbers.brief(within)
                    + " of its radius (Hawkins 2023)";
        }
    }

    /** What a model says. */
    record Model(AxisSource model) implements AzimuthReference {
        @Override
        public String sentence() {
            return "value minus " + model.expression();
        }
    }
}
