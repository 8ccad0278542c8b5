package org.cellarius.measure.map;

/** Planes of maps. */
public enum Plane {
    X_Y("x-y", "x", "y"),
    R_Z("r-z", "r", "z");

    private final String word;
    private final String horizontal;
    private final String vertical;

    Plane(String word, String horizontal, String vertical) {
        this.word = word;
        this.horizontal = horizontal;
        this.vertical = vertical;
    }

    public String word() {
        return word;
    }

    /** Star-table column along the figure's x axis, kpc. */
    public String horizontal() {
        return horizontal;
    }

    /** Star-table column along the figure's y axis, kpc. */
    public String vertical() {
        return vertical;
    }
}
