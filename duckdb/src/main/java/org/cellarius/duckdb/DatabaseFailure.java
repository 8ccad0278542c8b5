package org.cellarius.duckdb;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.RunFailure;

/** The database's errors in the astronomer's words. */
final class DatabaseFailure {

    /** What whole numbers of a user's expression can come to. */
    private static final String OUT_OF_RANGE = "Out of Range Error: ";

    private static final Pattern UNREAD = Pattern.compile("Failed to read file \"([^\"]+)\": (.*)");

    /** The sentence in an error that is told as JSON. */
    private static final Pattern REASON = Pattern.compile("\"exception_message\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    private DatabaseFailure() {}

    /** What the caller throws where a file could not be written by ourselves; what was wrong in reading is told as it is. */
    static RuntimeException of(UncheckedIOException e) {
        String message = String.valueOf(e.getMessage()).replaceFirst("^[A-Za-z.]+Exception: ", "");
        return isFull(message) ? full(message, e) : e;
    }

    private static boolean isFull(String message) {
        return message.contains("No space left") || message.contains("File too large");
    }

    private static RunFailure full(String told, Exception e) {
        return new RunFailure("the disk is full: " + told + ". Free some space, or choose another output folder", e);
    }

    /** What the caller throws. */
    static RuntimeException of(SQLException e) {
        String message = ExpressionReader.firstLine(e);
        if (isFull(message)) {
            Matcher reason = REASON.matcher(message);
            String told = reason.find() ? reason.group(1).replace("\\\"", "'") : message;
            return full(told, e);
        }
        if (message.startsWith("Out of Memory")) {
            return new RunFailure("the database ran out of memory: " + message + ". Give it more with --memory", e);
        }
        Matcher unread = UNREAD.matcher(message);
        if (unread.find()) {
            return new RunFailure(
                    "the Parquet file '%s' is damaged: %s. Fetch it or make it again"
                            .formatted(unread.group(1), unread.group(2)),
                    e);
        }
        if (message.startsWith("Invalid Error: don't know what type")) {
            return new RunFailure("a Parquet file is damaged. Fetch it or make it again", e);
        }
        if (message.startsWith("Conversion Error")) {
            return new RunFailure(message + ". In an expression, try_cast(... as ...) makes such values missing", e);
        }
        if (message.startsWith(OUT_OF_RANGE)) {
            return new InputError(
                            "an expression cannot be computed for some row: "
                                    + message.substring(OUT_OF_RANGE.length()),
                            "",
                            "Whole numbers go to 9223372036854775807: try_cast(... as double) computes with decimals")
                    .withCause(e);
        }
        return new RunFailure(message, e);
    }
}
