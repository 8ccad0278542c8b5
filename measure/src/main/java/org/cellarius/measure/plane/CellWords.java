package org.cellarius.measure.plane;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.cellarius.measure.product.AxisSource;
import org.cellarius.measure.product.KeyNumber;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.ProductResult;

/** The key numbers of a plane: the smallest and the largest of its cells, of how many stars, and where. */
record CellWords(Plane plane, SmallTable table) {

    List<KeyNumber> keyNumbers(ProductResult result) {
        // Overlapping windows hold a star several times: they have no sum.
        String stars = plane.cells().steps().isPresent() ? "" : ", " + Numbers.stars(stars());
        return KeyNumber.ends(
                result,
                plane.quantity(),
                (plane.cells().steps().isPresent() ? " windows" : " cells") + stars,
                this::place);
    }

    /** Population, slice, panel and edges of a row. */
    private String place(List<SmallTable.Value> row) {
        var words = new ArrayList<String>();
        Stream.of("population", "panel")
                .map(table::at)
                .filter(OptionalInt::isPresent)
                .forEach(at -> words.add(SmallTable.text(row, at)));
        if (table.at("slice_lo").isPresent()) {
            words.add(plane.slicing().map(s -> name(s.of())).orElse("") + between(row, "slice"));
        }
        words.add(name(plane.x()) + between(row, "x"));
        words.add(name(plane.y()) + between(row, "y"));
        return ": " + String.join(", ", words);
    }

    private String between(List<SmallTable.Value> row, String edge) {
        return " " + Numbers.brief(SmallTable.number(row, table.at(edge + "_lo"))) + " to "
                + Numbers.brief(SmallTable.number(row, table.at(edge + "_hi")));
    }

    private static String name(AxisSource axis) {
        return axis.label().orElse(axis.expression()).replaceAll("[_^*!]\\{([^}]*)}", "$1");
    }

    /** Stars of the cells that are shown. */
    private long stars() {
        OptionalInt shown = table.at(ColumnRole.Other.SHOWN);
        OptionalInt count = table.at(ColumnRole.Other.COUNT);
        return table.rows().stream()
                .filter(row -> SmallTable.text(row, shown).equals("yes"))
                .mapToLong(row -> (long) SmallTable.number(row, count))
                .sum();
    }
}
