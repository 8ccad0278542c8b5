package org.cellarius.engine;

import org.cellarius.catalogue.ColumnType;

/**
 * An expression over the columns of a star table that has been read and found harmless.
 *
 * @param sql the text, ready to be put in parentheses
 * @param type what it gives
 */
public record Expression(String sql, ColumnType type) {}
