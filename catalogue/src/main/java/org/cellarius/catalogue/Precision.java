package org.cellarius.catalogue;

/** How exactly the file of a column holds its numbers. Blocks carry 64 bits either way. */
public enum Precision {
    /** 32 bits or fewer: as text such a number needs no more digits than tell it from its neighbours, 0.05 and not 0.05000000074505806. */
    SINGLE,
    /** 64 bits. */
    DOUBLE
}
