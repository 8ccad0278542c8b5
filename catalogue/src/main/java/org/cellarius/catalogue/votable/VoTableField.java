package org.cellarius.catalogue.votable;

import java.util.Set;

/**
 * What a FIELD says of its cells.
 *
 * @param datatype such as {@code double}
 * @param arraysize empty for scalars
 * @param nullValue the word that means missing; empty if there is none
 */
record VoTableField(String datatype, String arraysize, String nullValue) {
    private static final Set<String> NUMBERS =
            Set.of("double", "float", "long", "int", "short", "unsignedByte", "boolean");

    /** Whether a cell is one number, truth value or text. */
    boolean isScalar() {
        boolean text = datatype.equals("char") || datatype.equals("unicodeChar");
        return text ? !arraysize.contains("x") : NUMBERS.contains(datatype) && arraysize.isEmpty();
    }

    boolean isFloat() {
        return datatype.equals("float");
    }

    boolean isNull(String word) {
        return !nullValue.isEmpty() && word.equals(nullValue);
    }
}
