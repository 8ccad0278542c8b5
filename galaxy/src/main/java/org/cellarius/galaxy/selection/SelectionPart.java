package org.cellarius.galaxy.selection;

import org.cellarius.galaxy.column.StarStatus;

/** A part of a selection function. */
public sealed interface SelectionPart permits GaiaCompleteness, CountedCells, FieldFractions {

    /** How many numbers of a star it asks for besides right ascension and declination: magnitudes, colours. */
    int asks();

    /**
     * The probability that a star is taken.
     *
     * @param raDeg right ascension, ICRS, degrees
     * @param decDeg declination, degrees
     * @param star what else it asks for, in columns
     * @param first the first of those columns
     * @param row the star's row
     * @param share receives mean and variance of the probability
     * @return OK, or why there is none
     */
    StarStatus of(double raDeg, double decDeg, double[][] star, int first, int row, double[] share);

    /** The same for many stars in one direction. */
    Sightline towards(double raDeg, double decDeg);

    /** A part of a selection function in one direction. */
    interface Sightline {

        /** Nothing is taken there. */
        Sightline NOTHING = (star, first) -> 0;

        /**
         * The mean probability that a star is taken; 0 where nothing is known of such stars.
         *
         * @param star what the parts ask for, one after the other
         * @param first where the numbers of this part begin
         */
        double share(double[] star, int first);
    }
}
