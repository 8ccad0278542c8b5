package org.cellarius.galaxy.frame;

import java.util.Arrays;
import org.cellarius.galaxy.kernel.DrawMath;

/**
 * Means and covariances of a star's draws, block by block, from sums of deviations from the star's own values.
 *
 * <p>Sums run along the local axes, where without errors of the place four of the six components vary, and are rotated once
 * per star.
 */
final class DrawMoments {

    private final DrawMath math;
    private final int firstLocal;

    private final double[] localOrigin = new double[6];
    private final double[] stateOrigin = new double[6];
    private final double[] cylindricalOrigin = new double[3];
    private final double[] sums = new double[6];
    private final double[][] products = new double[6][6];
    private final double[] cylindricalSums = new double[3];
    private final double[] cylindricalSquares = new double[3];
    private final double[][] deviations = DrawBlock.arrays(6);
    private double sineSum;
    private double oneMinusCosineSum;
    private long draws;

    /** Moments of draws that move on the sky, or of draws that do not. */
    DrawMoments(DrawMath math, boolean movesOnSky) {
        this.math = math;
        this.firstLocal = movesOnSky ? 0 : 2;
    }

    /** Forgets everything and takes a block of one draw, the measurement itself, as the origin. */
    void start(DrawBlock nominal, CylindricalBlock cylindrical) {
        for (int k = 0; k < 6; k++) {
            localOrigin[k] = nominal.local[k][0];
            stateOrigin[k] = nominal.state[k][0];
            sums[k] = 0;
            Arrays.fill(products[k], 0);
        }
        for (int k = 0; k < 3; k++) {
            cylindricalOrigin[k] = cylindrical.values[k][0];
            cylindricalSums[k] = 0;
            cylindricalSquares[k] = 0;
        }
        sineSum = 0;
        oneMinusCosineSum = 0;
        draws = 0;
    }

    void add(int n, DrawBlock block, CylindricalBlock cylindrical) {
        for (int k = firstLocal; k < 6; k++) {
            subtract(n, block.local[k], localOrigin[k], deviations[k]);
            sums[k] += math.sum(n, deviations[k]);
        }
        for (int k = firstLocal; k < 6; k++) {
            for (int j = firstLocal; j <= k; j++) {
                products[k][j] += math.dot(n, deviations[k], deviations[j]);
            }
        }
        for (int k = 0; k < 3; k++) {
            double[] deviation = deviations[k];
            subtract(n, cylindrical.values[k], cylindricalOrigin[k], deviation);
            cylindricalSums[k] += math.sum(n, deviation);
            cylindricalSquares[k] += math.dot(n, deviation, deviation);
        }
        sineSum += math.sum(n, cylindrical.sine);
        oneMinusCosineSum += math.sum(n, cylindrical.oneMinusCosine);
        draws += n;
    }

    private static void subtract(int n, double[] values, double origin, double[] to) {
        for (int i = 0; i < n; i++) {
            to[i] = values[i] - origin;
        }
    }

    /** Mean of (x, y, z, vx, vy, vz). */
    double[] stateMean(LocalAxes axes) {
        Direction place = axes.combine(sums[0] / draws, sums[1] / draws, sums[2] / draws);
        Direction motion = axes.combine(sums[3] / draws, sums[4] / draws, sums[5] / draws);
        double[] shift = {place.x(), place.y(), place.z(), motion.x(), motion.y(), motion.z()};
        for (int k = 0; k < 6; k++) {
            shift[k] += stateOrigin[k];
        }
        return shift;
    }

    /** Covariance of (x, y, z, vx, vy, vz), divisor n &minus; 1. */
    double[][] stateCovariance(LocalAxes axes) {
        double[][] local = new double[6][6];
        for (int k = 0; k < 6; k++) {
            for (int j = 0; j <= k; j++) {
                local[k][j] = (products[k][j] - sums[k] * sums[j] / draws) / (draws - 1);
                local[j][k] = local[k][j];
            }
        }
        return Covariances.propagate(axes.asSixColumns(), local);
    }

    /** Mean of r (kpc), v_r, v_phi (km/s): k = 0, 1, 2. */
    double cylindricalMean(int k) {
        return cylindricalOrigin[k] + cylindricalSums[k] / draws;
    }

    /** Standard deviation of the same. */
    double cylindricalError(int k) {
        double sum = cylindricalSums[k];
        return Math.sqrt(Math.max(0, (cylindricalSquares[k] - sum * sum / draws) / (draws - 1)));
    }

    /** Circular mean of the angle from the star's own azimuth, degrees. */
    double angleMeanDeg() {
        return Math.toDegrees(Math.atan2(sineSum / draws, 1 - oneMinusCosineSum / draws));
    }

    /** Circular standard deviation &radic;(&minus;ln R&sup2;), R the length of the mean vector; for small spreads the ordinary one. Degrees. */
    double angleErrorDeg() {
        double s = sineSum / draws;
        double m = oneMinusCosineSum / draws;
        double missing = Math.max(0, 2 * m - m * m - s * s);
        return Math.toDegrees(Math.sqrt(-Math.log1p(-missing) * draws / (draws - 1)));
    }
}
