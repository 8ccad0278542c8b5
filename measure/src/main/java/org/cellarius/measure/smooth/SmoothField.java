package org.cellarius.measure.smooth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cellarius.galaxy.smooth.HeldOut;
import org.cellarius.galaxy.smooth.SmoothMap;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.plane.Overlay;
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
 * A quantity as a smooth function of one, two or three coordinates.
 *
 * @param value the quantity
 * @param error its stated error, one sigma; empty where there is none, and all noise is scatter
 * @param along the coordinates
 * @param panels edges along the third coordinate: the map is read in the middle between two; empty for one panel, and without a third coordinate
 * @param faceOn whether radius and azimuth, the first two coordinates, are drawn on X and Y
 * @param support what a cell needs to be shown
 * @param limit of the error of a cell that is shown; empty for none
 * @param heldOut stars kept back for the test
 * @param excess whether what is left beside the mean at each radius is wanted, and where modes are
 * @param overlays arms and bar
 */
public record SmoothField(
        ProductHead head,
        AxisSource value,
        Optional<AxisSource> error,
        List<SmoothCoordinate> along,
        List<Double> panels,
        boolean faceOn,
        long support,
        OptionalDouble limit,
        HeldOut heldOut,
        Optional<Rings> excess,
        List<Overlay> overlays)
        implements Product {
    public SmoothField {
        along = List.copyOf(along);
        panels = List.copyOf(panels);
        overlays = List.copyOf(overlays);
    }

    static final String GRID = "-grid";
    static final String MODES = "-modes";

    @Override
    public String kind() {
        return "smooth-map";
    }

    @Override
    public List<String> results() {
        var all = new ArrayList<>(List.of(head.name(), head.name() + GRID));
        if (modes()) {
            all.add(head.name() + MODES);
        }
        return all;
    }

    /** Whether modes are told in any ring. */
    boolean modes() {
        return excess.filter(e -> !e.rings().isEmpty()).isPresent();
    }

    /** What a cell needs to be shown. */
    SmoothMap.Support supported() {
        return new SmoothMap.Support(support, limit.orElse(Double.POSITIVE_INFINITY));
    }

    @Override
    public void read(StarsRead.Reading reading) {
        reading.stars(head, List.of(), Optional.empty());
        reading.quantities(value);
        error.ifPresent(reading::quantities);
        along.forEach(c -> reading.quantities(c.of()));
    }

    @Override
    public void check(ProductChecks checks) {
        checks.number(value);
        error.ifPresent(checks::number);
        along.forEach(c -> checks.number(c.of()));
    }

    @Override
    public Inquiry<ProductResult> measured(Stars stars) {
        return SmoothFieldProduct.measured(this, Sample.of(stars, head, Optional.empty()));
    }

    @Override
    public String quantity() {
        return "scatter";
    }

    @Override
    public List<KeyNumber> keyNumbers(ProductResult result) {
        var numbers = new ArrayList<>(KeyNumber.rows(result, quantity()));
        if (heldOut.fraction() > 0) {
            numbers.addAll(KeyNumber.rows(result, "heldout_variance"));
        }
        if (modes()) {
            numbers.addAll(SmoothFieldTables.keyNumbers(result));
        }
        return numbers;
    }

    @Override
    public Comparison comparison() {
        return Comparison.NAMED;
    }

    @Override
    public List<String> methods() {
        return List.of(
                "smooth maps: tensor products of cubic B-splines with penalized differences of their coefficients; smoothing parameters and intrinsic scatter at the highest restricted likelihood; errors are those of the exact normal posterior at these parameters.");
    }

    @Override
    public List<String> citations() {
        return List.of(
                "Eilers and Marx (1996), Stat. Sci. 11, 89: P-splines",
                "Wood (2011), J. R. Stat. Soc. B 73, 3: smoothing parameters by restricted likelihood");
    }
}
