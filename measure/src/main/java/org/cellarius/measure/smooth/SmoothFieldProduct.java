package org.cellarius.measure.smooth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.galaxy.population.Moments;
import org.cellarius.galaxy.population.MomentsByGroup;
import org.cellarius.galaxy.random.CounterRandom;
import org.cellarius.galaxy.smooth.Excess;
import org.cellarius.galaxy.smooth.HeldOut;
import org.cellarius.galaxy.smooth.HeldOutTest;
import org.cellarius.galaxy.smooth.MapGrid;
import org.cellarius.galaxy.smooth.MapModes;
import org.cellarius.galaxy.smooth.SmoothFit;
import org.cellarius.galaxy.smooth.SmoothMap;
import org.cellarius.galaxy.smooth.SmoothPass;
import org.cellarius.galaxy.smooth.SmoothStep;
import org.cellarius.galaxy.smooth.SplineBasis;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.Unmeasurable;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.Sample;

/** Measures a smooth map: passes over the stars until the intrinsic scatter has settled, without those held out and then with them. */
final class SmoothFieldProduct {

    private final SmoothField product;
    private final Sample sample;
    private final Quantity value;
    private final List<Quantity> coordinates;
    private final Optional<Quantity> error;
    private final MapGrid grid;

    private SmoothFieldProduct(SmoothField product, Sample sample) {
        this.product = product;
        this.sample = sample;
        value = sample.quantity(product.value());
        coordinates = product.along().stream().map(c -> sample.quantity(c.of())).toList();
        error = product.error().map(sample::quantity);
        var edges = new ArrayList<double[]>();
        for (int k = 0; k < product.along().size(); k++) {
            edges.add(
                    k < 2
                            ? product.along().get(k).edges()
                            : product.panels().stream().mapToDouble(v -> v).toArray());
        }
        grid = MapGrid.of(product.along().stream().map(SmoothCoordinate::axis).toList(), edges);
    }

    static Inquiry<ProductResult> measured(SmoothField product, Sample stars) {
        return stars.peopled().then(sample -> new SmoothFieldProduct(product, sample).result());
    }

    private List<Expression> places() {
        return coordinates.stream().map(Quantity::value).toList();
    }

    private List<Expression> columns() {
        var all = new ArrayList<>(places());
        all.add(value.value());
        error.ifPresent(e -> all.add(e.value()));
        return all;
    }

    /** Stars with all numbers. */
    private Expression complete() {
        var known = new ArrayList<Expression>();
        columns().forEach(c -> known.add(c.isFinite()));
        error.ifPresent(e -> known.add(e.value().isAtLeast(Expression.of(0.0))));
        return Expression.all(known);
    }

    /** Stars within the ranges of the map. */
    private Expression inside() {
        var within = new ArrayList<Expression>();
        for (int k = 0; k < coordinates.size(); k++) {
            var axis = product.along().get(k).axis();
            if (!axis.periodic()) {
                within.add(coordinates.get(k).value().isBetween(Expression.of(axis.from()), Expression.of(axis.to())));
            }
        }
        return Expression.all(within);
    }

    /** Stars that do not enter. */
    private record Left(long incomplete, long outside) {}

    private Inquiry<ProductResult> result() {
        Sample complete = sample.also(complete());
        Sample used = complete.also(inside());
        Inquiry<Left> left = sample.count(complete().negated()).with(complete.count(inside().negated()), Left::new);
        Inquiry<SmoothPass> first = moments(used, value.value())
                .with(error.map(e -> moments(used, e.value())).orElse(Inquiry.found(Moments.NONE)), this::first);
        return left.with(first.then(pass -> fitted(used, pass)), this::told);
    }

    private static Inquiry<Moments> moments(Sample used, Expression of) {
        return used.fold(new MomentsByGroup(new Grouping.Everyone()), List.of(of))
                .map(m -> m[0]);
    }

    private SmoothPass first(Moments values, Moments errors) {
        if (values.n() == 0) {
            throw new Unmeasurable(
                    "no star of the product '" + product.head().name()
                            + "' has all numbers within the ranges of the map"
                            + (error.isPresent() ? " and an error that is not negative" : ""),
                    where(),
                    error.isPresent()
                            ? "Look at 'where', at 'value-error' and at the 'range' of each coordinate"
                            : "Look at 'where' and at the 'range' of each coordinate");
        }
        double spread = values.populationStandardDeviation();
        double ofErrors = errors.n() == 0 ? 0 : errors.populationStandardDeviation();
        double meanError = errors.n() == 0 ? 0 : errors.mean();
        return SmoothPass.first(
                new SplineBasis(
                        product.along().stream().map(SmoothCoordinate::axis).toList()),
                error.isPresent(),
                new SmoothPass.Start(values.mean(), spread * spread, meanError * meanError + ofErrors * ofErrors),
                product.heldOut());
    }

    private String where() {
        return product.head().place().toString();
    }

    private Inquiry<SmoothResult> fitted(Sample used, SmoothPass first) {
        if (product.heldOut().equals(HeldOut.NOBODY) || product.heldOut().fraction() == 0) {
            return passes(used, first).then(fit -> counted(used, fit, Optional.empty()));
        }
        return passes(used, first)
                .then(without -> used.fold(first.test(without), columns())
                        .with(passes(used, first.ofAll(without)), HeldOutAndAll::new)
                        .then(both -> counted(used, both.all(), Optional.of(both.test()))));
    }

    private record HeldOutAndAll(HeldOutTest.Residuals test, SmoothFit all) {}

    private Inquiry<SmoothFit> passes(Sample used, SmoothPass pass) {
        return used.fold(pass, columns()).then(sums -> switch (pass.after(sums)) {
            case SmoothPass next -> passes(used, next);
            case SmoothFit fit -> Inquiry.found(fit);
            case SmoothStep.Undetermined u ->
                throw new Unmeasurable(
                        "the " + Numbers.stars(u.n()) + " of the product '"
                                + product.head().name() + "' do not determine a smooth map",
                        where(),
                        "They are too few, or all lie on one line of the coordinates; look at 'where' and 'along'");
        });
    }

    private Inquiry<SmoothResult> counted(Sample used, SmoothFit fit, Optional<HeldOutTest.Residuals> test) {
        return used.fold(grid, places()).map(counts -> {
            SmoothMap map = SmoothMap.of(fit.surface(), grid, counts, product.supported());
            var result = new SmoothResult(
                    value,
                    coordinates,
                    fit,
                    test,
                    map,
                    product.excess().map(e -> Excess.of(fit.surface(), map)),
                    List.of());
            return new SmoothResult(value, coordinates, fit, test, map, result.excess(), rings(result));
        });
    }

    private List<SmoothResult.RingOfMap> rings(SmoothResult found) {
        var all = new ArrayList<SmoothResult.RingOfMap>();
        product.excess().ifPresent(wanted -> {
            for (double[] ring : wanted.rings()) {
                for (int layer = 0; layer < found.layers(); layer++) {
                    all.add(new SmoothResult.RingOfMap(
                            ring[0],
                            ring[1],
                            layer,
                            MapModes.of(
                                    found.fit().surface(),
                                    found.map(),
                                    layer,
                                    ring[0],
                                    ring[1],
                                    wanted.modes(),
                                    new CounterRandom(product.heldOut().seed())
                                            .forPurpose("modes of a map " + all.size()))));
                }
            }
        });
        return all;
    }

    private ProductResult told(Left left, SmoothResult found) {
        var tables = new LinkedHashMap<String, SmallTable>();
        var made = new SmoothFieldTables(product, sample, found);
        tables.put(product.head().name(), made.fit());
        tables.put(product.head().name() + SmoothField.GRID, made.grid());
        if (product.modes()) {
            tables.put(product.head().name() + SmoothField.MODES, made.modes());
        }
        return new ProductResult(
                product.head(),
                tables,
                new SmoothFigures(product, sample, found).all(),
                new SmoothNotes(product, found).all(left.incomplete(), left.outside()));
    }
}
