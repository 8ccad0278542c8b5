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

    /** No star is nearer than this share of where its magnitude alone puts it. */
    private static final double LEAST = 0.05;

    /**
     * Weighs the births of a group of points, and notes the distances.
     *
     * @param star as it was measured, with the group in its units
     * @param at where the group begins
     * @param births number of the row of births
     * @param scaleKpc the distance if the luminosity were 1
     * @param fainter room for a group's points
     */
    void weigh(
            Whitening star,
            double[] curves,
            int at,
            int births,
            double scaleKpc,
            double feH,
            double alphaFe,
            double[] fainter) {
        star.fainter(curves, at, feH, alphaFe, fainter);
        int distance = at + row * POINTS;
        for (int p = 0; p < POINTS; p++) {
            // Linear, as the luminosity's error is: where the parallax says all, that is its inverse.
            curves[distance + p] =
                    scaleKpc / curves[distance + p] * Math.max(1 + DistancePrior.PER_MAGNITUDE * fainter[p], LEAST);
        }
        for (int p = 0; p < POINTS - 1; p++) {
            double middle = 0.5 * (curves[distance + p] + curves[distance + p + 1]);
            curves[at + births * POINTS + p] *= prior.perModulus(middle);
        }
    }
}
