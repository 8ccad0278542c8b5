package org.cellarius.engine.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cellarius.catalogue.ColumnType;

/** Types that a value can be converted to, with the words of a study for each. */
public enum ValueType {
    /** 64 bits, about 16 digits. */
    DOUBLE(ColumnType.DOUBLE, "double", "float8"),
    /** 32 bits, about 7 digits. */
    FLOAT(ColumnType.DOUBLE, "float", "real", "float4"),
    /** Exact, of 18 digits with 3 behind the point where nothing is said. */
    DECIMAL(ColumnType.DOUBLE, "decimal", "numeric", "dec"),
    TINYINT(ColumnType.LONG, "tinyint", "int1"),
    SMALLINT(ColumnType.LONG, "smallint", "int2", "short", "int16"),
    INTEGER(ColumnType.LONG, "integer", "int", "int4", "signed", "int32"),
    BIGINT(ColumnType.LONG, "bigint", "int8", "long", "int64"),
    UTINYINT(ColumnType.LONG, "utinyint", "uint8"),
    USMALLINT(ColumnType.LONG, "usmallint", "uint16"),
    UINTEGER(ColumnType.LONG, "uinteger", "uint32"),
    UBIGINT(ColumnType.DOUBLE, "ubigint", "uint64"),
    /** 128 bits. */
    HUGEINT(ColumnType.DOUBLE, "hugeint", "int128"),
    BOOLEAN(ColumnType.BOOLEAN, "boolean", "bool", "logical"),
    VARCHAR(ColumnType.TEXT, "varchar", "text", "char", "string", "bpchar"),
    DATE(ColumnType.TEXT, "date"),
    TIMESTAMP(ColumnType.TEXT, "timestamp", "datetime");

    private final ColumnType column;
    private final String words;

    ValueType(ColumnType column, String... words) {
        this.column = column;
        this.words = String.join(" ", words);
    }

    /** The type of a column that holds such values. */
    public ColumnType column() {
        return column;
    }

    /** Whether its values can be NaN. */
    public boolean floating() {
        return this == DOUBLE || this == FLOAT;
    }

    /** The type of a word; upper and lower case are one. */
    public static Optional<ValueType> of(String word) {
        return Arrays.stream(values())
                .filter(t -> List.of(t.words.split(" ")).contains(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
