package org.cellarius.engine;

import java.util.Optional;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.survey.FlagNames;

/**
 * A column of a star table.
 *
 * @param name name as in the file
 * @param type what it holds
 * @param unit unit as written, empty where none is known
 * @param description one line, may be empty
 * @param flags what its bits or characters are called, if it is a flag
 */
public record TableColumn(String name, ColumnType type, String unit, String description, Optional<FlagNames> flags) {

    /** A column that is no flag. */
    public TableColumn(String name, ColumnType type, String unit, String description) {
        this(name, type, unit, description, Optional.empty());
    }

    /** The same column as a flag with these names. */
    public TableColumn flagged(FlagNames names) {
        return new TableColumn(name, type, unit, description, Optional.of(names));
    }
}
