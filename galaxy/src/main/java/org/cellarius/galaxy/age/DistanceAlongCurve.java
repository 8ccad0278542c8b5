package org.cellarius.galaxy.age;

import org.cellarius.galaxy.kernel.CurveIntegrals;

/**
 * The distance that a star has if it is the one of a place along a curve: its luminosity there against its apparent magnitude. Stars born there count
 * as often as stars are at that distance.
 *
 * @param dimension number of the luminosity among the dimensions
 * @param row of a group of points that receives the distance, kpc
 */
record DistanceAlongCurve(int dimension, int row, DistancePrior prior) {

    private static final int POINTS = CurveIntegrals.POINTS;

    /**
     * Weighs the births of a group of points, and notes the distances.
     *
     * @param at where the group begins
     * @param births number of the row of births
     */
    void weigh(double[] curves, int at, int births, double scaleKpc) {
        int luminosity = at + dimension * POINTS;
        for (int p = 0; p < POINTS - 1; p++) {
            double middle = 0.5 * (curves[luminosity + p] + curves[luminosity + p + 1]);
            curves[at + births * POINTS + p] *= prior.perModulus(scaleKpc / middle);
        }
        for (int p = 0; p < POINTS; p++) {
            curves[at + row * POINTS + p] = scaleKpc / curves[luminosity + p];
        }
    }
}
