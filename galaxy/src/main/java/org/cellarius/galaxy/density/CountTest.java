package org.cellarius.galaxy.density;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.kernel.StandardNormal;

/**
 * Whether a profile fits: stars counted in rings and layers against those expected.
 *
 * <p>Parameters that are fitted to the stars themselves make &chi;&sup2; of the counts smaller, but not by as many degrees of freedom as there are parameters (Chernoff and Lehmann 1954, Ann. Math.
 * Stat. 25, 579). The statistic of Nikulin (1973), Rao and Robson (1974) gives back what the fit took: &Sigma; (O &minus; E)&sup2;/E + r&#7488; (N W)<sup>&minus;1</sup> r, with r = &Sigma; (O &minus; E) s&#772;, s&#772; the mean over a cell of s
 * = &part; ln &nu;/&part;&theta; and W the covariance of s within cells. For many stars and a right model it has the &chi;&sup2; distribution of as many degrees of freedom as there are cells, less one; whatever the parameters are.
 *
 * @param cells rings and layers, rising; those that expect fewer than {@value #FEWEST_EXPECTED} stars enter the statistic as one
 * @param statistic of Nikulin, Rao and Robson
 * @param degreesOfFreedom cells less one
 * @param chance how often a right model gives a larger statistic
 */
public record CountTest(List<Cell> cells, double statistic, int degreesOfFreedom, double chance) {

    /**
     * A cell.
     *
     * @param fromRKpc where it begins in radius, kpc
     * @param toRKpc where it ends
     * @param fromZKpc where it begins in height without its sign, kpc
     * @param toZKpc where it ends
     * @param observed stars in it
     * @param expected stars expected
     */
    public record Cell(double fromRKpc, double toRKpc, double fromZKpc, double toZKpc, long observed, double expected) {

        /** (O &minus; E)/&radic;E, of small cells a rough measure. */
        public double pull() {
            return (observed - expected) / Math.sqrt(expected);
        }
    }

    public CountTest {
        cells = List.copyOf(cells);
    }

    /**
     * Tests a profile; empty where the stars are too few for two cells, or the volume does not determine the profile.
     *
     * @param near values of the parameters near the highest likelihood, such as medians of the posterior
     * @param volume points of {@link VolumeCells}
     */
    public static Optional<CountTest> of(
            DensityModel model, double[] rKpc, double[] zKpc, EffectiveVolume volume, double[] near) {
        var posterior = new DensityPosterior(model, rKpc, zKpc, volume);
        return HighestLikelihood.of(posterior, model, volume, near)
                .map(HighestLikelihood::values)
                .flatMap(best -> {
                    ProfileScores scores = ProfileScores.of(model, best, posterior.widths(), volume);
                    return CountGrid.of(scores.share(), volume, rKpc.length, model.breakKpc(best))
                            .test(scores, volume, rKpc, zKpc);
                });
    }

    /** How often a &chi;&sup2; of so many degrees of freedom is larger; in closed form. */
    static double tail(double chi2, int degrees) {
        double half = 0.5 * chi2;
        if (degrees % 2 == 0) {
            double term = Math.exp(-half);
            double sum = term;
            for (int k = 1; k < degrees / 2; k++) {
                term *= half / k;
                sum += term;
            }
            return Math.min(1, sum);
        }
        double root = Math.sqrt(chi2);
        double term = 2 * StandardNormal.density(root) * root;
        double sum = 2 * StandardNormal.below(-root);
        for (int k = 1; k <= degrees / 2; k++) {
            sum += term;
            term *= chi2 / (2 * k + 1);
        }
        return Math.min(1, sum);
    }

    /** Cells that expect fewer stars are put together. */
    static final double FEWEST_EXPECTED = 5;

    /** Cells of a grid that expect too few stars, and what lies outside it, are one. */
    static List<List<Integer>> groups(double[] expected) {
        var groups = new ArrayList<List<Integer>>();
        var rest = new ArrayList<Integer>();
        for (int k = 0; k < expected.length; k++) {
            if (expected[k] >= FEWEST_EXPECTED) {
                groups.add(List.of(k));
            } else if (expected[k] > 0) {
                rest.add(k);
            }
        }
        if (rest.stream().mapToDouble(k -> expected[k]).sum() >= FEWEST_EXPECTED) {
            groups.add(List.copyOf(rest));
        } else if (!groups.isEmpty() && !rest.isEmpty()) {
            var last = new ArrayList<>(groups.removeLast());
            last.addAll(rest);
            groups.add(List.copyOf(last));
        }
        return groups;
    }
}
