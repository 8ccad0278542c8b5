package org.cellarius.galaxy.column;

import java.util.List;

/** Why a star has, or has not, the quantities that a step derives. One bad star never stops a batch. */
public enum StarStatus {
    /** Everything that was asked for could be computed. */
    OK("complete"),
    /** Right ascension or declination is missing or outside its range. */
    NO_POSITION("right ascension or declination missing or out of range"),
    /** The parallax or its error is missing, or the error is not positive. */
    NO_PARALLAX("parallax or its error missing, or the error not positive"),
    /** What the parallax's zero point depends on is missing, or outside the range in which the recipe holds. */
    NO_ZERO_POINT("what the parallax zero point depends on is missing or out of the recipe's range"),
    /** The parallax, less its zero point, is zero or negative, and was to be inverted. */
    PARALLAX_NOT_POSITIVE("parallax, less its zero point, zero or negative: 1/parallax is no distance"),
    /** A distance modulus, a magnitude, a period or an abundance that a photometric distance needs is missing or out of range. */
    NO_PHOTOMETRY("a modulus, magnitude, period or abundance that the distance needs is missing or out of range"),
    /** The distance is missing, zero or negative. */
    NO_DISTANCE("distance missing, zero or negative"),
    /** The position is known, but a proper motion or the radial velocity is missing. */
    NO_VELOCITY("proper motion or radial velocity missing"),
    /** The measurement is known, but an error or a correlation that the step was told to use is not. */
    NO_ERRORS("an error or a correlation missing, or an error negative"),
    /** The correlations contradict each other: no random variables have them. */
    BAD_CORRELATIONS("the matrix of the correlations is not positive semi-definite"),
    /** The energy is not below that at infinity: there is no apocentre. */
    UNBOUND("not bound to the Galaxy: no apocentre"),
    /** The orbit was followed, but passed no pericentre or no apocentre within the span, so that its extrema are not known. */
    NOT_CONVERGED("the span holds no full radial oscillation"),
    /** Following the orbit was given up: too many turns for the span, or a state that is not a number. */
    NOT_INTEGRATED("the orbit could not be followed to the end of the span"),
    /** A number that the selection function asks for is missing. */
    SELECTION_UNKNOWN("position, magnitude or colour missing, which the selection function asks for"),
    /** The star lies outside what the selection function knows. */
    NOT_COVERED("outside the fields, cells or magnitudes of the selection function"),
    /** The selection function has the probability zero. */
    NEVER_SELECTED("by the selection function such a star is never taken"),
    /** An observable that the age is read from is missing. */
    NO_OBSERVABLE("a quantity that the age is read from is missing"),
    /** No isochrone comes near the star. */
    OUTSIDE_GRID("no isochrone of the grid is near the measurement"),
    /** The interval of the age reaches the first or last age of the grid: the true one may lie beyond. */
    EDGE("the interval of the age reaches the first or last age of the grid"),
    /** A label that a quantity is learned from is missing. */
    NO_LABEL("a label that the quantity is learned from is missing"),
    /** No training stars are like the star: what is told of it is extrapolated. */
    OUTSIDE_TRAINING("no training stars are like it: the numbers are extrapolated"),
    /** The dust map does not know the star's line of sight. */
    OUTSIDE_MAP("the dust map has no value in the star's direction"),
    /** The star is nearer than the first distance of the dust map. */
    BEFORE_FIRST("nearer than the first distance of the dust map"),
    /** The star is farther than the last distance of the dust map. */
    BEYOND_LAST("farther than the last distance of the dust map"),
    /** The authors of the dust map call its value here not reliable. */
    NOT_RELIABLE("the line of sight has not converged, or the distance is out of the map's reliable range");

    private final String meaning;

    StarStatus(String meaning) {
        this.meaning = meaning;
    }

    /** Its place among all of them, from 0, by which numeric columns can hold it. */
    public int number() {
        return List.of(values()).indexOf(this);
    }

    public String meaning() {
        return meaning;
    }
}
