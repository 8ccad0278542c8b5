package org.cellarius.galaxy.potential;

/** The polynomial of degree five through value, slope and curvature at both ends of a cell. */
final class QuinticHermite {

    private QuinticHermite() {}

    /**
     * What multiplies (value, slope, curvature) at the left and at the right end.
     *
     * @param u place in the cell, 0 to 1
     * @param width of the cell
     * @return for the value, the first and the second derivative: six factors each
     */
    static double[][] basis(double u, double width) {
        double u2 = u * u;
        double u3 = u2 * u;
        double u4 = u3 * u;
        double u5 = u4 * u;
        double h = width;
        double h2 = width * width;
        double rise = 10 * u3 - 15 * u4 + 6 * u5;
        double rise1 = (30 * u2 - 60 * u3 + 30 * u4) / h;
        double rise2 = (60 * u - 180 * u2 + 120 * u3) / h2;
        return new double[][] {
            {
                1 - rise,
                h * (u - 6 * u3 + 8 * u4 - 3 * u5),
                h2 * 0.5 * (u2 - 3 * u3 + 3 * u4 - u5),
                rise,
                h * (-4 * u3 + 7 * u4 - 3 * u5),
                h2 * 0.5 * (u3 - 2 * u4 + u5)
            },
            {
                -rise1,
                1 - 18 * u2 + 32 * u3 - 15 * u4,
                h * 0.5 * (2 * u - 9 * u2 + 12 * u3 - 5 * u4),
                rise1,
                -12 * u2 + 28 * u3 - 15 * u4,
                h * 0.5 * (3 * u2 - 8 * u3 + 5 * u4)
            },
            {
                -rise2,
                (-36 * u + 96 * u2 - 60 * u3) / h,
                0.5 * (2 - 18 * u + 36 * u2 - 20 * u3),
                rise2,
                (-24 * u + 84 * u2 - 60 * u3) / h,
                0.5 * (6 * u - 24 * u2 + 20 * u3)
            }
        };
    }
}
