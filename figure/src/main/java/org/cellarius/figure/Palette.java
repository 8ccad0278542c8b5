package org.cellarius.figure;

import java.awt.Color;

/**
 * Eight colours that people with any common colour blindness can tell apart (Okabe and Ito 2008, "Color Universal Design"). The
 * order is ours: the colours that stand best on white come first.
 */
public enum Palette {
    BLUE(0x0072B2),
    VERMILLION(0xD55E00),
    GREEN(0x009E73),
    PURPLE(0xCC79A7),
    ORANGE(0xE69F00),
    SKY(0x56B4E9),
    BLACK(0x000000),
    YELLOW(0xF0E442);

    private final Color colour;

    Palette(int rgb) {
        this.colour = new Color(rgb);
    }

    public Color colour() {
        return colour;
    }

    /** The colour of series {@code index}, counted from 0; begins again after the eighth. */
    public static Palette series(int index) {
        Palette[] all = values();
        return all[Math.floorMod(index, all.length)];
    }
}
