package org.cellarius.measure.density;

import java.util.Optional;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.cellarius.galaxy.density.CountTest;

/** A row for each cell of radius and height: stars there, and how many the profile expects. */
final class CountTable {

    private CountTable() {}

    static SmallTable of(Optional<CountTest> counted) {
        var table = new SmallTable.Builder()
                .number("r_lo", "kpc", "lower edge in R")
                .as(ColumnRole.Key.PLACE)
                .number("r_hi", "kpc", "upper edge in R")
                .as(ColumnRole.Key.PLACE)
                .number("z_lo", "kpc", "lower edge in |z|")
                .as(ColumnRole.Key.PLACE)
                .number("z_hi", "kpc", "upper edge in |z|")
                .as(ColumnRole.Key.PLACE)
                .count("n", "stars")
                .as(ColumnRole.Other.COUNT)
                .number("expected", "", "stars that the fitted profile expects under the selection")
                .number("pull", "", "(n - expected)/sqrt(expected)");
        counted.stream()
                .flatMap(c -> c.cells().stream())
                .forEach(c -> table.row(
                        c.fromRKpc(),
                        c.toRKpc(),
                        c.fromZKpc(),
                        c.toZKpc(),
                        c.observed(),
                        c.expected(),
                        c.expected() > 0 ? c.pull() : Double.NaN));
        return table.build();
    }
}
