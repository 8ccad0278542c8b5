package org.cellarius.galaxy.smooth;

import java.util.Optional;
import org.cellarius.galaxy.smooth.MarginalLikelihood.At;

/**
 * Finds the smoothing parameters of highest restricted likelihood by Newton's method in ln &lambda;. Slopes are exact, curvatures differences of slopes; steps that lead
 * downwards are halved. Parameters end where the function has become a polynomial along a coordinate, or is not smoothed at all.
 */
final class SmoothingSearch {

    private static final int MOST_STEPS = 60;
    private static final int MOST_HALVINGS = 12;

    /** Farthest from where stars and penalty weigh the same, as a logarithm. */
    private static final double SMOOTHEST = 16;

    private static final double ROUGHEST = -14;

    /** Of the difference between slopes. */
    private static final double DIFFERENCE = 0.05;

    private static final double LONGEST_STEP = 4;

    /** Rise of ln L that is worth another step. */
    private static final double SMALLEST_RISE = 3e-4;

    private final MarginalLikelihood likelihood;
    private final double[] low;
    private final double[] high;

    SmoothingSearch(MarginalLikelihood likelihood) {
        this.likelihood = likelihood;
        double[] even = likelihood.even();
        low = new double[even.length];
        high = new double[even.length];
        for (int k = 0; k < even.length; k++) {
            low[k] = even[k] + ROUGHEST;
            high[k] = even[k] + SMOOTHEST;
        }
    }

    /** Where the search begins when nothing is known. */
    double[] usualStart() {
        return likelihood.even();
    }

    /** The best parameters; empty where the stars do not determine the map. */
    Optional<At> from(double[] start) {
        Optional<At> begun = likelihood.at(clamped(start));
        if (begun.isEmpty()) {
            return Optional.empty();
        }
        At here = begun.get();
        for (int step = 0; step < MOST_STEPS; step++) {
            At next = better(here, direction(here));
            double rise = next.value() - here.value();
            here = next;
            if (rise < SMALLEST_RISE) {
                break;
            }
        }
        return Optional.of(here);
    }

    private double[] clamped(double[] at) {
        double[] inside = at.clone();
        for (int k = 0; k < inside.length; k++) {
            inside[k] = Math.clamp(inside[k], low[k], high[k]);
        }
        return inside;
    }

    /** The highest of the places along a direction, halved until it rises; the same place where none does. */
    private At better(At here, double[] direction) {
        double factor = 1;
        for (int halving = 0; halving <= MOST_HALVINGS; halving++) {
            double[] there = here.lnLambda().clone();
            for (int k = 0; k < there.length; k++) {
                there[k] += factor * direction[k];
            }
            Optional<At> tried = likelihood.at(clamped(there));
            if (tried.isPresent() && tried.get().value() > here.value()) {
                return tried.get();
            }
            factor /= 2;
        }
        return here;
    }

    /** Newton's step where the likelihood is a hill; else uphill. Parameters at an end that they would leave stay. */
    private double[] direction(At here) {
        int d = low.length;
        boolean[] stays = new boolean[d];
        for (int k = 0; k < d; k++) {
            double at = here.lnLambda()[k];
            stays[k] = (at >= high[k] && here.slope()[k] > 0) || (at <= low[k] && here.slope()[k] < 0);
        }
        double[][] curvature = new double[d][d];
        for (int k = 0; k < d; k++) {
            double[] beside = here.lnLambda().clone();
            double h = beside[k] + DIFFERENCE <= high[k] ? DIFFERENCE : -DIFFERENCE;
            beside[k] += h;
            Optional<At> there = stays[k] ? Optional.empty() : likelihood.at(beside);
            for (int j = 0; j < d; j++) {
                curvature[k][j] =
                        there.isPresent() ? (here.slope()[j] - there.get().slope()[j]) / h : 0;
            }
        }
        return NewtonStep.of(curvature, here.slope(), stays, LONGEST_STEP);
    }
}
