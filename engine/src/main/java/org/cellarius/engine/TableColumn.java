package org.cellarius.engine;

import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;

/**
 * A column of a star table.
 *
 * @param name name as in the file
 * @param type what it holds
 * @param unit unit as written, empty where none is known
 * @param description one line, may be empty
 * @param ucd Unified Content Descriptor of the Virtual Observatory, may be empty
 */
public record TableColumn(String name, ColumnType type, String unit, String description, String ucd) {
    /** A column without a UCD. */
    public TableColumn(String name, ColumnType type, String unit, String description) {
        this(name, type, unit, description, "");
    }

    /** The column as files describe it. */
    ColumnDescription described() {
        return new ColumnDescription(name, type, unit, description, ucd);
    }

    /** The same column under another name. */
    public TableColumn named(String other) {
        return new TableColumn(other, type, unit, description, ucd);
    }
}
