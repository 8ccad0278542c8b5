package org.cellarius.study.read;

import java.util.Collection;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.Mistakes;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.measure.azimuth.AzimuthalVariation;
import org.cellarius.measure.birth.BirthRadiiReader;
import org.cellarius.measure.density.DensityProfile;
import org.cellarius.measure.distribution.Distribution;
import org.cellarius.measure.drawing.FigureReader;
import org.cellarius.measure.drawing.FigureSettings;
import org.cellarius.measure.gradient.GradientReader;
import org.cellarius.measure.migration.MigrationReader;
import org.cellarius.measure.plane.PlaneReader;
import org.cellarius.measure.product.Product;
import org.cellarius.measure.product.ProductHead;
import org.cellarius.measure.product.StarWeight;
import org.cellarius.measure.profile.BinnedMedianProfile;
import org.cellarius.measure.profile.RunningMedianProfile;
import org.cellarius.measure.smooth.SmoothFieldReader;

/** The section {@code products} of a study: what kinds there are. */
final class ProductReader {

    private ProductReader() {}

    static Product product(String name, Section s, Collection<String> populations, Optional<StarWeight> ofStudy) {
        var mistakes = new Mistakes();
        s.optionalText("population")
                .ifPresent(p -> mistakes.attempt(() -> s.place("population").oneOf(p, populations, "a population")));
        Optional<Product> product = mistakes.attempt(() -> ofKind(name, s, populations, ofStudy));
        mistakes.check();
        return product.orElseThrow();
    }

    private static Product ofKind(
            String name, Section s, Collection<String> populations, Optional<StarWeight> ofStudy) {
        var mistakes = new Mistakes();
        // With those of the product: the settings of figures hide none of its mistakes.
        Optional<FigureSettings> figure = mistakes.attempt(() -> FigureReader.read(s));
        var head = new ProductHead(
                name,
                s.textOr("title", name),
                s.optionalText("population"),
                s.optionalText("where"),
                StarWeight.read(s, ofStudy),
                figure.orElse(FigureSettings.NONE),
                s.place());
        Optional<Product> product = mistakes.attempt(() -> ofKind(head, s, populations));
        head.weight()
                .filter(w -> product.filter(p -> !p.takesWeights()).isPresent())
                .ifPresent(w -> mistakes.add(new InputError(
                        "a product of the kind '" + product.orElseThrow().kind() + "' takes no weights",
                        (s.has("weight") ? s.place("weight") : s.place()).toString(),
                        "Say  weight: none  in it")));
        mistakes.check();
        return product.orElseThrow();
    }

    private static Product ofKind(ProductHead head, Section s, Collection<String> populations) {
        return switch (s.text("kind")) {
            case "gradient" -> GradientReader.read(head, s, populations);
            case "running-median" -> RunningMedianProfile.read(head, s, populations);
            case "binned-median" -> BinnedMedianProfile.read(head, s, populations);
            case "plane" -> PlaneReader.read(head, s, populations);
            case "azimuth" -> AzimuthalVariation.read(head, s);
            case "birth-radii" -> BirthRadiiReader.read(head, s);
            case "smooth-map" -> SmoothFieldReader.read(head, s);
            case "migration" -> MigrationReader.read(head, s);
            case "density-profile" -> DensityProfile.read(head, s);
            case "distribution" -> Distribution.read(head, s, populations);
            default -> throw new IllegalStateException("the schema let the kind '" + s.text("kind") + "' pass");
        };
    }
}
