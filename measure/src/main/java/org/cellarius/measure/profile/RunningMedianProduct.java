package org.cellarius.measure.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.cellarius.figure.Axis;
import org.cellarius.figure.Band;
import org.cellarius.figure.Figure;
import org.cellarius.figure.FigureSize;
import org.cellarius.figure.Layer;
import org.cellarius.figure.Line;
import org.cellarius.figure.LineStyle;
import org.cellarius.figure.Palette;
import org.cellarius.figure.Panel;
import org.cellarius.galaxy.population.Moments;
import org.cellarius.galaxy.profile.RunningWindow;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.product.LegendRoom;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.Populations;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.RunningWindows;
import org.cellarius.measure.product.Sample;
import org.cellarius.measure.product.Stars;
import org.cellarius.measure.product.Unmeasured;

/** Running medians along x, one profile per slice. Stars are sorted by the database, which may spill; ties keep the table's order. */
final class RunningMedianProduct {

    private RunningMedianProduct() {}

    /** One population as it was measured. */
    private record Series(
            Populations.PopulationSample of, List<List<RunningWindow>> windows, long[] counts, List<String> notes) {

        Sample sample() {
            return of.sample();
        }
    }

    static Inquiry<ProductResult> measure(RunningMedianProfile profile, Stars stars) {
        // Sorted stars are a pass of their own.
        return Populations.measured(
                        stars,
                        profile.head(),
                        profile.populations(),
                        profile.slicing(),
                        one -> Inquiry.found(series(profile, one)))
                .map(series -> result(profile, series));
    }

    private static ProductResult result(RunningMedianProfile profile, List<Series> series) {
        List<String> notes =
                series.stream().flatMap(one -> one.notes().stream()).toList();
        Sample sample = series.getFirst().sample();
        Quantity x = sample.quantity(profile.x());
        Quantity y = sample.quantity(profile.y());
        var tables = new LinkedHashMap<String, SmallTable>();
        tables.put(
                profile.head().name(),
                Populations.joined(series, Series::of, one -> table(profile, one.sample(), one.windows(), x, y)));
        String caption =
                "Running median of %s along %s: windows of %s stars, neighbours share %s of them; an incomplete last window is dropped. Bands: quartiles.%s"
                        .formatted(
                                y.named(),
                                x.named(),
                                Numbers.count(profile.window()),
                                Numbers.brief(profile.overlap()),
                                series.stream()
                                        .map(RunningMedianProduct::perSlice)
                                        .collect(Collectors.joining()));
        return ProductResult.of(profile, tables, figure(profile, series, x, y), caption, notes)
                .without(unmeasured(profile, series));
    }

    private static List<Unmeasured> unmeasured(RunningMedianProfile profile, List<Series> series) {
        var all = new ArrayList<Unmeasured>();
        for (Series one : series) {
            for (int g = 0; g < one.counts().length; g++) {
                if (one.windows().get(g).isEmpty()) {
                    all.add(one.of().tooFew(g, one.counts()[g], profile.window()));
                }
            }
        }
        return all;
    }

    private static Series series(RunningMedianProfile profile, Populations.PopulationSample one) {
        var notes = new ArrayList<String>();
        Sample sample = one.sample();
        Quantity x = sample.quantity(profile.x());
        Quantity y = sample.quantity(profile.y());
        var windows = new ArrayList<List<RunningWindow>>();
        long[] counts = new long[sample.groups()];
        for (int g = 0; g < sample.groups(); g++) {
            RunningWindows found = RunningWindows.of(sample, x, y, g, profile.window(), profile.overlap());
            List<RunningWindow> own = found.windows();
            counts[g] = found.stars();
            windows.add(own);
            if (own.isEmpty()) {
                notes.add(one.subject(g) + " has " + Numbers.stars(counts[g]) + ", fewer than one window of "
                        + profile.window() + ".");
            }
        }
        return new Series(one, windows, counts, notes);
    }

    private static String perSlice(Series one) {
        String population = one.of().population();
        var text = new StringBuilder(population.isEmpty() ? " N = " : " " + population + ": N = ");
        for (int g = 0; g < one.counts().length; g++) {
            text.append(g == 0 ? "" : ", ").append(Numbers.count(one.counts()[g]));
        }
        return text.append(one.sample().slices().isPresent() ? " stars in the slices." : " stars.")
                .toString();
    }

    private static SmallTable table(
            RunningMedianProfile profile, Sample sample, List<List<RunningWindow>> windows, Quantity x, Quantity y) {
        String sliceUnit = sample.slices().map(Quantity::unit).orElse("");
        var table = new SmallTable.Builder()
                .slices(sample.slices().map(Quantity::label).orElse(""), sliceUnit)
                .count("window", "number of the window, from 0")
                .as(ColumnRole.Key.PLACE)
                .count("first_index", "rank of the window's first star")
                .as(ColumnRole.Other.DETAIL)
                .number("x_median", x.unit(), "median of x")
                .number("x_mean", x.unit(), "mean of x")
                .number("y_median", y.unit(), "median of y")
                .number(
                        "y_median_error",
                        y.unit(),
                        "1.2533 sd / sqrt(n): standard error of the median of a normal distribution; neighbours share stars")
                .as(new ColumnRole.ErrorOf("y_median"))
                .number("y_mean", y.unit(), "mean of y")
                .number("y_sd", y.unit(), "standard deviation of y (n - 1)")
                .number("y_p25", y.unit(), "lower quartile of y")
                .number("y_p75", y.unit(), "upper quartile of y");
        for (int g = 0; g < windows.size(); g++) {
            for (int k = 0; k < windows.get(g).size(); k++) {
                RunningWindow w = windows.get(g).get(k);
                table.row(
                        g + 1,
                        sample.low(g),
                        sample.high(g),
                        k,
                        w.firstIndex(),
                        w.xMedian(),
                        w.xMean(),
                        w.yMedian(),
                        Moments.MEDIAN_OVER_MEAN * w.yStandardDeviation() / Math.sqrt(profile.window()),
                        w.yMean(),
                        w.yStandardDeviation(),
                        w.yP25(),
                        w.yP75());
            }
        }
        return table.build();
    }

    private static Figure figure(RunningMedianProfile profile, List<Series> series, Quantity x, Quantity y) {
        List<RunningWindow> all = series.stream()
                .flatMap(one -> one.windows().stream().flatMap(List::stream))
                .toList();
        Axis xAxis = x.axis(
                all.stream().mapToDouble(RunningWindow::xMedian).min().orElse(0),
                all.stream().mapToDouble(RunningWindow::xMedian).max().orElse(1));
        Axis quartiles = y.axis(
                all.stream().mapToDouble(RunningWindow::yP25).min().orElse(0),
                all.stream().mapToDouble(RunningWindow::yP75).max().orElse(1));
        int entries = series.stream().mapToInt(s -> s.windows().size()).sum();
        Axis yAxis = y.range().isEmpty() ? LegendRoom.above(quartiles, entries) : quartiles;
        var bands = new ArrayList<Layer>();
        var lines = new ArrayList<Layer>();
        for (Series one : series) {
            for (int g = 0; g < one.windows().size(); g++) {
                List<RunningWindow> own = one.windows().get(g);
                double[] xs = own.stream().mapToDouble(RunningWindow::xMedian).toArray();
                bands.add(new Band(
                        xs,
                        own.stream().mapToDouble(RunningWindow::yP25).toArray(),
                        own.stream().mapToDouble(RunningWindow::yP75).toArray(),
                        Palette.series(lines.size()).colour(),
                        0.13,
                        ""));
                String name = one.of().name(g);
                lines.add(new Line(
                        xs,
                        own.stream().mapToDouble(RunningWindow::yMedian).toArray(),
                        LineStyle.series(lines.size()),
                        (name.isEmpty() ? "" : name + ", ") + "N = " + Numbers.count(one.counts()[g])));
            }
        }
        bands.addAll(lines);
        int groups = series.getFirst().windows().size();
        String alt = "%s: running median of %s along %s%s%s."
                .formatted(
                        profile.head().title(),
                        y.named(),
                        x.named(),
                        series.size() > 1 ? " of " + String.join(", ", profile.populations()) : "",
                        groups > 1 ? " in " + groups + " slices" : "");
        return new Figure(alt, List.of(Panel.of("", xAxis, yAxis, bands)), 1, FigureSize.SINGLE_COLUMN);
    }
}
