package org.cellarius.galaxy.age;

import org.cellarius.galaxy.kernel.CurveIntegrals;
import org.cellarius.galaxy.kernel.SegmentDistances.Measured;

/**
 * An isochrone between those of a homologous grid: at most eight corners and their weights. To be placed anew for each.
 *
 * <p>Not for several threads at once.
 */
final class IsochroneBetween {

    private static final int CORNERS = 8;

    private final CurveCells cells;
    private final int[] isochrones = new int[CORNERS];
    private final int[] offsets = new int[CORNERS];
    private final double[] weights = new double[CORNERS];
    private int corners;
    private double feH;
    private double alphaFe;

    IsochroneBetween(CurveCells cells) {
        this.cells = cells;
    }

    /**
     * Goes to a place within a cell, whose stretch does not matter.
     *
     * @param u, v, w shares of the way to the next [Fe/H], [&alpha;/Fe] and ln age
     */
    void place(int iron, int alpha, int age, double u, double v, double w) {
        corners = 0;
        for (int c = 0; c < CORNERS; c++) {
            int i = c & 1;
            int j = c >> 1 & 1;
            int k = c >> 2;
            double corner = (i == 0 ? 1 - u : u) * (j == 0 ? 1 - v : v) * (k == 0 ? 1 - w : w);
            if (corner != 0) {
                isochrones[corners] = cells.grid().number(iron + i, alpha + j, age + k);
                weights[corners] = corner;
                corners++;
            }
        }
        feH = at(cells.grid().feH(), iron, u);
        alphaFe = at(cells.grid().alphaFe(), alpha, v);
    }

    private static double at(double[] axis, int interval, double share) {
        return axis.length == 1 ? axis[0] : axis[interval] + share * (axis[interval + 1] - axis[interval]);
    }

    /** [Fe/H], dex. */
    double feH() {
        return feH;
    }

    /** [&alpha;/Fe], dex. */
    double alphaFe() {
        return alphaFe;
    }

    /** Interpolates a stretch. */
    void mix(CurveIntegrals integrals, int stretch, double[] curves, int at) {
        for (int c = 0; c < corners; c++) {
            offsets[c] = cells.offset(isochrones[c], stretch);
        }
        integrals.mix(corners, offsets, weights, cells.values(), cells.rows() * CurveIntegrals.POINTS, curves, at);
    }

    /**
     * Squared distance of a star from a stretch, at least, in errors: from the box that lies between those of the corners as the stretch does
     * between theirs.
     *
     * @param beyond a distance that is as good as any greater one
     */
    double square(int stretch, Measured star, double beyond) {
        double square = 0;
        for (int d = 0; d < cells.dims() && square <= beyond; d++) {
            double low = 0;
            double high = 0;
            for (int c = 0; c < corners; c++) {
                int at = (isochrones[c] * cells.stretches() + stretch) * cells.dims() + d;
                low += weights[c] * cells.stretchLowest()[at];
                high += weights[c] * cells.stretchHighest()[at];
            }
            double away =
                    Math.max(Math.max(low - star.values()[d], star.values()[d] - high), 0) * star.inverseErrors()[d];
            square += away * away;
        }
        return square;
    }
}
