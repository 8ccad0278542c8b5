package org.cellarius.galaxy.distance;

import java.util.Arrays;
import org.cellarius.galaxy.potential.GaussLegendre;

/**
 * The distance of one star at a time, given its parallax and an {@link ExponentialDensityPrior}.
 *
 * <p>From the maxima outwards to where r p(r) has fallen by 28 e-foldings, the range is cut into panels over which ln p changes by a few
 * units at most; each is integrated by a Gauss-Legendre rule of ten points. Quantiles are found within their panel by Newton's method on
 * the same rule. Not thread-safe: one per thread.
 */
final class DistancePosterior {

    /** Beyond a fall of so many e-foldings there is less than 1e-11 of the probability. */
    private static final double FALL = 28;

    private static final double FALL_AT_MOST = 34;
    private static final GaussLegendre RULE = GaussLegendre.onUnitInterval(10);
    private static final int MOST_STEPS = 60;

    private final double lengthKpc;

    private double parallaxMas;
    private double errorMas;
    private double peakKpc;

    /** Edges of the panels, kpc, and the integral up to each. */
    private double[] edge = new double[128];

    private double[] integral = new double[128];
    private int panels;

    DistancePosterior(ExponentialDensityPrior prior) {
        this.lengthKpc = prior.lengthKpc();
    }

    /** Takes a star: its parallax, zero point subtracted, and the positive error of it, mas. */
    void observe(double parallaxMas, double errorMas) {
        this.parallaxMas = parallaxMas;
        this.errorMas = errorMas;
        DistanceModes modes = DistanceModes.of(parallaxMas, errorMas, lengthKpc);
        double near = modes.nearKpc();
        double far = modes.farKpc();
        peakKpc = near;
        double advantage = 2 * Math.log(far / near) + exponent(far);
        if (advantage > 0) {
            peakKpc = far;
        }
        // A maximum that holds nothing of the probability is left alone.
        double first = advantage > FALL ? far : near;
        double last = advantage < -FALL ? near : far;
        integrate(lowerEnd(first), upperEnd(last));
    }

    /** The distance of the highest density, kpc. */
    double modeKpc() {
        return peakKpc;
    }

    /** The distance below which the truth lies with this probability, kpc. */
    double quantileKpc(double probability) {
        double wanted = probability * integral[panels];
        int panel = Arrays.binarySearch(integral, 0, panels + 1, wanted);
        panel = Math.clamp(panel < 0 ? -panel - 2 : panel, 0, panels - 1);
        double left = edge[panel];
        double low = left;
        double high = edge[panel + 1];
        double rest = wanted - integral[panel];
        double r = low + (high - low) * rest / (integral[panel + 1] - integral[panel]);
        for (int step = 0; step < MOST_STEPS; step++) {
            double missing = integrated(left, r) - rest;
            if (missing < 0) {
                low = r;
            } else {
                high = r;
            }
            double next = r - missing / density(r);
            if (!(low <= next && next <= high)) {
                next = 0.5 * (low + high);
            }
            if (Math.abs(next - r) <= 1e-14 * r) {
                return next;
            }
            r = next;
        }
        return r;
    }

    private void integrate(double fromKpc, double toKpc) {
        panels = 0;
        edge[0] = fromKpc;
        integral[0] = 0;
        while (edge[panels] < toKpc) {
            if (panels + 1 == edge.length) {
                edge = Arrays.copyOf(edge, 2 * edge.length);
                integral = Arrays.copyOf(integral, 2 * integral.length);
            }
            double left = edge[panels];
            double right = Math.min(Math.max(left * (1 + step(left)), Math.nextUp(left)), toKpc);
            integral[panels + 1] = integral[panels] + integrated(left, right);
            edge[++panels] = right;
        }
    }

    /** How far ln(r p) stays tame, as a fraction of r, from its derivatives with respect to ln r. */
    private double step(double r) {
        double weight = 1 / (errorMas * errorMas);
        double s = 1 / r;
        double decline = r / lengthKpc;
        double first = 3 - decline + (s - parallaxMas) * s * weight;
        double second = -decline - (2 * s - parallaxMas) * s * weight;
        double third = -decline + (4 * s - parallaxMas) * s * weight;
        double straight = 3 / Math.abs(first);
        double bent = Math.sqrt(2.5 / Math.abs(second));
        double twisted = Math.cbrt(6 / Math.abs(third));
        return Math.min(Math.min(0.5, straight), Math.min(bent, twisted));
    }

    private double integrated(double from, double to) {
        double[] nodes = RULE.nodes();
        double[] weights = RULE.weights();
        double width = to - from;
        double sum = 0;
        for (int k = 0; k < nodes.length; k++) {
            sum += weights[k] * density(from + width * nodes[k]);
        }
        return sum * width;
    }

    /** Density in units of that at the highest maximum. */
    private double density(double r) {
        double volume = r / peakKpc;
        return volume * volume * Math.exp(exponent(r));
    }

    /** Exponent of the density less that at the highest maximum: a difference of squares, which keeps its digits far from the parallax. */
    private double exponent(double r) {
        double away = r - peakKpc;
        double deviation = parallaxMas - 1 / r;
        double peakDeviation = parallaxMas - 1 / peakKpc;
        double closer = away / (r * peakKpc);
        return -away / lengthKpc - 0.5 * closer * (deviation + peakDeviation) / (errorMas * errorMas);
    }

    /** How many e-foldings r p(r) lies below its value at the highest maximum. */
    private double fall(double r) {
        return -exponent(r) - 3 * Math.log(r / peakKpc);
    }

    private double lowerEnd(double modeKpc) {
        double out = 0.5 * modeKpc;
        while (fall(out) < FALL) {
            out *= 0.5;
        }
        return crossing(out, modeKpc);
    }

    private double upperEnd(double modeKpc) {
        double out = 2 * modeKpc;
        while (fall(out) < FALL) {
            out *= 2;
        }
        return crossing(out, modeKpc);
    }

    /** A place outside, where the fall is enough and not much more than that. */
    private double crossing(double outside, double inside) {
        double out = outside;
        double in = inside;
        for (int step = 0; step < MOST_STEPS && fall(out) > FALL_AT_MOST; step++) {
            double middle = 0.5 * (out + in);
            if (fall(middle) < FALL) {
                in = middle;
            } else {
                out = middle;
            }
        }
        return out;
    }
}
