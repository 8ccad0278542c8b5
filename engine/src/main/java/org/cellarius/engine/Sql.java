package org.cellarius.engine;

import java.nio.file.Path;
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

    /** A file's absolute path as a string literal; characters that would make a pattern of it are disarmed. */
    public static String text(Path path) {
        return text(path.toAbsolutePath().normalize().toString().replaceAll("([\\[*?])", "[$1]"));
    }

    /** The absolute path itself as a string literal, for places that take no pattern. */
    public static String plainText(Path path) {
        return text(path.toAbsolutePath().normalize().toString());
    }

    static String list(List<String> texts) {
        return texts.stream().map(Sql::text).collect(Collectors.joining(", ", "[", "]"));
    }
}
