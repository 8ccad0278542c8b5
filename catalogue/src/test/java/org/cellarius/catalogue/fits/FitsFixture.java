package org.cellarius.catalogue.fits;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes FITS bytes card by card, from the standard's text and without any FITS library. */
public final class FitsFixture {
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final List<String> cards = new ArrayList<>();
    private final List<byte[]> rows = new ArrayList<>();
    private byte[] heap = new byte[0];

    /** A file that begins with an empty primary unit. */
    public FitsFixture() {
        card("SIMPLE", "T").card("BITPIX", "8").card("NAXIS", "0").card("EXTEND", "T");
        writeHeader();
    }

    /** Begins a binary table; its size cards are written when it ends. */
    public FitsFixture binaryTable(String name, int rowBytes, int rowCount, int fields) {
        return table("BINTABLE", name, rowBytes, rowCount, fields, 0);
    }

    /** Begins a binary table with a heap behind its rows. */
    public FitsFixture binaryTable(String name, int rowBytes, int rowCount, int fields, byte[] heapBytes) {
        heap = heapBytes.clone();
        return table("BINTABLE", name, rowBytes, rowCount, fields, heapBytes.length);
    }

    /** Begins an ASCII table. */
    public FitsFixture asciiTable(String name, int rowBytes, int rowCount, int fields) {
        return table("TABLE   ", name, rowBytes, rowCount, fields, 0);
    }

    private FitsFixture table(String kind, String name, int rowBytes, int rowCount, int fields, int extra) {
        text("XTENSION", kind)
                .card("BITPIX", "8")
                .card("NAXIS", "2")
                .card("NAXIS1", Integer.toString(rowBytes))
                .card("NAXIS2", Integer.toString(rowCount))
                .card("PCOUNT", Integer.toString(extra))
                .card("GCOUNT", "1")
                .card("TFIELDS", Integer.toString(fields));
        return name.isEmpty() ? this : text("EXTNAME", name);
    }

    /** A card with a number or a truth value. */
    public FitsFixture card(String key, String value) {
        cards.add(padded("%-8s= %20s".formatted(key, value)));
        return this;
    }

    /** A card with a text. */
    public FitsFixture text(String key, String value) {
        cards.add(padded("%-8s= '%-8s'".formatted(key, value)));
        return this;
    }

    /** The cards of a column of a binary table. */
    public FitsFixture column(int number, String name, String form) {
        return text("TTYPE" + number, name).text("TFORM" + number, form);
    }

    /** The cards of a column of an ASCII table. */
    public FitsFixture column(int number, String name, String form, int firstByte) {
        return column(number, name, form).card("TBCOL" + number, Integer.toString(firstByte));
    }

    /** A row of bytes. */
    public FitsFixture row(ByteBuffer bytes) {
        byte[] row = new byte[bytes.capacity()];
        bytes.get(0, row);
        rows.add(row);
        return this;
    }

    /** A row of text. */
    public FitsFixture row(String line) {
        rows.add(line.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /** Ends the table. */
    public FitsFixture end() {
        writeHeader();
        int length = heap.length;
        rows.forEach(file::writeBytes);
        file.writeBytes(heap);
        length += rows.stream().mapToInt(bytes -> bytes.length).sum();
        file.writeBytes(new byte[(2880 - length % 2880) % 2880]);
        rows.clear();
        heap = new byte[0];
        return this;
    }

    /** All bytes so far. */
    public byte[] bytes() {
        return file.toByteArray();
    }

    /** Writes the file. */
    public Path write(Path path) {
        try {
            return Files.write(path, bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeHeader() {
        cards.add(padded("END"));
        String header = String.join("", cards);
        int blocks = (header.length() + 2879) / 2880;
        file.writeBytes((header + " ".repeat(blocks * 2880 - header.length())).getBytes(StandardCharsets.US_ASCII));
        cards.clear();
    }

    private static String padded(String card) {
        return card + " ".repeat(80 - card.length());
    }
}
