package org.cellarius.galaxy.smooth;

/** A step on the way to a smooth map: another pass over the stars, the map, or that the stars do not determine it. */
public sealed interface SmoothStep permits SmoothPass, SmoothFit, SmoothStep.Undetermined {

    /** The stars do not determine the map: too few, or all on one line of the coordinates. */
    record Undetermined(long n) implements SmoothStep {}
}
