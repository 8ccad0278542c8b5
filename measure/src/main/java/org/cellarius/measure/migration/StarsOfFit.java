package org.cellarius.measure.migration;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.cellarius.galaxy.migration.AgeDistribution;
import org.cellarius.galaxy.migration.AgeErrors;
import org.cellarius.galaxy.migration.AgeNodes;
import org.cellarius.galaxy.migration.AgesByRadius;
import org.cellarius.galaxy.migration.MigrantStars;
import org.cellarius.galaxy.migration.MigrationLikelihood;

/**
 * The stars of a fit and their ages.
 *
 * @param ruledOut how many more there were, whose observed age is not possible with their errors
 */
record StarsOfFit(MigrantStars stars, AgeNodes ages, int ruledOut) {

    /** From the columns as read, in the order of {@link MigrationStrength#columns}. */
    static StarsOfFit of(MigrationStrength product, double[][] read) {
        MigrantStars all = all(product, read);
        AgeNodes ages = product.ageErrors()
                .map(settings -> nodes(product, settings, read, all.radiusKpc()))
                .orElseGet(() -> AgeNodes.exact(read[0]));
        int[] possible = ages.possible();
        return possible.length == all.count()
                ? new StarsOfFit(all, ages, 0)
                : new StarsOfFit(all.of(possible), ages.of(possible), all.count() - possible.length);
    }

    private static MigrantStars all(MigrationStrength product, double[][] read) {
        int n = read[0].length;
        double[] error = product.feHError().isPresent()
                ? read[2 + product.orbits().columns().size()]
                : new double[0];
        return switch (product.orbits()) {
            case Orbits.Radii r -> new MigrantStars(read[0], read[2], read[1], error);
            case Orbits.Actions a -> {
                double[] radius = new double[n];
                Arrays.setAll(radius, i -> read[2][i] / a.likelihood().speedKms());
                yield new MigrantStars(read[0], radius, read[1], error, read[3]);
            }
        };
    }

    private static AgeNodes nodes(
            MigrationStrength product, AgeErrorSettings settings, double[][] read, double[] radiusKpc) {
        AgeErrors errors = settings.of(read[0], read[read.length - 1]);
        IntFunction<AgeDistribution> priors = switch (settings.prior()) {
            case UNIFORM -> {
                AgeDistribution uniform = AgeDistribution.uniform(settings.oldestGyr());
                yield i -> uniform;
            }
            case DECONVOLVED ->
                AgesByRadius.deconvolved(read[0], errors, radiusKpc, mostGroups(product), settings.oldestGyr());
        };
        return AgeNodes.of(read[0], errors, priors, settings.nodes());
    }

    /** Where only the age is given, its distribution is that of all stars; where the radius is, too, that of the stars there. */
    private static int mostGroups(MigrationStrength product) {
        return switch (product.orbits().likelihood()) {
            case MigrationLikelihood.Frankel2018 f -> AgesByRadius.MOST;
            case MigrationLikelihood.Frankel2020 f ->
                switch (f.given()) {
                    case AGE -> 1;
                    case AGE_AND_ANGULAR_MOMENTUM -> AgesByRadius.MOST;
                };
        };
    }
}
