package org.cellarius.measure.profile;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.cellarius.figure.Axis;
import org.cellarius.figure.ErrorBars;
import org.cellarius.figure.Figure;
import org.cellarius.figure.Layer;
import org.cellarius.figure.LegendPlace;
import org.cellarius.figure.Line;
import org.cellarius.figure.LineStyle;
import org.cellarius.figure.Palette;
import org.cellarius.figure.Panel;
import org.cellarius.figure.PointStyle;
import org.cellarius.galaxy.fit.FitStatus;
import org.cellarius.galaxy.fit.LineFit;
import org.cellarius.galaxy.fit.LineMethod;
import org.cellarius.galaxy.fit.LineSums;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.product.LegendRoom;
import org.cellarius.measure.product.ManySeries;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.Populations;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.Sample;
import org.cellarius.measure.product.Stars;
import org.cellarius.measure.product.WeightNotes;

/** Medians in bins [k w, (k+1) w) of x and an unweighted line through the medians at the bins' centres. */
final class BinnedMedianProduct {

    private BinnedMedianProduct() {}

    /** One population as it was measured. */
    private record Series(
            Beside.Axes axes,
            Populations.PopulationSample of,
            MedianBins bins,
            List<LineFit> fits,
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

    static Inquiry<ProductResult> measure(BinnedMedianProfile product, Stars stars) {
        product.beside().check(stars, product.x(), product.y());
        return Inquiry.all(product.beside().with(product.x(), product.y()).stream()
                        .map(axes -> Populations.measured(
                                stars,
                                product.head(),
                                product.populations(),
                                product.slicing(),
                                one -> series(product, axes, one)))
                        .toList())
                .map(columns -> result(product, columns));
    }

    private static ProductResult result(BinnedMedianProfile product, List<List<Series>> columns) {
        List<Series> series = columns.getFirst();
        List<String> names =
                columns.stream().map(c -> c.getFirst().axes().name()).toList();
        List<String> notes = columns.stream()
                .flatMap(List::stream)
                .flatMap(one -> one.notes().stream())
                .toList();
        Sample sample = series.getFirst().sample();
        Quantity x = sample.quantity(product.x());
        Quantity y = sample.quantity(product.y());
        long hidden = series.stream()
                .mapToLong(one -> IntStream.range(0, one.sample().groups())
                        .flatMap(g -> IntStream.of(one.bins().filled(g, product.minimumCount())))
                        .filter(b -> !x.shows(one.bins().centre(b))
                                || !product.head().figure().x().shows(one.bins().centre(b)))
                        .count())
                .sum();
        var tables = new LinkedHashMap<String, SmallTable>();
        tables.put(product.head().name(), joined(columns, one -> lines(one.sample(), one.fits(), one.x(), one.y())));
        tables.put(
                product.head().name() + "-bins",
                joined(columns, one -> table(one.sample(), one.bins(), one.x(), one.y())));
        String caption =
                "Medians of %s in bins of %s %s of %s with at least %s stars; error bars: 1.25 times the standard error of the mean; line: unweighted regression through the medians at the bins’ centres.%s%s"
                        .formatted(
                                y.named(),
                                Numbers.brief(product.width()),
                                x.unit(),
                                x.plainLabel(),
                                product.minimumCount(),
                                hidden > 0
                                        ? " " + hidden + " of the bins lie outside the axes; they are in the lines."
                                        : "",
                                columns.size() == 1
                                        ? ""
                                        : " Points: " + names.getFirst() + "; its line is not drawn. "
                                                + BesideLayers.words(names));
        return ProductResult.of(product, tables, figure(product, columns, names, x, y), caption, notes);
    }

    private static SmallTable joined(List<List<Series>> columns, Function<Series, SmallTable> table) {
        var ofColumns = new LinkedHashMap<String, SmallTable>();
        columns.forEach(own -> ofColumns.put(own.getFirst().axes().name(), Populations.joined(own, Series::of, table)));
        return Populations.ofVariants(ofColumns, "the column in place of that of the profile");
    }

    private static Inquiry<Series> series(
            BinnedMedianProfile product, Beside.Axes axes, Populations.PopulationSample one) {
        Sample sample = one.sample();
        Quantity x = sample.quantity(axes.x());
        Quantity y = sample.quantity(axes.y());
        return MedianBins.of(sample, x, y, product.width()).map(bins -> fitted(product, axes, one, bins));
    }

    private static Series fitted(
            BinnedMedianProfile product, Beside.Axes axes, Populations.PopulationSample one, MedianBins bins) {
        Sample sample = one.sample();
        var notes = new ArrayList<String>();
        var fits = new ArrayList<LineFit>();
        for (int g = 0; g < sample.groups(); g++) {
            int group = g;
            int[] used = bins.filled(g, product.minimumCount());
            double[] xs = IntStream.of(used).mapToDouble(bins::centre).toArray();
            double[] ys =
                    IntStream.of(used).mapToDouble(b -> bins.median(group, b)).toArray();
            LineFit fit = LineSums.of(xs.length, IntStream.range(0, xs.length).toArray(), xs, ys, new double[0])
                    .fit(LineMethod.OLS, 3);
            fits.add(fit);
            if (fit.status() != FitStatus.OK) {
                notes.add((axes.name().isEmpty() ? "" : axes.name() + ": ") + one.subject(g) + " has no line: "
                        + xs.length + " bins with at least " + product.minimumCount() + " stars.");
            }
        }
        return new Series(axes, one, bins, fits, notes);
    }

    private static SmallTable lines(Sample sample, List<LineFit> fits, Quantity x, Quantity y) {
        String sliceUnit = sample.slices().map(Quantity::unit).orElse("");
        var table = new SmallTable.Builder()
                .slices(sample.slices().map(Quantity::label).orElse(""), sliceUnit)
                .count("bins", "bins in the line")
                .as(ColumnRole.Other.COUNT)
                .text("status", "OK, or why there is no line")
                .as(ColumnRole.Other.STATUS)
                .number("slope", y.per(x), "slope of the unweighted regression through the bins")
                .number("slope_sd", y.per(x), "its error from the scatter about the line")
                .as(new ColumnRole.ErrorOf("slope"))
                .number("intercept", y.unit(), "value at x = 0")
                .number("intercept_sd", y.unit(), "its error")
                .as(new ColumnRole.ErrorOf("intercept"));
        for (int g = 0; g < fits.size(); g++) {
            LineFit f = fits.get(g);
            table.row(
                    g + 1,
                    sample.low(g),
                    sample.high(g),
                    f.n(),
                    f.status().name(),
                    f.slope(),
                    f.slopeSdScaled(),
                    f.intercept(),
                    f.interceptSdScaled());
        }
        return table.build();
    }

    private static SmallTable table(Sample sample, MedianBins bins, Quantity x, Quantity y) {
        var table = new SmallTable.Builder()
                .count("slice", "number of the slice, from 1")
                .as(ColumnRole.Key.SLICE)
                .count("bin", "k of the bin [k w, (k+1) w)")
                .as(ColumnRole.Key.PLACE)
                .number("x_lo", x.unit(), "lower edge of the bin, inclusive")
                .as(ColumnRole.Key.PLACE)
                .number("x_hi", x.unit(), "upper edge of the bin, exclusive")
                .as(ColumnRole.Key.PLACE)
                .count("n", "stars")
                .as(ColumnRole.Other.COUNT)
                .number("y_median", y.unit(), "median")
                .number("y_median_error", y.unit(), "1.2533 sd / sqrt(n)")
                .as(new ColumnRole.ErrorOf("y_median"))
                .number("y_mean", y.unit(), "mean")
                .number("y_sd", y.unit(), "standard deviation (n - 1)");
        boolean weighted = sample.weight().isPresent();
        if (weighted) {
            table.number("n_effective", "", WeightNotes.EFFECTIVE).as(ColumnRole.Other.DETAIL);
        }
        for (int g = 0; g < sample.groups(); g++) {
            for (int b : bins.filled(g, 1)) {
                var row = new ArrayList<Object>(List.of(
                        g + 1,
                        (long) bins.first() + b,
                        bins.low(b),
                        bins.high(b),
                        bins.stars(g, b),
                        bins.median(g, b),
                        bins.medianError(g, b),
                        bins.moments(g, b).mean(),
                        bins.moments(g, b).standardDeviation()));
                if (weighted) {
                    row.add(bins.moments(g, b).effective());
                }
                table.row(row.toArray());
            }
        }
        return table.build();
    }

    private static BesideLayers.Curve curve(BinnedMedianProfile product, Series one, int group) {
        int[] used = one.bins().filled(group, product.minimumCount());
        return new BesideLayers.Curve(
                IntStream.of(used).mapToDouble(one.bins()::centre).toArray(),
                IntStream.of(used).mapToDouble(b -> one.bins().median(group, b)).toArray());
    }

    private static Figure figure(
            BinnedMedianProfile product, List<List<Series>> columns, List<String> names, Quantity x, Quantity y) {
        List<Series> series = columns.getFirst();
        var layers = new ArrayList<Layer>();
        if (columns.size() > 1) {
            layers.addAll(BesideLayers.legend(names));
        }
        double[] xLimits = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        double[] yLimits = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        int drawn = 0;
        Optional<ManySeries> many = columns.size() > 1
                ? Optional.empty()
                : ManySeries.of(
                        product.populations(),
                        series.getFirst().sample(),
                        series.stream().mapToInt(s -> s.sample().groups()).sum());
        layers.addAll(many.map(ManySeries::legend).orElse(List.of()));
        for (Series one : series) {
            String whose = one.of().population();
            MedianBins bins = one.bins();
            for (int g = 0; g < one.sample().groups(); g++) {
                int group = g;
                int population = series.indexOf(one);
                List<BesideLayers.Curve> curves = columns.stream()
                        .map(c -> curve(product, c.get(population), group))
                        .toList();
                if (curves.size() > 1) {
                    Color its = Palette.series(drawn).colour();
                    layers.add(BesideLayers.range(curves, its));
                    for (int c = 0; c < curves.size(); c++) {
                        layers.add(new Line(curves.get(c).x(), curves.get(c).y(), BesideLayers.style(c, its), ""));
                    }
                    double[] all = curves.stream()
                            .flatMapToDouble(c -> Arrays.stream(c.y()))
                            .toArray();
                    double[] places = curves.stream()
                            .flatMapToDouble(c -> Arrays.stream(c.x()))
                            .toArray();
                    yLimits[0] = Math.min(yLimits[0], Arrays.stream(all).min().orElse(yLimits[0]));
                    yLimits[1] = Math.max(yLimits[1], Arrays.stream(all).max().orElse(yLimits[1]));
                    xLimits[0] =
                            Math.min(xLimits[0], Arrays.stream(places).min().orElse(xLimits[0]));
                    xLimits[1] =
                            Math.max(xLimits[1], Arrays.stream(places).max().orElse(xLimits[1]));
                }
                int[] used = bins.filled(g, product.minimumCount());
                double[] xs = IntStream.of(used).mapToDouble(bins::centre).toArray();
                double[] ys = IntStream.of(used)
                        .mapToDouble(b -> bins.median(group, b))
                        .toArray();
                double[] errors = IntStream.of(used)
                        .mapToDouble(b -> bins.medianError(group, b))
                        .map(e -> Double.isFinite(e) ? e : 0)
                        .toArray();
                for (int k = 0; k < xs.length; k++) {
                    if (!x.shows(xs[k])) {
                        continue;
                    }
                    xLimits[0] = Math.min(xLimits[0], xs[k]);
                    xLimits[1] = Math.max(xLimits[1], xs[k]);
                    yLimits[0] = Math.min(yLimits[0], ys[k] - errors[k]);
                    yLimits[1] = Math.max(yLimits[1], ys[k] + errors[k]);
                }
                LineFit fit = one.fits().get(g);
                layers.add(ErrorBars.vertical(
                        xs,
                        ys,
                        errors,
                        many.map(m -> m.point(whose, group)).orElse(PointStyle.series(drawn)),
                        many.isPresent() ? "" : columns.size() > 1 ? one.of().name(g) : withSlope(one, g, fit)));
                if (fit.status() == FitStatus.OK && columns.size() == 1) {
                    double[] ends = {fit.minX(), fit.maxX()};
                    layers.add(new Line(
                            ends,
                            Arrays.stream(ends).map(fit::at).toArray(),
                            many.map(m -> m.line(whose, group)).orElse(LineStyle.series(drawn)),
                            ""));
                }
                drawn++;
            }
        }
        Axis xAxis = x.axis(xLimits[0], xLimits[1]);
        Axis medians = y.axis(yLimits[0], yLimits[1]);
        boolean room = columns.size() > 1 && y.range().isEmpty();
        Axis yAxis = room ? LegendRoom.above(medians, names.size() + drawn) : medians;
        int groups = series.getFirst().sample().groups();
        String alt = "%s: medians of %s in bins of %s with a straight line%s%s."
                .formatted(
                        product.head().title(),
                        y.named(),
                        x.named(),
                        series.size() > 1 ? " of " + String.join(", ", product.populations()) : "",
                        groups > 1 ? " in each of " + groups + " slices" : "");
        return Figure.of(
                alt, new Panel("", xAxis, yAxis, layers, many.map(ManySeries::colours), false, LegendPlace.BEST));
    }

    private static String withSlope(Series one, int group, LineFit fit) {
        String name = one.of().name(group);
        return (name.isEmpty() ? "" : name + ": ")
                + (fit.status() == FitStatus.OK
                        ? Numbers.withError(fit.slope(), fit.slopeSdScaled()) + " "
                                + one.y().per(one.x())
                        : "no line");
    }
}
