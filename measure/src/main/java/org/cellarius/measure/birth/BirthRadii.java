package org.cellarius.measure.birth;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellarius.galaxy.birth.BirthWidth;
import org.cellarius.galaxy.birth.RangeMethod;
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
 * Birth radii of stars and the history of the metallicity gradient.
 *
 * @param ages slices of age, Gyr
 */
public record BirthRadii(ProductHead head, BirthColumns columns, SlicesSource ages, RangeMethod method)
        implements Product {

    static final String RADII = "-radii";

    private static final String AGE_UNIT = "Gyr";

    @Override
    public String kind() {
        return "birth-radii";
    }

    @Override
    public List<String> results() {
        return List.of(head.name(), head.name() + RADII);
    }

    @Override
    public List<SlicesSource> slices() {
        return List.of(ages);
    }

    @Override
    public void read(StarsRead.Reading reading) {
        reading.stars(head, List.of(), Optional.of(ages));
        reading.quantities(columns.all().toArray(AxisSource[]::new));
    }

    @Override
    public void check(ProductChecks checks) {
        checks.slices(Optional.of(ages));
        columns.all().forEach(checks::number);
        checks.whereSound(() -> {
            checks.unit(ages.of(), AGE_UNIT, true);
            columns.ageError().ifPresent(e -> checks.unit(e, AGE_UNIT, false));
            columns.radius().ifPresent(r -> checks.unit(r, "kpc", false));
            Stream.of(Optional.of(columns.feH()), columns.feHError(), columns.centre())
                    .flatMap(Optional::stream)
                    .forEach(q -> checks.unit(q, "dex", false));
        });
    }

    @Override
    public Inquiry<ProductResult> measured(Stars stars) {
        return BirthRadiiProduct.measured(this, Sample.of(stars, head, Optional.of(ages)));
    }

    @Override
    public String quantity() {
        return "gradient";
    }

    @Override
    public List<KeyNumber> keyNumbers(ProductResult result) {
        return KeyNumber.rows(result, quantity());
    }

    @Override
    public Comparison comparison() {
        return Comparison.NAMED;
    }

    @Override
    public List<String> methods() {
        return List.of(
                "the gradient of the gas at each age from the range of [Fe/H] (%s) over the width of the radii of birth (%s), errors of [Fe/H] and scatter of the gas taken off in quadrature; birth radii R = ([Fe/H] − [Fe/H](0, age))/gradient."
                        .formatted(BirthWords.range(method.range()), BirthWords.width(method.width())));
    }

    @Override
    public List<String> citations() {
        String growth = switch (method.width()) {
            case BirthWidth.Constant c -> "";
            case BirthWidth.InsideOut i ->
                "Ratcliffe et al. (2025), A&A 698, A267: growth of the width of star formation; Frankel et al. (2018), ApJ 865, 96: law of growth";
            case BirthWidth.AsSampled s -> "Frankel et al. (2018), ApJ 865, 96: growth of the disc and migration";
        };
        return Stream.of(
                        "Minchev et al. (2018), MNRAS 481, 1645: birth radii from age and [Fe/H]",
                        "Lu et al. (2024), MNRAS 535, 392: the gradient from the range of [Fe/H]",
                        "Ratcliffe et al. (2024), A&A 690, A352: the projected central [Fe/H]",
                        growth)
                .filter(c -> !c.isEmpty())
                .toList();
    }
}
