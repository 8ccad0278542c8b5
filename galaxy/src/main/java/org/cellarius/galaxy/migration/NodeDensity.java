package org.cellarius.galaxy.migration;

import java.util.Optional;

/** p of what is fitted of a star, at one of its ages, for some values of the parameters. */
final class NodeDensity {

    private final MigrantStars stars;
    private final AgeNodes ages;
    private final MigrationModel model;
    private final double[] values;
    private final WanderedStars wandered;
    private final double scatterSquared;
    private final Optional<Heating> heating;

    NodeDensity(MigrantStars stars, AgeNodes ages, MigrationModel model, double[] values, WanderedStars wandered) {
        this.stars = stars;
        this.ages = ages;
        this.model = model;
        this.values = values;
        this.wandered = wandered;
        this.scatterSquared = model.scatterDex(values) * model.scatterDex(values);
        this.heating = model.heats() ? Optional.of(model.heating(values)) : Optional.empty();
    }

    double ln(int star, int node, double lnBirths) {
        double metallicity = lnMetallicity(star, node) - lnBirths;
        double mixed = model.contaminants().isPresent()
                ? model.contaminants()
                        .get()
                        .lnMixed(metallicity, model.share(values), stars.feHDex()[star], stars.variance(star))
                : metallicity;
        return switch (model.likelihood()) {
            case MigrationLikelihood.Frankel2018 f -> mixed;
            case MigrationLikelihood.Frankel2020 f -> mixed + lnOrbit(f, star, node, lnBirths);
        };
    }

    private double lnMetallicity(int star, int node) {
        double age = ages.ageGyr()[node];
        return wandered.lnWithFeH(
                age,
                stars.radiusKpc()[star],
                stars.feHDex()[star],
                model.enrichment().centreDex(values, age),
                model.enrichment().gradientDexPerKpc(values, age),
                scatterSquared + stars.variance(star));
    }

    /** ln p(J_R | L_z, &tau;), and of p(L_z | &tau;) where only the age is given. */
    private double lnOrbit(MigrationLikelihood.Frankel2020 of, int star, int node, double lnBirths) {
        // A mean action of zero has no density.
        double age = Math.max(WanderedStars.YOUNGEST_GYR, ages.ageGyr()[node]);
        double radius = stars.radiusKpc()[star];
        double action = heating.orElseThrow().lnDensity(stars.radialActionKpcKms()[star], age, radius);
        return switch (of.given()) {
            case AGE -> action + wandered.lnRadius(lnBirths, age, radius) - Math.log(of.speedKms());
            case AGE_AND_ANGULAR_MOMENTUM -> action;
        };
    }
}
