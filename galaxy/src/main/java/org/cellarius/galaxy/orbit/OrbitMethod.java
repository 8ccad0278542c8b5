package org.cellarius.galaxy.orbit;

/** How the shape of an orbit is found. */
public enum OrbitMethod {
    /** The star is followed through the potential. */
    INTEGRATE("integrate", "integration"),
    /** The edges of its box in the St&auml;ckel approximation: a thousand times faster, worse the more eccentric the orbit is. */
    STAECKEL("staeckel", "Staeckel approximation");

    private final String word;
    private final String meaning;

    OrbitMethod(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    public String word() {
        return word;
    }

    public String meaning() {
        return meaning;
    }
}
