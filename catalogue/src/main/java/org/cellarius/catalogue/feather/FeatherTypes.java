package org.cellarius.catalogue.feather;

import java.util.Locale;
import java.util.Optional;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.cellarius.catalogue.ColumnType;

/** What the logical types of Arrow are delivered as. */
final class FeatherTypes {
    /** Decimal numbers of so many digits survive a double. */
    static final int DIGITS_OF_DOUBLE = 15;

    private FeatherTypes() {}

    /** The field that says what the values are: of a dictionary its words, not their numbers. */
    static Field valuesOf(Field field, DictionaryProvider dictionaries) {
        if (field.getDictionary() == null) {
            return field;
        }
        Dictionary dictionary = dictionaries.lookup(field.getDictionary().getId());
        if (dictionary == null) {
            throw new IllegalArgumentException("the dictionary of column '" + field.getName() + "' is missing");
        }
        return dictionary.getVector().getField();
    }

    private static ColumnType typeOf(ArrowType.Decimal decimal) {
        if (decimal.getScale() <= 0) {
            return ColumnType.LONG;
        }
        return decimal.getPrecision() <= DIGITS_OF_DOUBLE ? ColumnType.DOUBLE : ColumnType.TEXT;
    }

    /** The type of a scalar column; empty where {@link #whyNot} tells the reason. */
    static Optional<ColumnType> typeOf(ArrowType type) {
        return switch (type) {
            case ArrowType.FloatingPoint f -> Optional.of(ColumnType.DOUBLE);
            case ArrowType.Null n -> Optional.of(ColumnType.DOUBLE);
            case ArrowType.Decimal d -> Optional.of(typeOf(d));
            case ArrowType.Int i -> Optional.of(ColumnType.LONG);
            case ArrowType.Duration d -> Optional.of(ColumnType.LONG);
            case ArrowType.Bool b -> Optional.of(ColumnType.BOOLEAN);
            case ArrowType.Utf8 u -> Optional.of(ColumnType.TEXT);
            case ArrowType.LargeUtf8 u -> Optional.of(ColumnType.TEXT);
            case ArrowType.Utf8View u -> Optional.of(ColumnType.TEXT);
            case ArrowType.Binary u -> Optional.of(ColumnType.TEXT);
            case ArrowType.LargeBinary u -> Optional.of(ColumnType.TEXT);
            case ArrowType.BinaryView u -> Optional.of(ColumnType.TEXT);
            case ArrowType.FixedSizeBinary u -> Optional.of(ColumnType.TEXT);
            case ArrowType.Date d -> Optional.of(ColumnType.TEXT);
            case ArrowType.Time t -> Optional.of(ColumnType.TEXT);
            case ArrowType.Timestamp t -> Optional.of(ColumnType.TEXT);
            default -> Optional.empty();
        };
    }

    /** The unit that a type states by itself. */
    static String unitOf(ArrowType type) {
        return type instanceof ArrowType.Duration duration
                ? switch (duration.getUnit()) {
                    case SECOND -> "s";
                    case MILLISECOND -> "ms";
                    case MICROSECOND -> "us";
                    case NANOSECOND -> "ns";
                }
                : "";
    }

    /** Whether only the values tell if 64 bits with sign hold them, or if bytes are text. */
    static boolean needsLook(ArrowType type) {
        return switch (type) {
            case ArrowType.Int i -> i.getBitWidth() == Long.SIZE && !i.getIsSigned();
            case ArrowType.Decimal d -> d.getScale() <= 0;
            default -> isBytes(type);
        };
    }

    static boolean isBytes(ArrowType type) {
        return type instanceof ArrowType.Binary
                || type instanceof ArrowType.LargeBinary
                || type instanceof ArrowType.BinaryView
                || type instanceof ArrowType.FixedSizeBinary;
    }

    static String whyNot(Field field) {
        return switch (field.getType()) {
            case ArrowType.Struct s -> "it holds records";
            case ArrowType.Map m -> "it holds maps";
            case ArrowType.Union u -> "it holds values of several types";
            case ArrowType.Interval i -> "it holds intervals of months, days and times";
            case ArrowType.RunEndEncoded r -> "it is encoded as runs, which are not read; write the column plain";
            default -> "values of the type " + field.getType().toString().toLowerCase(Locale.ROOT) + " are not read";
        };
    }
}
