package org.cellarius.catalogue.feather;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.StringJoiner;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DateMilliVector;
import org.apache.arrow.vector.DurationVector;
import org.apache.arrow.vector.Float2Vector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.TimeMicroVector;
import org.apache.arrow.vector.TimeMilliVector;
import org.apache.arrow.vector.TimeNanoVector;
import org.apache.arrow.vector.TimeSecVector;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.ValueVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.LargeListVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.jspecify.annotations.Nullable;

/**
 * Cells by their logical type (Arrow columnar format 1.5), whatever their storage: Double, Long, Boolean, String, or a BigInteger where 64
 * bits with sign do not hold it; null where missing.
 */
final class ArrowValues {
    private ArrowValues() {}

    static @Nullable Object value(ValueVector vector, int row) {
        if (vector.isNull(row)) {
            return null;
        }
        return switch (vector) {
            case UInt8Vector v -> v.get(row) < 0 ? (Object) v.getObjectNoOverflow(row) : (Object) v.get(row);
            case BaseIntVector v -> integer(v, row);
            case Float2Vector v -> (double) v.getValueAsFloat(row);
            case Float4Vector v -> (double) v.get(row);
            case Float8Vector v -> v.get(row);
            case BitVector v -> v.get(row) != 0;
            case DateDayVector v -> LocalDate.ofEpochDay(v.get(row)).toString();
            case DateMilliVector v -> dateOrTime(Instant.ofEpochMilli(v.get(row)));
            case TimeSecVector v -> time(v.get(row), 1_000_000_000L);
            case TimeMilliVector v -> time(v.get(row), 1_000_000L);
            case TimeMicroVector v -> time(v.get(row), 1_000L);
            case TimeNanoVector v -> time(v.get(row), 1L);
            case TimeStampVector v -> timestamp(v, v.get(row));
            case DurationVector v -> DurationVector.get(v.getDataBuffer(), row);
            case VarCharVector v -> new String(v.get(row), StandardCharsets.UTF_8);
            case ListVector v -> list(v.getDataVector(), v.getElementStartIndex(row), v.getElementEndIndex(row));
            case LargeListVector v -> list(v.getDataVector(), v.getElementStartIndex(row), v.getElementEndIndex(row));
            default -> other(vector, vector.getObject(row));
        };
    }

    /** Unsigned integers of 8, 16 and 32 bits fit into one of 64. */
    private static long integer(BaseIntVector vector, int row) {
        long stored = vector.getValueAsLong(row);
        return vector.getField().getType() instanceof ArrowType.Int type
                        && !type.getIsSigned()
                        && type.getBitWidth() < Long.SIZE
                ? stored & ((1L << type.getBitWidth()) - 1)
                : stored;
    }

    private static Object other(ValueVector vector, Object value) {
        return switch (value) {
            case BigDecimal decimal -> decimal(decimal, vector.getField().getType());
            case byte[] bytes -> text(bytes);
            default -> value.toString();
        };
    }

    /** Columns of up to 15 digits are doubles, which give them back as they were; more are text, and whole numbers are integers. */
    private static Object decimal(BigDecimal value, ArrowType type) {
        if (type instanceof ArrowType.Decimal d && d.getScale() > 0) {
            return d.getPrecision() <= FeatherTypes.DIGITS_OF_DOUBLE
                    ? (Object) value.doubleValue()
                    : value.toPlainString();
        }
        BigInteger whole = value.toBigIntegerExact();
        return whole.bitLength() < Long.SIZE ? (Object) whole.longValue() : whole;
    }

    /** Bytes that are a text. */
    private static String text(byte[] bytes) {
        return isText(bytes) ? new String(bytes, StandardCharsets.UTF_8).replaceAll("\\x00+$", "") : "";
    }

    /** Whether bytes are UTF-8 without control characters, NULs at the end aside. */
    static boolean isText(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .replaceAll("\\x00+$", "");
            return text.chars().noneMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r');
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String dateOrTime(Instant instant) {
        var utc = instant.atOffset(ZoneOffset.UTC).toLocalDateTime();
        return utc.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? utc.toLocalDate().toString()
                : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(utc);
    }

    private static String time(long count, long nanoseconds) {
        return DateTimeFormatter.ISO_LOCAL_TIME.format(LocalTime.ofNanoOfDay(Math.multiplyExact(count, nanoseconds)));
    }

    /** With a zone it is an instant, told in UTC; without one it is what a clock on some wall said. */
    private static String timestamp(TimeStampVector vector, long count) {
        ArrowType.Timestamp type = (ArrowType.Timestamp) vector.getField().getType();
        ChronoUnit unit = switch (type.getUnit()) {
            case SECOND -> ChronoUnit.SECONDS;
            case MILLISECOND -> ChronoUnit.MILLIS;
            case MICROSECOND -> ChronoUnit.MICROS;
            case NANOSECOND -> ChronoUnit.NANOS;
        };
        String written = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                Instant.EPOCH.plus(count, unit).atOffset(ZoneOffset.UTC));
        return type.getTimezone() == null ? written : written + "Z";
    }

    /** A list of variable length as a text {@code [1.5, null]}; an empty one is missing. */
    private static @Nullable String list(ValueVector content, long start, long end) {
        var all = new StringJoiner(", ", "[", "]");
        for (long k = start; k < end; k++) {
            Object element = value(content, Math.toIntExact(k));
            boolean missing = element == null || (element instanceof Double d && Double.isNaN(d));
            all.add(missing ? "null" : String.valueOf(element));
        }
        return start == end ? null : all.toString();
    }
}
