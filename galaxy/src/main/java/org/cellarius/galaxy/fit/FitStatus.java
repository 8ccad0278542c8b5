package org.cellarius.galaxy.fit;

/** Whether a fit could be made. */
public enum FitStatus {
    OK("fitted"),
    /** Fewer stars than asked for, or fewer than three. */
    TOO_FEW_STARS("too few stars"),
    /** All stars have the same x: no slope can be known. */
    ALL_X_EQUAL("all stars have the same x"),
    /** Values or weights so large or small that their squares leave the range of numbers. */
    OVERFLOW("the numbers are too large or too small to be squared");

    private final String meaning;

    FitStatus(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }
}
