package org.cellarius.catalogue;

/**
 * A column that is in the file but cannot be read as numbers, truth values or text, and why. The caller shows these, so
 * that nothing goes missing silently.
 */
public record Unreadable(String column, String reason) {
    /** A sentence for the astronomer. */
    @Override
    public String toString() {
        return "column '" + column + "' is left out: " + reason;
    }
}
