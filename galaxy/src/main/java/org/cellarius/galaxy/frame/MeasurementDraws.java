package org.cellarius.galaxy.frame;

import org.cellarius.galaxy.random.NormalBlocks;

/**
 * Draws of the measurement of one star, a block at a time: correlated normals of the right widths about the catalogue's
 * values, distances that are not positive replaced.
 */
final class MeasurementDraws {

    /** No normal is larger: a radius from 52 bits ends at &radic;(2 ln 2^53) = 8.57. */
    private static final double LARGEST_NORMAL = 8.6;

    private final NormalBlocks normals;
    private final ErrorColumns columns;

    /** Normals of distance, pmra, pmdec, ra, dec, radial velocity. */
    private final double[][] z = DrawBlock.arrays(6);

    private final double[] side = DrawBlock.array();
    private final double[][] one = DrawBlock.arrays(6);
    private final double[] sideOfOne = DrawBlock.array();

    /** kpc. */
    final double[] distance = DrawBlock.array();

    /** mas/yr. */
    final double[] pmra = DrawBlock.array();

    /** mas/yr. */
    final double[] pmdec = DrawBlock.array();

    /** km/s. */
    final double[] radialVelocity = DrawBlock.array();

    /** Displacement to the east, radians. */
    final double[] xi = DrawBlock.array();

    /** Displacement to the north, radians. */
    final double[] eta = DrawBlock.array();

    MeasurementDraws(ErrorColumns columns, NormalBlocks normals) {
        this.columns = columns;
        this.normals = normals;
    }

    boolean movesOnSky() {
        return columns.sky() == ErrorColumns.Sky.WITH_ERRORS;
    }

    /** The measurement itself, as a block of one draw. */
    void nominal(DrawnStar star) {
        for (double[] column : z) {
            column[0] = 0;
        }
        side[0] = 0.5;
        distances(1, star, z[0], side, distance);
        others(1, star);
    }

    /** Draws {@code from}, {@code from + 1}, &hellip; of a star. */
    void draw(int n, DrawnStar star, long from) {
        generate(n, star, from, 0, z, side);
        distances(n, star, z[0], side, distance);
        if (!(star.distanceKpc() > LARGEST_NORMAL * star.errors().distanceLoKpc())) {
            redraw(n, star, from);
        }
        others(n, star);
    }

    private void others(int n, DrawnStar star) {
        properMotions(n, star);
        radialVelocities(n, star);
        if (movesOnSky()) {
            displacements(n, star);
        }
    }

    private void generate(int n, DrawnStar star, long from, int attempt, double[][] to, double[] toSide) {
        normals.pair(n, star.number(), from, 0, attempt, to[0], to[5]);
        normals.pair(n, star.number(), from, 1, attempt, to[1], to[2]);
        if (movesOnSky()) {
            normals.pair(n, star.number(), from, 2, attempt, to[3], to[4]);
        }
        if (columns.distance() == DistanceErrorModel.FECHNER) {
            normals.uniform(n, star.number(), from, attempt, toSide);
        }
    }

    /** Distances, kpc. */
    private void distances(int n, DrawnStar star, double[] normal, double[] uniform, double[] distanceKpc) {
        double d = star.distanceKpc();
        double lo = star.errors().distanceLoKpc();
        double hi = star.errors().distanceHiKpc();
        switch (columns.distance()) {
            // A normal's sign is the side of a two-piece Gaussian; with equal widths it is the normal distribution.
            case NORMAL, TWO_PIECE -> {
                for (int i = 0; i < n; i++) {
                    distanceKpc[i] = d + (lo * Math.min(normal[i], 0) + hi * Math.max(normal[i], 0));
                }
            }
            case FECHNER -> {
                double lower = lo + hi == 0 ? 0.5 : lo / (lo + hi);
                for (int i = 0; i < n; i++) {
                    distanceKpc[i] = d + Math.abs(normal[i]) * (uniform[i] < lower ? -lo : hi);
                }
            }
        }
    }

    /** Replaces whole draws whose distance is not positive by their next attempts. */
    private void redraw(int n, DrawnStar star, long from) {
        for (int i = 0; i < n; i++) {
            for (int attempt = 1; distance[i] <= 0; attempt++) {
                generate(1, star, from + i, attempt, one, sideOfOne);
                for (int k = 0; k < z.length; k++) {
                    z[k][i] = one[k][0];
                }
                distances(1, star, one[0], sideOfOne, one[0]);
                distance[i] = one[0][0];
            }
        }
    }

    private void properMotions(int n, DrawnStar star) {
        double[] zD = z[0];
        double[] zRa = z[1];
        double[] zDec = z[2];
        CorrelationFactor f = star.factor();
        double sRa = star.errors().pmraMasPerYear();
        double ra0 = sRa * f.at(1, 0);
        double ra1 = sRa * f.at(1, 1);
        double mra = star.pmraMasPerYear();
        for (int i = 0; i < n; i++) {
            pmra[i] = mra + (ra0 * zD[i] + ra1 * zRa[i]);
        }
        double sDec = star.errors().pmdecMasPerYear();
        double dec0 = sDec * f.at(2, 0);
        double dec1 = sDec * f.at(2, 1);
        double dec2 = sDec * f.at(2, 2);
        double mdec = star.pmdecMasPerYear();
        for (int i = 0; i < n; i++) {
            pmdec[i] = mdec + (dec0 * zD[i] + dec1 * zRa[i] + dec2 * zDec[i]);
        }
    }

    private void radialVelocities(int n, DrawnStar star) {
        double[] zOut = z[5];
        double outKms = star.radialVelocityKms();
        double sOut = star.errors().radialVelocityKms();
        for (int i = 0; i < n; i++) {
            radialVelocity[i] = outKms + sOut * zOut[i];
        }
    }

    private void displacements(int n, DrawnStar star) {
        CorrelationFactor f = star.factor();
        for (int k = 3; k < 5; k++) {
            double s = EpochPropagation.RADIANS_PER_MAS
                    * (k == 3 ? star.errors().raMas() : star.errors().decMas());
            double[] to = k == 3 ? xi : eta;
            double l0 = s * f.at(k, 0);
            double l1 = s * f.at(k, 1);
            double l2 = s * f.at(k, 2);
            double l3 = s * f.at(k, 3);
            double l4 = k == 3 ? 0 : s * f.at(k, 4);
            for (int i = 0; i < n; i++) {
                to[i] = l0 * z[0][i] + l1 * z[1][i] + l2 * z[2][i] + l3 * z[3][i] + l4 * z[4][i];
            }
        }
    }
}
