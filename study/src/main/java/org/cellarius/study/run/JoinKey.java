package org.cellarius.study.run;

import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Sql;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;

/**
 * How the keys of a catalogue and of a file are compared: texts without blanks around them, numbers exactly. A text is compared with numbers as
 * a whole number, digit by digit, never by way of a floating-point one, which cannot hold the 19 digits of Gaia's identifiers.
 *
 * @param first SQL expression of the catalogue's key; null where it can match nothing
 * @param second the same of the file
 * @param told how they were compared, where their types differ; empty otherwise
 */
record JoinKey(String first, String second, String told) {

    /** The largest whole number up to which a 64-bit floating-point number holds every one. */
    private static final String EXACT_DOUBLE = "9007199254740992";

    private static final String BLANKS = "' ' || chr(9) || chr(10) || chr(13) || chr(160)";

    /**
     * @param name of the key in both tables
     * @param where place of the study, for errors
     */
    static JoinKey of(Engine engine, StarTable first, StarTable second, String name, String where) {
        TableColumn one = first.require(name, where);
        TableColumn other = second.require(name, where);
        String a = Sql.name(one.name());
        String b = Sql.name(other.name());
        if ((one.type() == ColumnType.BOOLEAN) != (other.type() == ColumnType.BOOLEAN)) {
            throw new InputError(
                    "the key '" + name + "' holds yes and no in one file and something else in the other",
                    where,
                    "Name another column as the key");
        }
        if (one.type() == ColumnType.TEXT && other.type() == ColumnType.TEXT) {
            return new JoinKey(trimmed(a), trimmed(b), "");
        }
        checkDigits(engine, first, one, name, where);
        checkDigits(engine, second, other, name, where);
        if (one.type() == other.type()) {
            return new JoinKey(a, b, "");
        }
        return new JoinKey(
                whole(a, one.type()),
                whole(b, other.type()),
                " (as whole numbers: " + words(one.type()) + " in the catalogue, " + words(other.type())
                        + " in the file)");
    }

    private static String trimmed(String text) {
        return "nullif(trim(" + text + ", " + BLANKS + "), '')";
    }

    /** The key as a whole number, exactly; null where it is none. */
    private static String whole(String key, ColumnType type) {
        return switch (type) {
            case TEXT ->
                "CASE WHEN regexp_full_match(" + trimmed(key) + ", '[+-]?[0-9]{1,38}') THEN TRY_CAST(" + trimmed(key)
                        + " AS HUGEINT) END";
            case LONG, BOOLEAN -> "CAST(" + key + " AS HUGEINT)";
            case DOUBLE ->
                "CASE WHEN isfinite(" + key + ") AND floor(" + key + ") = " + key + " THEN CAST(" + key
                        + " AS HUGEINT) END";
        };
    }

    /** Identifiers beyond 2^53 in a floating-point column have lost their last digits already. */
    private static void checkDigits(Engine engine, StarTable table, TableColumn key, String name, String where) {
        if (key.type() != ColumnType.DOUBLE) {
            return;
        }
        String column = Sql.name(key.name());
        double beyond = engine.numbers("SELECT count(*) FILTER (isfinite(" + column + ") AND abs(" + column + ") > "
                + EXACT_DOUBLE + ") FROM " + table.sql())[0];
        if (beyond > 0) {
            throw new InputError(
                    "the key '" + name
                            + "' is a floating-point column with numbers above 2^53, whose last digits are lost",
                    where,
                    "Take the identifiers from a file that holds them as 64-bit integers or as text");
        }
    }

    private static String words(ColumnType type) {
        return switch (type) {
            case TEXT -> "text";
            case LONG -> "integers";
            case DOUBLE -> "floating-point numbers";
            case BOOLEAN -> "yes and no";
        };
    }
}
