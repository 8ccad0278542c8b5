package org.cellarius.engine;

/** How a Parquet file is packed, by what becomes of it. */
public enum Packing {
    /** Read once or twice and deleted: not compressed, which takes longer than anything else that is done with it. */
    PASSING,
    /** Kept for later runs: compressed. */
    KEPT,
    /** For the astronomer: compressed, and with the descriptions of columns that other programs understand. */
    PUBLIC
}
