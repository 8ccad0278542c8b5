package org.cellarius.duckdb;

import org.cellarius.catalogue.ColumnType;

/** DuckDB's column types and ours. */
final class DuckDbTypes {

    private DuckDbTypes() {}

    static ColumnType columnType(String duckDbType) {
        return switch (duckDbType) {
            case "DOUBLE", "FLOAT", "HUGEINT", "UHUGEINT", "UBIGINT" -> ColumnType.DOUBLE;
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" -> ColumnType.LONG;
            case "BOOLEAN" -> ColumnType.BOOLEAN;
            default -> duckDbType.startsWith("DECIMAL") ? ColumnType.DOUBLE : ColumnType.TEXT;
        };
    }

    static String sqlType(ColumnType type) {
        return switch (type) {
            case DOUBLE -> "DOUBLE";
            case LONG -> "BIGINT";
            case BOOLEAN -> "BOOLEAN";
            case TEXT -> "VARCHAR";
        };
    }
}
