package org.cellarius.galaxy.kernel;

/**
 * The axis of a table: a length x &ge; 0 goes to u = c1 x/(x+b1) + c2 x/(x+b2), in units of cells. Cells grow with x nearly as on a
 * logarithmic axis, but x = 0 is a regular point and one division is all it costs.
 *
 * @param cells number of cells; the last one ends at {@code endKpc}
 * @param shortKpc b1
 * @param longKpc b2
 * @param endKpc where the table ends: further lengths count as this one
 */
public record ScaledAxis(int cells, double shortKpc, double longKpc, double endKpc) {

    public ScaledAxis {
        if (cells < 4 || cells > 4096) {
            throw new IllegalArgumentException(cells + " cells: a table's axis has 4 to 4096 cells");
        }
        if (!(shortKpc > 0 && longKpc > shortKpc && endKpc > longKpc)) {
            throw new IllegalArgumentException("lengths of an axis must be positive and grow: " + shortKpc + ", "
                    + longKpc + ", " + endKpc + " kpc");
        }
    }

    /** c1 and c2: half of the cells each; a trifle less, so that the end lies within the last cell. */
    double weight() {
        double whole = endKpc / (endKpc + shortKpc) + endKpc / (endKpc + longKpc);
        return cells * (1 - 1e-12) / whole;
    }

    /** u at x &ge; 0. */
    public double cellsAt(double xKpc) {
        return weight() * (xKpc / (xKpc + shortKpc) + xKpc / (xKpc + longKpc));
    }

    /** du/dx at x &ge; 0, per kpc. */
    public double slopePerKpc(double xKpc) {
        double r1 = 1 / (xKpc + shortKpc);
        double r2 = 1 / (xKpc + longKpc);
        return weight() * (shortKpc * r1 * r1 + longKpc * r2 * r2);
    }

    /** The length at u: the positive root of a quadratic equation. */
    public double lengthKpc(double u) {
        double y = u / weight();
        double sum = shortKpc + longKpc;
        double product = shortKpc * longKpc;
        // (2 - y) x^2 + (1 - y) sum x - y product = 0
        double p = (1 - y) * sum;
        double root = Math.sqrt(p * p + 4 * (2 - y) * y * product);
        double x = p > 0 ? 2 * y * product / (p + root) : (root - p) / (2 * (2 - y));
        return Math.min(x, endKpc);
    }
}
