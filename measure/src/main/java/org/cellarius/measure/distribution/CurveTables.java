package org.cellarius.measure.distribution;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.cellarius.galaxy.population.CountInterval;
import org.cellarius.galaxy.population.Moments;
import org.cellarius.measure.product.Quantity;

/**
 * The curves of a distribution as tables: a row for each bin, each point of a density curve.
 *
 * @param rows what every row begins with
 */
record CurveTables(DistributionTable rows) {

    /** Points of a density curve in a bandwidth. */
    private static final int POINTS_PER_BANDWIDTH = 5;

    private static final int MOST_POINTS = 1000;
    private static final double REACH = 4;

    private Distribution product() {
        return rows.product();
    }

    private Quantity value() {
        return rows.value();
    }

    SmallTable histogram(List<Series> panels) {
        var table = rows.panelled()
                .count("slice", "number of the slice, from 1")
                .as(ColumnRole.Key.SLICE)
                .number("value_lo", value().unit(), "lower edge of the bin, inclusive")
                .as(ColumnRole.Key.PLACE)
                .number("value_hi", value().unit(), "upper edge of the bin, exclusive")
                .as(ColumnRole.Key.PLACE)
                .count("n", "stars")
                .as(ColumnRole.Other.COUNT);
        boolean weighted = product().head().weight().isPresent();
        if (weighted) {
            table.number("sum_of_weights", "", "what its stars count").as(ColumnRole.Other.DETAIL);
        }
        Optional<CountInterval> errors = product().look().errors();
        errors.ifPresent(e -> table.number("n_lo", "", "lower end of the count, " + e.title())
                .as(ColumnRole.Other.DETAIL)
                .number("n_hi", "", "upper end of the count, " + e.title())
                .as(ColumnRole.Other.DETAIL));
        for (Series one : panels) {
            double[] edges = one.histogram().edges();
            for (int g = 0; g < one.slices(); g++) {
                for (int k = 0; k < one.histogram().bins(); k++) {
                    long n = one.counts()[g][k];
                    if (n > 0) {
                        var row = rows.begun(one, g);
                        row.addAll(List.of(edges[k], edges[k + 1], n));
                        if (weighted) {
                            row.add(one.weights().sums()[g][k]);
                        }
                        BinCount count = BinCount.of(one, g, k);
                        errors.ifPresent(e -> row.addAll(List.of(count.low(e), count.high(e))));
                        table.row(row.toArray());
                    }
                }
            }
        }
        return table.build();
    }

    SmallTable curve(List<Series> panels) {
        var table = rows.panelled()
                .count("slice", "number of the slice, from 1")
                .as(ColumnRole.Key.SLICE)
                .number("value", value().unit(), "where the density is")
                .as(ColumnRole.Key.PLACE)
                .number(
                        "density",
                        value().unit().isEmpty() ? "" : Quantity.quotient("1", value().unit()),
                        "Gaussian kernel density estimate, of unit area");
        for (Series one : panels) {
            for (int g = 0; g < one.slices(); g++) {
                if (one.described(g, product()) && one.peaked(g)) {
                    for (double at : points(one, g)) {
                        var row = rows.begun(one, g);
                        row.addAll(List.of(at, one.kernels(g, at)));
                        table.row(row.toArray());
                    }
                }
            }
        }
        return table.build();
    }

    /** Where a density curve is told: as far as the kernels of the outermost stars reach. */
    private double[] points(Series one, int g) {
        return points(one, g, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, MOST_POINTS);
    }

    /** The same within limits, as few as draw a smooth curve. */
    double[] points(Series one, int g, double from, double to, int most) {
        Moments m = one.moments()[g];
        double h = rows.bandwidth(m);
        double low = Math.max(from, m.min() - REACH * h);
        double high = Math.min(to, m.max() + REACH * h);
        if (!(high > low)) {
            return new double[0];
        }
        int steps = (int) Math.min(most, Math.ceil((high - low) / h * POINTS_PER_BANDWIDTH));
        return IntStream.rangeClosed(0, steps)
                .mapToDouble(k -> low + (high - low) * k / steps)
                .toArray();
    }
}
