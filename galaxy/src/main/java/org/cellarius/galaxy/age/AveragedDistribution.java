package org.cellarius.galaxy.age;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The average of the distributions of one star's age on several grids, each with a share.
 *
 * @param shares of the grids; together 1
 */
record AveragedDistribution(List<AgeDistribution> parts, double[] shares) {

    /** Intervals are halved so often: ages are good to 1e-12 of the span. */
    private static final int HALVINGS = 40;

    AveragedDistribution {
        parts = List.copyOf(parts);
    }

    private double average(ToDoubleFunction<AgeDistribution> of) {
        return IntStream.range(0, shares.length)
                .mapToDouble(g -> shares[g] * of.applyAsDouble(parts.get(g)))
                .sum();
    }

    double shareBelow(double ageGyr) {
        return average(d -> d.shareBelow(ageGyr));
    }

    double meanGyr() {
        return average(AgeDistribution::meanGyr);
    }

    /** The age below which a share lies, Gyr: between those of the grids. */
    double quantileGyr(double share) {
        double low = parts.stream().mapToDouble(d -> d.quantileGyr(share)).min().orElseThrow();
        double high =
                parts.stream().mapToDouble(d -> d.quantileGyr(share)).max().orElseThrow();
        for (int n = 0; n < HALVINGS && high > low; n++) {
            double middle = 0.5 * (low + high);
            if (shareBelow(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    /** The age of the highest average density, Gyr, found as {@link AgeDistribution#modeGyr} does among the ages of all grids. */
    double modeGyr() {
        double[] ages = parts.stream()
                .flatMapToDouble(part -> Arrays.stream(part.agesGyr()))
                .sorted()
                .distinct()
                .toArray();
        double[] densities = Arrays.stream(ages)
                .map(age -> average(d -> d.densityPerGyr(age)))
                .toArray();
        return new AgeDistribution(ages, densities, new boolean[ages.length]).modeGyr();
    }
}
