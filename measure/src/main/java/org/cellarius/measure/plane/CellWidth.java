package org.cellarius.measure.plane;

import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.unit.Unit;
import org.cellarius.catalogue.yaml.Section;

/**
 * Width of a cell as it was written: a number of an axis, or of a unit of its own.
 *
 * @param width above zero
 * @param unit empty: that of the axis
 */
public record CellWidth(double width, Optional<String> unit) {

    /** Reads 0.1 or 0.5 kpc. */
    public static CellWidth parse(String text, String where) {
        String[] parts = text.strip().split("\\s+", 2);
        double width;
        try {
            width = Double.parseDouble(parts[0]);
        } catch (NumberFormatException e) {
            throw new InputError(
                            "'" + text + "' is not the width of a cell", where, "Write for example  0.1  or  0.5 kpc")
                    .withCause(e);
        }
        if (!(width > 0 && width < Double.POSITIVE_INFINITY)) {
            throw new InputError("a cell of " + text, where, "It must be larger than zero");
        }
        return new CellWidth(width, parts.length == 1 ? Optional.empty() : Optional.of(parts[1]));
    }

    /** One width for both axes, or one for each. */
    static CellPlan.Steps two(Section s, String key) {
        String where = s.place(key).toString();
        List<String> list = s.texts(key);
        List<CellWidth> widths = (list.isEmpty() ? List.of(s.text(key)) : list)
                .stream().map(t -> parse(t, where)).toList();
        return new CellPlan.Steps(widths.getFirst(), widths.getLast());
    }

    /** The width in the unit of an axis. */
    double in(String axisUnit, String axis, String where) {
        if (unit.isEmpty() || unit.get().equals(axisUnit)) {
            return width;
        }
        try {
            return width * Unit.parse(unit.get()).factorTo(Unit.parse(axisUnit));
        } catch (InputError e) {
            throw new InputError(
                            "a cell of " + width + " " + unit.get() + " along '" + axis + "', which is in "
                                    + (axisUnit.isEmpty() ? "no unit" : axisUnit),
                            where,
                            "Write the width in the unit of the axis")
                    .withCause(e);
        }
    }
}
