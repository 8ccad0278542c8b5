package org.cellarius.galaxy.column;

/**
 * A column that a kernel writes.
 *
 * @param name lower-case canonical name, for example {@code v_phi}
 * @param unit the unit as written in tables, for example {@code km/s}; empty for pure numbers
 * @param description one line for the table's header
 */
public record OutputColumn(String name, String unit, String description) {
    public OutputColumn {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an output column needs a name");
        }
    }
}
