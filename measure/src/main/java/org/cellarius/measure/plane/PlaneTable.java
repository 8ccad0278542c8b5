package org.cellarius.measure.plane;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.Sample;

/** The table of a plane: a row for each cell with a star. */
final class PlaneTable {

    private PlaneTable() {}

    static SmallTable of(Plane plane, Sample sample, Quantity x, Quantity y, String unit, PlaneCellStatistics found) {
        PlaneStatistic statistic = plane.statistic();
        var table = new SmallTable.Builder();
        boolean sliced = sample.slices().isPresent();
        sample.slices().ifPresent(s -> table.slices(s.label(), s.unit()));
        table.number("x_lo", x.unit(), "lower edge of the cell in " + x.plainLabel() + ", inclusive")
                .as(ColumnRole.Key.PLACE)
                .number("x_hi", x.unit(), "upper edge of the cell in " + x.plainLabel() + ", exclusive")
                .as(ColumnRole.Key.PLACE)
                .number("y_lo", y.unit(), "lower edge of the cell in " + y.plainLabel() + ", inclusive")
                .as(ColumnRole.Key.PLACE)
                .number("y_hi", y.unit(), "upper edge of the cell in " + y.plainLabel() + ", exclusive")
                .as(ColumnRole.Key.PLACE)
                .count("n", "stars")
                .as(ColumnRole.Other.COUNT)
                .number(statistic.word(), unit, statistic.label());
        if (statistic.hasError()) {
            table.number(statistic.word() + "_error", unit, statistic.errorMeaning())
                    .as(new ColumnRole.ErrorOf(statistic.word()));
        }
        table.text("shown", "yes where the cell has the minimum count").as(ColumnRole.Other.SHOWN);
        for (int s = 0; s < sample.groups(); s++) {
            for (int c : found.shown(s, 1)) {
                var row = new ArrayList<Object>();
                if (sliced) {
                    row.addAll(List.of(s + 1, sample.low(s), sample.high(s)));
                }
                int at = found.at(c, s);
                row.addAll(List.of(
                        found.cells().lowX(c),
                        found.cells().highX(c),
                        found.cells().lowY(c),
                        found.cells().highY(c),
                        found.counts()[at],
                        found.measures()[at].value()));
                if (statistic.hasError()) {
                    row.add(found.measures()[at].error());
                }
                row.add(found.counts()[at] >= plane.minimumCount() ? "yes" : "no");
                table.row(row.toArray());
            }
        }
        return table.build();
    }
}
