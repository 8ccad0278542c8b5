package org.cellarius.measure.plane;

/** Planes that the field knows by name. */
public enum NamedPlane {
    /** Seen from the North Galactic Pole. */
    X_Y("x-y", "x", "y"),
    /** Edge-on, both sides of the centre folded on one. */
    R_Z("r-z", "r", "z"),
    /** Azimuth and radius. */
    POLAR("polar", "phi", "r"),
    /** Galactic longitude and latitude. */
    SKY("sky", "l", "b");

    private final String word;
    private final String x;
    private final String y;

    NamedPlane(String word, String x, String y) {
        this.word = word;
        this.x = x;
        this.y = y;
    }

    public String word() {
        return word;
    }

    /** Star-table column along x. */
    public String x() {
        return x;
    }

    /** Star-table column along y. */
    public String y() {
        return y;
    }

    /** Whether both axes are lengths in space, drawn alike. */
    public boolean equalAspect() {
        return this == X_Y || this == R_Z;
    }
}
