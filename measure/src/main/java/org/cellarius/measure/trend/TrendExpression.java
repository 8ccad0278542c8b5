package org.cellarius.measure.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellarius.engine.expression.Call;
import org.cellarius.engine.expression.Cases;
import org.cellarius.engine.expression.Expression;
import org.cellarius.engine.expression.StarFunction;
import org.cellarius.galaxy.fit.InterpolatedTrend;
import org.cellarius.galaxy.fit.Polynomial;
import org.cellarius.galaxy.fit.Trend;

/** A trend as an expression, the same number as {@link Trend#at}. */
final class TrendExpression {

    private TrendExpression() {}

    /** The trend at x; missing where it is not known. */
    static Expression at(Trend trend, Expression x, OutsideRange beyond) {
        Expression from = Expression.of(trend.from());
        Expression to = Expression.of(trend.to());
        Expression within =
                new Call(StarFunction.GREATEST, List.of(from, new Call(StarFunction.LEAST, List.of(to, x))));
        Expression value = value(trend, beyond == OutsideRange.EXTRAPOLATED ? x : within);
        return beyond == OutsideRange.MISSING ? value.where(x.isBetween(from, to)) : value;
    }

    private static Expression value(Trend trend, Expression x) {
        return switch (trend) {
            case Polynomial p -> horner(p, x);
            case InterpolatedTrend t -> pieces(t, x);
        };
    }

    private static Expression horner(Polynomial polynomial, Expression x) {
        Expression t = x.minus(Expression.of(polynomial.centre())).over(Expression.of(polynomial.halfWidth()));
        double[] powers = polynomial.powersOfT();
        Expression sum = Expression.of(powers[powers.length - 1]);
        for (int k = powers.length - 2; k >= 0; k--) {
            sum = sum.times(t).plus(Expression.of(powers[k]));
        }
        return sum;
    }

    private static Expression pieces(InterpolatedTrend trend, Expression x) {
        double[] xs = trend.x();
        double[] ys = trend.y();
        var cases = new ArrayList<Cases.Case>();
        cases.add(new Cases.Case(x.isBelow(Expression.of(xs[0])), Expression.of(ys[0])));
        for (int k = 1; k < xs.length; k++) {
            double slope = (ys[k] - ys[k - 1]) / (xs[k] - xs[k - 1]);
            cases.add(new Cases.Case(
                    x.isBelow(Expression.of(xs[k])),
                    Expression.of(ys[k - 1])
                            .plus(x.minus(Expression.of(xs[k - 1])).times(Expression.of(slope)))));
        }
        // Nothing is larger than or equal to a missing value.
        int last = xs.length - 1;
        cases.add(new Cases.Case(x.isAtLeast(Expression.of(xs[last])), Expression.of(ys[last])));
        return new Cases(cases, Optional.empty());
    }
}
