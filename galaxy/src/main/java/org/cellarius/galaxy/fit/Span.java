package org.cellarius.galaxy.fit;

/** From low (inside) to high (outside), in the units of what it is a span of. */
public record Span(double low, double high) {

    public Span {
        if (!(low < high) || !Double.isFinite(high - low)) {
            throw new IllegalArgumentException(
                    "a span goes from a lower to a higher finite number, not from " + low + " to " + high);
        }
    }

    /** As a half-open interval. */
    String text() {
        return "[" + low + ", " + high + ")";
    }

    boolean holds(double value) {
        return value >= low && value < high;
    }
}
