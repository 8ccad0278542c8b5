package org.cellarius.measure.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.cellarius.galaxy.population.KernelDensityMode;
import org.cellarius.galaxy.population.Moments;
import org.cellarius.galaxy.population.ShapeBootstrap;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.WeightNotes;

/**
 * The table of a distribution: a row for each slice; of panels their name and edges first.
 *
 * @param panelUnit of what the panels are cut by
 */
record DistributionTable(Distribution product, Quantity value, Optional<Quantity> slicedBy, String panelUnit) {

    SmallTable statistics(List<Series> panels) {
        String u = value.unit();
        var table = panelled()
                .slices(
                        slicedBy.map(Quantity::label).orElse(""),
                        slicedBy.map(Quantity::unit).orElse(""))
                .count("n", "stars")
                .as(ColumnRole.Other.COUNT);
        if (product.head().weight().isPresent()) {
            table.number("n_effective", "", WeightNotes.EFFECTIVE).as(ColumnRole.Other.DETAIL);
        }
        withError(table, "mean", u, "mean", "sd / sqrt(n)");
        withError(
                table,
                "sd",
                u,
                "standard deviation (n - 1)",
                "standard error of the standard deviation, from the fourth moment");
        withError(table, "skewness", "", "g1 = m3 / m2^1.5", bootstrap());
        table.number("skewness_corrected", "", "G1, corrected for bias").as(ColumnRole.Other.DETAIL);
        table.number("kurtosis_excess", "", "g2 = m4 / m2^2 - 3, 0 of a normal distribution")
                .as(ColumnRole.Other.DETAIL);
        error(table, "kurtosis_excess", "");
        withError(
                table,
                "mode_kde",
                u,
                "peak of a Gaussian kernel density estimate, "
                        + product.bandwidth().title(),
                bootstrap());
        table.number("kde_bandwidth", u, "that bandwidth").as(ColumnRole.Other.DETAIL);
        table.number("mode_histogram", u, "centre of the fullest bin, the lowest on ties")
                .as(ColumnRole.Other.DETAIL);
        error(table, "mode_histogram", u);
        percentile(table, "p5", 5);
        table.number("p16", u, "16th percentile");
        table.number("p16_error", u, bootstrap()).as(new ColumnRole.ErrorOf("p16"));
        percentile(table, "p25", 25);
        withError(
                table,
                "median",
                u,
                "median",
                "standard error of the median from the density about it and the rounding of the values");
        percentile(table, "p75", 75);
        table.number("p84", u, "84th percentile");
        table.number("p84_error", u, bootstrap()).as(new ColumnRole.ErrorOf("p84"));
        percentile(table, "p95", 95);
        table.number("mean_bootstrap", u, bootstrap()).as(ColumnRole.Other.DETAIL);
        table.number("sd_bootstrap", u, bootstrap()).as(ColumnRole.Other.DETAIL);
        table.number("median_bootstrap", u, bootstrap()).as(ColumnRole.Other.DETAIL);
        for (Series one : panels) {
            IntStream.range(0, one.slices())
                    .filter(g -> one.described(g, product))
                    .forEach(g -> table.row(statistics(one, g)));
        }
        return table.build();
    }

    private Object[] statistics(Series one, int g) {
        Moments m = one.moments()[g];
        double[] q = one.quantiles().values()[g];
        ShapeBootstrap.Errors e = one.errors()[g];
        double[] p = e.quantiles();
        var row = begun(one, g);
        row.addAll(List.of(one.sample().low(g), one.sample().high(g), m.n()));
        if (product.head().weight().isPresent()) {
            row.add(m.effective());
        }
        row.addAll(List.of(m.mean(), m.standardError(), m.standardDeviation(), m.standardDeviationError()));
        row.addAll(List.of(m.skewness(), e.skewness(), m.correctedSkewness(), m.excessKurtosis(), e.excessKurtosis()));
        row.addAll(List.of(mode(one, g), e.modeOfKernels(), bandwidth(m)));
        row.addAll(List.of(one.histogram().centre(one.fullest(g)), e.modeOfBins()));
        row.addAll(List.of(of(q, 0.05), p[0], of(q, 0.16), p[1], of(q, 0.25), p[2]));
        row.addAll(List.of(of(q, 0.5), one.medianErrors()[g]));
        row.addAll(List.of(of(q, 0.75), p[4], of(q, 0.84), p[5], of(q, 0.95), p[6]));
        row.addAll(List.of(e.mean(), e.standardDeviation(), p[3]));
        return row.toArray();
    }

    /** The peak of the density estimate; of a constant it is that. */
    static double mode(Series one, int g) {
        return one.peaked(g)
                ? KernelDensityMode.of(
                        one.nodes()[g], one.fine().lo()[g], one.fine().spacing()[g])
                : one.moments()[g].mean();
    }

    double bandwidth(Moments m) {
        return product.bandwidth().of(m.effective(), m.standardDeviation());
    }

    private static double of(double[] quantiles, double probability) {
        return SeriesInquiry.quantile(quantiles, probability);
    }

    private String bootstrap() {
        return "standard error from %d bootstrap draws"
                .formatted(product.bootstrap().draws());
    }

    private void withError(SmallTable.Builder table, String name, String unit, String what, String error) {
        table.number(name, unit, what);
        table.number(name + "_error", unit, error).as(new ColumnRole.ErrorOf(name));
    }

    private void percentile(SmallTable.Builder table, String name, int percent) {
        table.number(name, value.unit(), percent + "th percentile").as(ColumnRole.Other.DETAIL);
        error(table, name, value.unit());
    }

    private void error(SmallTable.Builder table, String name, String unit) {
        table.number(name + "_error", unit, bootstrap()).as(ColumnRole.Other.DETAIL);
    }

    /** A table whose rows begin with the panel, where there are some. */
    SmallTable.Builder panelled() {
        var table = new SmallTable.Builder();
        if (product.panels().isPresent()) {
            table.text("panel", "the panel in words")
                    .as(ColumnRole.Key.VARIANT)
                    .number("panel_lo", panelUnit, "lower edge of the panel, inclusive")
                    .as(ColumnRole.Other.DETAIL)
                    .number("panel_hi", panelUnit, "upper edge of the panel, exclusive")
                    .as(ColumnRole.Other.DETAIL);
        }
        return table;
    }

    /** What every row begins with: the panel, where there are some, and the slice. */
    List<Object> begun(Series one, int slice) {
        var row = new ArrayList<Object>();
        if (product.panels().isPresent()) {
            row.addAll(List.of(
                    one.panel().plainTitle(), one.panel().low(), one.panel().high()));
        }
        row.add(slice + 1);
        return row;
    }
}
