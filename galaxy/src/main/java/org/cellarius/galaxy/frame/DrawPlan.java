package org.cellarius.galaxy.frame;

import java.util.List;
import java.util.Set;

/**
 * How many draws, from which seed, and what is told about them.
 *
 * @param seed the seed that the study names
 * @param draws draws per star: 100 in Vickers et al. (2021), 1000 in Hawkins (2023)
 * @param summaries what is written beside the standard deviations
 * @param derived further quantities to follow the draws
 */
public record DrawPlan(long seed, int draws, Set<Summary> summaries, List<DerivedQuantity> derived) {

    /** What may be written beside the standard deviations. */
    public enum Summary {
        /** {@code x_mean} &hellip; {@code v_z_mean}; of the azimuth the circular mean. */
        MEANS,
        /** {@code x_p16 x_p50 x_p84} &hellip;: percentiles, linear between order statistics; keeps one star's draws at a time. */
        PERCENTILES,
        /** {@code x_x_cov} &hellip; {@code vz_vz_cov}: the 21 covariances and variances of the cartesian state. */
        COVARIANCE
    }

    private static final int MOST = 1_000_000;

    public DrawPlan {
        if (draws < 2 || draws > MOST) {
            throw new IllegalArgumentException(draws + " draws per star: the number must lie between 2 and " + MOST);
        }
        summaries = Set.copyOf(summaries);
        derived = List.copyOf(derived);
    }

    boolean tells(Summary summary) {
        return summaries.contains(summary);
    }
}
