package org.cellarius.galaxy.density;

import org.cellarius.galaxy.frame.Sun;

/**
 * All stars within a distance of the Sun, between two Galactic latitudes on both sides of the plane and below a height; the same part everywhere. The tilt of the plane against b =
 * 0 (0.15 degrees) is left out.
 *
 * @param farthestKpc distance, kpc
 * @param lowestDeg smallest |b|, degrees
 * @param highestDeg largest |b|, degrees
 * @param heightKpc largest |z| from the Galactic plane, kpc; infinite for any
 */
public record SolarVolume(double farthestKpc, double lowestDeg, double highestDeg, double heightKpc)
        implements Selection {

    private static final int PIECES_OUTWARD = 3;
    private static final int AROUND = 12;
    private static final int PIECES_UPWARD = 2;

    public SolarVolume {
        if (!(farthestKpc > 0) || Double.isInfinite(farthestKpc)) {
            throw new IllegalArgumentException(
                    "a volume out to " + farthestKpc + " kpc: it must be above 0 and finite");
        }
        if (!(lowestDeg >= 0 && highestDeg > lowestDeg && highestDeg <= 90)) {
            throw new IllegalArgumentException("latitudes |b| from " + lowestDeg + " to " + highestDeg
                    + " degrees: they must rise within 0 to 90");
        }
        if (!(heightKpc > 0)) {
            throw new IllegalArgumentException("heights up to " + heightKpc + " kpc: it must be above 0");
        }
    }

    /** Whether a place lies within, Galactocentric kpc. */
    public boolean holds(Sun sun, double xKpc, double yKpc, double zKpc) {
        double out = Math.hypot(xKpc + toCentre(sun), yKpc);
        double up = zKpc - sun.zKpc();
        double b = Math.toDegrees(Math.atan2(Math.abs(up), out));
        return Math.hypot(out, up) <= farthestKpc && b >= lowestDeg && b <= highestDeg && Math.abs(zKpc) <= heightKpc;
    }

    private static double toCentre(Sun sun) {
        return Math.sqrt(sun.r0Kpc() * sun.r0Kpc() - sun.zKpc() * sun.zKpc());
    }

    @Override
    public double reachKpc() {
        return farthestKpc;
    }

    /** Cylinders about the Sun: at each place on the plane the heights that are selected are intervals. */
    @Override
    public void nodes(Sun sun, int fineness, Node to) {
        int around = fineness * AROUND;
        double centre = toCentre(sun);
        double low = Math.tan(Math.toRadians(lowestDeg));
        double high = highestDeg == 90 ? Double.POSITIVE_INFINITY : Math.tan(Math.toRadians(highestDeg));
        // With out = farthest sin t the heights end smoothly; at the two latitudes they have edges.
        double edge = Math.toRadians(90 - highestDeg);
        double end = Math.toRadians(90 - lowestDeg);
        GaussNodes.Node ring = (t, wt) -> {
            double out = farthestKpc * Math.sin(t);
            double area = wt * farthestKpc * Math.cos(t) * out * 2 * Math.PI / around;
            double ceiling = Math.min(high * out, farthestKpc * Math.cos(t));
            for (int k = 0; k < around; k++) {
                double l = Math.PI * (k + 0.5) / around;
                double r = Math.sqrt(Math.max(0, centre * centre + out * out - 2 * centre * out * Math.cos(l)));
                upward(to, fineness, r, area, sun.zKpc() + low * out, sun.zKpc() + ceiling);
                upward(to, fineness, r, area, sun.zKpc() - ceiling, sun.zKpc() - low * out);
            }
        };
        if (edge > 0) {
            GaussNodes.over(0, edge, fineness * PIECES_OUTWARD, ring);
        }
        GaussNodes.over(edge, end, fineness * PIECES_OUTWARD, ring);
    }

    /** An interval of heights, cut at the plane, where profiles have an edge. */
    private void upward(Node to, int fineness, double r, double area, double from, double until) {
        double bottom = Math.max(from, -heightKpc);
        double top = Math.min(until, heightKpc);
        piece(to, fineness, r, area, bottom, Math.min(top, 0));
        piece(to, fineness, r, area, Math.max(bottom, 0), top);
    }

    private static void piece(Node to, int fineness, double r, double area, double from, double until) {
        if (until > from) {
            // Nodes lie closer towards the plane: heights as squares.
            double near = Math.sqrt(Math.min(Math.abs(from), Math.abs(until)));
            double far = Math.sqrt(Math.max(Math.abs(from), Math.abs(until)));
            GaussNodes.over(near, far, fineness * PIECES_UPWARD, (s, w) -> to.at(r, s * s, 2 * s * w * area));
        }
    }
}
