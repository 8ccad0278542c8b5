package org.cellarius.measure.migration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellarius.galaxy.birth.DiscGrowth;
import org.cellarius.galaxy.migration.Contaminants;
import org.cellarius.galaxy.migration.Enrichment;
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
 * How far stars have wandered (Frankel et al. 2018).
 *
 * @param age Gyr
 * @param radius guiding radius today, kpc
 * @param feH [Fe/H], dex
 * @param feHError one-sigma errors, dex
 * @param growth of the disc, taken as known
 * @param minimumCount fewer stars are not fitted
 */
public record MigrationStrength(
        ProductHead head,
        AxisSource age,
        AxisSource radius,
        AxisSource feH,
        Optional<AxisSource> feHError,
        DiscGrowth growth,
        Enrichment enrichment,
        Optional<Contaminants> contaminants,
        long minimumCount)
        implements Product {

    static final String HISTORY = "-history";

    @Override
    public String kind() {
        return "migration";
    }

    @Override
    public List<String> results() {
        return List.of(head.name(), head.name() + HISTORY);
    }

    /** What is read of each star, in that order. */
    List<AxisSource> columns() {
        return Stream.concat(Stream.of(age, radius, feH), feHError.stream()).toList();
    }

    @Override
    public void read(StarsRead.Reading reading) {
        reading.stars(head, List.of(), Optional.empty());
        reading.quantities(columns().toArray(AxisSource[]::new));
    }

    @Override
    public void check(ProductChecks checks) {
        columns().forEach(checks::number);
        checks.whereSound(() -> {
            checks.unit(age, "Gyr", true);
            checks.unit(radius, "kpc", true);
            checks.unit(feH, "dex", false);
            feHError.ifPresent(e -> checks.unit(e, "dex", false));
        });
    }

    @Override
    public Inquiry<ProductResult> measured(Stars stars) {
        return MigrationProduct.measured(this, Sample.of(stars, head, Optional.empty()));
    }

    @Override
    public String quantity() {
        return "migration";
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
                "the strength of migration from the likelihood of [Fe/H] given radius and age, with σ = σ_8 (age/8 Gyr)^{1/2}, births in a disc of scale length %s (1 − %s age/Gyr) kpc and %s; by the mode of the posterior and the curvature there."
                        .formatted(growth.scaleLengthNowKpc(), growth.lossPerGyr(), enrichment.text()));
    }

    @Override
    public List<String> citations() {
        return List.of("Frankel et al. (2018), ApJ 865, 96: the strength of radial migration");
    }
}
