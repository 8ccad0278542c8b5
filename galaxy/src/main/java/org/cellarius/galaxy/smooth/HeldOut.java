package org.cellarius.galaxy.smooth;

import org.cellarius.galaxy.random.CounterRandom;

/**
 * Which stars are kept back from a fit to test it. A star's own numbers and the seed decide, so that neither the order of stars nor threads matter; stars whose numbers are the
 * same to the last bit go the same way.
 *
 * @param fraction how many of all stars, from 0 to below 1
 * @param seed of the choice
 */
public record HeldOut(double fraction, long seed) {

    /** Nobody. */
    public static final HeldOut NOBODY = new HeldOut(0, 0);

    public HeldOut {
        if (!(fraction >= 0 && fraction <= 0.5)) {
            throw new IllegalArgumentException(
                    "a fraction of " + fraction + " of the stars held out: it must lie from 0 to 0.5");
        }
    }

    /** Whether a row is kept back. */
    boolean holds(double[][] columns, int count, int row) {
        if (fraction == 0) {
            return false;
        }
        long star = 0;
        for (int k = 0; k < count; k++) {
            // A zero has two signs, and is one number.
            star = Long.rotateLeft(star, 21) * 31 + Double.doubleToRawLongBits(columns[k][row] + 0.0);
        }
        return new CounterRandom(seed).uniform(star, 0) < fraction;
    }

    /** Which side of the choice is meant. */
    enum Side {
        /** Everybody, whether held out or not. */
        ALL,
        /** Those who stay in the fit. */
        FITTED,
        /** Those who are held out. */
        HELD
    }

    boolean chosen(Side side, double[][] columns, int count, int row) {
        return switch (side) {
            case ALL -> true;
            case FITTED -> !holds(columns, count, row);
            case HELD -> holds(columns, count, row);
        };
    }
}
