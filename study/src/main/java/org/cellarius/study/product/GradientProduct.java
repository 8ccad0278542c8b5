package org.cellarius.study.product;

import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.cellarius.engine.SmallTable;
import org.cellarius.figure.Axis;
import org.cellarius.figure.Band;
import org.cellarius.figure.ErrorBars;
import org.cellarius.figure.Figure;
import org.cellarius.figure.FigureSize;
import org.cellarius.figure.Layer;
import org.cellarius.figure.Line;
import org.cellarius.figure.LineStyle;
import org.cellarius.figure.Note;
import org.cellarius.figure.Palette;
import org.cellarius.figure.Panel;
import org.cellarius.figure.PointStyle;
import org.cellarius.figure.Symbol;
import org.cellarius.galaxy.fit.FitStatus;
import org.cellarius.galaxy.fit.LineFit;
import org.cellarius.galaxy.fit.LineMethod;
import org.cellarius.galaxy.fit.LineSums;
import org.cellarius.galaxy.fit.LinesByGroup;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.study.Product;

/** Straight lines through the stars of each slice. */
final class GradientProduct {

    private static final int MEANS = 18;

    private GradientProduct() {}

    static ProductResult measure(Product.Gradient gradient, Sample sample) {
        Quantity x = Quantity.of(gradient.x(), sample.engine(), sample.stars());
        Quantity y = Quantity.of(gradient.y(), sample.engine(), sample.stars());
        var needed = new ArrayList<>(List.of(x.sql(), y.sql()));
        boolean weighted = gradient.method() == LineMethod.WLS;
        gradient.yError()
                .filter(e -> weighted)
                .ifPresent(e -> needed.add(sample.engine()
                        .expression(e, sample.stars(), gradient.head().place().toString())
                        .sql()));
        LineSums[] sums = sample.fold(
                new LinesByGroup(gradient.method(), sample.grouping()), sample.with(needed.toArray(String[]::new)));
        LineFit[] fits = IntStream.range(0, sums.length)
                .mapToObj(g -> sums[g].fit(gradient.method(), gradient.minimumCount()))
                .toArray(LineFit[]::new);
        long missing = sample.missing(needed);
        long unusable = weighted ? sample.count("CAST((" + needed.get(2) + "\n) AS DOUBLE) <= 0") : 0;

        var notes = new ArrayList<String>();
        if (missing > 0) {
            notes.add(Numbers.count(missing) + " stars of the sample lack a value of x, y"
                    + (weighted ? " or its error" : "") + " and do not enter.");
        }
        if (unusable > 0) {
            notes.add(Numbers.count(unusable) + " stars have an error that is zero or negative and do not enter.");
        }
        for (int g = 0; g < fits.length; g++) {
            if (fits[g].status() != FitStatus.OK) {
                notes.add((sample.name(g).isEmpty() ? "The sample" : "The slice " + sample.plainName(g))
                        + " was not fitted: " + fits[g].status().meaning() + " (" + fits[g].n()
                        + (fits[g].status() == FitStatus.TOO_FEW_STARS
                                ? " of at least " + Math.max(3, gradient.minimumCount()) + ", minimum-count"
                                : "")
                        + ").");
            } else if (weighted && fits[g].reducedChi2() > 2) {
                notes.add((sample.name(g).isEmpty() ? "The sample" : "The slice " + sample.plainName(g))
                        + " scatters more than its errors say (reduced χ² = " + Numbers.fixed(fits[g].reducedChi2(), 1)
                        + "): quote the scaled errors.");
            }
        }
        var tables = new LinkedHashMap<String, SmallTable>();
        tables.put(gradient.head().name(), table(sample, fits, x, y));
        double[] xRange = sample.range(x.sql());
        double[] yRange = sample.typicalRange(y.sql());
        Axis xAxis = x.axis(xRange[0], xRange[1]);
        Axis yAxis = y.axis(yRange[0], yRange[1]);
        long outside = sample.count(outside(x, xAxis) + " OR " + outside(y, yAxis));
        String caption =
                "%s against %s, %s%s. Grey: stars, or their number (logarithmic) where there are many; blue points: %smeans in bins with standard errors; line and band: fit and its scaled 1σ error. %s stars in the fits.%s"
                        .formatted(
                                y.named(),
                                x.named(),
                                gradient.method().description(),
                                sample.slices()
                                        .map(s -> ", in slices of " + s.plainLabel())
                                        .orElse(""),
                                weighted ? "weighted " : "",
                                Numbers.count(java.util.Arrays.stream(fits)
                                        .mapToLong(LineFit::n)
                                        .sum()),
                                outside > 0
                                        ? " " + Numbers.count(outside)
                                                + (outside == 1
                                                        ? " star lies outside the axes; it is"
                                                        : " stars lie outside the axes; they are")
                                                + " in the fits and means."
                                        : "");
        return ProductResult.of(
                gradient, tables, figure(gradient, sample, fits, x, y, needed, xAxis, yAxis), caption, notes);
    }

    private static SmallTable table(Sample sample, LineFit[] fits, Quantity x, Quantity y) {
        String slope = y.per(x);
        var table = new SmallTable.Builder()
                .count("slice", "number of the slice, from 1")
                .number(
                        "slice_lo",
                        sample.slices().map(Quantity::unit).orElse(""),
                        "lower edge of the slice, inclusive")
                .number(
                        "slice_hi",
                        sample.slices().map(Quantity::unit).orElse(""),
                        "upper edge of the slice, exclusive")
                .count("n", "stars fitted")
                .text("status", "OK, or why there is no fit")
                .number("slope", slope, "slope")
                .number("slope_sd", slope, "its error from the stated errors alone")
                .number("slope_sd_scaled", slope, "its error scaled by the square root of the reduced chi-squared")
                .number("intercept", y.unit(), "value at x = 0")
                .number("intercept_sd", y.unit(), "its error from the stated errors alone")
                .number("intercept_sd_scaled", y.unit(), "its error, scaled")
                .number("cov_slope_intercept", "", "covariance of slope and intercept from the stated errors alone")
                .number("cov_slope_intercept_scaled", "", "covariance of slope and intercept, scaled")
                .number("chi2", "", "chi-squared; residual sum of squares for ols")
                .number("reduced_chi2", "", "chi-squared over n - 2; for ols the variance of the residuals")
                .number("mean_x", x.unit(), "weighted mean of x")
                .number("y_at_mean_x", y.unit(), "the line there")
                .number("min_x", x.unit(), "smallest x fitted")
                .number("max_x", x.unit(), "largest x fitted");
        for (int g = 0; g < fits.length; g++) {
            LineFit f = fits[g];
            table.row(
                    g + 1,
                    sample.low(g),
                    sample.high(g),
                    f.n(),
                    f.status().name(),
                    f.slope(),
                    f.slopeSd(),
                    f.slopeSdScaled(),
                    f.intercept(),
                    f.interceptSd(),
                    f.interceptSdScaled(),
                    f.covariance(),
                    f.covarianceScaled(),
                    f.chi2(),
                    f.reducedChi2(),
                    f.meanX(),
                    f.meanY(),
                    f.minX(),
                    f.maxX());
        }
        return table.build();
    }

    private static Figure figure(
            Product.Gradient gradient,
            Sample sample,
            LineFit[] fits,
            Quantity x,
            Quantity y,
            List<String> needed,
            Axis xAxis,
            Axis yAxis) {
        StarCloud cloud = StarCloud.of(sample, x.sql(), y.sql(), xAxis, yAxis);
        Grouping.Slices meanBins = StarCloud.regular(xAxis, MEANS);
        var binned = new LinesByGroup(gradient.method(), new Grouping.Both(meanBins, sample.grouping()));
        var read = new ArrayList<>(needed);
        read.add(x.sql());
        LineSums[] means = sample.fold(binned, sample.with(read.toArray(String[]::new)));

        var panels = new ArrayList<Panel>();
        int groups = sample.groups();
        for (int g = 0; g < groups; g++) {
            var layers = new ArrayList<Layer>();
            layers.add(cloud.layer(g, fits[g].n()));
            LineFit fit = fits[g];
            if (fit.status() == FitStatus.OK) {
                double from = Math.max(xAxis.min(), fit.minX());
                double to = Math.min(xAxis.max(), fit.maxX());
                double[] xs = IntStream.rangeClosed(0, 40)
                        .mapToDouble(k -> from + (to - from) * k / 40)
                        .toArray();
                Color colour = Palette.VERMILLION.colour();
                layers.add(new Band(
                        xs,
                        java.util.Arrays.stream(xs)
                                .map(v -> fit.at(v) - fit.sdScaledAt(v))
                                .toArray(),
                        java.util.Arrays.stream(xs)
                                .map(v -> fit.at(v) + fit.sdScaledAt(v))
                                .toArray(),
                        colour,
                        0.35,
                        ""));
                layers.add(new Line(
                        xs,
                        java.util.Arrays.stream(xs).map(fit::at).toArray(),
                        LineStyle.solid(Palette.VERMILLION),
                        ""));
            }
            layers.add(meanPoints(means, meanBins, groups, g));
            layers.add(new Note("N = " + Numbers.count(fit.n()), Note.Corner.TOP_RIGHT));
            if (fit.status() == FitStatus.OK) {
                layers.add(new Note(
                        "slope " + Numbers.withError(fit.slope(), fit.slopeSdScaled()) + " " + y.per(x),
                        Note.Corner.BOTTOM_LEFT));
            }
            panels.add(Panel.of(sample.name(g), xAxis, yAxis, layers));
        }
        String alt = "%s: %s against %s with the fitted line%s."
                .formatted(
                        gradient.head().title(),
                        y.named(),
                        x.named(),
                        groups > 1 ? " in each of " + groups + " slices" : "");
        int columns = groups == 4 ? 2 : Math.min(groups, 3);
        return new Figure(alt, panels, columns, groups == 1 ? FigureSize.ofWidth(120) : FigureSize.DOUBLE_COLUMN);
    }

    private static String outside(Quantity quantity, Axis axis) {
        return "CAST((" + quantity.sql() + "\n) AS DOUBLE) NOT BETWEEN " + axis.min() + " AND " + axis.max();
    }

    /**
     * Means of y at the means of x, weighted as the fit is: the outermost bins are seldom full. Their errors are scaled to the
     * scatter within the bin.
     */
    private static ErrorBars meanPoints(LineSums[] means, Grouping.Slices bins, int groups, int g) {
        LineSums[] used = IntStream.range(0, bins.groups())
                .mapToObj(b -> means[b * groups + g])
                .filter(m -> m.n() >= 10)
                .toArray(LineSums[]::new);
        return ErrorBars.vertical(
                java.util.Arrays.stream(used).mapToDouble(LineSums::meanX).toArray(),
                java.util.Arrays.stream(used).mapToDouble(LineSums::meanY).toArray(),
                java.util.Arrays.stream(used)
                        .mapToDouble(m -> Math.sqrt(m.syy() / (m.n() - 1) / m.weight()))
                        .toArray(),
                new PointStyle(Palette.BLUE.colour(), Symbol.CIRCLE, 3.6, true),
                "");
    }
}
