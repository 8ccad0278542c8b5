package org.cellarius.duckdb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Names and texts as SQL writes them. */
public final class Sql {

    private Sql() {}

    /** A column or table name in quotes. */
    public static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A string literal. */
    public static String text(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    /** A file's absolute path as a string literal, for places that take no pattern. */
    public static String text(Path path) {
        return text(path.toAbsolutePath().normalize().toString());
    }

    /** A file's absolute path for places that take a pattern: what would make one of it is disarmed. */
    static String pattern(Path path) {
        return path.toAbsolutePath().normalize().toString().replaceAll("([\\[*?])", "[$1]");
    }

    /** Parquet files as a source: their own columns alone, whatever the folders are called. */
    static String parquet(List<Path> files, String... options) {
        var all = new ArrayList<>(List.of("hive_partitioning = false"));
        all.addAll(List.of(options));
        return files.stream()
                        .map(Sql::pattern)
                        .map(Sql::text)
                        .collect(Collectors.joining(", ", "read_parquet([", "], "))
                + String.join(", ", all) + ")";
    }

    /** A number with all its digits: a plain 0.1 would be a decimal to the database. */
    static String exact(double value) {
        return "CAST('" + value + "' AS DOUBLE)";
    }

    static String list(List<String> texts) {
        return texts.stream().map(Sql::text).collect(Collectors.joining(", ", "[", "]"));
    }
}
