package org.cellarius.measure.product;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;

/** The columns of a table that tell part and slice of a row. */
public record SliceColumns(Sample sample) {

    /** Begins a table with them. */
    public SmallTable.Builder begin() {
        var table = new SmallTable.Builder();
        sample.second()
                .ifPresent(c -> table.text("panel", "the panel in words")
                        .as(ColumnRole.Key.VARIANT)
                        .number("panel_lo", c.by().unit(), "lower edge of the panel, inclusive")
                        .as(ColumnRole.Other.DETAIL)
                        .number("panel_hi", c.by().unit(), "upper edge of the panel, exclusive")
                        .as(ColumnRole.Other.DETAIL));
        sample.slices().ifPresent(s -> table.slices(s.label(), s.unit()));
        return table;
    }

    /** Begins a row with theirs; further cells are added to it. */
    public List<Object> row(int group) {
        var row = new ArrayList<Object>();
        if (sample.second().isPresent()) {
            row.addAll(List.of(sample.plainPartName(group), sample.partLow(group), sample.partHigh(group)));
        }
        if (sample.slices().isPresent()) {
            row.addAll(List.of(sample.slice(group) + 1, sample.low(group), sample.high(group)));
        }
        return row;
    }
}
