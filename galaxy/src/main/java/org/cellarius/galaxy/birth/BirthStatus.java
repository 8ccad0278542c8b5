package org.cellarius.galaxy.birth;

/** Why an age has no gradient. */
public enum BirthStatus {
    OK("is measured"),
    TOO_FEW_STARS("has too few stars"),
    ERRORS_EXCEED_RANGE("has a range of [Fe/H] that errors and scatter explain alone"),
    NO_YOUNG_STARS("hangs on the youngest stars, whose width could not be measured");

    private final String meaning;

    BirthStatus(String meaning) {
        this.meaning = meaning;
    }

    /** As a sentence about an age goes on. */
    public String meaning() {
        return meaning;
    }
}
