package org.cellarius.measure.distribution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.galaxy.population.KernelBandwidth;
import org.cellarius.galaxy.population.ShapeBootstrap;
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
 * Histogram and statistics of one quantity per slice.
 *
 * @param populations names of populations, each measured apart and all in one figure; empty for the one of the head, or all stars
 * @param width width of a bin, unit of the value
 * @param panels a second cut of the sample: each part is a panel with all slices
 * @param minimumCount slices with fewer stars are not described
 * @param bandwidth of kernel density estimates
 * @param bootstrap of the errors
 */
public record Distribution(
        ProductHead head,
        List<String> populations,
        AxisSource value,
        double width,
        Optional<SlicesSource> slicing,
        Optional<SlicesSource> panels,
        long minimumCount,
        KernelBandwidth bandwidth,
        ShapeBootstrap bootstrap,
        DistributionLook look)
        implements Product {
    static final String HISTOGRAM_TABLE = "-histogram";
    static final String CURVE_TABLE = "-kde";
    static final String SHAPE_FIGURE = "-shape";

    public Distribution {
        populations = List.copyOf(populations);
    }

    @Override
    public String kind() {
        return "distribution";
    }

    @Override
    public List<String> results() {
        var names = new ArrayList<>(List.of(head.name(), head.name() + HISTOGRAM_TABLE));
        if (look.curve() == DistributionLook.Curve.KDE) {
            names.add(head.name() + CURVE_TABLE);
        }
        if (slicing.isPresent()) {
            names.add(head.name() + SHAPE_FIGURE);
        }
        return names;
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
        panels.ifPresent(p -> reading.quantities(p.of()));
        reading.quantities(value);
    }

    @Override
    public void check(ProductChecks checks) {
        checks.number(value);
        checks.slices(slicing);
        checks.slices(panels);
    }

    @Override
    public Inquiry<ProductResult> measured(Stars stars) {
        return DistributionProduct.measure(this, stars);
    }

    @Override
    public String quantity() {
        return "median";
    }

    @Override
    public List<KeyNumber> keyNumbers(ProductResult result) {
        return KeyNumber.rows(result, quantity(), "mean", "sd");
    }

    @Override
    public List<String> citations() {
        return List.of(
                switch (bandwidth) {
                    case SCOTT1992 -> "Scott 1992, Multivariate Density Estimation, Wiley";
                    case SILVERMAN1986 ->
                        "Silverman 1986, Density Estimation for Statistics and Data Analysis, Chapman & Hall";
                });
    }

    @Override
    public Comparison comparison() {
        return Comparison.NAMED;
    }

    /** Reads the section of a product of this kind. */
    public static Distribution read(ProductHead head, Section s, Collection<String> populations) {
        return new Distribution(
                head,
                PopulationNames.read(s, populations),
                AxisSource.read(s.section("value")),
                s.number("width"),
                SlicesSource.read(s),
                SlicesSource.read(s, "panels"),
                s.integerOr("minimum-count", 30),
                s.choiceOr("bandwidth", "bandwidth", List.of(KernelBandwidth.values()), KernelBandwidth.SCOTT1992),
                new ShapeBootstrap((int) s.integerOr("draws", 200), s.integerOr("seed", 1)),
                DistributionLook.read(s));
    }
}
