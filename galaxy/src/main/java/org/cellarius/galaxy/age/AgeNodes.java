package org.cellarius.galaxy.age;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Ages at which a density is known, set closer until what lies between them is known well: between two of them it is
 * exponential, or linear next to a zero. At a peak that lies a little below the truth: integrals are good to 0.3 per cent, quantiles to 0.01
 * of their error.
 */
public final class AgeNodes {

    /** The largest share of the whole between two ages. */
    private static final double SHARE = 0.05;
    /** Where the density changes by more than e to this, and the share matters, ages are set closer. */
    private static final double STEEP = 1.0;

    private static final double MATTERS = 1e-4;
    /** Ages are at first as close as the posterior can be narrow, times this. */
    private static final double WIDTHS = 1.5;

    private static final int MOST = 2000;
    /** Densities per Gyr, as a share of the whole, below which means are not asked for: they may be quotients of what underflows. */
    private static final double NEXT_TO_NOTHING = 1e-30;

    /** The density at an age of an interval of the grid's ages. */
    @FunctionalInterface
    interface Density {
        double at(double ageGyr, int interval, double[] moments);
    }

    private final int told;
    private int size;
    private double[] age = new double[128];
    private double[] density = new double[128];
    private int[] interval = new int[128];
    private double[][] moments = new double[128][];
    /** Whether the density is known; ages are given first. */
    private boolean[] known = new boolean[128];

    private double first;
    private double last;

    AgeNodes(int told) {
        this.told = told;
    }

    /**
     * Sets the first ages: those of a grid, and as many between them as a narrow posterior needs.
     *
     * @param gridGyr the grid's ages, Gyr
     * @param matters whether anything lies between age k and the next
     * @param perLnAge by how many errors a model moves where ln age changes by 1
     */
    void begin(double[] gridGyr, IntPredicate matters, double perLnAge) {
        size = 0;
        first = gridGyr[0];
        last = gridGyr[gridGyr.length - 1];
        boolean open = false;
        for (int k = 0; k + 1 < gridGyr.length; k++) {
            if (matters.test(k)) {
                double span = Math.log(gridGyr[k + 1] / gridGyr[k]);
                int steps = (int) Math.min(Math.max(Math.ceil(span * perLnAge / WIDTHS), 1), 100);
                for (int s = open ? 1 : 0; s <= steps; s++) {
                    append(s == steps ? gridGyr[k + 1] : gridGyr[k] * Math.exp(span * s / steps), k);
                }
                open = true;
            } else {
                open = false;
            }
        }
    }

    private void append(double ageGyr, int k) {
        makeRoom();
        age[size] = ageGyr;
        interval[size] = k;
        known[size] = false;
        size++;
    }

    private void makeRoom() {
        if (size == age.length) {
            age = Arrays.copyOf(age, 2 * size);
            density = Arrays.copyOf(density, 2 * size);
            interval = Arrays.copyOf(interval, 2 * size);
            moments = Arrays.copyOf(moments, 2 * size);
            known = Arrays.copyOf(known, 2 * size);
        }
    }

    /** Finds densities, and sets ages between those that are too far apart. */
    void refine(Density wanted) {
        boolean more = size > 0;
        while (more) {
            for (int n = 0; n < size; n++) {
                if (!known[n]) {
                    moments[n] = moments[n] == null ? new double[2 * told] : moments[n];
                    density[n] = wanted.at(age[n], interval[n], moments[n]);
                    known[n] = true;
                }
            }
            more = size < MOST && split();
        }
    }

    /** Sets an age into the middle of each interval that needs it; whether there was one. */
    private boolean split() {
        double whole = whole();
        if (!(whole > 0)) {
            return false;
        }
        int added = 0;
        boolean[] wide = new boolean[size];
        for (int n = 0; n + 1 < size; n++) {
            double mass = mass(n);
            double low = Math.min(density[n], density[n + 1]);
            double high = Math.max(density[n], density[n + 1]);
            boolean steep = low <= 0 || Math.log(high) - Math.log(low) > STEEP;
            wide[n] = !gap(n) && (mass > SHARE * whole || (steep && mass > MATTERS * whole));
            added += wide[n] ? 1 : 0;
        }
        if (added == 0) {
            return false;
        }
        int to = size + added;
        while (age.length < to) {
            int before = size;
            size = age.length;
            makeRoom();
            size = before;
        }
        int n = size - 1;
        int at = to - 1;
        size = to;
        while (n >= 0) {
            move(n, at);
            at--;
            if (n > 0 && wide[n - 1]) {
                double middle = 0.5 * (age[n - 1] + age[n]);
                int k = interval[n];
                age[at] = middle;
                interval[at] = k;
                known[at] = false;
                moments[at] = new double[2 * told];
                at--;
            }
            n--;
        }
        return true;
    }

    private void move(int from, int to) {
        age[to] = age[from];
        density[to] = density[from];
        interval[to] = interval[from];
        moments[to] = moments[from];
        known[to] = known[from];
    }

    /** Whether nothing lies between ages n and n + 1. */
    private boolean gap(int n) {
        // Ages carry the number of the interval of the grid whose end they are, or in which they lie.
        return interval[n + 1] - interval[n] > 1;
    }

    /** The integral of the density between ages n and n + 1. */
    private double mass(int n) {
        if (gap(n)) {
            return 0;
        }
        return (age[n + 1] - age[n]) * AgeDistribution.mean(density[n], density[n + 1]);
    }

    /** The integral of the density over age, Gyr times its unit, divided by the span of the grid's ages. */
    double evidence() {
        return whole() / (last - first);
    }

    private double whole() {
        double sum = 0;
        for (int n = 0; n + 1 < size; n++) {
            sum += mass(n);
        }
        return sum;
    }

    public int size() {
        return size;
    }

    /** Age number n, Gyr. */
    public double ageGyr(int n) {
        return age[n];
    }

    /** Density there. */
    public double density(int n) {
        return density[n];
    }

    double first() {
        return first;
    }

    double last() {
        return last;
    }

    /** Share of the whole below an age, when the density is multiplied by a prior. */
    AgeDistribution distribution(AgePrior prior) {
        double[] ages = Arrays.copyOf(age, size);
        double[] densities = new double[size];
        boolean[] gaps = new boolean[size];
        for (int n = 0; n < size; n++) {
            densities[n] = density[n] * prior.density(age[n]);
            gaps[n] = n + 1 < size && gap(n);
        }
        return new AgeDistribution(ages, densities, gaps);
    }

    /** Mean and standard deviation of quantity t, each age weighing as much as a distribution says. */
    double[] moments(int t, AgeDistribution weights) {
        double sum = 0;
        double first = 0;
        double second = 0;
        double least = NEXT_TO_NOTHING * whole();
        for (int n = 0; n < size; n++) {
            if (density[n] > least) {
                double w = weights.weight(n);
                sum += w;
                first += w * moments[n][2 * t] / density[n];
                second += w * moments[n][2 * t + 1] / density[n];
            }
        }
        double mean = first / sum;
        return new double[] {mean, Math.sqrt(Math.max(second / sum - mean * mean, 0))};
    }
}
