package org.cellarius.galaxy.column;

/** Why a star has, or has not, the quantities that a step derives. One bad star never stops a batch. */
public enum StarStatus {
    /** Everything that was asked for could be computed. */
    OK("complete"),
    /** Right ascension or declination is missing or outside its range. */
    NO_POSITION("right ascension or declination missing or out of range"),
    /** The distance is missing, zero or negative. */
    NO_DISTANCE("distance missing, zero or negative"),
    /** The position is known, but a proper motion or the radial velocity is missing. */
    NO_VELOCITY("proper motion or radial velocity missing"),
    /** The measurement is known, but an error or a correlation that the step was told to use is not. */
    NO_ERRORS("an error or a correlation missing, or an error negative"),
    /** The correlations contradict each other: no random variables have them. */
    BAD_CORRELATIONS("the matrix of the correlations is not positive semi-definite");

    private final String meaning;

    StarStatus(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }
}
