package org.cellarius.catalogue;

/** How the lines of a text file end. */
public enum LineEnds {
    /** All with LF, or all with CR LF. */
    ALIKE,
    /** Some with LF and some with CR LF: files put together from several systems. */
    MIXED
}
