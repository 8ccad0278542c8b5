package org.cellarius.catalogue.votable;

import java.io.IOException;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.cellarius.catalogue.text.MissingWords;
import org.cellarius.catalogue.text.NumberText;
import org.jspecify.annotations.Nullable;

/** Words of XML cells as values: Double, Float, Long, Boolean, or null where the value is missing (VOTable 1.4, section 6). */
final class CellWords {
    private final VoTableField field;
    private final OptionalLong nullInteger;
    private final OptionalDouble nullNumber;

    CellWords(VoTableField field) {
        this.field = field;
        this.nullInteger = field.nullInteger();
        this.nullNumber = field.nullNumber();
    }

    /** The value of a word without blanks around it. */
    @Nullable
    Object value(String word) throws IOException {
        if (MissingWords.inNumbers(word) || field.isNull(word)) {
            return null;
        }
        try {
            return switch (field.kind()) {
                case TRUTH, BIT -> truth(word);
                case INTEGER -> {
                    long value = integer(word);
                    yield nullInteger.isPresent() && nullInteger.getAsLong() == value ? null : (Object) value;
                }
                case FLOAT -> missingOr(requireNumber(word) ? floatValue(word) : Float.NaN);
                case DOUBLE -> missingOr(requireNumber(word) ? NumberText.value(word) : Double.NaN);
                case TEXT, UNKNOWN -> throw new IllegalStateException("no numbers in " + field.datatype());
            };
        } catch (NumberFormatException e) {
            throw new IOException("'" + word + "' is no number that column '" + field.name() + "' can hold", e);
        }
    }

    private @Nullable Object missingOr(Number value) {
        boolean missing = nullNumber.isPresent() && nullNumber.getAsDouble() == value.doubleValue();
        return missing ? null : value;
    }

    private static boolean requireNumber(String word) {
        if (NumberText.kindOf(word) == NumberText.Kind.WORD) {
            throw new NumberFormatException(word);
        }
        return true;
    }

    private static float floatValue(String word) {
        double value = NumberText.value(word);
        return Double.isInfinite(value)
                ? (float) value
                : Float.parseFloat(word.replace('d', 'e').replace('D', 'e'));
    }

    /** Decimal, or hexadecimal with {@code 0x} before it. */
    static long integer(String word) {
        if (word.startsWith("0x") || word.startsWith("0X")) {
            return Long.parseUnsignedLong(word.substring(2), 16);
        }
        if (NumberText.kindOf(word) != NumberText.Kind.INTEGER) {
            throw new NumberFormatException(word);
        }
        return Long.parseLong(word);
    }

    private @Nullable Object truth(String word) throws IOException {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "t", "true", "1" -> true;
            case "f", "false", "0" -> false;
            case "?" -> null;
            default -> throw new IOException("'" + word + "' is no truth value, in column '" + field.name() + "'");
        };
    }
}
