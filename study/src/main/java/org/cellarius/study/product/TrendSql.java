package org.cellarius.study.product;

import org.cellarius.engine.Sql;
import org.cellarius.galaxy.fit.InterpolatedTrend;
import org.cellarius.galaxy.fit.Polynomial;
import org.cellarius.galaxy.fit.Trend;
import org.cellarius.study.Beyond;

/** A trend as an SQL expression, the same number as {@link Trend#at}. */
final class TrendSql {

    private TrendSql() {}

    /** The trend at a column; null where it is not known. */
    static String at(Trend trend, String column, Beyond beyond) {
        String within =
                "greatest(" + Sql.exact(trend.from()) + ", least(" + Sql.exact(trend.to()) + ", " + column + "))";
        String value = value(trend, beyond == Beyond.EXTRAPOLATED ? column : within);
        return beyond == Beyond.MISSING
                ? "CASE WHEN " + column + " BETWEEN " + Sql.exact(trend.from()) + " AND " + Sql.exact(trend.to())
                        + " THEN " + value + " END"
                : value;
    }

    private static String value(Trend trend, String x) {
        return switch (trend) {
            case Polynomial p -> horner(p, x);
            case InterpolatedTrend t -> pieces(t, x);
        };
    }

    private static String horner(Polynomial polynomial, String x) {
        String t = "((" + x + " - " + Sql.exact(polynomial.centre()) + ") / " + Sql.exact(polynomial.halfWidth()) + ")";
        double[] powers = polynomial.powersOfT();
        String sum = Sql.exact(powers[powers.length - 1]);
        for (int k = powers.length - 2; k >= 0; k--) {
            sum = "(" + sum + " * " + t + " + " + Sql.exact(powers[k]) + ")";
        }
        return sum;
    }

    private static String pieces(InterpolatedTrend trend, String x) {
        double[] xs = trend.x();
        double[] ys = trend.y();
        var cases = new StringBuilder("CASE WHEN ")
                .append(x)
                .append(" < ")
                .append(Sql.exact(xs[0]))
                .append(" THEN ")
                .append(Sql.exact(ys[0]));
        for (int k = 1; k < xs.length; k++) {
            double slope = (ys[k] - ys[k - 1]) / (xs[k] - xs[k - 1]);
            cases.append(" WHEN ")
                    .append(x)
                    .append(" < ")
                    .append(Sql.exact(xs[k]))
                    .append(" THEN ")
                    .append(Sql.exact(ys[k - 1]))
                    .append(" + (")
                    .append(x)
                    .append(" - ")
                    .append(Sql.exact(xs[k - 1]))
                    .append(") * ")
                    .append(Sql.exact(slope));
        }
        // Nothing is larger than or equal to a missing value.
        return cases.append(" WHEN ")
                .append(x)
                .append(" >= ")
                .append(Sql.exact(xs[xs.length - 1]))
                .append(" THEN ")
                .append(Sql.exact(ys[ys.length - 1]))
                .append(" END")
                .toString();
    }
}
