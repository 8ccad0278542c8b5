package org.cellarius.study;

import org.cellarius.galaxy.frame.PhaseSpaceKernel.Motions;

/** How much of phase space a study derives. */
public enum PhaseSpace {
    NONE("none"),
    POSITIONS("positions"),
    POSITIONS_AND_VELOCITIES("positions-and-velocities");

    private final String word;

    PhaseSpace(String word) {
        this.word = word;
    }

    /** Whether proper motions and radial velocities are read. */
    public Motions motions() {
        return this == POSITIONS_AND_VELOCITIES ? Motions.KNOWN : Motions.UNKNOWN;
    }

    public String word() {
        return word;
    }
}
