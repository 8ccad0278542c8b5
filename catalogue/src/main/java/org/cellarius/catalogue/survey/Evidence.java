package org.cellarius.catalogue.survey;

/** How a column of a dictionary is known. */
public enum Evidence {
    /** Seen in a real file, with values that agree with what the dictionary says. */
    FILE,
    /** Named by documentation, a paper or public code; not seen in a file. */
    DOCUMENTATION
}
