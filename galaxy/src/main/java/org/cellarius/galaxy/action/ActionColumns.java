package org.cellarius.galaxy.action;

/** Which columns a {@link StaeckelKernel} writes. */
public enum ActionColumns {
    /** Actions and box. */
    ACTIONS,
    /** Frequencies, too; takes about twice the time. */
    ACTIONS_AND_FREQUENCIES,
    /** Frequencies and angles, too; needs the azimuth phi. */
    ACTIONS_FREQUENCIES_AND_ANGLES
}
