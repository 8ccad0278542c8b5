package org.cellarius.galaxy.orbit;

/** When an orbit is followed no further. */
public enum OrbitEnding {
    /** At the end of the span. */
    SPAN("span", "followed to the end of the span"),
    /**
     * Before, once what the rest of the span could still change of zmax, r_peri and r_apo is bounded by {@link
     * PhaseCoverage#LIMIT} of them; at the end of the span at the latest.
     */
    CONVERGED("converged", "ended before, once the rest of the span can change the extrema by no more than 5e-4");

    private final String word;
    private final String meaning;

    OrbitEnding(String word, String meaning) {
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
