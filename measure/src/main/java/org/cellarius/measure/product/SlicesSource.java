package org.cellarius.measure.product;

import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.galaxy.population.Grouping;

/** Slices of a sample: [e0, e1), [e1, e2), &hellip; of a quantity. */
public record SlicesSource(AxisSource of, List<Double> edges) {
    public SlicesSource {
        edges = List.copyOf(edges);
    }

    /** The section {@code slices} of a product; empty where there is none. */
    public static Optional<SlicesSource> read(Section product) {
        return read(product, "slices");
    }

    /** A section of that kind under another name. */
    public static Optional<SlicesSource> read(Section product, String key) {
        return product.optionalSection(key).map(s -> {
            List<Double> edges = s.numbers("edges");
            s.place("edges").checked(() -> new Grouping.Slices(edges));
            return new SlicesSource(
                    new AxisSource(
                            s.text("of"), s.optionalText("label"), s.optionalText("unit"), List.of(), s.place("of")),
                    edges);
        });
    }
}
