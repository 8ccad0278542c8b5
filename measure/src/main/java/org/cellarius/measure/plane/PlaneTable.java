package org.cellarius.measure.plane;

import static org.cellarius.measure.product.WeightNotes.EFFECTIVE;

import java.util.List;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.cellarius.galaxy.population.HealpixCells;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.Sample;
import org.cellarius.measure.product.SliceColumns;

/** The table of a plane: a row for each cell with a star. */
record PlaneTable(Plane plane, Sample sample, Quantity x, Quantity y, PlaneCellStatistics found) {

    /**
     * The table.
     *
     * @param unit of the statistic
     */
    SmallTable table(String unit) {
        SmallTable.Builder table = new SliceColumns(sample).begin();
        columns(table, unit);
        for (int s = 0; s < sample.groups(); s++) {
            for (int c : found.peopled(s)) {
                table.row(row(c, s).toArray());
            }
        }
        return table.build();
    }

    private void columns(SmallTable.Builder table, String unit) {
        PlaneStatistic statistic = plane.statistic();
        table.number("x_lo", x.unit(), "lower edge of the cell in " + x.plainLabel() + ", inclusive")
                .as(ColumnRole.Key.PLACE)
                .number("x_hi", x.unit(), "upper edge of the cell in " + x.plainLabel() + ", exclusive")
                .as(ColumnRole.Key.PLACE)
                .number("y_lo", y.unit(), "lower edge of the cell in " + y.plainLabel() + ", inclusive")
                .as(ColumnRole.Key.PLACE)
                .number("y_hi", y.unit(), "upper edge of the cell in " + y.plainLabel() + ", exclusive")
                .as(ColumnRole.Key.PLACE)
                .count("n", "stars")
                .as(ColumnRole.Other.COUNT);
        if (sample.weight().isPresent()) {
            table.number("n_effective", "", EFFECTIVE).as(ColumnRole.Other.DETAIL);
        }
        table.number(
                statistic.word(),
                unit,
                statistic.label()
                        + plane.difference()
                                .map(d -> ", of " + d.first() + " minus of " + d.second())
                                .orElse(""));
        if (statistic.hasError()) {
            table.number(
                            statistic.word() + "_error",
                            unit,
                            statistic.errorMeaning()
                                    + (plane.difference().isPresent() ? ", both added in quadrature" : ""))
                    .as(new ColumnRole.ErrorOf(statistic.word()));
        }
        if (bothSides()) {
            table.count("n_smaller", "stars of the side with fewer, which decides whether the cell is shown")
                    .as(ColumnRole.Other.DETAIL);
        }
        if (found.model().isPresent()) {
            table.number("model", unit, "the same of the model")
                    .number("residual", unit, "the same of value minus model, star by star");
            if (statistic.hasError()) {
                table.number("residual_error", unit, statistic.errorMeaning()).as(new ColumnRole.ErrorOf("residual"));
            }
        }
        if (found.cells() instanceof HealpixCells) {
            table.count("healpix", "number of the cell, nested").as(ColumnRole.Other.DETAIL);
        }
        table.text("shown", "yes where the cell has stars enough").as(ColumnRole.Other.SHOWN);
    }

    /** Whether both sides of a difference need stars enough. */
    private boolean bothSides() {
        return plane.difference().isPresent() && plane.statistic().ofValue();
    }

    private List<Object> row(int cell, int slice) {
        List<Object> row = new SliceColumns(sample).row(slice);
        int at = found.at(cell, slice);
        row.addAll(List.of(
                found.cells().lowX(cell),
                found.cells().highX(cell),
                found.cells().lowY(cell),
                found.cells().highY(cell),
                found.counts()[at]));
        if (sample.weight().isPresent()) {
            row.add(found.effective()[at]);
        }
        row.add(found.measures()[at].value());
        boolean errors = plane.statistic().hasError();
        if (errors) {
            row.add(found.measures()[at].error());
        }
        if (bothSides()) {
            row.add(found.least()[at]);
        }
        found.model().ifPresent(m -> {
            row.add(m.model()[at].value());
            row.add(m.residual()[at].value());
            if (errors) {
                row.add(m.residual()[at].error());
            }
        });
        if (found.cells() instanceof HealpixCells) {
            row.add(cell);
        }
        row.add(found.least()[at] >= plane.leastStars() ? "yes" : "no");
        return row;
    }
}
