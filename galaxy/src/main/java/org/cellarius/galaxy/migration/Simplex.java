package org.cellarius.galaxy.migration;

import java.util.Arrays;
import java.util.Comparator;
import org.cellarius.galaxy.posterior.OpenDensity;

/**
 * Climbs a density without derivatives, through places where it is not concave (Nelder and Mead 1965, Comput. J. 7, 308), with the coefficients for many dimensions of Gao and Han (2012,
 * Comput. Optim. Appl. 51, 259). It need not reach the top.
 */
final class Simplex {

    /** Edge of the first simplex, in the priors' coordinates. */
    private static final double EDGE = 0.15;

    private static final int ROUNDS = 3;
    private static final int STEPS_PER_DIMENSION = 60;

    /** Of ln density: lower differences between the corners do not matter. */
    private static final double LEVEL = 0.01;

    private record Corner(double[] place, double ln) {}

    private final OpenDensity density;
    private final int d;
    private final Corner[] corners;

    private Simplex(OpenDensity density, double[] start) {
        this.density = density;
        this.d = start.length;
        this.corners = new Corner[d + 1];
        corners[d] = corner(start);
        for (int k = 0; k < d; k++) {
            double[] moved = start.clone();
            moved[k] += EDGE;
            corners[k] = corner(moved);
        }
    }

    /** The highest place found, in coordinates. */
    static double[] climbed(OpenDensity density, double[] start) {
        double[] top = start;
        for (int round = 0; round < ROUNDS; round++) {
            top = new Simplex(density, top).top();
        }
        return top;
    }

    private Corner corner(double[] place) {
        return new Corner(place, density.ln(place));
    }

    private double[] top() {
        for (int step = 0; step < STEPS_PER_DIMENSION * d; step++) {
            Arrays.sort(corners, Comparator.comparingDouble(Corner::ln).reversed());
            if (corners[0].ln() - corners[d].ln() < LEVEL) {
                break;
            }
            step();
        }
        Arrays.sort(corners, Comparator.comparingDouble(Corner::ln).reversed());
        return corners[0].place();
    }

    private void step() {
        double[] middle = new double[d];
        for (int c = 0; c < d; c++) {
            for (int k = 0; k < d; k++) {
                middle[k] += corners[c].place()[k] / d;
            }
        }
        Corner lowest = corners[d];
        Corner reflected = along(middle, lowest, -1);
        if (reflected.ln() > corners[0].ln()) {
            Corner farther = along(middle, lowest, -(1 + 2.0 / d));
            corners[d] = farther.ln() > reflected.ln() ? farther : reflected;
        } else if (reflected.ln() > corners[d - 1].ln()) {
            corners[d] = reflected;
        } else {
            boolean outside = reflected.ln() > lowest.ln();
            double near = 0.75 - 1 / (2.0 * d);
            Corner nearer = along(middle, lowest, outside ? -near : near);
            if (nearer.ln() > Math.max(reflected.ln(), lowest.ln())) {
                corners[d] = nearer;
            } else {
                shrink();
            }
        }
    }

    private Corner along(double[] middle, Corner from, double factor) {
        double[] place = new double[d];
        for (int k = 0; k < d; k++) {
            place[k] = middle[k] + factor * (from.place()[k] - middle[k]);
        }
        return corner(place);
    }

    private void shrink() {
        double[] best = corners[0].place();
        for (int c = 1; c <= d; c++) {
            corners[c] = along(best, corners[c], 1 - 1.0 / d);
        }
    }
}
