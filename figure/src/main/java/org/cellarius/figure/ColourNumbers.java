package org.cellarius.figure;

import java.util.Arrays;

/** Numbers for colours, from 0 in the order in which they come. */
final class ColourNumbers {

    /** Homes for each colour that may come: half of them and more stay empty. */
    private static final int HOMES_EACH = 8;

    /** Spreads colours that are alike over all homes (Knuth 1973, The Art of Computer Programming 3, section 6.4). */
    private static final int SPREAD = 0x9E3779B1;

    private final int[] colours;
    /** One more than the number of the colour that lives there; 0 where none does. */
    private final int[] homes;

    private final int shift;
    private int count;

    /**
     * @param most colours; a power of two
     */
    ColourNumbers(int most) {
        this.colours = new int[most];
        this.homes = new int[HOMES_EACH * most];
        this.shift = Integer.SIZE - Integer.numberOfTrailingZeros(homes.length);
    }

    /**
     * Puts the number of its colour in the place of each pixel.
     *
     * @return false where there are too many colours; then some pixels are replaced and some are not
     */
    boolean replace(int[] pixels) {
        int number = -1;
        for (int i = 0; i < pixels.length; i++) {
            int colour = pixels[i];
            // Neighbours are mostly alike.
            if (number < 0 || colours[number] != colour) {
                number = of(colour);
                if (number < 0) {
                    return false;
                }
            }
            pixels[i] = number;
        }
        return true;
    }

    private int of(int colour) {
        int home = (colour * SPREAD) >>> shift;
        while (homes[home] != 0) {
            if (colours[homes[home] - 1] == colour) {
                return homes[home] - 1;
            }
            home = (home + 1) & (homes.length - 1);
        }
        if (count == colours.length) {
            return -1;
        }
        colours[count] = colour;
        homes[home] = ++count;
        return count - 1;
    }

    /** The colours by their numbers. */
    int[] colours() {
        return Arrays.copyOf(colours, count);
    }
}
