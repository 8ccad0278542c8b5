package org.cellarius.galaxy.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.cellarius.galaxy.posterior.Percentiles;
import org.cellarius.galaxy.posterior.Prior;

/**
 * The posterior of the scatter &epsilon; alone, on equal steps of its coordinate without edges, where the trapezoidal rule converges
 * faster than any power of the step.
 *
 * @param step of the coordinate
 * @param nodes rising
 */
record ScatterPosterior(double step, List<Node> nodes) {

    /** ln of what is left out at the ends, relative to the peak. */
    private static final double DEPTH = 40;

    private static final double FARTHEST = 400;

    private static final double COARSE = 0.25;

    private static final int HALVINGS = 7;

    /** How well rules of one and of half the step must agree, relative. */
    private static final double AGREE = 1e-9;

    /** Steps within one of the rule's, for the distribution function. */
    private static final int FINER = 8;

    /**
     * &epsilon;, its density per coordinate relative to the peak, and the line there.
     *
     * @param lnDensity ln of likelihood, prior and stretch
     */
    record Node(double scatter, double lnDensity, double density, SlopePoints.Given line) {}

    /** Found by halving the step until evidence, means and variances stand still; empty where they do not, or where nothing keeps &epsilon; from 0. */
    static Optional<ScatterPosterior> of(SlopePoints points, Prior prior, double start) {
        Optional<ScatterPosterior> before = on(points, prior, start, COARSE);
        double step = COARSE;
        for (int k = 0; k < HALVINGS && before.isPresent(); k++) {
            step /= 2;
            Optional<ScatterPosterior> now = on(points, prior, start, step);
            if (now.isPresent() && now.get().agreesWith(before.get())) {
                return now;
            }
            before = now;
        }
        return Optional.empty();
    }

    /** The same on a finer grid, for the distribution function of &epsilon;. */
    ScatterPosterior finer(SlopePoints points, Prior prior, double start) {
        return on(points, prior, start, step / FINER).orElse(this);
    }

    private static Optional<ScatterPosterior> on(SlopePoints points, Prior prior, double start, double step) {
        double centre = prior.coordinate(start);
        var found = new ArrayList<Node>();
        double peak = Double.NEGATIVE_INFINITY;
        for (int way = 1; way >= -1; way -= 2) {
            for (int k = way > 0 ? 0 : -1; ; k += way) {
                double t = centre + k * step;
                double scatter = prior.value(t);
                SlopePoints.Given line = points.given(scatter);
                double ln = line.lnLikelihood() + prior.lnDensity(scatter) + prior.lnStretch(t);
                // Where scatter or determinant has left the range of numbers, so has the density.
                boolean there = ln > Double.NEGATIVE_INFINITY;
                if (there) {
                    peak = Math.max(peak, ln);
                    found.add(way > 0 ? found.size() : 0, new Node(scatter, ln, 0, line));
                }
                if (!there || ln < peak - DEPTH) {
                    break;
                }
                if (Math.abs(k * step) > FARTHEST) {
                    return Optional.empty();
                }
            }
        }
        double top = peak;
        List<Node> nodes = found.stream()
                .map(n -> new Node(n.scatter, n.lnDensity, Math.exp(n.lnDensity - top), n.line))
                .toList();
        return nodes.size() < 3 ? Optional.empty() : Optional.of(new ScatterPosterior(step, nodes));
    }

    private boolean agreesWith(ScatterPosterior other) {
        double sdB = Math.sqrt(mean(n -> n.line.varianceB()));
        return Math.abs(lnEvidence() - other.lnEvidence()) < AGREE
                && Math.abs(mean(n -> n.line.b()) - other.mean(n -> n.line.b())) < AGREE * sdB
                && near(other, n -> n.line.varianceB())
                && near(other, Node::scatter)
                && near(other, n -> n.scatter * n.scatter);
    }

    private boolean near(ScatterPosterior other, ToDoubleFunction<Node> quantity) {
        double here = mean(quantity);
        return Math.abs(here - other.mean(quantity)) <= AGREE * here;
    }

    /** Mean over the posterior. */
    double mean(ToDoubleFunction<Node> quantity) {
        return nodes.stream()
                        .mapToDouble(n -> n.density * quantity.applyAsDouble(n))
                        .sum()
                / nodes.stream().mapToDouble(Node::density).sum();
    }

    double lnEvidence() {
        double top = nodes.stream().mapToDouble(Node::lnDensity).max().orElseThrow();
        return top + Math.log(step * nodes.stream().mapToDouble(Node::density).sum());
    }

    /** A number that is normal given &epsilon;. */
    NormalMixture mixture(ToDoubleFunction<SlopePoints.Given> mean, ToDoubleFunction<SlopePoints.Given> sd) {
        return NormalMixture.of(
                nodes.stream().mapToDouble(Node::density).toArray(),
                nodes.stream().mapToDouble(n -> mean.applyAsDouble(n.line)).toArray(),
                nodes.stream().mapToDouble(n -> sd.applyAsDouble(n.line)).toArray());
    }

    /** Probabilities below the nodes, by cubics through four of them. */
    private double[] below() {
        int n = nodes.size();
        double[] sum = new double[n];
        for (int k = 1; k < n; k++) {
            double outer = nodes.get(Math.max(0, k - 2)).density + nodes.get(Math.min(n - 1, k + 1)).density;
            double inner = nodes.get(k - 1).density + nodes.get(k).density;
            sum[k] = sum[k - 1] + (13 * inner - outer) / 24;
        }
        for (int k = 0; k < n; k++) {
            sum[k] /= sum[n - 1];
        }
        return sum;
    }

    Percentiles percentiles() {
        double[] below = below();
        double[] q =
                Percentiles.LEVELS.stream().mapToDouble(p -> quantile(below, p)).toArray();
        return new Percentiles(q[0], q[1], q[2], q[3], q[4]);
    }

    /** The shortest interval of that probability; it begins at the smallest scatter where the density falls from there on. */
    Span highestDensity(double mass) {
        double[] below = below();
        double low = 0;
        double high = 1 - mass;
        double golden = 0.5 * (Math.sqrt(5) - 1);
        for (int k = 0; k < 60; k++) {
            double first = high - golden * (high - low);
            double second = low + golden * (high - low);
            if (width(below, first, mass) < width(below, second, mass)) {
                high = second;
            } else {
                low = first;
            }
        }
        double left = 0.5 * (low + high);
        return new Span(quantile(below, left), quantile(below, left + mass));
    }

    private double width(double[] below, double left, double mass) {
        return quantile(below, left + mass) - quantile(below, left);
    }

    /** Between nodes the density is straight and ln &epsilon; too: good to the square of a fine step. */
    private double quantile(double[] below, double probability) {
        int low = 0;
        int high = below.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (below[middle] <= probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double share = Math.clamp((probability - below[low]) / (below[high] - below[low]), 0, 1);
        double d0 = nodes.get(low).density;
        double d1 = nodes.get(high).density;
        // The way at which a density going straight from d0 to d1 has passed that share of its mass.
        double part = share * (d0 + d1) / (d0 + Math.sqrt(d0 * d0 + share * (d1 * d1 - d0 * d0)));
        double first = nodes.get(low).scatter;
        return first * Math.pow(nodes.get(high).scatter / first, Math.clamp(part, 0, 1));
    }
}
