package org.cellarius.engine;

import java.util.Optional;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.Precision;
import org.cellarius.catalogue.survey.FlagNames;
import org.cellarius.engine.expression.Column;
import org.cellarius.engine.expression.Expression;

/**
 * A column of a star table.
 *
 * @param name name as in the file
 * @param type what it holds
 * @param unit unit as written, empty where none is known
 * @param description one line, may be empty
 * @param ucd Unified Content Descriptor of the Virtual Observatory, may be empty
 * @param flags what its bits or characters are called, if it is a flag
 * @param precision of its numbers in the file that they come from
 */
public record TableColumn(
        String name,
        ColumnType type,
        String unit,
        String description,
        String ucd,
        Optional<FlagNames> flags,
        Precision precision) {

    /** A column that is not of single precision. */
    public TableColumn(
            String name, ColumnType type, String unit, String description, String ucd, Optional<FlagNames> flags) {
        this(name, type, unit, description, ucd, flags, Precision.DOUBLE);
    }

    /** A column without a UCD that is no flag. */
    public TableColumn(String name, ColumnType type, String unit, String description) {
        this(name, type, unit, description, "", Optional.empty());
    }

    /** A column as a file describes it. */
    public static TableColumn of(ColumnDescription c) {
        return new TableColumn(c.name(), c.type(), c.unit(), c.description(), c.ucd(), Optional.empty(), c.precision());
    }

    /** The column as files describe it. */
    public ColumnDescription described() {
        return new ColumnDescription(name, type, unit, description, ucd, precision);
    }

    /** Its value in a row. */
    public Expression value() {
        return new Column(name, type);
    }

    /** The same column under another name. */
    public TableColumn named(String other) {
        return new TableColumn(other, type, unit, description, ucd, flags, precision);
    }

    /** The same column as a flag with these names. */
    public TableColumn flagged(FlagNames names) {
        return new TableColumn(name, type, unit, description, ucd, Optional.of(names), precision);
    }

    /** The same column, its bits without names. */
    public TableColumn withoutFlags() {
        return new TableColumn(name, type, unit, description, ucd, Optional.empty(), precision);
    }
}
