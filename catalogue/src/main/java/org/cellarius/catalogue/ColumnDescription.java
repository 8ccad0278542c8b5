package org.cellarius.catalogue;

/**
 * A column as its file describes it.
 *
 * <p>A fixed-length vector column {@code X_H} of n elements appears as n of these, named {@code X_H[0]} to
 * {@code X_H[n-1]} (zero based, as in numpy and TOPCAT). Elements of a matrix are counted in the order of the file.
 *
 * @param name the name as written, case kept
 * @param type what blocks of the column carry
 * @param unit the unit as written in the file, empty if the file gives none
 * @param description the file's own words, empty if it has none
 * @param ucd the Unified Content Descriptor of the Virtual Observatory, such as {@code pos.eq.ra;meta.main}; empty if the file
 *     gives none
 * @param precision of the numbers in the file
 */
public record ColumnDescription(
        String name, ColumnType type, String unit, String description, String ucd, Precision precision) {
    public ColumnDescription {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a column needs a name");
        }
    }

    /** A column that is not of single precision. */
    public ColumnDescription(String name, ColumnType type, String unit, String description, String ucd) {
        this(name, type, unit, description, ucd, Precision.DOUBLE);
    }

    /** A column without a UCD. */
    public ColumnDescription(String name, ColumnType type, String unit, String description) {
        this(name, type, unit, description, "");
    }

    /** The same column; of single precision if it holds floating-point numbers and is said to be so. */
    public ColumnDescription inSinglePrecision(boolean single) {
        return new ColumnDescription(
                name,
                type,
                unit,
                description,
                ucd,
                single && type == ColumnType.DOUBLE ? Precision.SINGLE : Precision.DOUBLE);
    }

    /** Whether 32 bits hold each of its numbers. */
    public boolean isSingle() {
        return precision == Precision.SINGLE;
    }

    /** A column without unit and description. */
    public static ColumnDescription of(String name, ColumnType type) {
        return new ColumnDescription(name, type, "", "");
    }
}
