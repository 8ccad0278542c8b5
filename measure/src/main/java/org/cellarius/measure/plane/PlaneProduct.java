package org.cellarius.measure.plane;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.expression.Expression;
import org.cellarius.figure.Axis;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.plane.PlaneCellStatistics.Modelled;
import org.cellarius.measure.product.Illustration;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.Sample;
import org.cellarius.measure.product.Unmeasured;

/** Measures a plane: its cells, the statistic of each, what is drawn besides, table and figure. */
final class PlaneProduct {

    private final Plane plane;
    private final Sample sample;
    private final Quantity x;
    private final Quantity y;

    private PlaneProduct(Plane plane, Sample sample) {
        this.plane = plane;
        this.sample = sample;
        this.x = sample.quantity(plane.x());
        this.y = sample.quantity(plane.y());
    }

    static Inquiry<ProductResult> measured(Plane plane, Sample stars) {
        return stars.peopled().then(sample -> new PlaneProduct(plane, sample).result());
    }

    private Inquiry<ProductResult> result() {
        return new PlaneGrid(plane, sample, x, y).cells().then(this::statistics).then(found -> {
            var extras = new PlaneExtras(plane, sample, x, y, found);
            return extras.found().then(more -> {
                var drawn = new PlaneFigure(plane, sample, x, y, found, more);
                return sample.missing(columns())
                        .with(outside(drawn), (missing, outside) -> told(found, more, drawn, missing, outside));
            });
        });
    }

    /** Value and model, where there are any, x and y, slices. */
    private List<Expression> columns() {
        List<Expression> all = new ArrayList<>();
        if (plane.value().isPresent()) {
            all.add(plane.value(sample.of()));
        }
        model().ifPresent(all::add);
        all.add(x.value());
        all.add(y.value());
        return sample.with(all.toArray(Expression[]::new));
    }

    private Optional<Expression> model() {
        return plane.model().map(m -> sample.quantity(m).value());
    }

    private Inquiry<PlaneCellStatistics> statistics(CellPlan.Laid cells) {
        Optional<Expression> value = plane.value().map(v -> plane.value(sample.of()));
        int slices = sample.groups();
        if (plane.difference().isPresent()) {
            Difference d = plane.difference().get();
            String where = d.place().toString();
            return of(sample.also(sample.of().condition(d.first(), where)), value, cells)
                    .with(
                            of(sample.also(sample.of().condition(d.second(), where)), value, cells),
                            (a, b) -> difference(cells, slices, a, b));
        }
        Optional<Expression> model = model();
        if (model.isEmpty()) {
            return of(sample, value, cells)
                    .map(m -> new PlaneCellStatistics(
                            cells.cells(), slices, m.counts(), m.counts(), m.measures(), Optional.empty()));
        }
        // All three are statistics of the same stars.
        Sample modelled =
                sample.also(model.get().isFinite()).also(value.orElseThrow().isFinite());
        return of(modelled, value, cells)
                .with(
                        of(modelled, model, cells)
                                .with(
                                        of(modelled, Optional.of(value.get().minus(model.get())), cells),
                                        (m, r) -> new Modelled(m.measures(), r.measures())),
                        (m, both) -> new PlaneCellStatistics(
                                cells.cells(), slices, m.counts(), m.counts(), m.measures(), Optional.of(both)));
    }

    private static PlaneCellStatistics difference(CellPlan.Laid cells, int slices, CellMeasures a, CellMeasures b) {
        long[] all = a.counts().clone();
        long[] least = a.counts().clone();
        for (int i = 0; i < all.length; i++) {
            all[i] += b.counts()[i];
            least[i] = Math.min(least[i], b.counts()[i]);
        }
        return new PlaneCellStatistics(cells.cells(), slices, all, least, a.minus(b), Optional.empty());
    }

    private Inquiry<CellMeasures> of(Sample stars, Optional<Expression> value, CellPlan.Laid cells) {
        return new CellStatistics(plane.statistic(), stars, List.of(x.value(), y.value())).of(value, cells);
    }

    /** Stars of the sample that have a place and a value, and that the axes do not hold. */
    private Inquiry<Long> outside(PlaneFigure drawn) {
        List<Expression> known = new ArrayList<>();
        for (Expression e : columns()) {
            known.add(e.isFinite());
        }
        Axis along = drawn.xAxis();
        Axis up = drawn.yAxis();
        known.add(x.value()
                .isBetween(Expression.of(along.min()), Expression.of(along.max()))
                .and(y.value().isBetween(Expression.of(up.min()), Expression.of(up.max())))
                .negated());
        return drawn.empty() || drawn.faceOn() ? Inquiry.found(0L) : sample.count(Expression.all(known));
    }

    private ProductResult told(
            PlaneCellStatistics found, PlaneExtras.Found more, PlaneFigure drawn, long missing, long outside) {
        var notes = new ArrayList<String>();
        var unmeasured = new ArrayList<Unmeasured>();
        var empty = new ArrayList<String>();
        for (int s = 0; s < sample.groups(); s++) {
            if (found.shown(s, plane.minimumCount()).length == 0) {
                String slice = sample.plainName(s);
                empty.add(slice);
                unmeasured.add(new Unmeasured(
                        slice.isEmpty() ? "fullest cell" : slice, found.fullest(s), plane.minimumCount()));
            }
        }
        if (!empty.isEmpty()) {
            notes.add("No cell"
                    + switch (empty.size()) {
                        case 1 -> empty.getFirst().isEmpty() ? "" : " of the slice " + empty.getFirst();
                        default ->
                            " of %d of %d slices (%s)"
                                    .formatted(empty.size(), sample.groups(), String.join("; ", empty));
                    }
                    + " holds " + Numbers.stars(plane.minimumCount())
                    + (plane.difference().isPresent() ? " of both kinds" : "")
                    + ": nothing is shown. Choose larger cells or a smaller minimum-count.");
        }
        if (missing > 0) {
            notes.add(Numbers.stars(missing) + " of the sample "
                    + (missing == 1 ? "lacks" : "lack") + " one of the quantities of the plane, and "
                    + (missing == 1 ? "does not enter." : "do not enter."));
        }
        notes.addAll(more.notes());
        var tables = new LinkedHashMap<String, SmallTable>();
        String name = plane.head().name();
        tables.put(
                name,
                new PlaneTable(plane, sample, x, y, found)
                        .table(drawn.shades().getFirst().unit()));
        return new ProductResult(
                plane.head(),
                tables,
                List.of(new Illustration(name, drawn.figure(outside), drawn.caption(outside))),
                notes,
                unmeasured);
    }
}
