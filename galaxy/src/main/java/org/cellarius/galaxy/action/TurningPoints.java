package org.cellarius.galaxy.action;

/**
 * Solves p&sup2;(x) = 0 for many stars at once: Newton's method, kept between a point where motion is allowed and one where it is not;
 * where a step would leave that interval, it is halved instead (on a logarithmic scale while its ends are far apart). Stars that are
 * done leave the queue. Relative accuracy 1e-11; for nearly circular orbits that of the rounding of p&sup2;.
 */
final class TurningPoints {

    private static final double TOLERANCE = 1e-11;
    private static final int MOST_STEPS = 80;
    /** Where a search outwards from the very centre begins. */
    private static final double SMALLEST_KPC2 = 1e-6;

    final int[] star = new int[StaeckelStars.CAPACITY];
    /** Where to begin. */
    final double[] x = new double[StaeckelStars.CAPACITY];
    /** Where p&sup2; is positive or zero. */
    final double[] allowed = new double[StaeckelStars.CAPACITY];
    /** Where p&sup2; is negative; infinite where not known. */
    final double[] forbidden = new double[StaeckelStars.CAPACITY];

    /** The place before and the slope there, NaN at first. */
    private final double[] before = new double[StaeckelStars.CAPACITY];

    private final double[] slopeBefore = new double[StaeckelStars.CAPACITY];
    private final double[] value = new double[StaeckelStars.CAPACITY];
    private final double[] slope = new double[StaeckelStars.CAPACITY];
    private int count;

    void clear() {
        count = 0;
    }

    /** Puts a star into the queue. */
    void add(int i, double startAt, double allowedAt, double forbiddenAt) {
        star[count] = i;
        x[count] = startAt;
        allowed[count] = allowedAt;
        forbidden[count] = forbiddenAt;
        before[count] = Double.NaN;
        count++;
    }

    /** Solves for all stars of the queue; the queue is empty afterwards. */
    void solve(TurningEquation equation, double[] root) {
        for (int step = 0; step < MOST_STEPS && count > 0; step++) {
            equation.evaluate(count, star, x, value, slope);
            int left = 0;
            for (int k = 0; k < count; k++) {
                double at = x[k];
                double next = at - value[k] / slope[k];
                root[star[k]] = next;
                // The next step would go 1/2 (slope'/slope) step^2 further.
                double bend = (slope[k] - slopeBefore[k]) / (at - before[k]);
                double left2 = Math.abs(0.5 * bend / slope[k] * (next - at) * (next - at));
                if (Math.abs(next - at) <= TOLERANCE * at || (left2 <= TOLERANCE * at && stays(next, k))) {
                    continue;
                }
                double in = value[k] >= 0 ? at : allowed[k];
                double out = value[k] >= 0 ? forbidden[k] : at;
                if (!(next > Math.min(in, out) && next < Math.max(in, out))) {
                    next = between(in, out);
                    root[star[k]] = next;
                    if (Math.abs(in - out) <= TOLERANCE * next) {
                        continue;
                    }
                }
                star[left] = star[k];
                before[left] = at;
                slopeBefore[left] = slope[k];
                x[left] = next;
                allowed[left] = in;
                forbidden[left] = out;
                left++;
            }
            count = left;
        }
        count = 0;
    }

    /** Whether a place lies between those where motion is allowed and where it is not. */
    private boolean stays(double next, int k) {
        double in = value[k] >= 0 ? x[k] : allowed[k];
        double out = value[k] >= 0 ? forbidden[k] : x[k];
        return next > Math.min(in, out) && next < Math.max(in, out);
    }

    private static double between(double in, double out) {
        if (out == Double.POSITIVE_INFINITY) {
            return 4 * Math.max(in, SMALLEST_KPC2);
        }
        double small = Math.min(in, out);
        double large = Math.max(in, out);
        if (small > large / 16) {
            return 0.5 * (small + large);
        }
        return small > 0 ? Math.sqrt(small * large) : large / 64;
    }
}
