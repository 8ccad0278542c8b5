package org.cellarius.figure;

/**
 * A labelled place in a panel. Its label avoids the edges of the panel.
 *
 * @param x abscissa, in the unit of the panel's x axis
 * @param y ordinate, in the unit of the panel's y axis
 * @param kind symbol
 * @param label text beside the symbol; may be empty
 */
public record Mark(double x, double y, Kind kind, String label) implements Layer {

    /** The symbols of places. */
    public enum Kind {
        /** A circle with a dot, ☉. */
        SUN,
        /** An upright cross. */
        GALACTIC_CENTRE,
        /** A five-pointed star. */
        STAR,
        /** A diagonal cross. */
        CROSS,
        /** No symbol: the label alone, about its middle. */
        NONE
    }

    /** The Sun, labelled. */
    public static Mark sun(double x, double y) {
        return new Mark(x, y, Kind.SUN, "Sun");
    }

    /** The Galactic centre, labelled. */
    public static Mark galacticCentre(double x, double y) {
        return new Mark(x, y, Kind.GALACTIC_CENTRE, "GC");
    }
}
