package org.cellarius.measure.azimuth;

import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.azimuth.RingModes;
import org.cellarius.galaxy.azimuth.RingSlope;
import org.cellarius.galaxy.population.Moments;
import org.cellarius.galaxy.population.Quantiles;

/**
 * What was found in a ring.
 *
 * @param n stars with radius, azimuth and value
 * @param radius their mean radius; NaN without stars
 */
record Ring(
        int number,
        int n,
        double radius,
        List<Bin> bins,
        Optional<RingSlope> slope,
        Optional<RingModes> modes,
        double constant) {

    /**
     * A bin of azimuth.
     *
     * @param residual moments of value minus reference
     * @param median of the same
     */
    record Bin(double low, double high, Moments residual, double median) {

        /** The bin of some residuals. */
        static Bin of(double low, double high, double[] residuals) {
            double[] sorted = residuals.clone();
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
