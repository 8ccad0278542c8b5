package org.cellarius.galaxy.frame;

import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.frame.ErrorColumns.Correlations;
import org.cellarius.galaxy.frame.ErrorColumns.Sky;
import org.cellarius.galaxy.frame.PhaseSpaceErrors.Covariance;
import org.cellarius.galaxy.frame.PhaseSpaceKernel.Motions;

/** How the errors of phase space are found: to first order, or from draws. Both read the same columns. */
public sealed interface ErrorEstimate {

    /** The columns that tell the errors of the measurement. */
    ErrorColumns columns();

    /**
     * This estimate, if it can be made.
     *
     * @throws IllegalArgumentException where something is asked for that places without motions do not have
     */
    ErrorEstimate checkedFor(Motions motions);

    /** The kernel that appends the errors; refused as {@link #checkedFor} says. */
    ColumnKernel kernel(GalactocentricFrame frame, Motions motions);

    /**
     * The measurement's covariance through the Jacobian.
     *
     * @param covariance whether the 21 covariances are written
     */
    record FirstOrder(ErrorColumns columns, Covariance covariance) implements ErrorEstimate {
        @Override
        public ErrorEstimate checkedFor(Motions motions) {
            boolean ofPlaces = covariance == Covariance.LEFT_OUT
                    && columns.sky() == Sky.EXACT
                    && columns.correlations() == Correlations.NONE;
            if (motions == Motions.UNKNOWN && !ofPlaces) {
                throw new IllegalArgumentException(
                        "covariances, correlations and errors on the sky need motions: pmra, pmdec, radial_velocity, and a"
                                + " Sun with a velocity");
            }
            return this;
        }

        @Override
        public ColumnKernel kernel(GalactocentricFrame frame, Motions motions) {
            checkedFor(motions);
            return switch (motions) {
                case KNOWN -> new PhaseSpaceErrors(frame, columns, covariance);
                case UNKNOWN -> new PositionErrors(frame, columns.distance());
            };
        }
    }

    /**
     * Moments of draws from the measurement.
     *
     * @param plan how many, and what is told about them
     */
    record Draws(ErrorColumns columns, DrawPlan plan) implements ErrorEstimate {
        @Override
        public ErrorEstimate checkedFor(Motions motions) {
            if (motions == Motions.UNKNOWN) {
                throw new IllegalArgumentException(
                        "draws need motions: pmra, pmdec, radial_velocity, and a Sun with a velocity; errors to first order"
                                + " do not");
            }
            return this;
        }

        @Override
        public ColumnKernel kernel(GalactocentricFrame frame, Motions motions) {
            checkedFor(motions);
            return new PhaseSpaceDraws(frame, columns, plan);
        }
    }
}
