package org.cellarius.measure.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.expression.Expression;
import org.cellarius.figure.Axis;
import org.cellarius.figure.Cells;
import org.cellarius.figure.ColourMap;
import org.cellarius.figure.ColourScale;
import org.cellarius.figure.Figure;
import org.cellarius.figure.FigureSize;
import org.cellarius.figure.Layer;
import org.cellarius.figure.Mark;
import org.cellarius.figure.Note;
import org.cellarius.figure.Panel;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.galaxy.population.Moments;
import org.cellarius.galaxy.population.MomentsByGroup;
import org.cellarius.galaxy.population.Quantiles;
import org.cellarius.galaxy.population.QuantilesByGroup;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.product.NoStars;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.Sample;
import org.cellarius.measure.product.Unmeasured;

/** Median of a quantity in square cells of the X&ndash;Y or R&ndash;Z plane. */
public final class MapProduct {

    /** Standard error of a median over that of a mean for a normal distribution, &radic;(&pi;/2). */
    public static final double MEDIAN_OVER_MEAN = Math.sqrt(Math.PI / 2);

    private MapProduct() {}

    /** What was found in the cells. */
    private record Found(Grouping.Cells cells, QuantilesByGroup medians, Moments[] moments) {

        int[] occupied() {
            return IntStream.range(0, cells.groups())
                    .filter(g -> moments[g].n() > 0)
                    .toArray();
        }

        int[] shown(MedianMap map) {
            return IntStream.of(occupied())
                    .filter(g -> moments[g].n() >= map.minimumCount())
                    .toArray();
        }
    }

    static Inquiry<ProductResult> measure(MedianMap map, Sample stars) {
        String where = map.head().place().toString();
        for (String column : List.of(map.plane().horizontal(), map.plane().vertical())) {
            stars.of().table().require(column, where);
        }
        Quantity value = stars.quantity(map.value());
        List<Expression> expressions = List.of(value.value(), horizontal(map), vertical(map));
        return stars.peopled()
                .then(sample -> sample.range(value.value())
                        .with(
                                cells(map, sample, where),
                                (range, cells) -> sample.quantiles(
                                                cells, new double[] {0.5}, range[0], range[1], expressions)
                                        .with(
                                                sample.fold(new MomentsByGroup(cells), expressions),
                                                (medians, moments) -> new Found(cells, medians, moments)))
                        .then(found -> found)
                        .then(found -> outside(map, sample, value, found.cells(), found.shown(map))
                                .map(outside -> result(
                                        map, value, found, outside, stars.of().sun()))));
    }

    private static ProductResult result(MedianMap map, Quantity value, Found found, long outside, Optional<Sun> sun) {
        Grouping.Cells cells = found.cells();
        QuantilesByGroup medians = found.medians();
        Moments[] moments = found.moments();
        int[] occupied = found.occupied();
        int[] shown = found.shown(map);
        long stars = IntStream.of(shown).mapToLong(g -> moments[g].n()).sum();
        var notes = new ArrayList<String>();
        if (shown.length == 0) {
            notes.add("No cell holds " + map.minimumCount()
                    + " stars: the map is empty. Choose larger cells or a smaller minimum-count.");
        }
        var tables = new LinkedHashMap<String, SmallTable>();
        tables.put(map.head().name(), table(map, cells, medians, moments, occupied, value));
        String caption = "Median of %s in cells of %s kpc with at least %s: %s, %s%s.%s%s."
                .formatted(
                        value.named(),
                        Numbers.brief(map.cellKpc()),
                        Numbers.stars(map.minimumCount()),
                        Numbers.count(shown.length) + (shown.length == 1 ? " cell" : " cells"),
                        Numbers.stars(stars),
                        outside > 0
                                ? "; " + Numbers.stars(outside) + (outside == 1 ? " lies" : " lie")
                                        + " outside the axes"
                                : "",
                        sun.isPresent() ? " ☉: the Sun" : " No Sun is named",
                        map.plane() == Plane.X_Y
                                ? "; cross: the Galactic centre, where it lies in the frame; the disc rotates clockwise"
                                : "");
        long fullest =
                IntStream.of(occupied).mapToLong(g -> moments[g].n()).max().orElse(0);
        return ProductResult.of(map, tables, figure(map, cells, medians, shown, stars, value, sun), caption, notes)
                .without(
                        shown.length > 0
                                ? List.of()
                                : List.of(new Unmeasured("fullest cell", fullest, map.minimumCount())));
    }

    private static Inquiry<Grouping.Cells> cells(MedianMap map, Sample sample, String where) {
        return extent(map.xRange(), map.cellKpc(), () -> sample.range(horizontal(map)))
                .with(
                        extent(map.yRange(), map.cellKpc(), () -> sample.range(vertical(map))),
                        (h, v) -> covering(map, sample, where, h, v))
                .then(cells -> cells);
    }

    private static Inquiry<Grouping.Cells> covering(
            MedianMap map, Sample sample, String where, double[] h, double[] v) {
        if (Double.isNaN(h[0]) || Double.isNaN(v[0])) {
            throw new NoStars(
                    "no star of the product '" + map.head().name() + "' has a place in the "
                            + map.plane().word() + " plane",
                    where,
                    "Ask for  phase-space: positions, or give the columns");
        }
        try {
            return Inquiry.found(Grouping.Cells.covering(map.cellKpc(), h[0], h[1], v[0], v[1]));
        } catch (IllegalArgumentException tooMany) {
            return withoutTheFarthest(map, sample, where);
        }
    }

    /** A few stars far off would make too many cells: the range is that of the bulk, and the caption counts the others. */
    private static Inquiry<Grouping.Cells> withoutTheFarthest(MedianMap map, Sample sample, String where) {
        return extent(map.xRange(), map.cellKpc(), () -> sample.typicalRange(horizontal(map)))
                .with(extent(map.yRange(), map.cellKpc(), () -> sample.typicalRange(vertical(map))), (h, v) -> {
                    try {
                        return Grouping.Cells.covering(map.cellKpc(), h[0], h[1], v[0], v[1]);
                    } catch (IllegalArgumentException e) {
                        throw new InputError(String.valueOf(e.getMessage()), where, "Set 'range', or change 'cell'")
                                .withCause(e);
                    }
                });
    }

    /** From where to where there are cells. */
    private static Inquiry<double[]> extent(List<Double> wanted, double cell, Supplier<Inquiry<double[]>> found) {
        return wanted.isEmpty() ? found.get() : Inquiry.found(inside(wanted, cell));
    }

    /** Stars of the sample that have a place and a value, and that the axes do not hold. */
    private static Inquiry<Long> outside(
            MedianMap map, Sample sample, Quantity value, Grouping.Cells cells, int[] shown) {
        double[] h = limits(IntStream.of(shown).mapToDouble(cells::lowX).toArray(), cells.width(), map.xRange());
        double[] v = limits(IntStream.of(shown).mapToDouble(cells::lowY).toArray(), cells.width(), map.yRange());
        Expression x = horizontal(map);
        Expression y = vertical(map);
        return shown.length == 0
                ? Inquiry.found(0L)
                : sample.count(Expression.all(List.of(
                        Sample.known(value),
                        x.isFinite(),
                        y.isFinite(),
                        x.isBetween(Expression.of(h[0]), Expression.of(h[1]))
                                .and(y.isBetween(Expression.of(v[0]), Expression.of(v[1])))
                                .negated())));
    }

    private static Expression horizontal(MedianMap map) {
        return Expression.number(map.plane().horizontal());
    }

    private static Expression vertical(MedianMap map) {
        return Expression.number(map.plane().vertical());
    }

    /** The upper end of a range does not belong to it. */
    private static double[] inside(List<Double> range, double cell) {
        return new double[] {range.get(0) + 1e-9 * cell, range.get(1) - 1e-9 * cell};
    }

    private static SmallTable table(
            MedianMap map,
            Grouping.Cells cells,
            QuantilesByGroup medians,
            Moments[] moments,
            int[] occupied,
            Quantity value) {
        String h = map.plane().horizontal();
        String v = map.plane().vertical();
        var table = new SmallTable.Builder()
                .number(h + "_lo", "kpc", "lower edge of the cell, inclusive")
                .as(ColumnRole.Key.PLACE)
                .number(h + "_hi", "kpc", "upper edge of the cell, exclusive")
                .as(ColumnRole.Key.PLACE)
                .number(v + "_lo", "kpc", "lower edge of the cell, inclusive")
                .as(ColumnRole.Key.PLACE)
                .number(v + "_hi", "kpc", "upper edge of the cell, exclusive")
                .as(ColumnRole.Key.PLACE)
                .count("n", "stars")
                .as(ColumnRole.Other.COUNT)
                .number("median", value.unit(), "median")
                .number(
                        "median_error",
                        value.unit(),
                        "1.2533 sd / sqrt(n): standard error of the median of a normal distribution")
                .as(new ColumnRole.ErrorOf("median"))
                .number("mean", value.unit(), "mean")
                .number("mean_error", value.unit(), "sd / sqrt(n): standard error of the mean")
                .as(new ColumnRole.ErrorOf("mean"))
                .number("sd", value.unit(), "standard deviation (n - 1)")
                .text("shown", "yes where the cell has the minimum count")
                .as(ColumnRole.Other.SHOWN);
        for (int g : occupied) {
            Moments m = moments[g];
            table.row(
                    cells.lowX(g),
                    cells.highX(g),
                    cells.lowY(g),
                    cells.highY(g),
                    m.n(),
                    medians.values()[g][0],
                    MEDIAN_OVER_MEAN * m.standardError(),
                    m.mean(),
                    m.standardError(),
                    m.standardDeviation(),
                    m.n() >= map.minimumCount() ? "yes" : "no");
        }
        return table.build();
    }

    private static Figure figure(
            MedianMap map,
            Grouping.Cells cells,
            QuantilesByGroup medians,
            int[] shown,
            long stars,
            Quantity value,
            Optional<Sun> sun) {
        double w = cells.width();
        double[] xLo = IntStream.of(shown).mapToDouble(cells::lowX).toArray();
        double[] yLo = IntStream.of(shown).mapToDouble(cells::lowY).toArray();
        double[] values =
                IntStream.of(shown).mapToDouble(g -> medians.values()[g][0]).toArray();
        boolean plane = map.plane() == Plane.X_Y;
        double[] h = limits(xLo, w, map.xRange());
        double[] v = limits(yLo, w, map.yRange());
        Axis xAxis = Axis.of(plane ? "X" : "R", "kpc", h[0], h[1]);
        Axis yAxis = Axis.of(plane ? "Y" : "Z", "kpc", v[0], v[1]);
        var layers = new ArrayList<Layer>();
        layers.add(new Cells(
                xLo,
                IntStream.of(shown).mapToDouble(cells::highX).toArray(),
                yLo,
                IntStream.of(shown).mapToDouble(cells::highY).toArray(),
                values));
        sun.map(where -> plane ? sunInPlane(where) : Mark.sun(where.r0Kpc(), where.zKpc()))
                .filter(mark -> mark.x() >= h[0] && mark.x() <= h[1] && mark.y() >= v[0] && mark.y() <= v[1])
                .ifPresent(layers::add);
        if (0 >= h[0] && 0 <= h[1] && 0 >= v[0] && 0 <= v[1]) {
            layers.add(Mark.galacticCentre(0, 0));
        }
        layers.add(new Note("N = " + Numbers.count(stars), Note.Corner.TOP_RIGHT));
        // The colours span the bulk of the cells: one odd cell must not bleach the rest.
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        double lo = value.range().isEmpty()
                ? Quantiles.ofSorted(sorted, 0.02)
                : value.range().get(0);
        double hi = value.range().isEmpty()
                ? Quantiles.ofSorted(sorted, 0.98)
                : value.range().get(1);
        if (!(hi > lo)) {
            lo = sorted.length == 0 ? 0 : sorted[0] - 0.5;
            hi = lo + 1;
        }
        var scale = new ColourScale(ColourMap.VIRIDIS, "Median " + value.label(), value.unit(), lo, hi);
        String alt = "%s: map of the median %s in the %s plane, %s cells."
                .formatted(map.head().title(), value.named(), plane ? "X–Y" : "R–Z", Numbers.count(shown.length));
        return new Figure(alt, List.of(Panel.map("", xAxis, yAxis, layers, scale)), 1, FigureSize.ofWidth(130));
    }

    private static Mark sunInPlane(Sun sun) {
        return Mark.sun(-Math.sqrt(sun.r0Kpc() * sun.r0Kpc() - sun.zKpc() * sun.zKpc()), 0);
    }

    private static double[] limits(double[] lows, double width, List<Double> wanted) {
        if (!wanted.isEmpty()) {
            return new double[] {wanted.get(0), wanted.get(1)};
        }
        double min = java.util.Arrays.stream(lows).min().orElse(0);
        double max = java.util.Arrays.stream(lows).max().orElse(0) + width;
        return new double[] {min - width, max + width};
    }
}
