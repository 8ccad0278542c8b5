package org.cellarius.galaxy.fit;

/**
 * Which columns beside x and y a line asks of its stars: so that a reader of the stars can tell the astronomer what is lacking, and what was
 * given and is not used.
 *
 * @param xError one-sigma errors of x
 * @param yError one-sigma errors of y
 * @param xyCovariance covariances of these errors
 * @param age observed ages, as more than a cut
 * @param ageError one-sigma errors of the ages
 */
public record LineInputs(Need xError, Need yError, Need xyCovariance, Need age, Need ageError) {

    /** What a line does with a column. */
    public enum Need {
        /** There is no line without it. */
        NEEDED,
        /** It enters if it is given; else it counts as zero. */
        USED,
        /** It does not enter. */
        IGNORED
    }

    /** x and y alone: every star counts the same. */
    static final LineInputs VALUES =
            new LineInputs(Need.IGNORED, Need.IGNORED, Need.IGNORED, Need.IGNORED, Need.IGNORED);

    /** Errors of y as weights, x exact. */
    static final LineInputs Y_ERRORS =
            new LineInputs(Need.IGNORED, Need.NEEDED, Need.IGNORED, Need.IGNORED, Need.IGNORED);

    /** Errors of both and their covariance. */
    static final LineInputs ERRORS = new LineInputs(Need.USED, Need.NEEDED, Need.USED, Need.IGNORED, Need.IGNORED);

    /** Errors of both; ages with errors. */
    LineInputs withAges() {
        return new LineInputs(xError, yError, xyCovariance, Need.NEEDED, Need.NEEDED);
    }

    /** The covariances do not enter. */
    LineInputs withoutCovariance() {
        return new LineInputs(xError, yError, Need.IGNORED, age, ageError);
    }
}
