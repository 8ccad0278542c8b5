package org.cellarius.galaxy.posterior;

import java.util.Optional;
import org.cellarius.galaxy.random.CounterRandom;

/**
 * The no-U-turn sampler (Hoffman and Gelman 2014, JMLR 15, 1593, algorithm 6) in coordinates whitened by the curvature at the mode; the
 * step is adapted by dual averaging in the warm-up, half as long as the sampling.
 */
public final class NoUTurnSampler {

    private static final int MOST_DOUBLINGS = 10;
    private static final double ACCEPTANCE = 0.8;
    private static final double MOST_ENERGY_ERROR = 1000;

    private final OpenPosterior density;
    private final double[] centre;
    private final Cholesky width;
    private final CounterRandom random;
    private final long chain;
    private int drawn;
    private double acceptanceSum;
    private int acceptanceCount;

    private NoUTurnSampler(OpenPosterior density, Starts starts, CounterRandom random, long chain) {
        this.density = density;
        this.centre = starts.centre();
        this.width = starts.width();
        this.random = random;
        this.chain = chain;
    }

    /** Empty where the density vanishes about its start. */
    public static Optional<Marginals> sample(Posterior posterior, Computation.NoUTurn plan) {
        var density = new OpenPosterior(posterior);
        Starts starts = Starts.of(density);
        var random = new CounterRandom(plan.seed()).forPurpose("no-u-turn");
        double[][][] kept = new double[plan.chains()][][];
        for (int c = 0; c < plan.chains(); c++) {
            Optional<double[][]> steps = new NoUTurnSampler(density, starts, random, c).run(plan.steps());
            if (steps.isEmpty()) {
                return Optional.empty();
            }
            kept[c] = steps.get();
        }
        return Optional.of(new Chains(kept)
                .marginals("no-u-turn sampler, " + plan.chains() + " chains, " + plan.steps() + " steps"));
    }

    /** A place in whitened coordinates with momentum, ln density and its gradient. */
    private record State(double[] z, double[] momentum, double ln, double[] gradient) {
        double joint() {
            double kinetic = 0;
            for (double p : momentum) {
                kinetic += p * p;
            }
            return ln - 0.5 * kinetic;
        }
    }

    /** A stretch of trajectory. */
    private record Tree(State back, State front, State chosen, long size, boolean goesOn) {}

    private Optional<double[][]> run(int steps) {
        int d = centre.length;
        double[] z = new double[d];
        for (int k = 0; k < d; k++) {
            z[k] = normal();
        }
        State at = evaluated(z, new double[d]);
        if (Double.isInfinite(at.ln)) {
            at = evaluated(new double[d], new double[d]);
        }
        if (Double.isInfinite(at.ln)) {
            return Optional.empty();
        }
        int warmUp = Math.max(100, steps / 2);
        double step = 0.5;
        double aim = Math.log(10 * step);
        double lnMean = 0;
        double error = 0;
        double[][] kept = new double[steps][];
        for (int m = 1; m <= warmUp + steps; m++) {
            at = next(at, step);
            if (m <= warmUp) {
                double share = 1 / (m + 10.0);
                error = (1 - share) * error + share * (ACCEPTANCE - acceptanceSum / Math.max(1, acceptanceCount));
                double ln = aim - Math.sqrt(m) / 0.05 * error;
                double forget = Math.pow(m, -0.75);
                lnMean = forget * ln + (1 - forget) * lnMean;
                step = Math.exp(m == warmUp ? lnMean : ln);
            } else {
                kept[m - warmUp - 1] = density.reported(place(at.z));
            }
        }
        return Optional.of(kept);
    }

    private State next(State from, double step) {
        double[] momentum = new double[from.z.length];
        for (int k = 0; k < momentum.length; k++) {
            momentum[k] = normal();
        }
        var begin = new State(from.z, momentum, from.ln, from.gradient);
        double joint = begin.joint();
        double slice = joint + Math.log(uniform());
        State back = begin;
        State front = begin;
        State chosen = begin;
        long size = 1;
        acceptanceSum = 0;
        acceptanceCount = 0;
        for (int depth = 0; depth < MOST_DOUBLINGS; depth++) {
            boolean forwards = uniform() < 0.5;
            Tree tree = grow(forwards ? front : back, slice, forwards ? step : -step, depth, joint);
            if (forwards) {
                front = tree.front;
            } else {
                back = tree.back;
            }
            if (!tree.goesOn) {
                break;
            }
            if (uniform() < (double) tree.size / size) {
                chosen = tree.chosen;
            }
            size += tree.size;
            if (turns(back, front)) {
                break;
            }
        }
        return chosen;
    }

    private Tree grow(State from, double slice, double step, int depth, double joint) {
        if (depth == 0) {
            State to = leap(from, step);
            double there = to.joint();
            acceptanceSum += Double.isNaN(there) ? 0 : Math.min(1, Math.exp(there - joint));
            acceptanceCount++;
            return new Tree(to, to, to, slice <= there ? 1 : 0, slice < there + MOST_ENERGY_ERROR);
        }
        Tree first = grow(from, slice, step, depth - 1, joint);
        if (!first.goesOn) {
            return first;
        }
        Tree second = grow(step > 0 ? first.front : first.back, slice, step, depth - 1, joint);
        State back = step > 0 ? first.back : second.back;
        State front = step > 0 ? second.front : first.front;
        long size = first.size + second.size;
        State chosen = size > 0 && uniform() < (double) second.size / size ? second.chosen : first.chosen;
        return new Tree(back, front, chosen, size, second.goesOn && !turns(back, front));
    }

    private static boolean turns(State back, State front) {
        double atBack = 0;
        double atFront = 0;
        for (int k = 0; k < back.z.length; k++) {
            double apart = front.z[k] - back.z[k];
            atBack += apart * back.momentum[k];
            atFront += apart * front.momentum[k];
        }
        return atBack < 0 || atFront < 0;
    }

    private State leap(State s, double step) {
        int d = s.z.length;
        double[] z = new double[d];
        double[] p = new double[d];
        for (int k = 0; k < d; k++) {
            p[k] = s.momentum[k] + 0.5 * step * s.gradient[k];
            z[k] = s.z[k] + step * p[k];
        }
        State there = evaluated(z, p);
        for (int k = 0; k < d; k++) {
            p[k] += 0.5 * step * there.gradient[k];
        }
        return there;
    }

    private double[] place(double[] z) {
        double[] u = width.times(z);
        for (int k = 0; k < u.length; k++) {
            u[k] += centre[k];
        }
        return u;
    }

    private State evaluated(double[] z, double[] momentum) {
        double[] byPlace = new double[z.length];
        double ln = density.ln(place(z), byPlace);
        double[] gradient = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            for (int k = 0; k <= i; k++) {
                gradient[k] += width.factor()[i][k] * byPlace[i];
            }
        }
        return new State(z, momentum, ln, gradient);
    }

    private double uniform() {
        return random.uniform(chain, drawn++);
    }

    private double normal() {
        return random.normal(chain, drawn++);
    }
}
