package org.cellarius.figure;

/** Patterns of lines. */
public enum Dash {
    SOLID,
    DASHED,
    DOTTED,
    DASH_DOT,
    LONG_DASHED;

    /** Lengths of strokes and gaps, in points, for a line {@code widthPt} points wide; empty for a solid line. */
    float[] patternPt(double widthPt) {
        float w = (float) widthPt;
        return switch (this) {
            case SOLID -> new float[0];
            case DASHED -> new float[] {4.5f * w, 2.5f * w};
            case DOTTED -> new float[] {w, 2 * w};
            case DASH_DOT -> new float[] {5.5f * w, 2 * w, w, 2 * w};
            case LONG_DASHED -> new float[] {9 * w, 3 * w};
        };
    }
}
