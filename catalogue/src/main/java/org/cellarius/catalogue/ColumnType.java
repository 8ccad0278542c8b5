package org.cellarius.catalogue;

/**
 * What the blocks of a table carry. Files know many more types: every integer up to 64 bits is a {@code LONG}, single
 * precision is a {@code DOUBLE} holding the float's exact value, everything that is not a number or a truth value is
 * {@code TEXT}.
 */
public enum ColumnType {
    DOUBLE,
    LONG,
    BOOLEAN,
    TEXT
}
