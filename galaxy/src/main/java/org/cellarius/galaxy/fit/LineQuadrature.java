package org.cellarius.galaxy.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cellarius.galaxy.kernel.StandardNormal;
import org.cellarius.galaxy.posterior.LatticeQuadrature;
import org.cellarius.galaxy.posterior.Marginals;
import org.cellarius.galaxy.posterior.NotedDensity;
import org.cellarius.galaxy.posterior.Percentiles;
import org.cellarius.galaxy.posterior.Prior;
import org.cellarius.galaxy.random.CounterRandom;

/**
 * Posteriors of slope, intercept and scatter by the trapezoidal rule: over slope and scatter where the intercept integrates in closed
 * form, else over slope, height at the pivot and scatter. The intercept's quantiles are those of a mixture of normals, one for
 * every slope and scatter.
 */
final class LineQuadrature {

    /** Lines of fewer heights lie at the rim, where the density is nothing: their spread is not known. */
    private static final int ENOUGH = 3;

    private LineQuadrature() {}

    /** A likelihood whose intercept is integrated out. */
    interface WithoutIntercept {

        /**
         * ln of likelihood times prior of the intercept, integrated over the intercept.
         *
         * @param intercept mean and standard deviation of the intercept, if slope and scatter were known
         */
        double ln(double slope, double scatter, double[] intercept);
    }

    /**
     * One slope and one scatter with the intercepts that go with them.
     *
     * @param slopeStep number of the slope on the lattice
     * @param scatterStep number of the scatter
     * @param places heights that mean and spread are known from
     */
    private record Strip(
            int slopeStep,
            int scatterStep,
            int places,
            double weight,
            double slope,
            double scatter,
            double interceptMean,
            double interceptSd) {}

    static Optional<Marginals> overTwo(
            LinePriors priors, WithoutIntercept likelihood, double[] start, double[] widths) {
        var density = new NotedDensity() {
            @Override
            public int dimensions() {
                return 2;
            }

            @Override
            public int notes() {
                return 2;
            }

            @Override
            public double noted(double[] u, double[] intercept) {
                double slope = priors.slope().value(u[0]);
                double scatter = priors.scatter().value(u[1]);
                return finite(lnPrior(priors.slope(), u[0])
                        + lnPrior(priors.scatter(), u[1])
                        + likelihood.ln(slope, scatter, intercept));
            }
        };
        double slope = LineLikelihood.inside(priors.slope(), start[0]);
        double scatter = LineLikelihood.inside(priors.scatter(), start[2]);
        double[] from = {priors.slope().coordinate(slope), priors.scatter().coordinate(scatter)};
        double[] wide = {
            width(priors.slope(), from[0], widths[0]), width(priors.scatter(), from[1], widths[2]),
        };
        return LatticeQuadrature.of(density, from, wide).map(rule -> {
            var strips = rule.nodes().stream()
                    .map(n -> new Strip(
                            n.index()[0],
                            n.index()[1],
                            ENOUGH,
                            n.weight(),
                            priors.slope().value(n.coordinates()[0]),
                            priors.scatter().value(n.coordinates()[1]),
                            n.notes()[0],
                            n.notes()[1]))
                    .toList();
            return marginals(priors, rule, 1, strips);
        });
    }

    static Optional<Marginals> overThree(LinePriors priors, LineLikelihood likelihood) {
        double pivot = likelihood.pivot();
        var density = new NotedDensity() {
            @Override
            public int dimensions() {
                return 3;
            }

            @Override
            public int notes() {
                return 0;
            }

            @Override
            public double noted(double[] u, double[] notes) {
                double slope = priors.slope().value(u[0]);
                double scatter = priors.scatter().value(u[2]);
                double prior = lnPrior(priors.slope(), u[0])
                        + priors.intercept().lnDensity(u[1] - slope * pivot)
                        + lnPrior(priors.scatter(), u[2]);
                return Double.isInfinite(prior) ? prior : finite(prior + likelihood.ln(slope, u[1], scatter));
            }
        };
        double[] start = likelihood.start();
        double[] widths = likelihood.widths();
        double slope = LineLikelihood.inside(priors.slope(), start[0]);
        double height = LineLikelihood.inside(priors.intercept(), start[1] - slope * pivot) + slope * pivot;
        double scatter = LineLikelihood.inside(priors.scatter(), start[2]);
        double[] from = {
            priors.slope().coordinate(slope), height, priors.scatter().coordinate(scatter)
        };
        double[] wide = {
            width(priors.slope(), from[0], widths[0]), widths[1], width(priors.scatter(), from[2], widths[2])
        };
        return LatticeQuadrature.of(density, from, wide)
                .map(rule -> marginals(priors, rule, 2, strips(priors, rule, pivot)));
    }

    /** The lattice's lines of heights, each with its mean and spread. */
    private static List<Strip> strips(LinePriors priors, LatticeQuadrature rule, double pivot) {
        Map<List<Integer>, double[]> lines = new HashMap<>();
        for (LatticeQuadrature.Node n : rule.nodes()) {
            double[] sums = lines.computeIfAbsent(List.of(n.index()[0], n.index()[2]), k -> new double[6]);
            double t = n.index()[1] * rule.steps()[1];
            sums[0] += n.weight();
            sums[1] += n.weight() * t;
            sums[2] += n.weight() * t * t;
            sums[3] = n.coordinates()[0];
            sums[4] = n.coordinates()[2];
            sums[5]++;
        }
        var strips = new ArrayList<Strip>();
        for (Map.Entry<List<Integer>, double[]> line : lines.entrySet()) {
            double[] s = line.getValue();
            double mean = s[1] / s[0];
            double slope = priors.slope().value(s[3]);
            strips.add(new Strip(
                    line.getKey().get(0),
                    line.getKey().get(1),
                    (int) s[5],
                    s[0],
                    slope,
                    priors.scatter().value(s[4]),
                    rule.origin()[1] + mean - slope * pivot,
                    Math.sqrt(Math.max(s[2] / s[0] - mean * mean, 1e-6 * rule.steps()[1] * rule.steps()[1]))));
        }
        // The order of a hash map is not that of the lattice.
        strips.sort(Comparator.comparingInt(Strip::slopeStep).thenComparingInt(Strip::scatterStep));
        return strips;
    }

    private static Marginals marginals(
            LinePriors priors, LatticeQuadrature rule, int scatterCoordinate, List<Strip> strips) {
        double[] means = new double[3];
        for (Strip s : strips) {
            means[0] += s.weight * s.slope;
            means[1] += s.weight * s.interceptMean;
            means[2] += s.weight * s.scatter;
        }
        double[][] covariance = new double[3][3];
        for (Strip s : strips) {
            double[] d = {s.slope - means[0], s.interceptMean - means[1], s.scatter - means[2]};
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    covariance[j][k] += s.weight * d[j] * d[k];
                }
            }
            covariance[1][1] += s.weight * s.interceptSd * s.interceptSd;
        }
        double interceptSd = Math.sqrt(covariance[1][1]);
        List<Strip> dense = denser(strips);
        List<Double> levels = Percentiles.LEVELS;
        List<Percentiles> percentiles = List.of(
                percentiles(values(priors.slope(), rule.quantiles(0, levels))),
                percentiles(levels.stream()
                        .mapToDouble(q -> interceptQuantile(dense, q, means[1], interceptSd))
                        .toArray()),
                percentiles(values(priors.scatter(), rule.quantiles(scatterCoordinate, levels))));
        return new Marginals(
                means,
                covariance,
                percentiles,
                rule.lnIntegral(),
                Double.NaN,
                Double.NaN,
                rule.text(),
                rule.trust(),
                draws(strips));
    }

    /**
     * Draws from the lattice: a strip by its weight, a place between it and the next slope, an intercept of those that go with it. Always the same ones.
     */
    private static double[][] draws(List<Strip> strips) {
        Map<List<Integer>, Strip> byStep = new HashMap<>();
        strips.forEach(s -> byStep.put(List.of(s.slopeStep, s.scatterStep), s));
        var random = new CounterRandom(1).forPurpose("draws from a lattice");
        double[][] draws = new double[Marginals.DRAWS][];
        double all = strips.stream().mapToDouble(Strip::weight).sum();
        double below = 0;
        int drawn = 0;
        for (Strip s : strips) {
            below += s.weight;
            while (drawn < draws.length && (drawn + random.uniform(drawn, 0)) * all <= below * draws.length) {
                double along = random.uniform(drawn, 1) - 0.5;
                Strip next = byStep.getOrDefault(List.of(s.slopeStep + (along > 0 ? 1 : -1), s.scatterStep), s);
                double share = Math.abs(along);
                double mean = s.interceptMean + share * (next.interceptMean - s.interceptMean);
                draws[drawn] = new double[] {
                    s.slope + share * (next.slope - s.slope), mean + s.interceptSd * random.normal(drawn, 2), s.scatter
                };
                drawn++;
            }
        }
        return java.util.Arrays.copyOf(draws, drawn);
    }

    /**
     * The same mixture with so many more slopes that its normals overlap: at x = 0, far from the stars, the intercept of one slope is narrow
     * beside its change from one slope of the lattice to the next. Along a row of equal scatter ln weight, mean and ln spread are
     * smooth: polynomials of degree five.
     */
    private static List<Strip> denser(List<Strip> strips) {
        Map<Integer, List<Strip>> rows = new TreeMap<>();
        strips.stream()
                .filter(s -> s.places >= ENOUGH)
                .sorted(Comparator.comparingInt(Strip::slopeStep))
                .forEach(s -> rows.computeIfAbsent(s.scatterStep, k -> new ArrayList<>())
                        .add(s));
        double apart = 0;
        for (List<Strip> row : rows.values()) {
            for (int k = 1; k < row.size(); k++) {
                double weight = row.get(k).weight + row.get(k - 1).weight;
                if (weight > 1e-4) {
                    double moved = Math.abs(row.get(k).interceptMean - row.get(k - 1).interceptMean);
                    apart = Math.max(apart, moved / row.get(k).interceptSd);
                }
            }
        }
        int parts = (int) Math.clamp(Math.ceil(apart), 1, 256);
        var dense = new ArrayList<Strip>();
        for (List<Strip> row : rows.values()) {
            if (parts == 1 || row.size() < 3) {
                dense.addAll(row);
                continue;
            }
            for (int p = 0; p <= (row.size() - 1) * parts; p++) {
                dense.add(between(row, (double) p / parts, parts));
            }
        }
        return dense;
    }

    private static Strip between(List<Strip> row, double t, int parts) {
        int last = row.size() - 1;
        int cell = Math.min((int) t, last - 1);
        int from = Math.max(0, cell - 2);
        int to = Math.min(last, cell + 3);
        double lnWeight = 0;
        double mean = 0;
        double lnSd = 0;
        for (int i = from; i <= to; i++) {
            double share = 1;
            for (int j = from; j <= to; j++) {
                if (j != i) {
                    share *= (t - j) / (i - j);
                }
            }
            Strip s = row.get(i);
            lnWeight += share * Math.log(s.weight);
            mean += share * s.interceptMean;
            lnSd += share * Math.log(s.interceptSd);
        }
        Strip near = row.get(cell);
        return new Strip(
                near.slopeStep,
                near.scatterStep,
                near.places,
                Math.exp(lnWeight) / parts,
                near.slope,
                near.scatter,
                mean,
                Math.exp(lnSd));
    }

    private static Percentiles percentiles(double[] q) {
        return new Percentiles(q[0], q[1], q[2], q[3], q[4]);
    }

    private static double[] values(Prior prior, double[] coordinates) {
        double[] values = new double[coordinates.length];
        java.util.Arrays.setAll(values, k -> prior.value(coordinates[k]));
        return values;
    }

    private static double interceptQuantile(List<Strip> strips, double level, double mean, double sd) {
        double all = 0;
        for (Strip s : strips) {
            all += s.weight;
        }
        double low = mean - 12 * sd;
        double high = mean + 12 * sd;
        for (int k = 0; k < 60 && high - low > 1e-9 * sd; k++) {
            double middle = 0.5 * (low + high);
            double below = 0;
            for (Strip s : strips) {
                below += s.weight * StandardNormal.below((middle - s.interceptMean) / s.interceptSd);
            }
            if (below < level * all) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    private static double lnPrior(Prior prior, double coordinate) {
        return prior.lnDensity(prior.value(coordinate)) + prior.lnStretch(coordinate);
    }

    private static double width(Prior prior, double coordinate, double width) {
        return Math.clamp(width / Math.exp(prior.lnStretch(coordinate)), 1e-7, 0.7);
    }

    private static double finite(double ln) {
        return Double.isNaN(ln) ? Double.NEGATIVE_INFINITY : ln;
    }
}
