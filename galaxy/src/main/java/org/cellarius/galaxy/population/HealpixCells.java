package org.cellarius.galaxy.population;

/**
 * Cells of the sphere of equal area: HEALPix in the nested scheme (Górski et al. 2005, ApJ 622, 759). The columns are longitude and latitude
 * in degrees.
 *
 * <p>The sphere has twelve base cells, four about each pole and four along the equator; each is parted into N<sub>side</sub> &times; N<sub>side</sub>. In the plane of the
 * projection (Calabretta and Roukema 2007, MNRAS 381, 865) all cells are squares that stand on a corner, so that a place is found by
 * rounding there.
 */
public final class HealpixCells implements PlaneCells {

    private static final double QUARTER_DEG = 90;
    private static final double SPHERE_DEG2 = 4 * Math.PI * Math.toDegrees(1) * Math.toDegrees(1);

    /** Beyond this sine of latitude the cells of a pole begin to narrow. */
    private static final double POLAR = 2.0 / 3;

    /** Finer cells are more than a plane holds. */
    private static final int FINEST_ORDER = 9;

    /** The numbers of finer cells are no integers. */
    private static final int FINEST_SKY = 13;

    /** Points along an edge of a cell's outline. */
    private static final int EDGE = 4;

    private final int nside;

    /** Cells of N<sub>side</sub> = 2<sup>order</sup>. */
    public HealpixCells(int order) {
        this(order, FINEST_ORDER, "counted");
    }

    private HealpixCells(int order, int finest, String use) {
        if (order < 0 || order > finest) {
            throw new IllegalArgumentException(
                    "HEALPix of order " + order + ": from 0 to " + finest + " can be " + use);
        }
        this.nside = 1 << order;
    }

    /** Cells in which places are looked up, and stars are not counted: up to order {@value #FINEST_SKY}. */
    public static HealpixCells ofSky(int order) {
        return new HealpixCells(order, FINEST_SKY, "looked up");
    }

    /** The coarsest cells that are not wider than a width, degrees; the root of their area counts. */
    public static HealpixCells atMost(double widthDeg) {
        PlaneCells.refuseWidth(widthDeg);
        for (int order = 0; order <= FINEST_ORDER; order++) {
            var cells = new HealpixCells(order);
            if (cells.widthX() <= widthDeg * (1 + 1e-12)) {
                return cells;
            }
        }
        throw new IllegalArgumentException(
                "HEALPix cells of " + widthDeg + " degrees: the finest that can be counted are "
                        + new HealpixCells(FINEST_ORDER).widthX() + " degrees wide");
    }

    public int nside() {
        return nside;
    }

    @Override
    public int groups() {
        return 12 * nside * nside;
    }

    @Override
    public int groupOf(double[][] in, int first, int row) {
        return cell(in[first][row], in[first + 1][row]);
    }

    /** The number of the cell at a place; &minus;1 where there is none. */
    public int cell(double longitudeDeg, double latitudeDeg) {
        if (!(Math.abs(latitudeDeg) <= QUARTER_DEG && Math.abs(longitudeDeg) <= 1e9)) {
            return -1;
        }
        double z = Math.sin(Math.toRadians(latitudeDeg));
        double quarters = longitudeDeg / QUARTER_DEG;
        quarters -= 4 * Math.floor(quarters / 4);
        return Math.abs(z) <= POLAR ? equatorial(z, quarters) : polar(z, quarters, latitudeDeg);
    }

    /** Diagonals count the squares: rising and falling ones. */
    private int equatorial(double z, double quarters) {
        double up = nside * (0.5 + quarters);
        double aside = nside * 0.75 * z;
        int falling = (int) Math.floor(up - aside);
        int rising = (int) Math.floor(up + aside);
        int a = falling / nside;
        int b = rising / nside;
        int face = a == b ? (a & 3) + 4 : a < b ? a & 3 : (b & 3) + 8;
        return nested(face, rising & (nside - 1), nside - 1 - (falling & (nside - 1)));
    }

    private int polar(double z, double quarters, double latitudeDeg) {
        int quarter = Math.min(3, (int) quarters);
        double within = quarters - quarter;
        // 3 (1 - |z|), without the loss of digits near the pole.
        double half = Math.sin(Math.toRadians(0.5 * (QUARTER_DEG - Math.abs(latitudeDeg))));
        double fromPole = nside * Math.sqrt(6) * half;
        int along = Math.min(nside - 1, (int) (within * fromPole));
        int back = Math.min(nside - 1, (int) ((1 - within) * fromPole));
        return z > 0 ? nested(quarter, nside - 1 - back, nside - 1 - along) : nested(quarter + 8, along, back);
    }

    /** Bits of x and y in turn. */
    private int nested(int face, int x, int y) {
        int number = 0;
        for (int bit = 0; 1 << bit < nside; bit++) {
            number |= (((x >> bit) & 1) << (2 * bit)) | (((y >> bit) & 1) << (2 * bit + 1));
        }
        return face * nside * nside + number;
    }

    /**
     * The outline of a cell: longitudes and latitudes, degrees. Longitudes run on beyond 0 and 360 so that it has no gap.
     */
    public double[][] outline(int cell) {
        int face = cell / (nside * nside);
        int[] at = within(cell);
        double[] longitude = new double[4 * EDGE];
        double[] latitude = new double[4 * EDGE];
        for (int k = 0; k < 4 * EDGE; k++) {
            double t = (double) (k % EDGE) / EDGE;
            double dx = switch (k / EDGE) {
                case 0 -> t;
                case 1 -> 1;
                case 2 -> 1 - t;
                default -> 0;
            };
            double dy = switch (k / EDGE) {
                case 0 -> 0;
                case 1 -> t;
                case 2 -> 1;
                default -> 1 - t;
            };
            double[] place = place(face, (at[0] + dx) / nside, (at[1] + dy) / nside);
            longitude[k] = place[0];
            latitude[k] = place[1];
        }
        runOn(longitude);
        return new double[][] {longitude, latitude};
    }

    /** Longitude and latitude of the middle of a cell, degrees. */
    public double[] middle(int cell) {
        int[] at = within(cell);
        return place(cell / (nside * nside), (at[0] + 0.5) / nside, (at[1] + 0.5) / nside);
    }

    /** x and y of a cell in its base cell: every second bit of its number. */
    private int[] within(int cell) {
        int number = cell % (nside * nside);
        int x = 0;
        int y = 0;
        for (int bit = 0; 1 << bit < nside; bit++) {
            x |= ((number >> (2 * bit)) & 1) << bit;
            y |= ((number >> (2 * bit + 1)) & 1) << bit;
        }
        return new int[] {x, y};
    }

    /** Longitude and latitude of a place within a base cell, x and y from 0 to 1, degrees; longitude is NaN at a pole. */
    private static double[] place(int face, double x, double y) {
        int row = face / 4;
        // Rows of base cells from the north; the corner that both x and y lead away from lies furthest south.
        double fromNorth = 2 + row - x - y;
        int column = row == 1 ? 2 * (face % 4) : 2 * (face % 4) + 1;
        double narrow = fromNorth < 1 ? fromNorth : fromNorth > 3 ? 4 - fromNorth : 1;
        double latitude;
        if (fromNorth < 1) {
            latitude = QUARTER_DEG - 2 * Math.toDegrees(Math.asin(narrow / Math.sqrt(6)));
        } else if (fromNorth > 3) {
            latitude = 2 * Math.toDegrees(Math.asin(narrow / Math.sqrt(6))) - QUARTER_DEG;
        } else {
            latitude = Math.toDegrees(Math.asin((2 - fromNorth) * POLAR));
        }
        double longitude = narrow < 1e-12 ? Double.NaN : 0.5 * QUARTER_DEG * (column * narrow + x - y) / narrow;
        return new double[] {longitude, latitude};
    }

    private static void runOn(double[] longitude) {
        double anchor = 0;
        for (double l : longitude) {
            if (!Double.isNaN(l)) {
                anchor = l;
                break;
            }
        }
        for (int k = 0; k < longitude.length; k++) {
            while (longitude[k] - anchor > 180) {
                longitude[k] -= 360;
            }
            while (longitude[k] - anchor < -180) {
                longitude[k] += 360;
            }
        }
        // A pole has the longitudes of its neighbours along the outline.
        int n = longitude.length;
        for (int k = 0; k < n; k++) {
            if (Double.isNaN(longitude[k])) {
                longitude[k] = 0.5 * (longitude[(k + n - 1) % n] + longitude[(k + 1) % n]);
            }
        }
    }

    @Override
    public double widthX() {
        return Math.sqrt(area());
    }

    @Override
    public double widthY() {
        return widthX();
    }

    private static double least(double[] of) {
        return java.util.Arrays.stream(of).min().orElseThrow();
    }

    private static double most(double[] of) {
        return java.util.Arrays.stream(of).max().orElseThrow();
    }

    @Override
    public double lowX(int cell) {
        return least(outline(cell)[0]);
    }

    @Override
    public double highX(int cell) {
        return most(outline(cell)[0]);
    }

    @Override
    public double lowY(int cell) {
        return least(outline(cell)[1]);
    }

    @Override
    public double highY(int cell) {
        return most(outline(cell)[1]);
    }

    /** Square degrees. */
    @Override
    public double area() {
        return SPHERE_DEG2 / groups();
    }
}
