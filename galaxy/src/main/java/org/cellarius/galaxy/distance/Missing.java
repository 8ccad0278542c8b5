package org.cellarius.galaxy.distance;

import java.util.List;

/** Numbers of a star that cannot be known. */
final class Missing {

    private Missing() {}

    /** Makes all columns of a star missing but those kept. */
    static void distances(double[][] out, int row, List<Integer> kept) {
        for (int k = 0; k < out.length; k++) {
            if (!kept.contains(k)) {
                out[k][row] = Double.NaN;
            }
        }
    }
}
