package org.cellarius.measure.migration;

import java.util.List;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.galaxy.birth.DiscGrowth;
import org.cellarius.galaxy.migration.Contaminants;
import org.cellarius.galaxy.migration.Enrichment;
import org.cellarius.measure.product.AxisSource;
import org.cellarius.measure.product.ProductHead;

/** Reads the section of a strength of migration. */
public final class MigrationReader {

    private MigrationReader() {}

    private enum Law {
        LINEAR,
        FRANKEL2018
    }

    /** Reads the section of a product of this kind. */
    public static MigrationStrength read(ProductHead head, Section s) {
        DiscGrowth growth = s.place("scale-length-loss")
                .checked(() ->
                        new DiscGrowth(s.quantity("scale-length", "kpc"), s.quantity("scale-length-loss", "1/Gyr")));
        return new MigrationStrength(
                head,
                AxisSource.read(s.section("age")),
                AxisSource.read(s.section("radius")),
                AxisSource.read(s.section("value")),
                s.optionalSection("value-error").map(AxisSource::read),
                growth,
                enrichment(s),
                s.optionalSection("contaminants")
                        .map(c -> c.place()
                                .checked(
                                        () -> new Contaminants(c.quantity("mean", "dex"), c.quantity("width", "dex")))),
                s.integerOr("minimum-count", 100));
    }

    private static Enrichment enrichment(Section s) {
        Law law = s.choice("enrichment", "law of enrichment", List.of(Law.values()));
        boolean linear = law == Law.LINEAR;
        if (s.has("reference-radius") != linear) {
            throw new InputError(
                    linear ? "'reference-radius' is missing" : "'reference-radius' belongs to  enrichment: linear",
                    s.place(linear ? "enrichment" : "reference-radius").toString(),
                    linear ? "Add the radius that the level of [Fe/H] is told at, for example 8.2 kpc" : "Remove it");
        }
        return switch (law) {
            case LINEAR -> new Enrichment.Linear(s.quantity("reference-radius", "kpc"));
            case FRANKEL2018 -> new Enrichment.Frankel2018();
        };
    }
}
