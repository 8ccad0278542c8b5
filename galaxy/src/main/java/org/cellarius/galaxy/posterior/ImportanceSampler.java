package org.cellarius.galaxy.posterior;

import java.util.Optional;
import java.util.function.BiFunction;
import org.cellarius.galaxy.random.CounterRandom;

/**
 * Draws from a multivariate Student t about the mode with the curvature there, weighted by posterior over t. Early rounds adapt centre and width
 * to the weighted draws, the last one is the answer. A posterior that names a parameter to be held ({@link Posterior#held}) is drawn from a mixture of such
 * t's, one for each of many values of it. Where one t fails its checks (several modes, long tails), a mixture of such t's is
 * fitted to the draws in further rounds, and more are drawn, up to {@value #MOST_TIMES} times as many as asked for, for posteriors with a held parameter from {@value #LEAST_TIMES_HELD} times on.
 */
public final class ImportanceSampler {

    private static final double LEAST_ESS = 1000;

    /** A draw that has more of the weight than this decides alone. */
    private static final double MOST_OF_ONE = 0.01;

    /** Parts of the draws that are compared. */
    private static final int PARTS = 16;

    /** Errors of a mean, and of a standard deviation, from the parts, in standard deviations. */
    private static final double MOST_ERROR_OF_MEAN = 0.03;

    private static final double MOST_ERROR_OF_WIDTH = 0.022;

    /** Errors of the outermost quantiles that are told, from the parts, in standard deviations: light tails are found by them only. */
    private static final double MOST_ERROR_OF_TAIL = 0.05;

    private static final int ROUNDS_OF_MIXTURE = 6;

    private static final int MOST_TIMES = 16;

    /** Rare draws make the long tails of such posteriors; few draws miss them, and do not know it. */
    private static final int LEAST_TIMES_HELD = 4;

    /** Whether the outermost quantiles of the parts are compared; with a held parameter, whose edges are many small modes, they are not. */
    private enum Tails {
        COMPARED,
        LEFT
    }

    private ImportanceSampler() {}

    /** Empty where no maximum is found. */
    public static Optional<Marginals> sample(Posterior posterior, Computation.Importance plan) {
        var density = new OpenPosterior(posterior);
        double[] start = density.coordinates(posterior.start());
        Optional<StudentMixture> layers = posterior.held().flatMap(h -> Layers.along(density, h));
        if (layers.isPresent()) {
            var random = new CounterRandom(plan.seed()).forPurpose("importance");
            return Optional.of(byMixture(
                    density,
                    layers.get(),
                    StudentMixture::reshared,
                    LEAST_TIMES_HELD,
                    Tails.LEFT,
                    plan.draws(),
                    random));
        }
        return Mode.of(density, start, density.widths(start)).flatMap(mode -> {
            Optional<Cholesky> precision = Cholesky.of(mode.precision());
            return precision.flatMap(p -> {
                var random = new CounterRandom(plan.seed()).forPurpose("importance");
                Optional<Cholesky> width = Cholesky.of(p.inverse());
                double[] centre = mode.coordinates();
                int early = Math.max(2000, plan.draws() / 10);
                for (int round = 0; round < 3 && width.isPresent(); round++) {
                    Weighted first = draw(
                            density,
                            StudentMixture.one(centre, width.get()),
                            early,
                            random.forPurpose("adapting " + round));
                    if (first.draws.effectiveSize() < 20) {
                        break;
                    }
                    centre = first.draws.means();
                    width = Cholesky.of(first.draws.covariance());
                }
                double[] adapted = centre;
                return width.map(w -> {
                    Weighted drawn = draw(density, StudentMixture.one(adapted, w), plan.draws(), random);
                    return !posterior.severalModes() && trusted(reported(density, drawn.draws), Tails.COMPARED)
                            ? answer(density, drawn, "", Tails.COMPARED)
                            : StudentMixture.around(drawn.draws)
                                    .map(m -> byMixture(
                                            density,
                                            m,
                                            StudentMixture::refitted,
                                            1,
                                            Tails.COMPARED,
                                            plan.draws(),
                                            random))
                                    .orElseGet(() -> answer(density, drawn, "", Tails.COMPARED));
                });
            });
        });
    }

    private static Marginals byMixture(
            OpenPosterior density,
            StudentMixture start,
            BiFunction<StudentMixture, WeightedDraws, StudentMixture> adapted,
            int leastTimes,
            Tails tails,
            int draws,
            CounterRandom random) {
        StudentMixture proposal = start;
        Weighted drawn = new Weighted(WeightedDraws.equal(new double[0][]), Double.NaN);
        int early = Math.max(4000, draws / 4);
        for (int round = 0; round < ROUNDS_OF_MIXTURE; round++) {
            drawn = draw(density, proposal, early, random.forPurpose("mixing " + round));
            for (int step = 0; step < 3; step++) {
                proposal = adapted.apply(proposal, drawn.draws);
            }
        }
        for (int times = leastTimes; times <= MOST_TIMES; times *= 2) {
            drawn = draw(density, proposal, times * draws, random.forPurpose("mixture " + times));
            if (trusted(reported(density, drawn.draws), tails)) {
                break;
            }
            proposal = adapted.apply(proposal, drawn.draws);
        }
        return answer(density, drawn, " from a mixture", tails);
    }

    private static Marginals answer(OpenPosterior density, Weighted drawn, String how, Tails tails) {
        WeightedDraws draws = reported(density, drawn.draws);
        return new Marginals(
                draws.means(),
                draws.covariance(),
                draws.percentiles(),
                drawn.lnEvidence,
                draws.effectiveSize(),
                Double.NaN,
                "importance sampling, " + draws.weights().length + " draws" + how,
                trusted(draws, tails) ? Marginals.Trust.CONVERGED : Marginals.Trust.NOT_CONVERGED,
                draws.some(Marginals.DRAWS));
    }

    /** Draws in the parameters that are told. */
    private static WeightedDraws reported(OpenPosterior density, WeightedDraws draws) {
        double[][] values = new double[draws.values().length][];
        java.util.Arrays.setAll(values, i -> density.reported(draws.values()[i]));
        return new WeightedDraws(values, draws.weights());
    }

    /** Whether enough draws count, none decides alone, and parts of them say the same as the whole. */
    private static boolean trusted(WeightedDraws draws, Tails tails) {
        double sum = 0;
        double most = 0;
        for (double w : draws.weights()) {
            sum += w;
            most = Math.max(most, w);
        }
        return draws.effectiveSize() > LEAST_ESS && most < MOST_OF_ONE * sum && partsAgree(draws, tails);
    }

    private static boolean partsAgree(WeightedDraws draws, Tails compared) {
        int n = draws.weights().length / PARTS;
        int d = draws.values()[0].length;
        double[] mean = draws.means();
        double[][] covariance = draws.covariance();
        double[] ofMeans = new double[d];
        double[] ofWidths = new double[d];
        double[][] whole = tails(draws);
        double[][] ofTails = new double[d][2];
        for (int part = 0; part < PARTS; part++) {
            var some = new WeightedDraws(
                    java.util.Arrays.copyOfRange(draws.values(), part * n, (part + 1) * n),
                    java.util.Arrays.copyOfRange(draws.weights(), part * n, (part + 1) * n));
            double[] means = some.means();
            double[][] widths = some.covariance();
            double[][] tails = tails(some);
            for (int k = 0; k < d; k++) {
                double away = (means[k] - mean[k]) / Math.sqrt(covariance[k][k]);
                double wider = Math.sqrt(widths[k][k] / covariance[k][k]) - 1;
                ofMeans[k] += away * away;
                ofWidths[k] += wider * wider;
                for (int side = 0; side < 2; side++) {
                    double further = (tails[k][side] - whole[k][side]) / Math.sqrt(covariance[k][k]);
                    ofTails[k][side] += further * further;
                }
            }
        }
        for (int k = 0; k < d; k++) {
            boolean agree = Math.sqrt(ofMeans[k]) / PARTS < MOST_ERROR_OF_MEAN
                    && Math.sqrt(ofWidths[k]) / PARTS < MOST_ERROR_OF_WIDTH
                    && (compared == Tails.LEFT
                            || Math.sqrt(Math.max(ofTails[k][0], ofTails[k][1])) / PARTS < MOST_ERROR_OF_TAIL);
            if (!agree) {
                return false;
            }
        }
        return true;
    }

    /** The lowest and the highest quantile of each parameter that are told. */
    private static double[][] tails(WeightedDraws draws) {
        return draws.percentiles().stream()
                .map(p -> new double[] {p.p2(), p.p97()})
                .toArray(double[][]::new);
    }

    private record Weighted(WeightedDraws draws, double lnEvidence) {}

    private static Weighted draw(OpenPosterior density, StudentMixture proposal, int draws, CounterRandom random) {
        double[][] places = new double[draws][];
        double[] ln = new double[draws];
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < draws; i++) {
            double[] place = proposal.draw(i, random);
            places[i] = place;
            ln[i] = density.ln(place) - proposal.ln(place);
            best = Math.max(best, ln[i]);
        }
        double sum = 0;
        for (int i = 0; i < draws; i++) {
            ln[i] = Math.exp(ln[i] - best);
            sum += ln[i];
        }
        return new Weighted(new WeightedDraws(places, ln), best + Math.log(sum / draws));
    }
}
