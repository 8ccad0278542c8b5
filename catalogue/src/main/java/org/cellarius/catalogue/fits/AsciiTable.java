package org.cellarius.catalogue.fits;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cellarius.catalogue.Unreadable;
import uk.ac.starlink.fits.FitsHeader;

/**
 * The layout of a FITS ASCII table.
 *
 * @param rowBytes NAXIS1
 * @param fields the readable columns in the order of the header
 * @param unreadable the rest, with reasons
 */
record AsciiTable(int rowBytes, List<AsciiField> fields, List<Unreadable> unreadable) {
    /** More than any catalogue; lest a row of a damaged file fill the memory. */
    private static final int MOST_ROW_BYTES = 16 << 20;

    /**
     * Reads the layout from a header.
     *
     * @throws IllegalArgumentException if the header makes no sense
     */
    static AsciiTable of(FitsHeader header) {
        Long width = header.getLongValue("NAXIS1");
        Long count = header.getLongValue("TFIELDS");
        if (width == null || width > MOST_ROW_BYTES || count == null) {
            throw new IllegalArgumentException("NAXIS1 is " + width + " and TFIELDS is " + count);
        }
        int rowBytes = Math.toIntExact(width);
        List<AsciiField> fields = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (int number = 1; number <= count; number++) {
            AsciiField field = AsciiField.of(header, number, rowBytes);
            String name = field.description().name();
            Integer earlier = seen.putIfAbsent(name, number);
            if (earlier == null) {
                fields.add(field);
            } else {
                unreadable.add(new Unreadable(
                        name,
                        "columns " + earlier + " and " + number
                                + " of the file have the same name; the first is taken"));
            }
        }
        return new AsciiTable(rowBytes, List.copyOf(fields), List.copyOf(unreadable));
    }

    /** The same with some columns of integers as texts. */
    AsciiTable withTexts(List<Integer> texts) {
        return new AsciiTable(
                rowBytes,
                IntStream.range(0, fields.size())
                        .mapToObj(k -> texts.contains(k)
                                        && fields.get(k).scale() == 1
                                        && fields.get(k).zero() == 0
                                ? fields.get(k).asText()
                                : fields.get(k))
                        .toList(),
                unreadable);
    }
}
