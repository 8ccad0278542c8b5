package org.cellarius.galaxy.action;

/** Which columns a {@link StaeckelKernel} writes. */
public enum ActionColumns {
    /** Actions and box. */
    ACTIONS("actions"),
    /** Frequencies, too; takes about twice the time. */
    ACTIONS_AND_FREQUENCIES("frequencies"),
    /** Frequencies and angles, too; needs the azimuth phi. */
    ACTIONS_FREQUENCIES_AND_ANGLES("angles");

    private final String word;

    ActionColumns(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
