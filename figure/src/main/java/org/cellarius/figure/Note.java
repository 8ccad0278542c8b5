package org.cellarius.figure;

/**
 * Text in a corner of a panel, e.g. {@code N = 12,345}. A line feed starts a new line; notes in the same corner are stacked.
 *
 * @param text the text, with the markup of {@link RichText}
 * @param corner where it stands
 */
public record Note(String text, Corner corner) implements Layer {

    /** The corners of a panel. */
    public enum Corner {
        TOP_LEFT,
        TOP_RIGHT,
        BOTTOM_LEFT,
        BOTTOM_RIGHT,
        /** The corner where the text covers least of the data. */
        EMPTIEST;

        boolean top() {
            return this == TOP_LEFT || this == TOP_RIGHT;
        }

        boolean left() {
            return this == TOP_LEFT || this == BOTTOM_LEFT;
        }
    }
}
