package org.cellarius.study;

/** How much of phase space a study derives. */
public enum PhaseSpace {
    NONE("none"),
    POSITIONS("positions"),
    POSITIONS_AND_VELOCITIES("positions-and-velocities");

    private final String word;

    PhaseSpace(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
