package org.cellarius.study.learned;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.galaxy.learned.HeldOut;
import org.cellarius.galaxy.learned.LearnedTarget;
import org.cellarius.galaxy.learned.Reliability;

/** What stars held out tell, as tables. */
public final class ReliabilityTables {

    private static final int RANGES = 5;

    private ReliabilityTables() {}

    /** A row for all stars, then one for each fifth of them by foretold median, then one for those inside the training space. */
    public static SmallTable reliability(List<HeldOut> stars, LearnedTarget target) {
        var rows = new ArrayList<List<SmallTable.Value>>();
        rows.add(row("all", stars, target));
        List<HeldOut> sorted = stars.stream()
                .sorted(Comparator.comparingDouble(HeldOut::median))
                .toList();
        for (int k = 0; k < RANGES; k++) {
            rows.add(row(
                    "fifth " + (k + 1),
                    sorted.subList(k * sorted.size() / RANGES, (k + 1) * sorted.size() / RANGES),
                    target));
        }
        List<HeldOut> inside = stars.stream().filter(HeldOut::inside).toList();
        if (!inside.isEmpty()) {
            rows.add(row("inside training space", inside, target));
        }
        String unit = target.unit();
        String differences = target.logarithmic() ? "" : unit;
        String of = target.logarithmic() ? " of the natural logarithm" : "";
        List<TableColumn> columns = List.of(
                column("stars_of", ColumnType.TEXT, "", "which stars, fifths by foretold median"),
                column("n", ColumnType.LONG, "", "number of stars"),
                column("lo", ColumnType.DOUBLE, unit, "lowest foretold median"),
                column("hi", ColumnType.DOUBLE, unit, "highest foretold median"),
                column("bias", ColumnType.DOUBLE, differences, "median of foretold less measured" + of),
                column("scatter", ColumnType.DOUBLE, differences, "1.4826 median absolute deviation of it"),
                column("slope", ColumnType.DOUBLE, "", "of foretold against measured" + of),
                column(
                        "coverage_68",
                        ColumnType.DOUBLE,
                        "",
                        "share of measured targets in the 68.27 per cent interval"),
                column("coverage_95", ColumnType.DOUBLE, "", "share in the 95 per cent interval"),
                column("ks_distance", ColumnType.DOUBLE, "", "largest distance of the levels from uniform ones"),
                column("ks_p", ColumnType.DOUBLE, "", "probability of a larger one if densities are right"));
        return table(columns, rows);
    }

    private static List<SmallTable.Value> row(String name, List<HeldOut> stars, LearnedTarget target) {
        Reliability told = Reliability.of(stars);
        double[] median = stars.stream().mapToDouble(HeldOut::median).sorted().toArray();
        return List.of(
                new SmallTable.Text(name),
                new SmallTable.Count(told.stars()),
                new SmallTable.Real(target.value(median[0])),
                new SmallTable.Real(target.value(median[median.length - 1])),
                new SmallTable.Real(told.bias()),
                new SmallTable.Real(told.scatter()),
                new SmallTable.Real(told.compression()),
                new SmallTable.Real(told.coverage68()),
                new SmallTable.Real(told.coverage95()),
                new SmallTable.Real(told.distance()),
                new SmallTable.Real(told.chance()));
    }

    /**
     * The stars themselves.
     *
     * @param rows {@code rows[i]}: the row, from 1, in the training table of training star i
     */
    public static SmallTable stars(List<HeldOut> stars, long[] rows, LearnedTarget target) {
        String unit = target.unit();
        List<TableColumn> columns = List.of(
                column("row", ColumnType.LONG, "", "row of the training table, from 1"),
                column("fold", ColumnType.LONG, "", "fold in which it was held out, from 1"),
                column("measured", ColumnType.DOUBLE, unit, "measured target"),
                column("median", ColumnType.DOUBLE, unit, "median of the density that had not seen it"),
                column("lo", ColumnType.DOUBLE, unit, "its quantile 0.1587"),
                column("hi", ColumnType.DOUBLE, unit, "its quantile 0.8413"),
                column("level", ColumnType.DOUBLE, "", "level of the measured target, with its error"),
                column("training_space", ColumnType.TEXT, "", "inside or outside of that of the other folds"));
        return table(
                columns,
                stars.stream()
                        .map(s -> List.<SmallTable.Value>of(
                                new SmallTable.Count(rows[s.star()]),
                                new SmallTable.Count(s.fold() + 1L),
                                new SmallTable.Real(target.value(s.measured())),
                                new SmallTable.Real(target.value(s.median())),
                                new SmallTable.Real(target.value(s.low())),
                                new SmallTable.Real(target.value(s.high())),
                                new SmallTable.Real(s.level()),
                                new SmallTable.Text(s.inside() ? "inside" : "outside")))
                        .toList());
    }

    private static TableColumn column(String name, ColumnType type, String unit, String description) {
        return new TableColumn(name, type, unit, description);
    }

    private static SmallTable table(List<TableColumn> columns, List<List<SmallTable.Value>> rows) {
        List<ColumnRole> roles = IntStream.range(0, columns.size())
                .mapToObj(k -> k == 0 ? ColumnRole.Key.PLACE : ColumnRole.Value.USUAL)
                .toList();
        return new SmallTable(columns, roles, rows);
    }
}
