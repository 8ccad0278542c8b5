package org.cellarius.galaxy.age;

import org.cellarius.galaxy.kernel.CurveIntegrals;

/**
 * The distance that a star has if it is the one of a place along a curve: its luminosity there against its apparent magnitude. Stars born there count
 * as often as stars are at that distance.
 *
 * @param dimension number of the luminosity among the dimensions
 * @param row of a group of points that has the luminosity, too, and receives the distance, kpc
 */
record DistanceAlongCurve(int dimension, int row, DistancePrior prior) {

    private static final int POINTS = CurveIntegrals.POINTS;

    /** Powers of e nearer to 1 are summed by four terms, to 4e-4 of the power less 1 at most. */
    private static final double SMALL = 0.2;

    /**
     * Weighs the births of a group of points, and notes the distances.
     *
     * @param star as it was measured, with the group in its units
     * @param at where the group begins
     * @param births number of the row of births
     * @param scaleKpc the distance if the luminosity were 1
     */
    void weigh(Whitening star, double[] curves, int at, int births, double scaleKpc, double feH, double alphaFe) {
        int distance = at + row * POINTS;
        for (int p = 0; p < POINTS; p++) {
            double fainter = star.fainter(curves, at + p, feH, alphaFe);
            curves[distance + p] = scaleKpc / curves[distance + p] * power(DistancePrior.PER_MAGNITUDE * fainter);
        }
        for (int p = 0; p < POINTS - 1; p++) {
            double middle = 0.5 * (curves[distance + p] + curves[distance + p + 1]);
            curves[at + births * POINTS + p] *= prior.perModulus(middle);
        }
    }

    private static double power(double x) {
        return Math.abs(x) < SMALL ? 1 + x * (1 + x / 2 * (1 + x / 3)) : Math.exp(x);
    }
}
