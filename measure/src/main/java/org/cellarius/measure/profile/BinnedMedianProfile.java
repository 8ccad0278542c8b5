package org.cellarius.measure.profile;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.product.AxisSource;
import org.cellarius.measure.product.KeyNumber;
import org.cellarius.measure.product.PopulationNames;
import org.cellarius.measure.product.Populations;
import org.cellarius.measure.product.Product;
import org.cellarius.measure.product.ProductChecks;
import org.cellarius.measure.product.ProductHead;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.SlicesSource;
import org.cellarius.measure.product.Stars;
import org.cellarius.measure.product.StarsRead;

/**
 * Medians in bins of x and an unweighted line through them (Long et al. 2025).
 *
 * @param populations names of populations, each measured apart and all in one figure; empty for the one of the head, or all stars
 * @param width width of a bin, unit of x; bins start at multiples of it
 * @param minimumCount bins with fewer stars do not enter the line
 * @param beside other columns for an axis, measured and drawn beside its own
 */
public record BinnedMedianProfile(
        ProductHead head,
        List<String> populations,
        AxisSource x,
        AxisSource y,
        double width,
        Optional<SlicesSource> slicing,
        long minimumCount,
        Beside beside)
        implements Product {
    public BinnedMedianProfile {
        populations = List.copyOf(populations);
    }

    @Override
    public String kind() {
        return "binned-median";
    }

    @Override
    public List<String> results() {
        return List.of(head.name(), head.name() + "-bins");
    }

    @Override
    public List<SlicesSource> slices() {
        return slicing.stream().toList();
    }

    @Override
    public List<ProductHead> samples() {
        return Populations.heads(head, populations);
    }

    @Override
    public boolean takesWeights() {
        return true;
    }

    @Override
    public void read(StarsRead.Reading reading) {
        reading.stars(head, populations, slicing);
        reading.quantities(x, y);
        beside.x().forEach(other -> reading.quantities(other));
        beside.y().forEach(other -> reading.quantities(other));
    }

    @Override
    public void check(ProductChecks checks) {
        checks.number(x);
        checks.number(y);
        beside.x().forEach(checks::number);
        beside.y().forEach(checks::number);
        checks.slices(slicing);
    }

    @Override
    public Inquiry<ProductResult> measured(Stars stars) {
        return BinnedMedianProduct.measure(this, stars);
    }

    @Override
    public String quantity() {
        return "slope";
    }

    @Override
    public List<KeyNumber> keyNumbers(ProductResult result) {
        return // What its table counts are bins.
        KeyNumber.rows(result, quantity()).stream().map(KeyNumber::withoutStars).toList();
    }

    @Override
    public Comparison comparison() {
        return Comparison.USUAL;
    }

    /** Reads the section of a product of this kind. */
    public static BinnedMedianProfile read(ProductHead head, Section s, Collection<String> populations) {
        return new BinnedMedianProfile(
                head,
                PopulationNames.read(s, populations),
                AxisSource.read(s.section("x")),
                AxisSource.read(s.section("y")),
                s.number("width"),
                SlicesSource.read(s),
                s.integerOr("minimum-count", 10),
                Beside.read(s));
    }

    @Override
    public List<String> methods() {
        return List.of(
                "through binned medians ỹ: Σ (ỹ − m x − b)² → min, x the centres of the bins, every bin counting alike; its error is that from the scatter of the medians about the line.");
    }
}
