package org.cellarius.galaxy.sky;

/**
 * Mollweide's projection of the sphere, equal in area (Snyder 1987, USGS Professional Paper 1395, eqs. 31-1 to 31-3), of radius one: an ellipse of half axes 2&radic;2 and &radic;2.
 * Longitude 0 is its middle and grows to the left, as on maps of the sky.
 */
public final class Mollweide {

    /** Half the height of the ellipse. */
    public static final double HALF_HEIGHT = Math.sqrt(2);

    /** Half its width. */
    public static final double HALF_WIDTH = 2 * HALF_HEIGHT;

    private static final int MOST_STEPS = 100;

    private Mollweide() {}

    /**
     * The abscissa, growing to the right.
     *
     * @param longitudeDeg in [&minus;180, 180]: both ends are the rim
     */
    public static double x(double longitudeDeg, double latitudeDeg) {
        return -HALF_WIDTH * longitudeDeg / 180 * Math.cos(auxiliary(latitudeDeg));
    }

    /** The ordinate. */
    public static double y(double latitudeDeg) {
        return HALF_HEIGHT * Math.sin(auxiliary(latitudeDeg));
    }

    /** A longitude in (&minus;180, 180]. */
    public static double aboutZero(double longitudeDeg) {
        double turned = longitudeDeg - 360 * Math.floor(longitudeDeg / 360);
        return turned > 180 ? turned - 360 : turned;
    }

    /** &theta; of 2&theta; + sin 2&theta; = &pi; sin b, by bisection: Newton's steps fail near the poles. */
    private static double auxiliary(double latitudeDeg) {
        if (Math.abs(latitudeDeg) >= 90) {
            return Math.copySign(Math.PI / 2, latitudeDeg);
        }
        double wanted = Math.PI * Math.sin(Math.toRadians(latitudeDeg));
        double low = -Math.PI / 2;
        double high = Math.PI / 2;
        for (int k = 0; k < MOST_STEPS; k++) {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) {
                break;
            }
            if (2 * middle + Math.sin(2 * middle) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }
}
