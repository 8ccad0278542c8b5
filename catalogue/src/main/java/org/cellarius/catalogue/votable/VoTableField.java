package org.cellarius.catalogue.votable;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.cellarius.catalogue.text.NumberText;

/**
 * What a FIELD says of its cells.
 *
 * @param name for messages
 * @param datatype such as {@code double}
 * @param arraysize empty for scalars
 * @param nullValue the word that means missing; empty if there is none
 */
record VoTableField(String name, String datatype, String arraysize, String nullValue) {
    /** What the elements of a cell are. */
    enum Kind {
        TRUTH,
        BIT,
        INTEGER,
        FLOAT,
        DOUBLE,
        TEXT,
        UNKNOWN
    }

    Kind kind() {
        return switch (datatype) {
            case "boolean" -> Kind.TRUTH;
            case "bit" -> Kind.BIT;
            case "unsignedByte", "short", "int", "long" -> Kind.INTEGER;
            case "float", "floatComplex" -> Kind.FLOAT;
            case "double", "doubleComplex" -> Kind.DOUBLE;
            case "char", "unicodeChar" -> Kind.TEXT;
            default -> Kind.UNKNOWN;
        };
    }

    boolean isComplex() {
        return datatype.endsWith("Complex");
    }

    boolean isText() {
        return kind() == Kind.TEXT;
    }

    /** Whether a cell is one number, truth value or text. */
    boolean isScalar() {
        return isText() ? !arraysize.contains("x") : kind() != Kind.UNKNOWN && arraysize.isEmpty() && !isComplex();
    }

    boolean isVariable() {
        return arraysize.endsWith("*");
    }

    /** The bytes of one element in binary records; bits share theirs. */
    int elementBytes() {
        return switch (datatype) {
            case "boolean", "unsignedByte", "char" -> 1;
            case "short", "unicodeChar" -> 2;
            case "int", "float" -> 4;
            case "long", "double", "floatComplex" -> 8;
            case "doubleComplex" -> 16;
            default -> throw new IllegalStateException("elements of " + datatype + " have no size of their own");
        };
    }

    /**
     * The elements of a cell of fixed size, the two parts of a complex number as one.
     *
     * @throws NumberFormatException if the attribute makes no sense
     */
    int elements() {
        int product = 1;
        for (String axis : arraysize.isEmpty() ? new String[] {"1"} : arraysize.split("x", -1)) {
            product = Math.multiplyExact(product, Integer.parseInt(axis.strip()));
        }
        return product;
    }

    /** The characters of each text in an array of texts; 0 where a cell is one text. */
    int textLength() {
        return isText() && arraysize.contains("x")
                ? Integer.parseInt(
                        arraysize.substring(0, arraysize.indexOf('x')).strip())
                : 0;
    }

    /** VALUES null of integers. */
    OptionalLong nullInteger() {
        try {
            return nullValue.isEmpty() || kind() != Kind.INTEGER
                    ? OptionalLong.empty()
                    : OptionalLong.of(CellWords.integer(nullValue));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** VALUES null of decimal numbers, which the standard advises against and files have. */
    OptionalDouble nullNumber() {
        boolean number = kind() == Kind.FLOAT || kind() == Kind.DOUBLE;
        if (!number || NumberText.kindOf(nullValue) == NumberText.Kind.WORD) {
            return OptionalDouble.empty();
        }
        double value = NumberText.value(nullValue);
        return OptionalDouble.of(kind() == Kind.FLOAT ? (float) value : value);
    }

    boolean isNull(String word) {
        return !nullValue.isEmpty() && word.equals(nullValue);
    }
}
