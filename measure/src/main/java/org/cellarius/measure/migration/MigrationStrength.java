package org.cellarius.measure.migration;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cellarius.galaxy.migration.Contaminants;
import org.cellarius.galaxy.migration.Enrichment;
import org.cellarius.galaxy.migration.MigrationModel;
import org.cellarius.galaxy.migration.ScaleLength;
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
 * How far stars have wandered (Frankel et al. 2018), and how much warmer their orbits have become (Frankel et al. 2020).
 *
 * @param age Gyr
 * @param orbits guiding radius today, or actions
 * @param feH [Fe/H], dex
 * @param feHError one-sigma errors, dex
 * @param ageErrors empty where ages are taken as exact
 * @param scaleLength of star formation
 * @param minimumCount fewer stars are not fitted
 */
public record MigrationStrength(
        ProductHead head,
        AxisSource age,
        Orbits orbits,
        AxisSource feH,
        Optional<AxisSource> feHError,
        Optional<AgeErrorSettings> ageErrors,
        ScaleLength scaleLength,
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
        return Stream.of(
                        Stream.of(age, feH),
                        orbits.columns().stream(),
                        feHError.stream(),
                        ageErrors.stream().map(AgeErrorSettings::error))
                .flatMap(Function.identity())
                .toList();
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
            orbits.columns().forEach(c -> checks.unit(c, orbits.unit(), true));
            checks.unit(feH, "dex", false);
            feHError.ifPresent(e -> checks.unit(e, "dex", false));
            ageErrors.ifPresent(a -> checks.unit(a.error(), "Gyr", true));
        });
    }

    @Override
    public Inquiry<ProductResult> measured(Stars stars) {
        return MigrationProduct.measured(this, Sample.of(stars, head, Optional.empty()));
    }

    @Override
    public String quantity() {
        return switch (orbits) {
            case Orbits.Radii r -> "migration";
            case Orbits.Actions a -> "churning";
        };
    }

    @Override
    public List<KeyNumber> keyNumbers(ProductResult result) {
        return switch (orbits) {
            case Orbits.Radii r -> KeyNumber.rows(result, quantity());
            case Orbits.Actions a -> KeyNumber.rows(result, quantity(), "heating", MigrationTables.RATIO);
        };
    }

    @Override
    public Comparison comparison() {
        return Comparison.NAMED;
    }

    @Override
    public List<String> methods() {
        return MigrationMethods.of(this);
    }

    @Override
    public List<String> citations() {
        return MigrationMethods.citations(this);
    }

    MigrationModel model() {
        return new MigrationModel(orbits.likelihood(), scaleLength, enrichment, contaminants);
    }

    /** Above it the model has no disc, Gyr. */
    double oldestGyr() {
        return ageErrors.map(AgeErrorSettings::oldestGyr).orElse(oldestGyr(enrichment, scaleLength));
    }

    static double oldestGyr(Enrichment enrichment, ScaleLength scaleLength) {
        double ofDisc = switch (scaleLength) {
            case ScaleLength.Known known ->
                known.growth().lossPerGyr() > 0 ? 1 / known.growth().lossPerGyr() : 1e6;
            case ScaleLength.LossFitted fitted -> 1e6;
        };
        return switch (enrichment) {
            case Enrichment.Linear l -> ofDisc;
            case Enrichment.Frankel2018 f -> Math.min(ofDisc, Enrichment.Frankel2018.FIRST_GYR);
        };
    }
}
