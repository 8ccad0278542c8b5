package org.cellarius.measure.distribution;

import java.util.List;
import java.util.stream.IntStream;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.Quantity;

/** What is said below a figure of distributions. */
record DistributionCaption(Distribution product, Quantity value) {

    String text(List<Series> all, boolean inRows) {
        DistributionLook look = product.look();
        String what = switch (look.curve()) {
            case HISTOGRAM ->
                "Distribution of %s in bins of %s %s"
                        .formatted(value.named(), Numbers.brief(product.width()), value.unit());
            case KDE ->
                "Distribution of %s: Gaussian kernel density estimates with %s"
                        .formatted(value.named(), product.bandwidth().title());
        };
        String heights = switch (look.heights()) {
            case DENSITY -> ", each normalised to unit area (a density: its unit is one over that of the values)";
            case COUNT -> ", stars per %s %s".formatted(Numbers.brief(product.width()), value.unit());
            case FRACTION ->
                ", the fraction of a sample's stars per %s %s".formatted(Numbers.brief(product.width()), value.unit());
        };
        String samples = "; %s with at least %s."
                .formatted(
                        product.populations().size() > 1 ? "populations and slices" : "slices",
                        Numbers.stars(product.minimumCount()));
        String errors = look.errors()
                .map(e -> " Error bars are those of the counts (%s).".formatted(e.title()))
                .orElse("");
        return what + heights + samples + errors + (inRows ? RidgeFigure.caption(product) + stars(all) : "");
    }

    /** How many stars the curves have, which no legend tells. */
    private String stars(List<Series> all) {
        long[] counts = all.stream()
                .flatMapToLong(s -> IntStream.range(0, s.slices())
                        .filter(g -> s.described(g, product))
                        .mapToLong(g -> s.moments()[g].n()))
                .sorted()
                .toArray();
        return counts.length == 0
                ? ""
                : " N = %s to %s in a row."
                        .formatted(Numbers.count(counts[0]), Numbers.count(counts[counts.length - 1]));
    }
}
