package org.cellarius.galaxy.distance;

/**
 * The parallax bias of Gaia EDR3 and DR3 (Lindegren et al. 2021, 2021A&amp;A...649A...4L, App. A).
 *
 * <p>Z = &Sigma; q_jk(G) c_j(colour) b_k(&beta;), with q_jk linear in G between the nodes of tables 9 (five-parameter solutions) and
 * 10 (six), c_j piecewise polynomials of the effective wavenumber, b_k = 1, sin &beta;, sin&sup2; &beta; &minus; 1/3. Coefficients in
 * &micro;as, as published with the authors' code (z5_200720.txt, z6_200720.txt). Valid for G from 6 to 21 mag,
 * nu_eff from 1.1 to 1.9 &micro;m&#8315;&sup1; and pseudocolours from 1.24 to 1.72 &micro;m&#8315;&sup1;; NaN elsewhere.
 */
final class Lindegren2021Recipe {

    /** Gaia's {@code astrometric_params_solved} of a five-parameter solution. */
    static final int FIVE_PARAMETERS = 31;

    /** The same of a six-parameter solution. */
    static final int SIX_PARAMETERS = 95;

    private static final double MAS_PER_MICROARCSEC = 1e-3;

    private static final double[] G_MAG = {6.0, 10.8, 11.2, 11.8, 12.2, 12.9, 13.1, 15.9, 16.1, 17.5, 19.0, 20.0, 21.0};

    /** q00 q01 q02 q10 q11 q20 q30 q40. */
    private static final double[][] FIVE = {
        {-26.98, -9.62, 27.40, -25.1, 0.0, -1257, 0, 0},
        {-27.23, -3.07, 23.04, 35.3, 15.7, -1257, 0, 0},
        {-30.33, -9.23, 9.08, -88.4, -11.8, -1257, 0, 0},
        {-33.54, -10.08, 13.28, -126.7, 11.6, -1257, 0, 0},
        {-13.65, -0.07, 9.35, -111.4, 40.6, -1257, 0, 0},
        {-19.53, -1.64, 15.86, -66.8, 20.6, -1257, 0, 0},
        {-37.99, 2.63, 16.14, -5.7, 14.0, -1257, 107.9, 104.3},
        {-38.33, 5.61, 15.42, 0, 18.7, -1189, 243.8, 155.2},
        {-31.05, 2.83, 8.59, 0, 15.5, -1404, 105.5, 170.7},
        {-29.18, -0.09, 2.41, 0, 24.5, -1165, 189.7, 325.0},
        {-18.40, 5.98, -6.46, 0, 5.5, 0, 0, 276.6},
        {-12.65, -4.57, -7.46, 0, 97.9, 0, 0, 0},
        {-18.22, -15.24, -18.54, 0, 128.2, 0, 0, 0},
    };

    /** q00 q01 q02 q10 q11 q12 q20. */
    private static final double[][] SIX = {
        {-27.85, -7.78, 27.47, -32.1, 14.4, 9.5, -67},
        {-28.91, -3.57, 22.92, 7.7, 12.6, 1.6, -572},
        {-26.72, -8.74, 9.36, -30.3, 5.6, 17.2, -1104},
        {-29.04, -9.69, 13.63, -49.4, 36.3, 17.7, -1129},
        {-12.39, -2.16, 10.23, -92.6, 19.8, 27.6, -365},
        {-18.99, -1.93, 15.90, -57.2, -8.0, 19.9, -554},
        {-38.29, 2.59, 16.20, -10.5, 1.4, 0.4, -960},
        {-36.83, 4.20, 15.76, 22.3, 11.1, 10.0, -1367},
        {-28.37, 1.99, 9.28, 50.4, 17.2, 13.7, -1351},
        {-24.68, -1.37, 3.52, 86.8, 19.8, 21.3, -1380},
        {-15.32, 4.01, -6.03, 29.2, 14.1, 0.4, -563},
        {-13.73, -10.92, -8.30, -74.4, 196.4, -42.0, 536},
        {-29.53, -20.34, -18.74, -39.5, 326.8, -262.3, 1598},
    };

    private Lindegren2021Recipe() {}

    /** Zero point of a five-parameter solution, mas, from G (mag), nu_eff_used_in_astrometry (1/&micro;m) and the ecliptic latitude. */
    static double fiveParameterMas(double gMag, double nuEffPerMicron, double sinBeta) {
        if (!(within(gMag, 6, 21) && within(nuEffPerMicron, 1.1, 1.9))) {
            return Double.NaN;
        }
        Node at = Node.of(gMag);
        double c1 = Math.clamp(nuEffPerMicron - 1.48, -0.24, 0.24);
        double c2 = cube(Math.clamp(1.48 - nuEffPerMicron, 0, 0.24));
        double c3 = Math.min(0, nuEffPerMicron - 1.24);
        double c4 = Math.max(0, nuEffPerMicron - 1.72);
        double microarcsec = at.q(FIVE, 0)
                + at.q(FIVE, 1) * sinBeta
                + at.q(FIVE, 2) * (sinBeta * sinBeta - 1.0 / 3)
                + (at.q(FIVE, 3) + at.q(FIVE, 4) * sinBeta) * c1
                + at.q(FIVE, 5) * c2
                + at.q(FIVE, 6) * c3
                + at.q(FIVE, 7) * c4;
        return microarcsec * MAS_PER_MICROARCSEC;
    }

    /** Zero point of a six-parameter solution, mas, from G (mag), pseudocolour (1/&micro;m) and the ecliptic latitude. */
    static double sixParameterMas(double gMag, double pseudocolourPerMicron, double sinBeta) {
        if (!(within(gMag, 6, 21) && within(pseudocolourPerMicron, 1.24, 1.72))) {
            return Double.NaN;
        }
        Node at = Node.of(gMag);
        double c1 = pseudocolourPerMicron - 1.48;
        double c2 = cube(Math.max(0, 1.48 - pseudocolourPerMicron));
        double b2 = sinBeta * sinBeta - 1.0 / 3;
        double microarcsec = at.q(SIX, 0)
                + at.q(SIX, 1) * sinBeta
                + at.q(SIX, 2) * b2
                + (at.q(SIX, 3) + at.q(SIX, 4) * sinBeta + at.q(SIX, 5) * b2) * c1
                + at.q(SIX, 6) * c2;
        return microarcsec * MAS_PER_MICROARCSEC;
    }

    /** A place between two magnitudes of the tables. */
    private record Node(int left, double weight) {

        static Node of(double gMag) {
            int left = 0;
            while (left < G_MAG.length - 2 && gMag >= G_MAG[left + 1]) {
                left++;
            }
            return new Node(left, (gMag - G_MAG[left]) / (G_MAG[left + 1] - G_MAG[left]));
        }

        double q(double[][] table, int column) {
            return (1 - weight) * table[left][column] + weight * table[left + 1][column];
        }
    }

    private static boolean within(double value, double least, double most) {
        return least <= value && value <= most;
    }

    private static double cube(double x) {
        return x * x * x;
    }
}
