package org.cellarius.figure;

/** Patterns of lines. */
public enum Dash {
    SOLID,
    DASHED,
    DOTTED,
    DASH_DOT,
    LONG_DASHED;

    /** Of series {@code index}, counted from 0, where colours tell the first ones apart: the next ones with the same colours have other dashes. */
    public static Dash afterColours(int index) {
        return values()[Math.floorMod(index / Palette.values().length, values().length)];
    }

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
