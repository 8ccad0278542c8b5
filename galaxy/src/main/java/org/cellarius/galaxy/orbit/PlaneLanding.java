package org.cellarius.galaxy.orbit;

/**
 * Steps that end at the plane z = 0, where the force of an exponential disc has a kink: between two steps it costs no accuracy, within
 * one it would.
 */
final class PlaneLanding {

    /** Nearer to the plane than this fraction of a step counts as having landed. */
    private static final double TOO_NEAR = 0.03;
    /** So much longer than wanted a step may be to reach the plane. */
    private static final double STRETCH = 1.05;

    private final double[] jerk;
    private final double[] time;

    PlaneLanding(int lanes) {
        jerk = new double[lanes];
        time = new double[lanes];
    }

    /**
     * Shortens next steps to end at z = 0 where they would pass over it, or half way there.
     *
     * @param z heights after the last step, kpc
     * @param w vertical velocities, km/s
     * @param az vertical accelerations by stage of the last step
     * @param h its lengths, kpc/(km/s)
     * @param next lengths wanted for the next step
     */
    void shorten(int n, double[] z, double[] w, double[][] az, double[] h, double[] next) {
        jerks(n, az[8], az[6], az[5], h, jerk);
        timesToPlane(n, z, w, az[8], jerk, time);
        for (int i = 0; i < n; i++) {
            double wanted = next[i];
            if (time[i] < 2 * wanted && time[i] > TOO_NEAR * wanted) {
                next[i] = time[i] <= STRETCH * wanted ? time[i] : 0.5 * time[i];
            }
        }
    }

    /** d&sup3;z/dt&sup3; at the end of the step, from the accelerations at 0.7, 0.9 and 1 of it. */
    private static void jerks(int n, double[] a10, double[] a09, double[] a07, double[] h, double[] jerk) {
        for (int i = 0; i < n; i++) {
            double late = (a10[i] - a09[i]) * 10;
            double early = (a09[i] - a07[i]) * 5;
            jerk[i] = (late + (late - early) * (1 / 3.0)) / h[i];
        }
    }

    /** Times to z = 0, by two steps of Newton's method on the cubic from &minus;z/w; negative where the star goes away from it. */
    private static void timesToPlane(
            int n, double[] z, double[] w, double[] acceleration, double[] jerk, double[] out) {
        for (int i = 0; i < n; i++) {
            double first = -z[i] / w[i];
            double second = first - newton(first, z[i], w[i], acceleration[i], jerk[i]);
            double third = second - newton(second, z[i], w[i], acceleration[i], jerk[i]);
            out[i] = Math.min(third, first * 1e9);
        }
    }

    private static double newton(double time, double z, double w, double acceleration, double jerk) {
        double f = z + time * (w + time * (0.5 * acceleration + time * jerk * (1 / 6.0)));
        return f / (w + time * (acceleration + time * 0.5 * jerk));
    }
}
