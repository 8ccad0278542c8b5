package org.cellarius.measure.gradient;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.engine.expression.Expression;
import org.cellarius.figure.ErrorBars;
import org.cellarius.figure.Layer;
import org.cellarius.figure.OutsidePoints;
import org.cellarius.figure.PointStyle;
import org.cellarius.figure.Points;
import org.cellarius.figure.Symbol;
import org.cellarius.galaxy.population.Quantiles;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.product.AxisSpan;
import org.cellarius.measure.product.Sample;

/**
 * The stars of slices that have few each: all are drawn, with their errors.
 *
 * @param x of the stars that have both
 * @param y of the same stars
 * @param xError one-sigma errors; empty for none
 * @param yError one-sigma errors; empty for none
 * @param group the slice of each, &minus;1 for none
 * @param sizes what the circles are as large as, and which have an outline; empty for dots of one size
 */
record FewStars(double[] x, double[] y, double[] xError, double[] yError, int[] group, Optional<Sizes> sizes) {

    /**
     * Numbers that circles are as large as.
     *
     * @param of each star
     * @param outlined 1 of a star with an outline
     */
    record Sizes(double[] of, double[] outlined) {}

    /** A slice of fewer stars is few. */
    private static final long FEW = 1000;

    static final Color GREY = new Color(0x8C8C8C);

    /** Opacity of a star that others may lie behind, of 255. */
    private static final int DOT_ALPHA = 130;

    /** Up to so many points the symbols are large. */
    private static final int LARGE_UP_TO = 100;

    /** Empty where a slice has many stars. */
    static Inquiry<Optional<FewStars>> of(GradientCase of) {
        return of.sample()
                .counts()
                .then(counts -> counts.stream().allMatch(n -> n < FEW)
                        ? read(of).map(Optional::of)
                        : Inquiry.found(Optional.empty()));
    }

    private static Inquiry<FewStars> read(GradientCase of) {
        Sample sample = of.sample();
        List<Expression> read =
                new ArrayList<Expression>(List.of(of.x().value(), of.y().value()));
        of.variant().xError().map(of::number).ifPresent(read::add);
        of.gradient().yError().map(of::number).ifPresent(read::add);
        int errors = read.size() - 2;
        Optional<PointLook> look = of.gradient().look().points();
        look.ifPresent(p -> {
            read.add(sample.quantity(p.size()).value());
            read.add(p.outline().map(o -> o.flag(sample.of())).orElse(Expression.of(0.0)));
        });
        boolean xs = of.variant().xError().isPresent();
        boolean ys = of.gradient().yError().isPresent();
        return sample.columns(read).map(all -> {
            int[] group = new int[all[0].length];
            Arrays.setAll(
                    group,
                    i -> Double.isFinite(all[0][i] + all[1][i])
                            ? sample.grouping().groupOf(all, read.size(), i)
                            : -1);
            return new FewStars(
                    all[0],
                    all[1],
                    xs ? all[2] : new double[0],
                    ys ? all[1 + errors] : new double[0],
                    group,
                    look.map(p -> new Sizes(all[read.size() - 2], all[read.size() - 1])));
        });
    }

    /** The same stars, their errors forgotten. */
    FewStars withoutErrors() {
        return new FewStars(x, y, new double[0], new double[0], group, sizes);
    }

    /** How many there are in all slices. */
    long stars() {
        return Arrays.stream(group).filter(g -> g >= 0).count();
    }

    /** Median of the errors of y that are known; NaN without one. */
    double typicalYError() {
        return median(yError);
    }

    /** Median of the errors of x that are known; NaN without one. */
    double typicalXError() {
        return median(xError);
    }

    private double median(double[] errors) {
        double[] known = Arrays.stream(those(errors, i -> group[i] >= 0))
                .map(FewStars::bar)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return known.length == 0 ? Double.NaN : Quantiles.ofSorted(known, 0.5);
    }

    AxisSpan xFrame() {
        return frame(x, xError);
    }

    AxisSpan yFrame() {
        return frame(y, yError);
    }

    /** Holds the points, and their bars as far as these do not flatten them. */
    private AxisSpan frame(double[] value, double[] error) {
        AxisSpan points = AxisSpan.of(those(value, i -> group[i] >= 0));
        double room = 0.25 * (points.high() - points.low());
        double low = points.low();
        double high = points.high();
        for (int i = 0; i < error.length; i++) {
            boolean shown = group[i] >= 0 && value[i] >= points.low() && value[i] <= points.high() && bar(error[i]) > 0;
            if (shown) {
                low = Math.min(low, Math.max(points.low() - room, value[i] - error[i]));
                high = Math.max(high, Math.min(points.high() + room, value[i] + error[i]));
            }
        }
        return new AxisSpan(low, high);
    }

    static double bar(double error) {
        return error > 0 && error < Double.POSITIVE_INFINITY ? error : Double.NaN;
    }

    static double[] those(double[] column, java.util.function.IntPredicate which) {
        return column.length == 0
                ? column
                : IntStream.range(0, column.length)
                        .filter(which)
                        .mapToDouble(i -> column[i])
                        .toArray();
    }

    /** The stars of a slice as translucent dots, and arrows likewise. */
    List<Layer> dots(int slice, Color colour) {
        double[] px = those(x, i -> group[i] == slice);
        double[] py = those(y, i -> group[i] == slice);
        var seenThrough = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), DOT_ALPHA);
        return List.of(
                new Points(px, py, new PointStyle(seenThrough, Symbol.CIRCLE, 1.8, true), ""),
                new OutsidePoints(px, py, colour));
    }

    /** The stars of a slice with their bars, and arrows towards those that the axes do not hold. */
    List<Layer> layers(int slice, Color colour, Color arrows) {
        double[] px = those(x, i -> group[i] == slice);
        double[] py = those(y, i -> group[i] == slice);
        double[] ex = Arrays.stream(those(xError, i -> group[i] == slice))
                .map(FewStars::bar)
                .toArray();
        double[] ey = Arrays.stream(those(yError, i -> group[i] == slice))
                .map(FewStars::bar)
                .toArray();
        double size = px.length <= LARGE_UP_TO ? 3 : 2.2;
        return List.of(
                new ErrorBars(px, py, ey, ey, ex, ex, new PointStyle(colour, Symbol.CIRCLE, size, true), ""),
                new OutsidePoints(px, py, arrows));
    }
}
