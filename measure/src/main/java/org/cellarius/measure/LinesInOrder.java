package org.cellarius.measure;

import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import org.cellarius.galaxy.column.OrderedRows;
import org.cellarius.galaxy.column.OrderedStatistic;
import org.cellarius.galaxy.fit.FitStatus;
import org.cellarius.galaxy.fit.FittedLine;
import org.cellarius.galaxy.fit.LineEstimator;
import org.cellarius.galaxy.fit.LineInOrder;
import org.cellarius.galaxy.fit.LineStars;
import org.cellarius.galaxy.population.Grouping;

/**
 * Lines through medians of groups of many stars, which come in rising order of x. Groups of few stars are held: there one star may decide a line.
 *
 * @param held the line of stars that are in memory, and their group
 * @param tooFew the line of a group of so many stars, fewer than are wanted
 */
record LinesInOrder(
        Grouping grouping,
        IntFunction<LineEstimator> line,
        long minimumCount,
        BiFunction<LineStars, Integer, StarLine> held,
        LongFunction<StarLine> tooFew)
        implements OrderedStatistic<StarLine> {

    /** No single one of more stars turns a line through hundreds of medians. */
    private static final int FEW = 50_000;

    @Override
    public int groups() {
        return grouping.groups();
    }

    @Override
    public int columns() {
        return 2 + grouping.columns();
    }

    @Override
    public int groupOf(double[][] in, int row) {
        return grouping.groupOf(in, 2, row);
    }

    @Override
    public StarLine of(int group, OrderedRows rows) {
        if (rows.count() + rows.missing() <= FEW) {
            return held.apply(stars(rows), group);
        }
        if (rows.count() + rows.missing() < minimumCount) {
            return tooFew.apply(rows.count() + rows.missing());
        }
        LineInOrder laid = line.apply(group).inOrder().orElseThrow();
        double[] ends = {Double.NaN, Double.NaN};
        rows.each((x, y, count) -> {
            ends[0] = Double.isNaN(ends[0]) ? x[0] : ends[0];
            ends[1] = x[count - 1];
            for (int i = 0; i < count; i++) {
                laid.add(x[i], y[i]);
            }
        });
        FittedLine found = laid.line(rows.missing());
        return found.n() < minimumCount && found.status() == FitStatus.OK
                ? tooFew.apply(found.n())
                : new StarLine(found, ends[0], ends[1]);
    }

    /** All stars of a group; NaN where a value is missing. */
    private static LineStars stars(OrderedRows rows) {
        double[] x = new double[Math.toIntExact(rows.count() + rows.missing())];
        double[] y = new double[x.length];
        Arrays.fill(x, Double.NaN);
        Arrays.fill(y, Double.NaN);
        int[] filled = {0};
        rows.each((nextX, nextY, count) -> {
            System.arraycopy(nextX, 0, x, filled[0], count);
            System.arraycopy(nextY, 0, y, filled[0], count);
            filled[0] += count;
        });
        return LineStars.of(x, y);
    }
}
