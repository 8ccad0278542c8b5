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
 * Running median (Imig et al. 2023).
 *
 * @param populations names of populations, each measured apart and all in one figure; empty for the one of the head, or all stars
 * @param window number of stars in a window
 * @param overlap fraction of a window shared with the next
 * @param beside other columns for an axis, measured and drawn beside its own
 */
public record RunningMedianProfile(
        ProductHead head,
        List<String> populations,
        AxisSource x,
        AxisSource y,
        Optional<SlicesSource> slicing,
        int window,
        double overlap,
        Beside beside)
        implements Product {
    public RunningMedianProfile {
        populations = List.copyOf(populations);
    }

    @Override
    public String kind() {
        return "running-median";
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
        return RunningMedianProduct.measure(this, stars);
    }

    @Override
    public String quantity() {
        return "y_median";
    }

    @Override
    public List<KeyNumber> keyNumbers(ProductResult result) {
        return KeyNumber.ends(result, quantity());
    }

    @Override
    public Comparison comparison() {
        return Comparison.NONE;
    }

    /** Reads the section of a product of this kind. */
    public static RunningMedianProfile read(ProductHead head, Section s, Collection<String> populations) {
        return new RunningMedianProfile(
                head,
                PopulationNames.read(s, populations),
                AxisSource.read(s.section("x")),
                AxisSource.read(s.section("y")),
                SlicesSource.read(s),
                (int) Math.min(Integer.MAX_VALUE, s.integer("window")),
                s.number("overlap"),
                Beside.read(s));
    }
}
