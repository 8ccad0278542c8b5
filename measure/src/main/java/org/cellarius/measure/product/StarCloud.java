package org.cellarius.measure.product;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.engine.Question;
import org.cellarius.engine.expression.Expression;
import org.cellarius.figure.Axis;
import org.cellarius.figure.Density;
import org.cellarius.figure.ErrorBars;
import org.cellarius.figure.Layer;
import org.cellarius.figure.PointStyle;
import org.cellarius.figure.Points;
import org.cellarius.figure.Symbol;
import org.cellarius.galaxy.population.CountsByGroup;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.measure.Inquiry;

/** The stars of each slice behind a line: one by one, or where there are many their number. */
public record StarCloud(
        Sample sample,
        Expression x,
        Expression y,
        Grouping.Slices xBins,
        Grouping.Slices yBins,
        long[] counts,
        Optional<Expression> xError,
        Optional<Expression> yError) {

    private static final int COLUMNS = 90;
    private static final int ROWS = 60;
    /** Up to so many stars are drawn one by one; more become a density. */
    private static final int MOST_POINTS = 500;

    /** And up to so many with their errors, where these are known. */
    private static final int MOST_WITH_ERRORS = 200;

    private static final Color GREY = new Color(0x9A9A9A);

    public static Inquiry<StarCloud> of(Sample sample, Expression x, Expression y, Axis xAxis, Axis yAxis) {
        Grouping.Slices xBins = regular(xAxis, COLUMNS);
        Grouping.Slices yBins = regular(yAxis, ROWS);
        var plane = new Grouping.Both(new Grouping.Both(xBins, yBins), sample.grouping());
        return sample.fold(new CountsByGroup(plane), sample.with(x, y))
                .map(counts -> new StarCloud(sample, x, y, xBins, yBins, counts, Optional.empty(), Optional.empty()));
    }

    /** The same, with errors of the stars. */
    public StarCloud withErrors(Optional<Expression> ofX, Optional<Expression> ofY) {
        return new StarCloud(sample, x, y, xBins, yBins, counts, ofX, ofY);
    }

    /** The stars of the slices, so many in each. */
    public Inquiry<List<Layer>> layers(List<Long> stars) {
        return Inquiry.all(IntStream.range(0, stars.size())
                .mapToObj(g -> layer(g, stars.get(g)))
                .toList());
    }

    private Inquiry<Layer> layer(int group, long stars) {
        boolean bars = stars <= MOST_WITH_ERRORS && (xError.isPresent() || yError.isPresent());
        return bars ? bars(group) : stars <= MOST_POINTS ? points(group) : Inquiry.found(density(group));
    }

    private Inquiry<Layer> bars(int group) {
        var read = new ArrayList<>(List.of(x, y));
        xError.ifPresent(read::add);
        yError.ifPresent(read::add);
        return Inquiry.of(new Question.Columns(
                        read, sample.also(sample.inSlice(group)).condition()))
                .map(stars -> {
                    double[] ofX = xError.isPresent() ? lengths(stars[2]) : new double[0];
                    double[] ofY = yError.isPresent() ? lengths(stars[stars.length - 1]) : new double[0];
                    return ErrorBars.both(
                            stars[0], stars[1], ofX, ofY, new PointStyle(GREY, Symbol.CIRCLE, 2.6, true), "");
                });
    }

    /** Errors that can be drawn. */
    private static double[] lengths(double[] errors) {
        return Arrays.stream(errors)
                .map(e -> e > 0 && e < Double.POSITIVE_INFINITY ? e : Double.NaN)
                .toArray();
    }

    private Inquiry<Layer> points(int group) {
        return Inquiry.of(new Question.Columns(
                        List.of(x, y), sample.also(sample.inSlice(group)).condition()))
                .map(stars -> new Points(stars[0], stars[1], new PointStyle(GREY, Symbol.CIRCLE, 2.2, true), ""));
    }

    private Density density(int group) {
        int nx = xBins.groups();
        int ny = yBins.groups();
        int groups = sample.groups();
        long[] own = new long[nx * ny];
        for (int i = 0; i < nx; i++) {
            for (int j = 0; j < ny; j++) {
                own[j * nx + i] = counts[(i * ny + j) * groups + group];
            }
        }
        return Density.grey(edges(xBins), edges(yBins), own);
    }

    /** That many equal bins along an axis. */
    public static Grouping.Slices regular(Axis axis, int bins) {
        return Grouping.Slices.regular(axis.min(), (axis.max() - axis.min()) / bins, bins);
    }

    private static double[] edges(Grouping.Slices slices) {
        List<Double> edges = slices.edges();
        return edges.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
