package org.cellarius.measure.density;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.density.DensityModel;
import org.cellarius.galaxy.density.DensityPosterior;
import org.cellarius.galaxy.density.LinesOfSight;
import org.cellarius.galaxy.density.Selection;
import org.cellarius.galaxy.density.SolarVolume;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.galaxy.posterior.Computation;
import org.cellarius.galaxy.posterior.EnsembleSampler;
import org.cellarius.galaxy.posterior.ImportanceSampler;
import org.cellarius.galaxy.posterior.Marginals;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.Unmeasurable;
import org.cellarius.measure.product.Illustration;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.Sample;

/** Measures a density profile. Its stars are held in memory: three numbers for each. */
record DensityProduct(DensityProfile product, Sample sample) {

    /** Fewer stars tell no profile. */
    private static final int FEWEST = 30;

    private static final int WALKERS = 32;

    static Inquiry<ProductResult> measured(DensityProfile product, Sample stars) {
        return stars.peopled().then(sample -> new DensityProduct(product, sample).result());
    }

    private Inquiry<ProductResult> result() {
        List<Expression> places =
                product.places().stream().map(p -> sample.quantity(p).value()).toList();
        Expression known =
                Expression.all(places.stream().map(Expression::isFinite).toList());
        return sample.also(known).columns(places).with(sample.count(known.negated()), this::told);
    }

    /** Stars within the selection. */
    record Stars(double[] r, double[] z) {}

    private ProductResult told(double[][] xyz, long missing) {
        Sun sun = product.sun(sample.of());
        Selection selection = selection();
        Stars stars = within(selection, sun, xyz);
        int n = stars.r().length;
        if (n < FEWEST) {
            throw new Unmeasurable(
                    "the product '" + product.head().name() + "' has " + Numbers.stars(n)
                            + " within its selection; a density profile needs " + FEWEST,
                    product.head().place().toString(),
                    "Look at 'where' and at the selection");
        }
        var model = new DensityModel(product.breaks(), product.flares(), sun.r0Kpc(), product.vertical());
        Optional<Marginals> found = drawn(new DensityPosterior(model, stars.r(), stars.z(), selection.volume(sun)));
        var notes = new ArrayList<String>();
        if (missing > 0) {
            notes.add(Numbers.stars(missing) + (missing == 1 ? " has" : " have") + " no place, and "
                    + (missing == 1 ? "does" : "do") + " not enter.");
        }
        int outside = xyz[0].length - n;
        if (outside > 0) {
            notes.add(Numbers.stars(outside) + (outside == 1 ? " lies" : " lie") + " outside the selected volume, and "
                    + (outside == 1 ? "does" : "do") + " not enter.");
        }
        if (found.isEmpty()) {
            notes.add(
                    "The draws from the posterior did not converge: more 'draws', or a model without break or flare, may.");
        }
        SmallTable table = new DensityTable(model, sun.r0Kpc()).of(n, found);
        List<Illustration> figures = found.stream()
                .map(m -> new DensityFigure(product, model, stars.r()).illustration(m, n))
                .toList();
        return new ProductResult(product.head(), Map.of(product.head().name(), table), figures, notes);
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

    private Selection selection() {
        return switch (product.selection()) {
            case SelectionSource.Known k -> k.selection();
            case SelectionSource.Rows r ->
                throw new IllegalStateException(r.file().path() + " was not read");
        };
    }

    private static Stars within(Selection selection, Sun sun, double[][] xyz) {
        int n = xyz[0].length;
        double[] r = new double[n];
        double[] z = new double[n];
        int inside = 0;
        for (int i = 0; i < n; i++) {
            boolean held = switch (selection) {
                case SolarVolume v -> v.holds(sun, xyz[0][i], xyz[1][i], xyz[2][i]);
                // Which star belongs to which field is the catalogue's knowledge.
                case LinesOfSight l -> true;
            };
            if (held) {
                r[inside] = Math.hypot(xyz[0][i], xyz[1][i]);
                z[inside++] = xyz[2][i];
            }
        }
        return new Stars(java.util.Arrays.copyOf(r, inside), java.util.Arrays.copyOf(z, inside));
    }
}
