package org.cellarius.galaxy.spiral;

/**
 * The bar as an ellipse in the plane.
 *
 * @param semiMajorKpc half its length
 * @param axisRatio short over long axis, above 0, up to 1
 * @param angleDeg from the line between Sun and centre to the near end, which lies at positive Galactic longitude
 */
public record Bar(double semiMajorKpc, double axisRatio, double angleDeg) {

    /** As Imig et al. (2023, ApJ 954, 124) draw it: 10 kpc long, axis ratio 0.4, 25 degrees. */
    public static final Bar IMIG2023 = new Bar(5, 0.4, 25);

    private static final int POINTS = 180;

    public Bar {
        if (!(semiMajorKpc > 0 && Double.isFinite(semiMajorKpc) && axisRatio > 0 && axisRatio <= 1)) {
            throw new IllegalArgumentException(
                    "a bar with half length " + semiMajorKpc + " kpc and axis ratio " + axisRatio);
        }
    }

    /** Its outline, closed. */
    public SpiralArm.Curve outline() {
        double[] x = new double[POINTS + 1];
        double[] y = new double[POINTS + 1];
        double a = Math.toRadians(angleDeg);
        for (int k = 0; k <= POINTS; k++) {
            double t = 2 * Math.PI * k / POINTS;
            double along = semiMajorKpc * Math.cos(t);
            double across = axisRatio * semiMajorKpc * Math.sin(t);
            // The near end lies towards the Sun (negative x) and towards positive longitude, which is positive y.
            x[k] = -along * Math.cos(a) + across * Math.sin(a);
            y[k] = along * Math.sin(a) + across * Math.cos(a);
        }
        return new SpiralArm.Curve(x, y);
    }
}
