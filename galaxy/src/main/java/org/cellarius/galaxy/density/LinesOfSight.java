package org.cellarius.galaxy.density;

import java.util.List;
import org.cellarius.galaxy.frame.Sun;

/**
 * Fields or cells of the sky, each with its stretches of distance and the part of the stars there that the survey has. A field is small: the density across it is that in its
 * middle.
 *
 * @param stretches as many as needed, of one field several
 */
public record LinesOfSight(List<Stretch> stretches) implements Selection {

    /** Nodes are at most so far apart, in pieces of four. */
    private static final double PIECE_KPC = 0.4;

    public LinesOfSight {
        stretches = List.copyOf(stretches);
        if (stretches.stream().noneMatch(s -> s.fraction() > 0)) {
            throw new IllegalArgumentException("no line of sight selects any star");
        }
    }

    /**
     * A stretch of a line of sight.
     *
     * @param lDeg Galactic longitude, degrees
     * @param bDeg latitude, degrees
     * @param areaDeg2 of the field, square degrees
     * @param fromKpc distance where it begins, kpc
     * @param toKpc where it ends, kpc
     * @param fraction of the stars that the survey has
     */
    public record Stretch(double lDeg, double bDeg, double areaDeg2, double fromKpc, double toKpc, double fraction) {
        public Stretch {
            if (!(areaDeg2 > 0)
                    || !(fromKpc >= 0 && toKpc > fromKpc && toKpc < 1000)
                    || !(fraction >= 0 && fraction < Double.POSITIVE_INFINITY)
                    || !(Math.abs(bDeg) <= 90)
                    || !Double.isFinite(lDeg)) {
                throw new IllegalArgumentException(
                        "a line of sight at l = %s, b = %s with an area of %s deg2, from %s to %s kpc and a fraction of %s cannot be"
                                .formatted(lDeg, bDeg, areaDeg2, fromKpc, toKpc, fraction));
            }
        }
    }

    @Override
    public double reachKpc() {
        return stretches.stream().mapToDouble(Stretch::toKpc).max().orElseThrow();
    }

    @Override
    public void nodes(Sun sun, int fineness, Node to) {
        double sinTilt = sun.zKpc() / sun.r0Kpc();
        double cosTilt = Math.sqrt(1 - sinTilt * sinTilt);
        double steradian = Math.toRadians(1) * Math.toRadians(1);
        for (Stretch s : stretches) {
            double b = Math.toRadians(s.bDeg());
            double l = Math.toRadians(s.lDeg());
            double alongX = Math.cos(b) * Math.cos(l);
            double alongY = Math.cos(b) * Math.sin(l);
            double alongZ = Math.sin(b);
            double upward = cosTilt * alongZ - sinTilt * alongX;
            double crossing = upward == 0 ? -1 : -sun.zKpc() / upward;
            double middle = Math.clamp(crossing, s.fromKpc(), s.toKpc());
            GaussNodes.Node node = (d, w) -> {
                double x = cosTilt * (d * alongX - sun.r0Kpc()) + sinTilt * d * alongZ;
                to.at(
                        Math.hypot(x, d * alongY),
                        Math.abs(sun.zKpc() + d * upward),
                        w * d * d * s.areaDeg2() * steradian * s.fraction());
            };
            piece(s.fromKpc(), middle, fineness, node);
            piece(middle, s.toKpc(), fineness, node);
        }
    }

    private static void piece(double from, double to, int fineness, GaussNodes.Node node) {
        if (to > from) {
            GaussNodes.over(from, to, fineness * (int) Math.ceil((to - from) / PIECE_KPC), node);
        }
    }
}
