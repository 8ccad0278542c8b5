package org.cellarius.galaxy.fit;

/** Whether a fit could be made. */
public enum FitStatus {
    OK("fitted"),
    /** Fewer stars than asked for, fewer than parameters, or fewer than three. */
    TOO_FEW_STARS("too few stars"),
    /** All stars have the same x: no slope can be known. */
    ALL_X_EQUAL("all stars have the same x"),
    /** Values or weights so large or small that their squares leave the range of numbers. */
    OVERFLOW("the numbers are too large or too small to be squared"),
    /** There are stars enough, but their errors are missing, not positive, or contradict their covariances. */
    UNUSABLE_ERRORS("too few stars have usable errors"),
    /** One error is so small that the line is that star's. */
    ONE_STAR_HAS_ALL_WEIGHT("one star has all the weight"),
    /** No observed age lies inside the age bin. */
    NO_STARS_IN_AGE_BIN("no star's age lies in the bin"),
    /** The likelihood has no maximum inside the priors that a search could find. */
    NO_MAXIMUM("no best line was found"),
    /** The computation failed its own checks; its numbers are withheld. */
    NOT_CONVERGED("the computation did not converge"),
    /** Too many samples drawn anew have no line, or too many would be needed. */
    RESAMPLING_FAILED("the errors could not be had by drawing the stars anew");

    private final String meaning;

    FitStatus(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }
}
