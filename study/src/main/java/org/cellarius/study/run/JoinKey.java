package org.cellarius.study.run;

import java.util.List;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.Engine;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Call;
import org.cellarius.engine.expression.Conversion;
import org.cellarius.engine.expression.Expression;
import org.cellarius.engine.expression.StarFunction;
import org.cellarius.engine.expression.ValueType;

/**
 * How the keys of a catalogue and of a file are compared: texts without blanks around them, numbers exactly. A text is compared with numbers as
 * a whole number, digit by digit, never by way of a floating-point one, which cannot hold the 19 digits of Gaia's identifiers.
 *
 * @param first the catalogue's key; missing where it can match nothing
 * @param second the same of the file
 * @param told how they were compared, where their types differ; empty otherwise
 */
record JoinKey(Expression first, Expression second, String told) {

    /** The largest whole number up to which a 64-bit floating-point number holds every one. */
    private static final double EXACT_DOUBLE = 9007199254740992.0;

    private static final String BLANKS = " \t\n\r\u00a0";

    /**
     * @param name of the key in both tables
     * @param where place of the study, for errors
     */
    static JoinKey of(Engine engine, StarTable first, StarTable second, String name, String where) {
        TableColumn one = first.require(name, where);
        TableColumn other = second.require(name, where);
        Expression a = one.value();
        Expression b = other.value();
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

    private static Expression trimmed(Expression text) {
        return new Call(
                StarFunction.NULL_IF,
                List.of(new Call(StarFunction.TRIM, List.of(text, Expression.of(BLANKS))), Expression.of("")));
    }

    /** The key as a whole number, exactly; null where it is none. */
    private static Expression whole(Expression key, ColumnType type) {
        return switch (type) {
            case TEXT ->
                trimmed(key)
                        .attempted(ValueType.HUGEINT)
                        .where(new Call(
                                StarFunction.MATCHES_WHOLLY, List.of(trimmed(key), Expression.of("[+-]?[0-9]{1,38}"))));
            case LONG, BOOLEAN -> huge(key);
            case DOUBLE ->
                huge(key).where(key.isFinite().and(new Call(StarFunction.FLOOR, List.of(key)).isEqualTo(key)));
        };
    }

    /** Of 128 bits: the digits of all kinds of keys fit. */
    private static Expression huge(Expression key) {
        return new Conversion(key, ValueType.HUGEINT, Conversion.Failing.IS_AN_ERROR);
    }

    /** Identifiers beyond 2^53 in a floating-point column have lost their last digits already. */
    private static void checkDigits(Engine engine, StarTable table, TableColumn key, String name, String where) {
        if (key.type() != ColumnType.DOUBLE) {
            return;
        }
        long beyond = engine.count(
                table, key.value().isFinite().and(key.value().absolute().isAbove(Expression.of(EXACT_DOUBLE))));
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
