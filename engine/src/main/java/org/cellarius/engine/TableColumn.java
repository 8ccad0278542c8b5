package org.cellarius.engine;

import org.cellarius.catalogue.ColumnType;

/**
 * A column of a star table.
 *
 * @param name name as in the file
 * @param type what it holds
 * @param unit unit as written, empty where none is known
 * @param description one line, may be empty
 */
public record TableColumn(String name, ColumnType type, String unit, String description) {}
