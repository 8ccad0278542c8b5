package org.cellarius.catalogue.fits;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What only the rows of an ASCII table tell: integers beyond 64 bits, whose column is exact text, and decimal points that are not
 * written, which are told, since other programs read {@code 12345} under F8.3 as 12345.
 *
 * @param table the table with the columns of such integers as text
 * @param notes a sentence for each column with implied decimal points
 */
record AsciiLook(AsciiTable table, List<String> notes) {
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
    /** Shorter fields hold no integer beyond 64 bits. */
    private static final int LONG_INTEGER = 19;

    static AsciiLook at(FitsBytes file, HeaderDataUnit unit, AsciiTable layout) throws IOException {
        var wide = new ArrayList<Integer>();
        var pointed = new ArrayList<Integer>();
        for (int k = 0; k < layout.fields().size(); k++) {
            AsciiField field = layout.fields().get(k);
            if (field.kind() == AsciiField.Kind.INTEGER && field.width() >= LONG_INTEGER) {
                wide.add(k);
            } else if (field.kind() == AsciiField.Kind.REAL && field.decimals() > 0) {
                pointed.add(k);
            }
        }
        var texts = new ArrayList<Integer>();
        var implied = new TreeMap<Integer, String>();
        byte[] row = new byte[layout.rowBytes()];
        try (InputStream in = new BufferedInputStream(file.openAt(unit.dataStart()), 1 << 16)) {
            for (long i = 0; i < unit.rows() && !(wide.isEmpty() && pointed.isEmpty()); i++) {
                if (in.readNBytes(row, 0, row.length) < row.length) {
                    break;
                }
                wide.removeIf(k -> isWide(row, layout.fields().get(k)) && texts.add(k));
                pointed.removeIf(k -> {
                    String text = text(row, layout.fields().get(k));
                    boolean found = text.indexOf('.') < 0
                            && !layout.fields().get(k).isMissing(text)
                            && FortranNumber.isImplied(text);
                    if (found) {
                        implied.put(k, text);
                    }
                    return found;
                });
            }
        }
        return new AsciiLook(layout.withTexts(texts), notes(layout, implied));
    }

    private static List<String> notes(AsciiTable layout, TreeMap<Integer, String> implied) {
        return implied.entrySet().stream()
                .map(e -> {
                    AsciiField field = layout.fields().get(e.getKey());
                    return "the column '" + field.description().name()
                            + "' has numbers without a decimal point, which its format puts before the last "
                            + field.decimals() + " digits (FITS standard 7.2.5): " + e.getValue() + " is "
                            + FortranNumber.real(e.getValue(), field.decimals()).orElseThrow()
                            + ", where some programs read it as it stands";
                })
                .toList();
    }

    private static boolean isWide(byte[] row, AsciiField field) {
        return FortranNumber.integer(text(row, field))
                .filter(n -> n.compareTo(LEAST) < 0 || n.compareTo(MOST) > 0)
                .isPresent();
    }

    private static String text(byte[] row, AsciiField field) {
        return new String(row, field.start(), field.width(), StandardCharsets.ISO_8859_1).strip();
    }
}
