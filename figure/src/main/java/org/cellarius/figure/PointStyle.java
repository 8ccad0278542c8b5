package org.cellarius.figure;

import java.awt.Color;

/**
 * How points look.
 *
 * @param colour colour of the symbol; may be translucent
 * @param symbol its shape
 * @param sizePt its size across, in points (1/72 inch), above 0
 * @param filled filled, or an outline on white
 */
public record PointStyle(Color colour, Symbol symbol, double sizePt, boolean filled) {

    /** Size of symbols that stand for a bin or a cluster, in points. */
    public static final double USUAL_SIZE_PT = 4;

    static final double LARGEST_PT = 72;

    public PointStyle {
        if (!(sizePt > 0 && sizePt <= LARGEST_PT)) {
            throw new IllegalArgumentException("size of a symbol is above 0 and at most 72 pt, not " + sizePt);
        }
    }

    /** The style of series {@code index}, counted from 0: its own colour and its own symbol. */
    public static PointStyle series(int index) {
        Symbol[] symbols = Symbol.values();
        Symbol symbol = symbols[Math.floorMod(index, symbols.length)];
        return new PointStyle(Palette.series(index).colour(), symbol, USUAL_SIZE_PT, true);
    }

    /** Small translucent dots of one colour, for clouds of stars. */
    public static PointStyle dots(Palette colour) {
        Color full = colour.colour();
        return new PointStyle(new Color(full.getRed(), full.getGreen(), full.getBlue(), 115), Symbol.CIRCLE, 1.4, true);
    }

    /** The same as an outline. */
    public PointStyle open() {
        return new PointStyle(colour, symbol, sizePt, false);
    }
}
