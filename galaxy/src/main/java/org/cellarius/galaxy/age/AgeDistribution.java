package org.cellarius.galaxy.age;

/**
 * A probability distribution of ages, its density known at some ages and exponential between them (linear next to a zero).
 *
 * <p>{@code gap[n]}: there is nothing between age n and the next.
 */
public final class AgeDistribution {

    /** Beyond this exponent 1 is nothing beside its power of e. */
    private static final double STEEP = 40;

    private final double[] age;
    private final double[] density;
    /** Integral from the first age to age n. */
    private final double[] below;

    private final boolean[] gap;

    AgeDistribution(double[] age, double[] density, boolean[] gap) {
        this.age = age;
        this.density = density;
        this.gap = gap;
        below = new double[age.length];
        for (int n = 0; n + 1 < age.length; n++) {
            below[n + 1] = below[n] + (gap[n] ? 0 : (age[n + 1] - age[n]) * mean(density[n], density[n + 1]));
        }
    }

    /** Mean of an exponential between two values: their logarithmic mean; of a line where one is zero. */
    static double mean(double a, double b) {
        if (a <= 0 || b <= 0) {
            return 0.5 * (a + b);
        }
        double x = Math.log(b) - Math.log(a);
        return Math.abs(x) < 1e-3 ? Math.sqrt(a * b) * (1 + x * x / 24) : (b - a) / x;
    }

    /** The integral of the density. */
    double whole() {
        return below[below.length - 1];
    }

    /** What age n stands for: half of what lies on its sides. */
    double weight(int n) {
        double before = n > 0 ? below[n] - below[n - 1] : 0;
        double behind = n + 1 < below.length ? below[n + 1] - below[n] : 0;
        return 0.5 * (before + behind);
    }

    /** The age below which a share lies, Gyr. */
    public double quantileGyr(double share) {
        double wanted = share * whole();
        int n = 0;
        while (n + 2 < below.length && below[n + 1] < wanted) {
            n++;
        }
        double width = age[n + 1] - age[n];
        double part = below[n + 1] - below[n];
        if (!(part > 0)) {
            return age[n];
        }
        double left = Math.min(Math.max((wanted - below[n]) / part, 0), 1);
        return age[n] + width * within(density[n], density[n + 1], left);
    }

    /** Share of an interval's length below which a share of its integral lies. */
    private static double within(double a, double b, double share) {
        if (a <= 0 || b <= 0) {
            // A line from or to zero.
            return a <= 0 ? Math.sqrt(share) : 1 - Math.sqrt(1 - share);
        }
        double x = Math.log(b) - Math.log(a);
        if (x > STEEP) {
            return 1 + Math.log(share + Math.exp(-x)) / x;
        }
        return Math.abs(x) < 1e-6 ? share : Math.log1p(share * Math.expm1(x)) / x;
    }

    /** The share below an age. */
    public double shareBelow(double ageGyr) {
        if (ageGyr <= age[0]) {
            return 0;
        }
        for (int n = 0; n + 1 < age.length; n++) {
            if (ageGyr <= age[n + 1]) {
                double width = age[n + 1] - age[n];
                double part = below[n + 1] - below[n];
                return (below[n] + part * shareWithin(density[n], density[n + 1], (ageGyr - age[n]) / width)) / whole();
            }
        }
        return 1;
    }

    private static double shareWithin(double a, double b, double place) {
        if (a <= 0 || b <= 0) {
            return a <= 0 ? place * place : 1 - (1 - place) * (1 - place);
        }
        double x = Math.log(b) - Math.log(a);
        if (x > STEEP) {
            return Math.exp(x * (place - 1));
        }
        return Math.abs(x) < 1e-6 ? place : Math.expm1(x * place) / Math.expm1(x);
    }

    /** Probability density at an age, per Gyr; 0 outside. */
    double densityPerGyr(double ageGyr) {
        for (int n = 0; n + 1 < age.length; n++) {
            if (ageGyr >= age[n] && ageGyr <= age[n + 1] && !gap[n]) {
                double place = age[n + 1] > age[n] ? (ageGyr - age[n]) / (age[n + 1] - age[n]) : 0;
                double a = density[n];
                double b = density[n + 1];
                double here = a <= 0 || b <= 0
                        ? a + place * (b - a)
                        : Math.exp((1 - place) * Math.log(a) + place * Math.log(b));
                return here / whole();
            }
        }
        return 0;
    }

    /** The ages at which the density is known, Gyr. */
    double[] agesGyr() {
        return age.clone();
    }

    /** The age of the highest density, Gyr: the top of a parabola through the three highest neighbours. */
    public double modeGyr() {
        int top = 0;
        for (int n = 1; n < age.length; n++) {
            if (density[n] > density[top]) {
                top = n;
            }
        }
        if (top == 0
                || top == age.length - 1
                || gap[top]
                || gap[top - 1]
                || density[top - 1] <= 0
                || density[top + 1] <= 0) {
            return age[top];
        }
        double before = age[top - 1] - age[top];
        double behind = age[top + 1] - age[top];
        double low = Math.log(density[top - 1] / density[top]);
        double high = Math.log(density[top + 1] / density[top]);
        double curvature = (high / behind - low / before) / (behind - before);
        double slope = low / before - curvature * before;
        return curvature < 0 ? age[top] + Math.min(Math.max(-0.5 * slope / curvature, before), behind) : age[top];
    }

    /** Mean age, Gyr. */
    public double meanGyr() {
        double sum = 0;
        for (int n = 0; n + 1 < age.length; n++) {
            double part = below[n + 1] - below[n];
            if (part > 0) {
                sum += part * (age[n] + (age[n + 1] - age[n]) * centre(density[n], density[n + 1]));
            }
        }
        return sum / whole();
    }

    /** The mean place in an interval of length one. */
    private static double centre(double a, double b) {
        if (a <= 0 || b <= 0) {
            return a <= 0 ? 2.0 / 3 : 1.0 / 3;
        }
        double x = Math.log(b) - Math.log(a);
        return Math.abs(x) < 1e-3 ? 0.5 + x / 12 : 1 / -Math.expm1(-x) - 1 / x;
    }

    /** Density at the first and last age, in units of the highest one. */
    double atEnds(double firstGyr, double lastGyr) {
        double most = 0;
        double ends = 0;
        for (int n = 0; n < age.length; n++) {
            most = Math.max(most, density[n]);
            if (age[n] <= firstGyr || age[n] >= lastGyr) {
                ends = Math.max(ends, density[n]);
            }
        }
        return ends / most;
    }
}
