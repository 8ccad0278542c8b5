package org.cellarius.figure;

import java.util.OptionalDouble;

/**
 * Size of a figure on paper.
 *
 * @param widthMm width, in millimetres
 * @param heightMm height, in millimetres; empty to let the shape of the panels decide
 */
public record FigureSize(double widthMm, OptionalDouble heightMm) {

    private static final double LARGEST_MM = 2000;

    /** One column of Astronomy and Astrophysics, 88 mm (A&A author's guide, section 5.3). */
    public static final FigureSize SINGLE_COLUMN = ofWidth(88);

    /** Both columns, 180 mm. */
    public static final FigureSize DOUBLE_COLUMN = ofWidth(180);

    public FigureSize {
        check("width", widthMm);
        heightMm.ifPresent(height -> check("height", height));
    }

    private static void check(String what, double lengthMm) {
        if (!(lengthMm >= 20 && lengthMm <= LARGEST_MM)) {
            throw new IllegalArgumentException(
                    what + " of a figure is between 20 and " + LARGEST_MM + " mm, not " + lengthMm);
        }
    }

    /** One column for one panel, else both. */
    public static FigureSize ofPanels(int panels) {
        return panels == 1 ? SINGLE_COLUMN : DOUBLE_COLUMN;
    }

    /** Of this width, as high as the panels need. */
    public static FigureSize ofWidth(double widthMm) {
        return new FigureSize(widthMm, OptionalDouble.empty());
    }

    /** Of this width and height. */
    public static FigureSize of(double widthMm, double heightMm) {
        return new FigureSize(widthMm, OptionalDouble.of(heightMm));
    }
}
