package org.cellarius.measure.plane;

import java.util.Optional;

/** Planes that the field knows by name. */
public enum NamedPlane {
    /** Seen from the North Galactic Pole. */
    X_Y("x-y", "x", "y"),
    /** Edge-on, both sides of the centre folded on one. */
    R_Z("r-z", "r", "z"),
    /** Edge-on: R with the sign of X, so that the Sun's side lies on the left. */
    SIGNED_R_Z("signed-r-z", "sign(x) * r", "z"),
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

    /** What figures write along x; empty where it is usual. */
    public Optional<String> xLabel() {
        return this == SIGNED_R_Z ? Optional.of("R with the sign of X") : Optional.empty();
    }

    /** Expression along x. */
    public String x() {
        return x;
    }

    /** Expression along y. */
    public String y() {
        return y;
    }

    /** Whether both axes are lengths in space, drawn alike. */
    public boolean equalAspect() {
        return this == X_Y || this == R_Z || this == SIGNED_R_Z;
    }
}
