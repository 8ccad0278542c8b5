package org.cellarius.galaxy.spiral;

import java.util.stream.IntStream;

/**
 * A spiral arm: a logarithmic spiral, with another pitch beyond a kink.
 *
 * @param radiusKpc Galactocentric radius at the kink
 * @param azimuthDeg azimuth &beta; of the kink, 0 towards the Sun, growing with Galactic rotation
 * @param pitchDeg pitch angle where &beta; is smaller
 * @param pitchBeyondDeg pitch angle where &beta; is larger
 * @param widthKpc Gaussian width (one sigma) across the arm; 0 where none is told
 * @param fromDeg smallest &beta; at which it was traced
 * @param toDeg largest &beta;
 */
public record SpiralArm(
        String name,
        double radiusKpc,
        double azimuthDeg,
        double pitchDeg,
        double pitchBeyondDeg,
        double widthKpc,
        double fromDeg,
        double toDeg) {

    /** A degree of azimuth for each point of a curve, and less. */
    private static final double STEP_DEG = 1;

    public SpiralArm {
        if (!(radiusKpc > 0) || !Double.isFinite(radiusKpc)) {
            throw new IllegalArgumentException("spiral arm '" + name + "': a radius of " + radiusKpc + " kpc");
        }
        if (!(Math.abs(pitchDeg) < 90 && Math.abs(pitchBeyondDeg) < 90)) {
            throw new IllegalArgumentException("spiral arm '" + name + "': pitch angles lie below 90 degrees");
        }
        if (!(fromDeg < toDeg && toDeg - fromDeg <= 3600)) {
            throw new IllegalArgumentException(
                    "spiral arm '" + name + "': from " + fromDeg + " to " + toDeg + " degrees");
        }
        if (!(widthKpc >= 0)) {
            throw new IllegalArgumentException("spiral arm '" + name + "': a width of " + widthKpc + " kpc");
        }
    }

    /** Radius of the ridge at an azimuth, kpc. */
    public double radiusKpc(double betaDeg) {
        double pitch = betaDeg < azimuthDeg ? pitchDeg : pitchBeyondDeg;
        return radiusKpc * Math.exp(-Math.toRadians(betaDeg - azimuthDeg) * Math.tan(Math.toRadians(pitch)));
    }

    /**
     * The ridge, or a line beside it.
     *
     * @param widths how many widths further out
     */
    public Curve curve(double widths) {
        int steps = (int) Math.ceil((toDeg - fromDeg) / STEP_DEG);
        double[] beta = IntStream.rangeClosed(0, steps)
                .mapToDouble(k -> k == steps ? toDeg : fromDeg + k * STEP_DEG)
                .toArray();
        double[] x = new double[beta.length];
        double[] y = new double[beta.length];
        for (int k = 0; k < beta.length; k++) {
            double r = radiusKpc(beta[k]) + widths * widthKpc;
            x[k] = -r * Math.cos(Math.toRadians(beta[k]));
            y[k] = r * Math.sin(Math.toRadians(beta[k]));
        }
        return new Curve(x, y);
    }

    /** Places in the plane of the Galaxy, in the frame of the program, kpc. */
    public record Curve(double[] xKpc, double[] yKpc) {}
}
