package org.cellarius.measure.migration;

import java.util.List;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.galaxy.birth.DiscGrowth;
import org.cellarius.galaxy.migration.Contaminants;
import org.cellarius.galaxy.migration.Enrichment;
import org.cellarius.galaxy.migration.MigrationLikelihood;
import org.cellarius.galaxy.migration.ScaleLength;
import org.cellarius.measure.product.AxisSource;
import org.cellarius.measure.product.ProductHead;

/** Reads the section of a strength of migration. */
public final class MigrationReader {

    private MigrationReader() {}

    private enum Law {
        LINEAR,
        FRANKEL2018
    }

    private enum Likelihood {
        FRANKEL2018,
        FRANKEL2020
    }

    private enum Growth {
        KNOWN,
        FITTED
    }

    /** Reads the section of a product of this kind. */
    public static MigrationStrength read(ProductHead head, Section s) {
        Enrichment enrichment = enrichment(s);
        ScaleLength scaleLength = scaleLength(s);
        return new MigrationStrength(
                head,
                AxisSource.read(s.section("age")),
                orbits(s),
                AxisSource.read(s.section("value")),
                s.optionalSection("value-error").map(AxisSource::read),
                s.optionalSection("age-errors").map(a -> ageErrors(a, enrichment, scaleLength)),
                scaleLength,
                enrichment,
                s.optionalSection("contaminants")
                        .map(c -> c.place()
                                .checked(
                                        () -> new Contaminants(c.quantity("mean", "dex"), c.quantity("width", "dex")))),
                s.integerOr("minimum-count", 100));
    }

    private static Orbits orbits(Section s) {
        Likelihood likelihood =
                s.choiceOr("likelihood", "likelihood", List.of(Likelihood.values()), Likelihood.FRANKEL2018);
        boolean actions = likelihood == Likelihood.FRANKEL2020;
        belongs(s, "radius", !actions, "likelihood: frankel2018", "the guiding radius today, in kpc");
        for (String key : List.of("angular-momentum", "radial-action")) {
            belongs(
                    s,
                    key,
                    actions,
                    "likelihood: frankel2020",
                    "a column in kpc km/s: 'orbits' in the study derives l_z and j_r");
        }
        belongs(s, "speed", actions, "likelihood: frankel2020", "the circular speed, for example 236 km/s");
        belongs(s, "given", actions, "likelihood: frankel2020", "age, or age-and-angular-momentum");
        belongs(s, "drift", actions, "likelihood: frankel2020", "disc, or none");
        return switch (likelihood) {
            case FRANKEL2018 -> new Orbits.Radii(AxisSource.read(s.section("radius")));
            case FRANKEL2020 ->
                new Orbits.Actions(
                        AxisSource.read(s.section("angular-momentum")),
                        AxisSource.read(s.section("radial-action")),
                        s.place("speed")
                                .checked(() -> new MigrationLikelihood.Frankel2020(
                                        s.quantity("speed", "km/s"),
                                        s.choice("given", "condition", List.of(MigrationLikelihood.Given.values())),
                                        s.choice("drift", "drift", List.of(MigrationLikelihood.Drift.values())))));
        };
    }

    private static ScaleLength scaleLength(Section s) {
        Growth growth = s.choiceOr("growth", "growth of the disc", List.of(Growth.values()), Growth.KNOWN);
        belongs(
                s,
                "scale-length-loss",
                growth == Growth.KNOWN,
                "growth: known",
                "s of R_d (1 - s age), for example 0.0375 1/Gyr, or  growth: fitted");
        double now = s.quantity("scale-length", "kpc");
        return switch (growth) {
            case KNOWN ->
                s.place("scale-length-loss")
                        .checked(() ->
                                new ScaleLength.Known(new DiscGrowth(now, s.quantity("scale-length-loss", "1/Gyr"))));
            case FITTED -> s.place("scale-length").checked(() -> new ScaleLength.LossFitted(now));
        };
    }

    private static AgeErrorSettings ageErrors(Section s, Enrichment enrichment, ScaleLength scaleLength) {
        double oldest = s.quantity("oldest", "Gyr");
        double limit = MigrationStrength.oldestGyr(enrichment, scaleLength);
        boolean disc = !(scaleLength instanceof ScaleLength.Known known)
                || known.growth().reaches(oldest);
        if (!(oldest > 0 && oldest <= limit && disc)) {
            throw new InputError(
                    "an oldest age of " + oldest + " Gyr is not possible",
                    s.place("oldest").toString(),
                    "Take one above 0 and below " + limit + " Gyr, where the disc of the model begins");
        }
        return new AgeErrorSettings(
                AxisSource.read(s.section("error")),
                s.choice("shape", "shape", List.of(AgeErrorSettings.Shape.values())),
                s.choiceOr(
                        "prior", "prior", List.of(AgeErrorSettings.Prior.values()), AgeErrorSettings.Prior.DECONVOLVED),
                oldest,
                (int) s.integerOr("nodes", 7));
    }

    private static Enrichment enrichment(Section s) {
        Law law = s.choice("enrichment", "law of enrichment", List.of(Law.values()));
        belongs(
                s,
                "reference-radius",
                law == Law.LINEAR,
                "enrichment: linear",
                "the radius that the level of [Fe/H] is told at, for example 8.2 kpc");
        return switch (law) {
            case LINEAR -> new Enrichment.Linear(s.quantity("reference-radius", "kpc"));
            case FRANKEL2018 -> new Enrichment.Frankel2018();
        };
    }

    /** That a key is there where it is needed, and only there. */
    private static void belongs(Section s, String key, boolean needed, String to, String what) {
        if (s.has(key) != needed) {
            throw new InputError(
                    needed ? "'" + key + "' is missing" : "'" + key + "' belongs to  " + to,
                    (needed ? s.place() : s.place(key)).toString(),
                    needed ? "Add it: " + what : "Remove it");
        }
    }
}
