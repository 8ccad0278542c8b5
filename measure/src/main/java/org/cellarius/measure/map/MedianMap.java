package org.cellarius.measure.map;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.product.AxisSource;
import org.cellarius.measure.product.KeyNumber;
import org.cellarius.measure.product.Product;
import org.cellarius.measure.product.ProductChecks;
import org.cellarius.measure.product.ProductHead;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.Sample;
import org.cellarius.measure.product.Stars;
import org.cellarius.measure.product.StarsRead;

/**
 * Medians in square cells of a plane.
 *
 * @param cellKpc side of a cell, kpc; cells start at multiples of it
 * @param minimumCount cells with fewer stars are not shown
 * @param xRange range of cells along x, two numbers in kpc, or none for all
 * @param yRange the same along y
 */
public record MedianMap(
        ProductHead head,
        Plane plane,
        AxisSource value,
        double cellKpc,
        long minimumCount,
        List<Double> xRange,
        List<Double> yRange)
        implements Product {
    public MedianMap {
        xRange = List.copyOf(xRange);
        yRange = List.copyOf(yRange);
    }

    @Override
    public String kind() {
        return "map";
    }

    @Override
    public void read(StarsRead.Reading reading) {
        reading.stars(head, List.of(), Optional.empty());
        reading.quantities(value);
        reading.column(plane.horizontal());
        reading.column(plane.vertical());
    }

    @Override
    public void check(ProductChecks checks) {
        checks.number(value);
        checks.column(plane.horizontal());
        checks.column(plane.vertical());
    }

    @Override
    public Inquiry<ProductResult> measured(Stars stars) {
        return MapProduct.measure(this, Sample.of(stars, head, Optional.empty()));
    }

    @Override
    public String quantity() {
        return "median";
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
    public static MedianMap read(ProductHead head, Section s) {
        Plane plane = Arrays.stream(Plane.values())
                .filter(p -> p.word().equals(s.text("plane")))
                .findFirst()
                .orElseThrow();
        double cellKpc = s.quantity("cell", "kpc");
        if (!(cellKpc > 0)) {
            throw new InputError(
                    "a cell of " + cellKpc + " kpc", s.place("cell").toString(), "It must be larger than zero");
        }
        Optional<Section> range = s.optionalSection("range");
        return new MedianMap(
                head,
                plane,
                AxisSource.read(s.section("value")),
                cellKpc,
                s.integerOr("minimum-count", 5),
                range.map(r -> AxisSource.rising(r, "x")).orElse(List.of()),
                range.map(r -> AxisSource.rising(r, "y")).orElse(List.of()));
    }
}
