package org.cellarius.galaxy.posterior;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.random.CounterRandom;

/**
 * A mixture of multivariate Student t's: what importance sampling draws from. Its first component, wide and never moved, keeps tails under the
 * others, which follow the weighted draws (population Monte Carlo; Capp&eacute; et al. 2008, Statistics and Computing 18, 447).
 *
 * @param components their shares add up to 1
 */
record StudentMixture(List<Component> components) {

    /** Degrees of freedom: tails heavier than the posterior's. */
    private static final int FREEDOM = 6;

    /** Share of the component that is never moved, where there are others. */
    private static final double WIDE_SHARE = 0.1;

    private static final double WIDER = 1.5;

    /** Components with less are left out. */
    private static final double LEAST_SHARE = 1e-4;

    /** Number of components that follow the draws, where no others are given. */
    private static final int MOVING = 8;

    /** Part of the whole covariance that is kept in each component, so that none collapses. */
    private static final double KEPT = 0.003;

    /**
     * One of the t's.
     *
     * @param share its share
     * @param centre its centre
     * @param width factor of its scale matrix
     */
    private record Component(double share, double[] centre, Cholesky width) {

        double chi2(double[] place) {
            double[] away = place.clone();
            for (int k = 0; k < away.length; k++) {
                away[k] -= centre[k];
            }
            double length = width.length(away);
            return length * length;
        }

        /** ln of share times density, without what all components have in common. */
        double ln(double chi2) {
            return Math.log(share) - width.lnDiagonal() - 0.5 * (FREEDOM + centre.length) * Math.log1p(chi2 / FREEDOM);
        }
    }

    static StudentMixture one(double[] centre, Cholesky width) {
        return new StudentMixture(List.of(new Component(1, centre.clone(), width)));
    }

    /** Draw number i. */
    double[] draw(int i, CounterRandom random) {
        int d = components.getFirst().centre.length;
        Component from = components.size() == 1 ? components.getFirst() : chosen(random.uniform(i, d + FREEDOM));
        double[] z = new double[d];
        for (int k = 0; k < d; k++) {
            z[k] = random.normal(i, k);
        }
        double chi2 = 0;
        for (int k = 0; k < FREEDOM; k++) {
            double t = random.normal(i, d + k);
            chi2 += t * t;
        }
        double stretch = Math.sqrt(FREEDOM / chi2);
        for (int k = 0; k < d; k++) {
            z[k] *= stretch;
        }
        double[] place = from.width.times(z);
        for (int k = 0; k < d; k++) {
            place[k] += from.centre[k];
        }
        return place;
    }

    private Component chosen(double uniform) {
        double below = 0;
        for (Component c : components) {
            below += c.share;
            if (uniform < below) {
                return c;
            }
        }
        return components.getLast();
    }

    /** ln of the density. */
    double ln(double[] place) {
        double[] parts = parts(place);
        double most = parts[0];
        for (double p : parts) {
            most = Math.max(most, p);
        }
        double sum = 0;
        for (double p : parts) {
            sum += Math.exp(p - most);
        }
        return most + Math.log(sum) + lnNormalisation(place.length);
    }

    private double[] parts(double[] place) {
        double[] parts = new double[components.size()];
        for (int c = 0; c < parts.length; c++) {
            parts[c] = components.get(c).ln(components.get(c).chi2(place));
        }
        return parts;
    }

    /** A wide component and several moving ones where the weighted draws lie; empty where the draws have no width. */
    static Optional<StudentMixture> around(WeightedDraws draws) {
        double[][] covariance = draws.covariance();
        Optional<Cholesky> whole = Cholesky.of(covariance);
        return whole.map(width -> {
            var components = new ArrayList<Component>();
            components.add(new Component(WIDE_SHARE, draws.means(), scaled(width, WIDER)));
            double total = 0;
            for (double w : draws.weights()) {
                total += w;
            }
            double below = 0;
            int next = 0;
            for (int i = 0; i < draws.weights().length && next < MOVING; i++) {
                below += draws.weights()[i];
                while (next < MOVING && below > (next + 0.5) / MOVING * total) {
                    components.add(new Component((1 - WIDE_SHARE) / MOVING, draws.values()[i], scaled(width, 0.7)));
                    next++;
                }
            }
            return new StudentMixture(components);
        });
    }

    /**
     * Components of given centres and covariances beside a wide one about all of them; shares by mass, none less than a fifth of an equal one.
     *
     * @param lnMass ln of the mass of each, not normalised
     */
    static StudentMixture of(List<double[]> centres, List<double[][]> covariances, double[] lnMass) {
        double most = Double.NEGATIVE_INFINITY;
        for (double m : lnMass) {
            most = Math.max(most, m);
        }
        int n = centres.size();
        double[] weights = new double[n];
        double sum = 0;
        for (int k = 0; k < n; k++) {
            weights[k] = Math.exp(lnMass[k] - most);
            sum += weights[k];
        }
        double floored = 0;
        for (int k = 0; k < n; k++) {
            weights[k] = Math.max(weights[k], 0.2 * sum / n);
            floored += weights[k];
        }
        var draws = new WeightedDraws(centres.toArray(double[][]::new), weights);
        double[][] whole = draws.covariance();
        var components = new ArrayList<Component>();
        for (int k = 0; k < n; k++) {
            double share = weights[k] / floored;
            for (int i = 0; i < whole.length; i++) {
                for (int j = 0; j < whole.length; j++) {
                    whole[i][j] += share * covariances.get(k)[i][j];
                }
            }
        }
        Cholesky.of(whole).ifPresent(w -> components.add(new Component(WIDE_SHARE, draws.means(), scaled(w, WIDER))));
        for (int k = 0; k < n; k++) {
            double share = (1 - WIDE_SHARE) * weights[k] / floored;
            double[] centre = centres.get(k);
            Cholesky.of(covariances.get(k)).ifPresent(w -> components.add(new Component(share, centre, w)));
        }
        return new StudentMixture(components);
    }

    private static Cholesky scaled(Cholesky width, double by) {
        double[][] factor = new double[width.factor().length][];
        for (int i = 0; i < factor.length; i++) {
            factor[i] = width.factor()[i].clone();
            for (int j = 0; j <= i; j++) {
                factor[i][j] *= by;
            }
        }
        return new Cholesky(factor);
    }

    /** The moving components after one step of expectation and maximisation on weighted draws. */
    StudentMixture refitted(WeightedDraws draws) {
        int d = draws.values()[0].length;
        int count = components.size();
        double[][] whole = draws.covariance();
        double[] share = new double[count];
        double[] pull = new double[count];
        double[][] first = new double[count][d];
        double[][][] second = new double[count][d][d];
        double total = 0;
        for (int i = 0; i < draws.values().length; i++) {
            double weight = draws.weights()[i];
            if (weight <= 0) {
                continue;
            }
            total += weight;
            double[] place = draws.values()[i];
            double[] parts = parts(place);
            double most = Double.NEGATIVE_INFINITY;
            for (double p : parts) {
                most = Math.max(most, p);
            }
            double sum = 0;
            for (int c = 0; c < count; c++) {
                parts[c] = Math.exp(parts[c] - most);
                sum += parts[c];
            }
            for (int c = 1; c < count; c++) {
                double of = weight * parts[c] / sum;
                double u = of * (FREEDOM + d) / (FREEDOM + components.get(c).chi2(place));
                share[c] += of;
                pull[c] += u;
                for (int k = 0; k < d; k++) {
                    first[c][k] += u * place[k];
                    for (int j = 0; j <= k; j++) {
                        second[c][k][j] += u * place[k] * place[j];
                    }
                }
            }
        }
        var moved = new ArrayList<Component>();
        double kept = 0;
        for (int c = 1; c < count; c++) {
            double portion = share[c] / total;
            if (!(portion > LEAST_SHARE)) {
                continue;
            }
            double[] centre = new double[d];
            double[][] scale = new double[d][d];
            for (int k = 0; k < d; k++) {
                centre[k] = first[c][k] / pull[c];
            }
            for (int k = 0; k < d; k++) {
                for (int j = 0; j <= k; j++) {
                    double s = (second[c][k][j] - pull[c] * centre[k] * centre[j]) / share[c] + KEPT * whole[k][j];
                    scale[k][j] = s;
                    scale[j][k] = s;
                }
            }
            Optional<Cholesky> width = Cholesky.of(scale);
            if (width.isPresent()) {
                moved.add(new Component(portion, centre, width.get()));
                kept += portion;
            }
        }
        if (moved.isEmpty()) {
            return this;
        }
        var all = new ArrayList<Component>();
        all.add(components.getFirst());
        for (Component c : moved) {
            all.add(new Component((1 - WIDE_SHARE) * c.share / kept, c.centre, c.width));
        }
        return new StudentMixture(all);
    }

    /** The same components with the shares that weighted draws ask for; none less than a fifth of an equal one, so that thin tails are met. */
    StudentMixture reshared(WeightedDraws draws) {
        int count = components.size();
        double[] share = new double[count];
        double total = 0;
        for (int i = 0; i < draws.values().length; i++) {
            double weight = draws.weights()[i];
            if (weight <= 0) {
                continue;
            }
            double[] parts = parts(draws.values()[i]);
            double most = Double.NEGATIVE_INFINITY;
            for (double p : parts) {
                most = Math.max(most, p);
            }
            double sum = 0;
            for (int c = 0; c < count; c++) {
                parts[c] = Math.exp(parts[c] - most);
                sum += parts[c];
            }
            for (int c = 0; c < count; c++) {
                share[c] += weight * parts[c] / sum;
            }
            total += weight;
        }
        double floored = 0;
        for (int c = 0; c < count; c++) {
            share[c] = Math.max(share[c] / total, 0.2 / count);
            floored += share[c];
        }
        var all = new ArrayList<Component>();
        for (int c = 0; c < count; c++) {
            all.add(new Component(share[c] / floored, components.get(c).centre, components.get(c).width));
        }
        return new StudentMixture(all);
    }

    /** ln of Student's density at its centre, for unit width. */
    private static double lnNormalisation(int d) {
        return lnGammaOfHalf(FREEDOM + d) - lnGammaOfHalf(FREEDOM) - 0.5 * d * Math.log(FREEDOM * Math.PI);
    }

    /** ln &Gamma;(k/2). */
    private static double lnGammaOfHalf(int k) {
        double ln = k % 2 == 0 ? 0 : 0.5 * Math.log(Math.PI);
        for (double x = k % 2 == 0 ? 1 : 0.5; x < 0.5 * k - 0.25; x++) {
            ln += Math.log(x);
        }
        return ln;
    }
}
