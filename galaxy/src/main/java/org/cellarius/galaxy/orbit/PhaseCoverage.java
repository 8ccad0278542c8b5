package org.cellarius.galaxy.orbit;

/**
 * How well the turning points of many orbits, one lane each, cover the phases at which they can occur: what is still missing bounds
 * what the extrema can still become.
 *
 * <p>A regular orbit winds round a torus with a radial and a vertical phase. The height of a maximum of |z| is a smooth function of
 * the radial phase at which it occurs; the radius of an apocentre, or of a pericentre, one of the vertical phase. Steps of these phases
 * from turn to turn are constant, so that the circle is covered more and more densely, unless the two periods are in resonance. Time
 * reversal and the symmetry about the plane fold the circles: the radial phase follows from where R lies in its range at the maxima,
 * the vertical one from |z| at the apocentres, or pericentres.
 *
 * <p>With n of {@link #BINS} intervals of the folded circle seen, and none of the gaps wider than 2/n of it, some phase is nearer to that
 * of the maximum than d = &pi;/n. Turning values that span a range 2A, as a function whose first harmonic dominates, then exceed the
 * largest known one by no more than A (1 &minus; cos d). An orbit has converged when these bounds are below {@link #LIMIT} of the extrema,
 * and the extrema have not grown notably for the second half of the time. Of chaotic and resonant orbits most do not converge, and are
 * followed to the end of the span; a few are ended too early (see the tests).
 */
final class PhaseCoverage {

    /** Relative change of an extremum that may remain. */
    static final double LIMIT = 5e-4;

    private static final int BINS = 64;
    /** With fewer intervals nothing is said. */
    private static final int FEWEST = 4;
    /** Growth of a range, of itself, with which phases are counted anew. */
    private static final double GROWTH = 1 / 128.0;

    private static final double[] NOTHING = {
        Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
    };

    /** Maxima of |z| against R, apocentres against |z|, pericentres against |z|. */
    private final Turns[] kinds;

    private final double[] since;

    PhaseCoverage(int lanes) {
        kinds = new Turns[] {new Turns(lanes), new Turns(lanes), new Turns(lanes)};
        since = new double[lanes];
    }

    void begin(int lane) {
        since[lane] = 0;
        for (Turns kind : kinds) {
            kind.begin(lane);
        }
    }

    void move(int from, int to) {
        since[to] = since[from];
        for (Turns kind : kinds) {
            kind.move(from, to);
        }
    }

    /** A maximum of |z| at a cylindrical radius. */
    void top(int lane, double heightKpc, double radiusKpc, double time) {
        note(kinds[0], lane, radiusKpc, heightKpc, time);
    }

    /** An apocentre or a pericentre at a height. */
    void radialTurn(int lane, double radiusKpc, double heightKpc, boolean apocentre, double time) {
        note(kinds[apocentre ? 1 : 2], lane, Math.abs(heightKpc), radiusKpc, time);
    }

    private void note(Turns kind, int lane, double place, double value, double time) {
        if (kind.note(lane, place, value)) {
            since[lane] = time;
        }
    }

    /** What the extrema can still change, relative to them; infinite while too little is known. */
    double bound(int lane, double time) {
        if (time < 2 * since[lane]) {
            return Double.POSITIVE_INFINITY;
        }
        double z = kinds[0].missing(lane) / kinds[0].most(lane);
        double outer = kinds[1].missing(lane) / kinds[1].most(lane);
        double inner = kinds[2].missing(lane) / kinds[2].least(lane);
        double bound = Math.max(z, Math.max(outer, inner));
        return bound >= 0 ? bound : Double.POSITIVE_INFINITY;
    }

    /** Turning points of one kind. */
    private static final class Turns {
        private final long[] seen;
        /** Least and most place at which they occurred, and least and most of their values. */
        private final double[][] range;

        Turns(int lanes) {
            seen = new long[lanes];
            range = new double[4][lanes];
        }

        void begin(int lane) {
            seen[lane] = 0;
            for (int k = 0; k < range.length; k++) {
                range[k][lane] = NOTHING[k];
            }
        }

        void move(int from, int to) {
            seen[to] = seen[from];
            for (double[] column : range) {
                column[to] = column[from];
            }
        }

        /** Whether the values grew notably. */
        boolean note(int lane, double place, double value) {
            double margin = Math.max(GROWTH * (range[3][lane] - range[2][lane]), LIMIT * Math.abs(value));
            boolean grown = grow(range[2], range[3], lane, value, margin);
            if (grow(range[0], range[1], lane, place, GROWTH * (range[1][lane] - range[0][lane]))) {
                seen[lane] = 0;
            }
            double x = (place - range[0][lane]) / (range[1][lane] - range[0][lane]);
            double phase = Math.acos(Math.max(-1, Math.min(1, 1 - 2 * x))) / Math.PI;
            if (phase >= 0) {
                seen[lane] |= 1L << Math.min(BINS - 1, (int) (BINS * phase));
            }
            return grown;
        }

        private static boolean grow(double[] least, double[] most, int lane, double x, double margin) {
            boolean notably = !(x >= least[lane] - margin && x <= most[lane] + margin);
            least[lane] = Math.min(least[lane], x);
            most[lane] = Math.max(most[lane], x);
            return notably;
        }

        double least(int lane) {
            return range[2][lane];
        }

        double most(int lane) {
            return range[3][lane];
        }

        /** How much further the values may go. */
        double missing(int lane) {
            int n = Long.bitCount(seen[lane]);
            if (n < FEWEST) {
                return Double.POSITIVE_INFINITY;
            }
            double bins = Math.max((double) BINS / n, 0.5 * (widestGap(seen[lane]) + 1));
            double d = Math.PI * Math.min(1, bins / BINS);
            return 0.5 * (range[3][lane] - range[2][lane]) * (1 - Math.cos(d));
        }

        private static int widestGap(long bits) {
            long empty = ~bits;
            int run = 0;
            while (empty != 0) {
                empty &= empty << 1;
                run++;
            }
            return run;
        }
    }
}
