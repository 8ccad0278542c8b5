package org.cellarius.catalogue.tap;

/** Hears how far a query is. */
public interface TapProgress {

    /** The job has come to another phase. */
    void phase(JobPhase phase);

    /** So many bytes of the answer have come, after decompression. */
    void received(long bytes);

    /** Something that the astronomer should know. */
    void note(String text);
}
