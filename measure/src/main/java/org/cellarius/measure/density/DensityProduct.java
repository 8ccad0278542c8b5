package org.cellarius.measure.density;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.density.CountTest;
import org.cellarius.galaxy.density.DensityModel;
import org.cellarius.galaxy.density.DensityPosterior;
import org.cellarius.galaxy.density.EffectiveVolume;
import org.cellarius.galaxy.density.Selection;
import org.cellarius.galaxy.density.VolumeAccuracy;
import org.cellarius.galaxy.density.VolumeCells;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.galaxy.posterior.Computation;
import org.cellarius.galaxy.posterior.EnsembleSampler;
import org.cellarius.galaxy.posterior.ImportanceSampler;
import org.cellarius.galaxy.posterior.Marginals;
import org.cellarius.galaxy.posterior.Percentiles;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.Unmeasurable;
import org.cellarius.measure.product.Illustration;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.Sample;

/** Measures a density profile. Its stars are held in memory: three numbers for each, and what the selection needs. */
record DensityProduct(DensityProfile product, Sample sample) {

    /** Fewer stars tell no profile. */
    private static final int FEWEST = 30;

    private static final int WALKERS = 32;

    static Inquiry<ProductResult> measured(DensityProfile product, Sample stars) {
        return stars.also(product.chosen(stars.of()))
                .peopled()
                .then(sample -> new DensityProduct(product, sample).result());
    }

    private Inquiry<ProductResult> result() {
        List<Expression> numbers =
                product.numbers().stream().map(p -> sample.quantity(p).value()).toList();
        Expression known =
                Expression.all(numbers.stream().map(Expression::isFinite).toList());
        return sample.also(known).columns(numbers).with(sample.count(known.negated()), this::told);
    }

    private ProductResult told(double[][] columns, long missing) {
        Sun sun = product.sun(sample.of());
        StarsSelected stars = StarsSelected.of(product.selection(), sun, columns);
        int n = stars.count();
        if (n < FEWEST) {
            throw new Unmeasurable(
                    "the product '" + product.head().name() + "' has " + Numbers.stars(n)
                            + " within its selection; a density profile needs " + FEWEST,
                    product.head().place().toString(),
                    "Look at 'where' and at the selection");
        }
        var model = new DensityModel(product.breaks(), product.flares(), sun.r0Kpc(), product.vertical());
        VolumeCells cells = stars.selection().cells(sun, model.ringKpc());
        if (cells.isEmpty()) {
            throw new Unmeasurable(
                    "the product '" + product.head().name()
                            + "' has no volume: the selection covers no place where a tracer could be taken",
                    product.head().place().toString(),
                    "Look at the magnitudes and colours of the tracer, at the distance, and at what the selection covers");
        }
        EffectiveVolume volume = cells.points();
        Optional<Marginals> found = drawn(new DensityPosterior(model, stars.rKpc(), stars.zKpc(), volume));
        Optional<CountTest> counted = found.flatMap(m -> CountTest.of(
                model,
                stars.rKpc(),
                stars.zKpc(),
                volume,
                m.percentiles().stream().mapToDouble(Percentiles::p50).toArray()));
        OptionalDouble resolution = found.flatMap(
                        m -> stars.coarser().map(c -> OptionalDouble.of(change(model, sun, c, volume, n, m))))
                .orElse(OptionalDouble.empty());
        var told = new DensityTable(model, sun.r0Kpc());
        var tables = new LinkedHashMap<String, SmallTable>();
        tables.put(product.results().get(0), told.of(n, found, counted, resolution));
        tables.put(product.results().get(1), CountTable.of(counted));
        var figures = new ArrayList<Illustration>();
        found.ifPresent(m -> figures.add(new DensityFigure(product, model, stars.rKpc()).illustration(m, n)));
        counted.ifPresent(c -> figures.add(new CountFigure(product.results().get(1), c).illustration(n)));
        return new ProductResult(
                product.head(),
                tables,
                figures,
                new DensityNotes(product.selection(), missing, columns[0].length - n)
                        .of(found.isPresent(), counted, resolution));
    }

    /** Of a quarter of the lines of sight; missing where they meet nothing that is selected. */
    private static double change(
            DensityModel model, Sun sun, Selection coarser, EffectiveVolume volume, int n, Marginals found) {
        VolumeCells cells = coarser.cells(sun, model.ringKpc());
        return cells.isEmpty() ? Double.NaN : new VolumeAccuracy(cells.points(), volume).largestChange(model, n, found);
    }

    /** Where importance sampling fails its checks walkers take over. */
    private Optional<Marginals> drawn(DensityPosterior posterior) {
        Computation.Importance plan = product.computation();
        return trusted(ImportanceSampler.sample(posterior, plan))
                .or(() -> trusted(EnsembleSampler.sample(
                        posterior, new Computation.Ensemble(WALKERS, plan.draws(), plan.seed()))));
    }

    private static Optional<Marginals> trusted(Optional<Marginals> found) {
        return found.filter(m -> m.trust() == Marginals.Trust.CONVERGED);
    }
}
