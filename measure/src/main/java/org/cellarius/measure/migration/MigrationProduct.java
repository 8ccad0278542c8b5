package org.cellarius.measure.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.migration.AgeNodes;
import org.cellarius.galaxy.migration.MigrantStars;
import org.cellarius.galaxy.migration.MigrationFit;
import org.cellarius.galaxy.migration.MigrationPosterior;
import org.cellarius.galaxy.migration.ScaleLength;
import org.cellarius.galaxy.posterior.Marginals;
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
                .with(
                        sample.count(known().negated()),
                        (read, missing) -> told(StarsOfFit.of(product, read), new LeftOut(product, missing)));
    }

    private ProductResult told(StarsOfFit read, LeftOut leftOut) {
        MigrantStars stars = read.stars();
        List<String> without = leftOut.notes(read.ruledOut());
        if (stars.count() < product.minimumCount()) {
            String why = Numbers.stars(stars.count())
                    + (stars.count() == 1 ? " is" : " are")
                    + " too few: the minimum-count is "
                    + product.minimumCount();
            String rest = String.join(" ", without);
            throw notFitted(
                    rest.isEmpty() ? why : why + ". " + rest.substring(0, rest.length() - 1),
                    "Take more stars, or lower 'minimum-count'");
        }
        AgeNodes ages = read.ages();
        if (product.scaleLength() instanceof ScaleLength.LossFitted
                && !(ages.oldestGyr() >= MigrationPosterior.YOUNGEST_OLDEST_GYR)) {
            throw notFitted(
                    "no star is older than " + Numbers.brief(ages.oldestGyr())
                            + " Gyr, and such ages tell no growth of the disc",
                    "Look at the ages and their unit, or give 'scale-length-loss' in place of  growth: fitted");
        }
        var posterior = new MigrationPosterior(
                stars, ages, product.model(), sample.of().engine().tasks());
        Marginals found = MigrationFit.of(posterior)
                .orElseThrow(() ->
                        notFitted("no best values are found for " + Numbers.stars(stars.count()), whatToLookAt()));
        var notes = new ArrayList<>(without);
        notes.addAll(new PriorEdges(posterior.parameters(), found, ages.oldestGyr()).notes());
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

    private String whatToLookAt() {
        String columns = switch (product.orbits()) {
            case Orbits.Radii r -> "ages, radii and [Fe/H] of the stars";
            case Orbits.Actions a -> "ages, L_z, J_R and [Fe/H] of the stars, and at 'speed'";
        };
        String oldest = product.ageErrors().isPresent() ? ", and at 'oldest'" : "";
        return "Look at " + columns + oldest + "; 'contaminants' lets some be of another origin";
    }

    private Unmeasurable notFitted(String why, String remedy) {
        return new Unmeasurable(
                "the product '" + product.head().name() + "' is not fitted: " + why,
                product.head().place().toString(),
                remedy);
    }
}
