package org.cellarius.measure.product;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;
import org.cellarius.engine.Question;
import org.cellarius.engine.expression.Expression;
import org.cellarius.figure.Axis;
import org.cellarius.figure.Density;
import org.cellarius.figure.Layer;
import org.cellarius.figure.PointStyle;
import org.cellarius.figure.Points;
import org.cellarius.figure.Symbol;
import org.cellarius.galaxy.population.CountsByGroup;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.measure.Inquiry;

/** The stars of each slice behind a line: one by one, or where there are many their number. */
public record StarCloud(
        Sample sample, Expression x, Expression y, Grouping.Slices xBins, Grouping.Slices yBins, long[] counts) {

    private static final int COLUMNS = 90;
    private static final int ROWS = 60;
    /** Up to so many stars are drawn one by one; more become a density. */
    private static final int MOST_POINTS = 1500;

    public static Inquiry<StarCloud> of(Sample sample, Expression x, Expression y, Axis xAxis, Axis yAxis) {
        Grouping.Slices xBins = regular(xAxis, COLUMNS);
        Grouping.Slices yBins = regular(yAxis, ROWS);
        var plane = new Grouping.Both(new Grouping.Both(xBins, yBins), sample.grouping());
        return sample.fold(new CountsByGroup(plane), sample.with(x, y))
                .map(counts -> new StarCloud(sample, x, y, xBins, yBins, counts));
    }

    /** The stars of the slices, so many in each. */
    public Inquiry<List<Layer>> layers(List<Long> stars) {
        return Inquiry.all(IntStream.range(0, stars.size())
                .mapToObj(g -> layer(g, stars.get(g)))
                .toList());
    }

    private Inquiry<Layer> layer(int group, long stars) {
        return stars <= MOST_POINTS ? points(group) : Inquiry.found(density(group));
    }

    private Inquiry<Layer> points(int group) {
        return Inquiry.of(new Question.Columns(
                        List.of(x, y), sample.also(sample.inSlice(group)).condition()))
                .map(stars -> new Points(
                        stars[0], stars[1], new PointStyle(new Color(0x9A9A9A), Symbol.CIRCLE, 2.2, true), ""));
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
