package org.cellarius.measure.migration;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.galaxy.migration.MigrationLikelihood;
import org.cellarius.galaxy.migration.ScaleLength;

/** What the report says of a strength of migration. */
final class MigrationMethods {

    private MigrationMethods() {}

    static List<String> of(MigrationStrength product) {
        String likelihood = switch (product.orbits()) {
            case Orbits.Radii r ->
                "the strength of migration from the likelihood of [Fe/H] given radius and age, with σ = σ_8 (age/8 Gyr)^{1/2}";
            case Orbits.Actions a -> ofActions(a.likelihood());
        };
        String growth = switch (product.scaleLength()) {
            case ScaleLength.Known known ->
                "%s (1 − %s age/Gyr) kpc"
                        .formatted(
                                known.growth().scaleLengthNowKpc(),
                                known.growth().lossPerGyr());
            case ScaleLength.LossFitted fitted -> "%s (1 − s age) kpc, s fitted".formatted(fitted.nowKpc());
        };
        String ages = product.ageErrors().map(e -> "; " + e.text()).orElse("");
        return List.of(
                "%s, births in a disc of scale length %s and %s%s; by the mode of the posterior and the curvature there."
                        .formatted(likelihood, growth, product.enrichment().text(), ages));
    }

    private static String ofActions(MigrationLikelihood.Frankel2020 of) {
        String what = switch (of.given()) {
            case AGE -> "L_z, J_R and [Fe/H] given age";
            case AGE_AND_ANGULAR_MOMENTUM -> "J_R and [Fe/H] given L_z and age";
        };
        String drift = switch (of.drifting()) {
            case DISC -> "with the drift −σ²/(2 V_c R_d) that keeps the disc exponential";
            case NONE -> "without a drift";
        };
        return "migration and radial heating from the likelihood of %s: L_z (V_c = %s km/s) diffuses with σ (age/6 Gyr)^{1/2}, %s, J_R is exponential with a mean that grows as a power of age"
                .formatted(what, of.speedKms(), drift);
    }

    static List<String> citations(MigrationStrength product) {
        var all = new ArrayList<String>();
        all.add("Frankel et al. (2018), ApJ 865, 96: the strength of radial migration");
        switch (product.orbits()) {
            case Orbits.Radii r -> {}
            case Orbits.Actions a ->
                all.add(
                        "Frankel et al. (2020), ApJ 896, 15: migration and heating in angular momentum and radial action");
        }
        product.ageErrors()
                .filter(e -> e.prior() == AgeErrorSettings.Prior.DECONVOLVED)
                .ifPresent(
                        e -> all.add(
                                "Silverman et al. (1990), J. R. Stat. Soc. B 52, 271: the distribution of ages without their errors"));
        return all;
    }
}
