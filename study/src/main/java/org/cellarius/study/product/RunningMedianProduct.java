package org.cellarius.study.product;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.cellarius.galaxy.profile.RunningMedian;
import org.cellarius.galaxy.profile.RunningWindow;
import org.cellarius.study.Product;

/** Running medians along x, one profile per slice. Stars are sorted by the database, which may spill; ties keep the table's order. */
final class RunningMedianProduct {

    private RunningMedianProduct() {}

    static ProductResult measure(Product.RunningMedianProfile profile, Sample sample) {
        Quantity x = Quantity.of(profile.x(), sample.engine(), sample.stars());
        Quantity y = Quantity.of(profile.y(), sample.engine(), sample.stars());
        var notes = new ArrayList<String>();
        var windows = new ArrayList<List<RunningWindow>>();
        long[] counts = new long[sample.groups()];
        for (int g = 0; g < sample.groups(); g++) {
            var own = new ArrayList<RunningWindow>();
            var running = new RunningMedian(profile.window(), profile.overlap(), own::add);
            int group = g;
            sample.engine()
                    .scan(
                            sample.sortedSlice(x, y, g),
                            (rows, in) -> {
                                for (int i = 0; i < rows; i++) {
                                    running.add(in[0][i], in[1][i]);
                                }
                                counts[group] += rows;
                            },
                            sample.progress());
            windows.add(own);
            if (own.isEmpty()) {
                notes.add((sample.name(g).isEmpty() ? "The sample" : "The slice " + sample.plainName(g)) + " has "
                        + Numbers.stars(counts[g]) + ", fewer than one window of " + profile.window() + ".");
            }
        }
        var tables = new LinkedHashMap<String, SmallTable>();
        tables.put(profile.head().name(), table(sample, windows, x, y));
        String caption =
                "Running median of %s along %s: windows of %s stars, neighbours share %s of them; an incomplete last window is dropped. Bands: quartiles.%s"
                        .formatted(
                                y.named(),
                                x.named(),
                                Numbers.count(profile.window()),
                                Numbers.brief(profile.overlap()),
                                perSlice(sample, counts));
        return ProductResult.of(profile, tables, figure(profile, sample, windows, x, y, counts), caption, notes);
    }

    private static String perSlice(Sample sample, long[] counts) {
        var text = new StringBuilder(" N = ");
        for (int g = 0; g < counts.length; g++) {
            text.append(g == 0 ? "" : ", ").append(Numbers.count(counts[g]));
        }
        return text.append(sample.slices().isPresent() ? " stars in the slices." : " stars.")
                .toString();
    }

    private static SmallTable table(Sample sample, List<List<RunningWindow>> windows, Quantity x, Quantity y) {
        String sliceUnit = sample.slices().map(Quantity::unit).orElse("");
        var table = new SmallTable.Builder()
                .count("slice", "number of the slice, from 1")
                .number("slice_lo", sliceUnit, "lower edge of the slice, inclusive")
                .number("slice_hi", sliceUnit, "upper edge of the slice, exclusive")
                .count("window", "number of the window, from 0")
                .count("first_index", "rank of the window's first star")
                .number("x_median", x.unit(), "median of x")
                .number("x_mean", x.unit(), "mean of x")
                .number("y_median", y.unit(), "median of y")
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
                        w.yMean(),
                        w.yStandardDeviation(),
                        w.yP25(),
                        w.yP75());
            }
        }
        return table.build();
    }

    private static Figure figure(
            Product.RunningMedianProfile profile,
            Sample sample,
            List<List<RunningWindow>> windows,
            Quantity x,
            Quantity y,
            long[] counts) {
        List<RunningWindow> all = windows.stream().flatMap(List::stream).toList();
        Axis xAxis = x.axis(
                all.stream().mapToDouble(RunningWindow::xMedian).min().orElse(0),
                all.stream().mapToDouble(RunningWindow::xMedian).max().orElse(1));
        Axis yAxis = y.axis(
                all.stream().mapToDouble(RunningWindow::yP25).min().orElse(0),
                all.stream().mapToDouble(RunningWindow::yP75).max().orElse(1));
        var layers = new ArrayList<Layer>();
        for (int g = 0; g < windows.size(); g++) {
            List<RunningWindow> own = windows.get(g);
            double[] xs = own.stream().mapToDouble(RunningWindow::xMedian).toArray();
            layers.add(new Band(
                    xs,
                    own.stream().mapToDouble(RunningWindow::yP25).toArray(),
                    own.stream().mapToDouble(RunningWindow::yP75).toArray(),
                    Palette.series(g).colour(),
                    0.13,
                    ""));
        }
        for (int g = 0; g < windows.size(); g++) {
            List<RunningWindow> own = windows.get(g);
            String legend = (sample.name(g).isEmpty() ? "" : sample.name(g) + ", ") + "N = " + Numbers.count(counts[g]);
            layers.add(new Line(
                    own.stream().mapToDouble(RunningWindow::xMedian).toArray(),
                    own.stream().mapToDouble(RunningWindow::yMedian).toArray(),
                    LineStyle.series(g),
                    legend));
        }
        String alt = "%s: running median of %s along %s%s."
                .formatted(
                        profile.head().title(),
                        y.named(),
                        x.named(),
                        windows.size() > 1 ? " in " + windows.size() + " slices" : "");
        return new Figure(alt, List.of(Panel.of("", xAxis, yAxis, layers)), 1, FigureSize.ofWidth(130));
    }
}
