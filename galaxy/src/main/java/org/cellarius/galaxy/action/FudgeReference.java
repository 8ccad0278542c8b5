package org.cellarius.galaxy.action;

/** Along which hyperboloid the radial part U(u) of the St&auml;ckel potential is read off the real one. The literature does both. */
public enum FudgeReference {
    /** Through the star (Sanders and Binney 2016, 2016MNRAS.457.2107S, section 3.1; AGAMA). */
    STAR("star"),
    /** In the plane, v = &pi;/2 (Binney 2012, 2012MNRAS.426.1324B; galpy). */
    PLANE("plane");

    private final String word;

    FudgeReference(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
