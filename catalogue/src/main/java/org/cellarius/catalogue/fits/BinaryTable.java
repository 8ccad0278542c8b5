package org.cellarius.catalogue.fits;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.Unreadable;
import org.cellarius.catalogue.stil.SpreadColumns;
import uk.ac.starlink.fits.FitsHeader;

/**
 * The layout of a FITS binary table.
 *
 * <p>A table of one row whose cells are all equally long vectors is one stored by columns (TOPCAT's {@code colfits}): it is
 * read as the table meant, a row for each element.
 *
 * @param rowBytes NAXIS1
 * @param rows the rows meant
 * @param storage how rows lie in the file
 * @param heapStart where arrays of variable length begin, counted from the first byte of the table
 * @param fields the readable scalars in the order of the header
 * @param unreadable the rest, with reasons
 */
record BinaryTable(
        int rowBytes,
        long rows,
        Storage storage,
        long heapStart,
        List<BinaryField> fields,
        List<Unreadable> unreadable) {
    /** How the rows lie. */
    enum Storage {
        ROW_BY_ROW,
        COLUMN_BY_COLUMN
    }

    /**
     * Reads the layout from a header.
     *
     * @param compressed whether only a stream can be read, from its beginning to its end
     * @throws IllegalArgumentException if the header makes no sense
     */
    static BinaryTable of(FitsHeader header, boolean compressed) {
        int rowBytes = Math.toIntExact(whole(header, "NAXIS1"));
        long rows = whole(header, "NAXIS2");
        List<BinaryColumn> columns = IntStream.rangeClosed(1, (int) whole(header, "TFIELDS"))
                .mapToObj(number -> BinaryColumn.of(header, number))
                .toList();
        long bytes = columns.stream().mapToLong(BinaryColumn::bytes).sum();
        if (bytes != rowBytes) {
            throw new IllegalArgumentException("its TFORMs need " + bytes + " bytes a row and NAXIS1 says " + rowBytes);
        }
        Long heap = header.getLongValue("THEAP");
        long heapStart = heap == null ? Math.multiplyExact((long) rowBytes, rows) : heap;
        boolean byColumns = rows == 1 && !compressed && areEquallyLong(columns);
        long meant = byColumns ? columns.getFirst().lastAxis() : rows;
        Storage storage = byColumns ? Storage.COLUMN_BY_COLUMN : Storage.ROW_BY_ROW;
        var fields = new ArrayList<BinaryField>();
        var unreadable = new ArrayList<Unreadable>();
        Map<String, Integer> seen = new HashMap<>();
        long start = 0;
        for (BinaryColumn column : columns) {
            Integer earlier = seen.putIfAbsent(column.name(), column.number());
            int elements = byColumns && column.bytes() > 0 ? (int) (column.elements() / meant) : column.elements();
            Optional<String> reason = isTopcatsMore(header, column)
                    ? Optional.of("it holds the columns beyond the 998th by a convention of TOPCAT; "
                            + "write the table as VOTable or Parquet there")
                    : earlier == null
                            ? whyNot(column, elements, compressed)
                            : Optional.of("columns " + earlier + " and " + column.number()
                                    + " of the file have the same name; the first is taken");
            if (reason.isPresent()) {
                unreadable.add(new Unreadable(column.name(), reason.get()));
            } else {
                int apart = byColumns ? (int) (column.bytes() / meant) : rowBytes;
                spread(column, elements, start, apart, fields);
            }
            start += column.bytes();
        }
        return new BinaryTable(rowBytes, meant, storage, heapStart, List.copyOf(fields), List.copyOf(unreadable));
    }

    /** The same with the unsigned columns as texts that need it. */
    BinaryTable withFields(List<BinaryField> others) {
        return new BinaryTable(rowBytes, rows, storage, heapStart, List.copyOf(others), unreadable);
    }

    /** FITS counts to 999; TOPCAT hides further columns in a last one of bytes. */
    private static boolean isTopcatsMore(FitsHeader header, BinaryColumn column) {
        Long last = header.getLongValue("XT_ICOL");
        return last != null && last == column.number();
    }

    private static boolean areEquallyLong(List<BinaryColumn> columns) {
        int length = columns.isEmpty() ? 0 : columns.getFirst().lastAxis();
        return length > 1
                && columns.stream().allMatch(c -> c.lastAxis() == length && c.code() != 'X' && !c.isVariable());
    }

    private static void spread(BinaryColumn c, int elements, long start, int apart, List<BinaryField> fields) {
        for (int element = 0; element < elements; element++) {
            String name = elements == 1 ? c.name() : c.name() + "[" + element + "]";
            ColumnDescription d = new ColumnDescription(name, c.type(), c.unit(), c.description(), c.ucd())
                    .inSinglePrecision(c.isSingle());
            fields.add(new BinaryField(d, c, element, start, element * itemBytes(c), apart));
        }
    }

    /** Bytes from one scalar of a cell to the next; bits share theirs. */
    private static long itemBytes(BinaryColumn column) {
        return switch (column.code()) {
            case 'A' -> column.textLength();
            case 'X' -> 0;
            case 'C', 'M' -> BinaryColumn.bytesOf(column.code()) / 2;
            default -> BinaryColumn.bytesOf(column.code());
        };
    }

    private static Optional<String> whyNot(BinaryColumn column, int elements, boolean compressed) {
        if (column.isVariable() && compressed) {
            return Optional.of("it holds arrays of variable length, which a compressed file cannot be searched for;"
                    + " unpack the file with gunzip");
        }
        if (elements == 0) {
            return Optional.of("its cells hold nothing");
        }
        if (elements > SpreadColumns.LONGEST_VECTOR) {
            return Optional.of("it holds vectors of " + elements + " elements; at most " + SpreadColumns.LONGEST_VECTOR
                    + " are spread");
        }
        return Optional.empty();
    }

    private static long whole(FitsHeader header, String key) {
        Long value = header.getLongValue(key);
        if (value == null || value < 0) {
            throw new IllegalArgumentException(key + " is " + value);
        }
        return value;
    }
}
