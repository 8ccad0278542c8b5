package org.cellarius.measure.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.migration.Enrichment;
import org.cellarius.galaxy.migration.MigrantStars;
import org.cellarius.galaxy.migration.MigrationPosterior;
import org.cellarius.galaxy.posterior.Marginals;
import org.cellarius.galaxy.posterior.NormalApproximation;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.Unmeasurable;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.Sample;

/** Fits the strength of migration. The stars are held in memory: five numbers for each. */
record MigrationProduct(MigrationStrength product, Sample sample) {

    static Inquiry<ProductResult> measured(MigrationStrength product, Sample stars) {
        return stars.peopled().then(sample -> new MigrationProduct(product, sample).result());
    }

    private List<Expression> columns() {
        return product.columns().stream().map(c -> sample.quantity(c).value()).toList();
    }

    /** Condition: the star has all numbers, and an age at which the model has a disc. */
    private Expression known() {
        List<Expression> columns = columns();
        var all = new ArrayList<>(columns.stream().map(Expression::isFinite).toList());
        columns.forEach(c -> {
            if (!c.equals(columns.get(2))) {
                all.add(c.isAtLeast(Expression.of(0.0)));
            }
        });
        all.add(columns.getFirst().isBelow(Expression.of(oldestGyr())));
        return Expression.all(all);
    }

    private double oldestGyr() {
        double ofDisc = product.growth().lossPerGyr() > 0 ? 1 / product.growth().lossPerGyr() : 1e6;
        return switch (product.enrichment()) {
            case Enrichment.Linear l -> ofDisc;
            case Enrichment.Frankel2018 f -> Math.min(ofDisc, Enrichment.Frankel2018.FIRST_GYR);
        };
    }

    private Inquiry<ProductResult> result() {
        Sample complete = sample.also(known());
        return complete.columns(columns())
                .with(sample.count(known().negated()), (read, missing) -> told(stars(read), missing));
    }

    private MigrantStars stars(double[][] read) {
        return new MigrantStars(read[0], read[1], read[2], product.feHError().isPresent() ? read[3] : new double[0]);
    }

    private ProductResult told(MigrantStars stars, long missing) {
        if (stars.count() < product.minimumCount()) {
            throw notFitted(
                    Numbers.stars(stars.count()) + " are too few: the minimum-count is " + product.minimumCount(),
                    "Take more stars, or lower 'minimum-count'");
        }
        var posterior = new MigrationPosterior(
                stars,
                product.growth(),
                product.enrichment(),
                product.contaminants(),
                sample.of().engine().tasks());
        Marginals found = NormalApproximation.of(posterior)
                .orElseThrow(() -> notFitted(
                        "no best values are found for " + Numbers.stars(stars.count()),
                        "Look at ages and [Fe/H] of the stars; 'contaminants' lets some be of another origin"));
        var notes = new ArrayList<String>();
        if (missing > 0) {
            notes.add(Numbers.stars(missing) + " of the sample "
                    + (missing == 1 ? "lacks" : "lack") + " age, radius, [Fe/H] or its error, or "
                    + (missing == 1 ? "is" : "are") + " older than the disc of the model ("
                    + Numbers.brief(oldestGyr()) + " Gyr), and "
                    + (missing == 1 ? "does not enter." : "do not enter."));
        }
        var history = new GasHistory(product, found);
        var made = new MigrationTables(product, found, history, stars.count(), posterior.parameters());
        var tables = new LinkedHashMap<String, SmallTable>();
        tables.put(product.results().get(0), made.fit());
        tables.put(product.results().get(1), made.byAge(stars));
        return new ProductResult(
                product.head(), tables, List.of(new MigrationFigure(product, history, stars).drawn()), notes);
    }

    private Unmeasurable notFitted(String why, String remedy) {
        return new Unmeasurable(
                "the product '" + product.head().name() + "' is not fitted: " + why,
                product.head().place().toString(),
                remedy);
    }
}
