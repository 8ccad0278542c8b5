package org.cellarius.measure.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.migration.AgeNodes;
import org.cellarius.galaxy.migration.MigrantStars;
import org.cellarius.galaxy.migration.MigrationPosterior;
import org.cellarius.galaxy.posterior.Marginals;
import org.cellarius.galaxy.posterior.NormalApproximation;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.Unmeasurable;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.Sample;

/** Fits the strength of migration. The stars are held in memory: five numbers for each, and two for each age that a star is summed over. */
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
        var zero = Expression.of(0.0);
        Expression age = columns.getFirst();
        for (int k = 2; k < columns.size(); k++) {
            all.add(columns.get(k).isAtLeast(zero));
        }
        switch (product.orbits()) {
            case Orbits.Radii r -> {}
            case Orbits.Actions a -> all.add(zero.isBelow(columns.get(2)));
        }
        if (product.ageErrors().isPresent()) {
            all.add(zero.isBelow(age));
            all.add(zero.isBelow(columns.getLast()));
        } else {
            all.add(age.isAtLeast(zero));
            all.add(age.isBelow(Expression.of(product.oldestGyr())));
        }
        return Expression.all(all);
    }

    private Inquiry<ProductResult> result() {
        Sample complete = sample.also(known());
        return complete.columns(columns())
                .with(sample.count(known().negated()), (read, missing) -> told(new StarsOfFit(product, read), missing));
    }

    private ProductResult told(StarsOfFit read, long missing) {
        MigrantStars stars = read.stars();
        if (stars.count() < product.minimumCount()) {
            throw notFitted(
                    Numbers.stars(stars.count()) + " are too few: the minimum-count is " + product.minimumCount(),
                    "Take more stars, or lower 'minimum-count'");
        }
        AgeNodes ages = read.ages();
        var posterior = new MigrationPosterior(
                stars, ages, product.model(), sample.of().engine().tasks());
        Marginals found = NormalApproximation.of(posterior)
                .orElseThrow(() -> notFitted(
                        "no best values are found for " + Numbers.stars(stars.count()),
                        "Look at ages and [Fe/H] of the stars; 'contaminants' lets some be of another origin"));
        var notes = new ArrayList<String>();
        if (missing > 0) {
            notes.add(lacking(missing));
        }
        var history = new GasHistory(product, found);
        var made = new MigrationTables(product, found, history, stars.count(), posterior.parameters());
        var tables = new LinkedHashMap<String, SmallTable>();
        tables.put(product.results().get(0), made.fit());
        tables.put(product.results().get(1), made.byAge(ages));
        return new ProductResult(
                product.head(),
                tables,
                List.of(new MigrationFigure(product, history, stars.count(), ages.oldestGyr()).drawn()),
                notes);
    }

    private String lacking(long missing) {
        boolean one = missing == 1;
        String what = switch (product.orbits()) {
            case Orbits.Radii r -> "radius";
            case Orbits.Actions a -> "angular momentum above 0, radial action";
        };
        String age = product.ageErrors().isPresent()
                ? (one ? "lacks" : "lack") + " age and its error, " + what + ", [Fe/H] or its error, and "
                : (one ? "lacks" : "lack") + " age, " + what + ", [Fe/H] or its error, or " + (one ? "is" : "are")
                        + " older than the disc of the model (" + Numbers.brief(product.oldestGyr()) + " Gyr), and ";
        return Numbers.stars(missing) + " of the sample " + age + (one ? "does not enter." : "do not enter.");
    }

    private Unmeasurable notFitted(String why, String remedy) {
        return new Unmeasurable(
                "the product '" + product.head().name() + "' is not fitted: " + why,
                product.head().place().toString(),
                remedy);
    }
}
