package org.cellarius.study.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.Engine;
import org.cellarius.engine.RunFailure;
import org.cellarius.engine.Sql;
import org.cellarius.engine.StarTable;
import org.cellarius.galaxy.fit.LineSums;

/**
 * The sufficient statistics of straight lines as one aggregate of the database, at the speed at which it decodes: for tables so large that handing
 * over rows takes longer than reading them.
 *
 * <p>Sums are taken over parts of as many rows as a row group of our Parquet files holds, each of which one thread reads in order, and the parts are added in
 * their order: the numbers do not depend on the number of threads. They are sums about a star, so that moments keep their digits; against sums block
 * by block they agree to 1e-12.
 *
 * @param least rows from which on it pays
 */
public record LineSumsInSql(Engine engine, StarTable stars, long least) {

    /** Smaller tables are summed block by block before the database has planned the query. */
    public static final long USUAL_LEAST = 3_000_000;

    /** Rows of a row group as the database writes them. */
    private static final long PART = 122_880;

    /**
     * The sums of each slice of the stars that have finite x and y, and a positive finite error where there is one; empty where the table is small, or where sums
     * leave the range of numbers and are better taken block by block.
     *
     * @param condition SQL condition on the stars
     * @param x SQL expression
     * @param y SQL expression
     * @param error SQL expression of the one-sigma errors of y; empty: all stars weigh the same
     * @param slices SQL expression that is cut into slices; empty for one slice of all
     * @param edges edges of the slices, rising; empty without slices
     */
    public Optional<LineSums[]> of(
            String condition, String x, String y, Optional<String> error, Optional<String> slices, List<Double> edges) {
        if (stars.rows() < least) {
            return Optional.empty();
        }
        String usable = "isfinite(x) AND isfinite(y)"
                + error.map(e -> " AND e > 0 AND isfinite(e)").orElse("");
        String source = "(SELECT file_row_number AS row_number, " + number(x) + " AS x, " + number(y) + " AS y, "
                + number(error.orElse("1")) + " AS e, " + number(slices.orElse("0")) + " AS s FROM "
                + stars.numberedSql()
                + " WHERE (" + condition + "\n))";
        double[] pivot = engine.numbers(
                "SELECT first(x), first(y) FROM (SELECT x, y FROM " + source + " WHERE " + usable + " LIMIT 1)");
        if (!(Double.isFinite(pivot[0]) && Double.isFinite(pivot[1]))) {
            return Optional.empty();
        }
        String query = "SELECT g, row_number // " + PART + " AS part, count(*), sum(w), sum(w * dx), sum(w * dy),"
                + " sum(w * dx * dx), sum(w * dx * dy), sum(w * dy * dy), min(x), max(x), max(w)"
                + " FROM (SELECT row_number, " + sliceOf(edges) + " AS g, x, x - " + Sql.exact(pivot[0])
                + " AS dx, y - "
                + Sql.exact(pivot[1]) + " AS dy, 1 / (e * e) AS w FROM " + source + " WHERE " + usable + ")"
                + " WHERE g IS NOT NULL GROUP BY g, part ORDER BY g, part";
        try {
            return summed(query, Math.max(1, edges.size() - 1), pivot);
        } catch (RunFailure | InputError overflow) {
            return Optional.empty();
        }
    }

    private Optional<LineSums[]> summed(String query, int groups, double[] pivot) {
        var sums = new LineSums[groups];
        Arrays.fill(sums, LineSums.NONE);
        for (List<Optional<String>> row : engine.rows(query)) {
            double[] v = row.stream()
                    .mapToDouble(t -> t.map(Double::parseDouble).orElse(Double.NaN))
                    .toArray();
            if (DoubleStream.of(v).anyMatch(d -> !Double.isFinite(d)) || !(v[3] > 0)) {
                return Optional.empty();
            }
            int g = (int) v[0];
            sums[g] = sums[g].plus(LineSums.about(pivot[0], pivot[1], Arrays.copyOfRange(v, 2, v.length)));
        }
        return Optional.of(sums);
    }

    /** Slices [lo, hi); null for none. */
    private static String sliceOf(List<Double> edges) {
        return edges.isEmpty()
                ? "0"
                : IntStream.range(0, edges.size() - 1)
                        .mapToObj(g -> "WHEN s >= " + Sql.exact(edges.get(g)) + " AND s < "
                                + Sql.exact(edges.get(g + 1)) + " THEN " + g)
                        .collect(Collectors.joining(" ", "CASE ", " END"));
    }

    private static String number(String expression) {
        return "CAST((" + expression + "\n) AS DOUBLE)";
    }
}
