package org.cellarius.measure.azimuth;

import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.azimuth.Footprint;
import org.cellarius.galaxy.azimuth.RingModes;
import org.cellarius.galaxy.azimuth.RingSlope;
import org.cellarius.galaxy.population.Moments;
import org.cellarius.galaxy.population.Quantiles;
import org.cellarius.galaxy.population.WeightedQuantiles;

/**
 * What was found in a ring.
 *
 * @param n stars with radius, azimuth and value
 * @param radius their mean radius; NaN without stars
 * @param slope empty also where stars are seen all round
 * @param footprint the arc on which they are seen; empty without stars
 * @param constant what has to be added to the modes so that they run through the residuals
 */
record Ring(
        int number,
        int n,
        double radius,
        List<Bin> bins,
        Optional<RingSlope> slope,
        Optional<RingModes> modes,
        Optional<Footprint> footprint,
        double constant) {

    /** Errors of modes so many times those of a whole ring are told. */
    private static final double HARDLY_APART = 10;

    /** Whether the footprint tells a mode from the others. */
    boolean tells(RingModes.Mode mode) {
        return modes.filter(m -> m.inflation(mode) <= HARDLY_APART).isPresent();
    }

    /** What its modes are worth. */
    RingStatus status() {
        return modes.map(found ->
                        found.modes().stream().allMatch(this::tells) ? RingStatus.OK : RingStatus.MODES_HARDLY_APART)
                .orElse(RingStatus.NO_MODES);
    }

    /**
     * A bin of azimuth.
     *
     * @param residual moments of value minus reference
     * @param median of the same
     */
    record Bin(double low, double high, Moments residual, double median) {

        /** The bin of some residuals; weights are empty where all stars count the same. */
        static Bin of(double low, double high, double[] residuals, double[] weights) {
            double[] sorted = residuals.clone();
            if (weights.length > 0) {
                double[] own = weights.clone();
                double median = WeightedQuantiles.medianOf(sorted, own);
                return new Bin(low, high, Moments.of(sorted, own, sorted.length), median);
            }
            java.util.Arrays.sort(sorted);
            return new Bin(low, high, Moments.of(sorted, sorted.length), Quantiles.ofSorted(sorted, 0.5));
        }

        double medianError() {
            return Moments.MEDIAN_OVER_MEAN * residual.standardError();
        }

        double middle() {
            return 0.5 * (low + high);
        }
    }

    /** The bins with enough stars. */
    List<Bin> shown(long minimumCount) {
        return bins.stream()
                .filter(b -> b.residual().n() >= Math.max(2, minimumCount))
                .toList();
    }

    /** Standard deviation of the bins' medians; NaN of fewer than two. */
    double spread(long minimumCount) {
        double[] medians = shown(minimumCount).stream().mapToDouble(Bin::median).toArray();
        return medians.length < 2
                ? Double.NaN
                : Moments.of(medians, medians.length).standardDeviation();
    }

    /** What their errors alone would make of it (Imig et al. 2023, eqs. 2 and 3, with the variance of a median). */
    double expectedSpread(long minimumCount) {
        return Math.sqrt(shown(minimumCount).stream()
                .mapToDouble(b -> b.medianError() * b.medianError())
                .average()
                .orElse(Double.NaN));
    }
}
