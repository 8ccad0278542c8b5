package org.cellarius.measure.plane;

import java.awt.Color;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.engine.expression.Between;
import org.cellarius.engine.expression.Expression;
import org.cellarius.figure.Dash;
import org.cellarius.figure.Line;
import org.cellarius.figure.LineStyle;
import org.cellarius.galaxy.fit.FitStatus;
import org.cellarius.galaxy.fit.LineFit;
import org.cellarius.galaxy.fit.LineMethod;
import org.cellarius.galaxy.fit.LineSums;
import org.cellarius.galaxy.fit.LinesByGroup;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.Sample;

/** A straight line of least squares through the stars of each slice of a plane. Where it is the result itself, a gradient is asked for: it has tables, errors and other lines. */
final class StraightLine {

    /** Fewer stars have no line. */
    static final int LEAST_STARS = 3;

    /** On a logarithmic axis it is a curve. */
    private static final int POINTS = 64;

    private StraightLine() {}

    /** The lines by slice; empty where none is wanted. */
    static Inquiry<List<LineFit>> through(Optional<LineMethod> wanted, Sample sample, Quantity x, Quantity y) {
        return wanted.map(
                        method -> sums(method, sample, framed(x, y), y.value()).map(sums -> fits(method, sums)))
                .orElseGet(() -> Inquiry.found(List.of()));
    }

    private static Inquiry<LineSums[]> sums(LineMethod method, Sample sample, Expression x, Expression y) {
        if (sample.weight().isEmpty()) {
            return sample.fold(new LinesByGroup(method, sample.grouping()), sample.with(x, y));
        }
        return sample.fold(
                new LinesByGroup(LineMethod.WLS, sample.grouping()),
                sample.with(x, y, sample.countedError(Expression.of(1.0))));
    }

    /** x of the stars within the wanted ranges, as N counts them; missing for others. */
    private static Expression framed(Quantity x, Quantity y) {
        return within(y, within(x, x.value()));
    }

    private static Expression within(Quantity of, Expression value) {
        return of.range().isEmpty()
                ? value
                : value.where(new Between(
                        of.value(),
                        Expression.of(of.range().getFirst()),
                        Expression.of(of.range().getLast())));
    }

    private static List<LineFit> fits(LineMethod method, LineSums[] sums) {
        return IntStream.range(0, sums.length)
                .mapToObj(g -> sums[g].fit(method, LEAST_STARS))
                .toList();
    }

    static Line drawn(LineFit fit, Color colour, String legend) {
        double[] x = IntStream.rangeClosed(0, POINTS)
                .mapToDouble(k -> fit.minX() + (fit.maxX() - fit.minX()) * k / POINTS)
                .toArray();
        double[] y = java.util.Arrays.stream(x).map(fit::at).toArray();
        return new Line(x, y, new LineStyle(colour, 1.6, Dash.SOLID), legend);
    }

    static boolean fitted(LineFit fit) {
        return fit.status() == FitStatus.OK;
    }

    /** What is said of it in its panel; the sums of weighted stars know no error. */
    static String note(LineFit fit, boolean weighted) {
        if (!fitted(fit)) {
            return "no line";
        }
        String slope = weighted ? Numbers.significant(fit.slope(), 3) : Numbers.withError(fit.slope(), fit.slopeSd());
        return "slope " + slope + " (N = " + Numbers.count(fit.n()) + ")";
    }
}
