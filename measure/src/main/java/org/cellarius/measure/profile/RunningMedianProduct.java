package org.cellarius.measure.profile;

import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.cellarius.figure.Axis;
import org.cellarius.figure.Band;
import org.cellarius.figure.Figure;
import org.cellarius.figure.FigureSize;
import org.cellarius.figure.Layer;
import org.cellarius.figure.LegendPlace;
import org.cellarius.figure.Line;
import org.cellarius.figure.LineStyle;
import org.cellarius.figure.Palette;
import org.cellarius.figure.Panel;
import org.cellarius.galaxy.profile.RunningWindow;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.product.LegendRoom;
import org.cellarius.measure.product.ManySeries;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.Populations;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.RunningWindows;
import org.cellarius.measure.product.Sample;
import org.cellarius.measure.product.Stars;
import org.cellarius.measure.product.Unmeasured;
import org.cellarius.measure.product.WeightNotes;

/** Running medians along x, one profile per slice. Stars are sorted by the database, which may spill; ties keep the table's order. */
final class RunningMedianProduct {

    private RunningMedianProduct() {}

    /** One population as it was measured. */
    private record Series(
            Beside.Axes axes,
            Populations.PopulationSample of,
            List<List<RunningWindow>> windows,
            long[] counts,
            List<String> notes) {

        Quantity x() {
            return sample().quantity(axes.x());
        }

        Quantity y() {
            return sample().quantity(axes.y());
        }

        Sample sample() {
            return of.sample();
        }
    }

    static Inquiry<ProductResult> measure(RunningMedianProfile profile, Stars stars) {
        profile.beside().check(stars, profile.x(), profile.y());
        // Sorted stars are a pass of their own.
        return Inquiry.all(profile.beside().with(profile.x(), profile.y()).stream()
                        .map(axes -> Populations.measured(
                                stars,
                                profile.head(),
                                profile.populations(),
                                profile.slicing(),
                                one -> Inquiry.found(series(profile, axes, one))))
                        .toList())
                .map(columns -> result(profile, columns));
    }

    private static ProductResult result(RunningMedianProfile profile, List<List<Series>> columns) {
        List<Series> series = columns.stream().flatMap(List::stream).toList();
        List<String> names =
                columns.stream().map(c -> c.getFirst().axes().name()).toList();
        List<String> notes =
                series.stream().flatMap(one -> one.notes().stream()).toList();
        Sample sample = series.getFirst().sample();
        Quantity x = sample.quantity(profile.x());
        Quantity y = sample.quantity(profile.y());
        var tables = new LinkedHashMap<String, SmallTable>();
        var ofColumns = new LinkedHashMap<String, SmallTable>();
        columns.forEach(own -> ofColumns.put(
                own.getFirst().axes().name(),
                Populations.joined(own, Series::of, one -> table(one.sample(), one.windows(), one.x(), one.y()))));
        tables.put(
                profile.head().name(), Populations.ofVariants(ofColumns, "the column in place of that of the profile"));
        String caption =
                "Running median of %s along %s: windows of %s stars, neighbours share %s of them; an incomplete last window is dropped. %s%s"
                        .formatted(
                                y.named(),
                                x.named(),
                                Numbers.count(profile.window()),
                                Numbers.brief(profile.overlap()),
                                columns.size() > 1
                                        ? BesideLayers.words(names)
                                        : many(profile, series).isPresent() ? "" : "Bands: quartiles.",
                                series.stream()
                                        .map(RunningMedianProduct::perSlice)
                                        .collect(Collectors.joining()));
        return ProductResult.of(
                        profile,
                        tables,
                        columns.size() == 1 ? figure(profile, series, x, y) : figureBeside(profile, columns, names),
                        caption,
                        notes)
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

    private static Series series(RunningMedianProfile profile, Beside.Axes axes, Populations.PopulationSample one) {
        var notes = new ArrayList<String>();
        Sample sample = one.sample();
        Quantity x = sample.quantity(axes.x());
        Quantity y = sample.quantity(axes.y());
        var windows = new ArrayList<List<RunningWindow>>();
        long[] counts = new long[sample.groups()];
        for (int g = 0; g < sample.groups(); g++) {
            RunningWindows found = RunningWindows.of(sample, x, y, g, profile.window(), profile.overlap());
            List<RunningWindow> own = found.windows();
            counts[g] = found.stars();
            windows.add(own);
            if (own.isEmpty()) {
                notes.add((axes.name().isEmpty() ? "" : axes.name() + ": ") + one.subject(g) + " has "
                        + Numbers.stars(counts[g]) + ", fewer than one window of " + profile.window() + ".");
            }
        }
        return new Series(axes, one, windows, counts, notes);
    }

    private static String perSlice(Series one) {
        String population = one.of().population();
        String who = Stream.of(one.axes().name(), population)
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining(", "));
        var text = new StringBuilder(who.isEmpty() ? " N = " : " " + who + ": N = ");
        for (int g = 0; g < one.counts().length; g++) {
            text.append(g == 0 ? "" : ", ").append(Numbers.count(one.counts()[g]));
        }
        return text.append(one.sample().slices().isPresent() ? " stars in the slices." : " stars.")
                .toString();
    }

    private static SmallTable table(Sample sample, List<List<RunningWindow>> windows, Quantity x, Quantity y) {
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
        boolean weighted = sample.weight().isPresent();
        if (weighted) {
            table.number("n_effective", "", WeightNotes.EFFECTIVE).as(ColumnRole.Other.DETAIL);
        }
        for (int g = 0; g < windows.size(); g++) {
            for (int k = 0; k < windows.get(g).size(); k++) {
                RunningWindow w = windows.get(g).get(k);
                var row = new ArrayList<Object>(List.of(
                        g + 1,
                        sample.low(g),
                        sample.high(g),
                        k,
                        w.firstIndex(),
                        w.xMedian(),
                        w.xMean(),
                        w.yMedian(),
                        w.yMedianError(),
                        w.yMean(),
                        w.yStandardDeviation(),
                        w.yP25(),
                        w.yP75()));
                if (weighted) {
                    row.add(w.effective());
                }
                table.row(row.toArray());
            }
        }
        return table.build();
    }

    /** The columns of each population and slice, with the range between them. */
    private static Figure figureBeside(RunningMedianProfile profile, List<List<Series>> columns, List<String> names) {
        Series own = columns.getFirst().getFirst();
        List<RunningWindow> all = columns.stream()
                .flatMap(List::stream)
                .flatMap(one -> one.windows().stream().flatMap(List::stream))
                .toList();
        Axis xAxis = own.x()
                .axis(
                        all.stream().mapToDouble(RunningWindow::xMedian).min().orElse(0),
                        all.stream().mapToDouble(RunningWindow::xMedian).max().orElse(1));
        Axis medians = own.y()
                .axis(
                        all.stream().mapToDouble(RunningWindow::yMedian).min().orElse(0),
                        all.stream().mapToDouble(RunningWindow::yMedian).max().orElse(1));
        int groups = own.windows().size();
        int entries = names.size()
                + (groups * columns.getFirst().size() > 1
                        ? groups * columns.getFirst().size()
                        : 0);
        Axis yAxis = own.y().range().isEmpty() ? LegendRoom.above(medians, entries) : medians;
        var layers = new ArrayList<Layer>();
        var lines = new ArrayList<Layer>(BesideLayers.legend(names));
        int colour = 0;
        for (int p = 0; p < columns.getFirst().size(); p++) {
            for (int g = 0; g < groups; g++) {
                int population = p;
                int slice = g;
                List<BesideLayers.Curve> curves = columns.stream()
                        .map(c -> curve(c.get(population).windows().get(slice)))
                        .toList();
                Color its = Palette.series(colour++).colour();
                layers.add(BesideLayers.range(curves, its));
                for (int c = 0; c < curves.size(); c++) {
                    lines.add(new Line(
                            curves.get(c).x(),
                            curves.get(c).y(),
                            BesideLayers.style(c, its),
                            c == 0 ? columns.get(c).get(p).of().name(g) : ""));
                }
            }
        }
        layers.addAll(lines);
        String alt = "%s: running median of %s along %s, of %s."
                .formatted(profile.head().title(), own.y().named(), own.x().named(), String.join(", ", names));
        return new Figure(alt, List.of(Panel.of("", xAxis, yAxis, layers)), 1, FigureSize.SINGLE_COLUMN);
    }

    private static BesideLayers.Curve curve(List<RunningWindow> windows) {
        return new BesideLayers.Curve(
                windows.stream().mapToDouble(RunningWindow::xMedian).toArray(),
                windows.stream().mapToDouble(RunningWindow::yMedian).toArray());
    }

    private static Optional<ManySeries> many(RunningMedianProfile profile, List<Series> series) {
        return ManySeries.of(
                profile.populations(),
                series.getFirst().sample(),
                series.stream().mapToInt(s -> s.windows().size()).sum());
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
        Axis yAxis =
                y.range().isEmpty() && entries <= ManySeries.FEW ? LegendRoom.above(quartiles, entries) : quartiles;
        Optional<ManySeries> many = many(profile, series);
        var bands = new ArrayList<Layer>(many.map(ManySeries::legend).orElse(List.of()));
        var lines = new ArrayList<Layer>();
        for (Series one : series) {
            for (int g = 0; g < one.windows().size(); g++) {
                List<RunningWindow> own = one.windows().get(g);
                double[] xs = own.stream().mapToDouble(RunningWindow::xMedian).toArray();
                double[] ys = own.stream().mapToDouble(RunningWindow::yMedian).toArray();
                if (many.isPresent()) {
                    lines.add(new Line(xs, ys, many.get().line(one.of().population(), g), ""));
                    continue;
                }
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
                        ys,
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
        return Figure.of(
                alt, new Panel("", xAxis, yAxis, bands, many.map(ManySeries::colours), false, LegendPlace.BEST));
    }
}
