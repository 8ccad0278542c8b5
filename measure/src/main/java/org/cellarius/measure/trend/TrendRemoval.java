package org.cellarius.measure.trend;

import java.util.List;
import java.util.Optional;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.product.AxisSource;
import org.cellarius.measure.product.KeyNumber;
import org.cellarius.measure.product.Product;
import org.cellarius.measure.product.ProductChecks;
import org.cellarius.measure.product.ProductHead;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.Sample;
import org.cellarius.measure.product.SlicesSource;
import org.cellarius.measure.product.Stars;
import org.cellarius.measure.product.StarsRead;

/**
 * A trend that is found among some stars and subtracted from all; gives a column named like the product.
 *
 * @param head its {@code where} tells the stars that make the trend
 * @param of what is corrected
 * @param against what the trend runs along
 * @param slicing each slice has a trend of its own; stars in none have no corrected value
 */
public record TrendRemoval(
        ProductHead head,
        AxisSource of,
        AxisSource against,
        TrendModel model,
        Optional<SlicesSource> slicing,
        ZeroPoint zeroPoint,
        OutsideRange beyond)
        implements Product {

    @Override
    public String kind() {
        return "correction";
    }

    @Override
    public List<SlicesSource> slices() {
        return slicing.stream().toList();
    }

    @Override
    public void read(StarsRead.Reading reading) {
        reading.stars(head, List.of(), slicing);
        reading.quantities(against, of);
    }

    @Override
    public void check(ProductChecks checks) {
        checks.newColumn(head.name());
        checks.number(of);
        checks.number(against);
        checks.slices(slicing);
    }

    @Override
    public Inquiry<ProductResult> measured(Stars stars) {
        return removal(stars).then(Removal::shown);
    }

    @Override
    public String quantity() {
        return "trend";
    }

    @Override
    public List<KeyNumber> keyNumbers(ProductResult result) {
        return KeyNumber.ends(result, quantity());
    }

    @Override
    public Comparison comparison() {
        return Comparison.NONE;
    }

    /** The trend, found among its stars. */
    public Inquiry<Removal> removal(Stars stars) {
        return TrendRemovalProduct.measure(this, Sample.of(stars, head, slicing));
    }
}
