package org.cellarius.catalogue.votable;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.cellarius.catalogue.InputError;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The tables of a VOTable document, found in one pass that also shows that the document is whole.
 *
 * @param tables in the order of the document
 * @param infos what the service says of its answer: its status where it is not OK, warnings
 */
record VoTableOutline(List<Entry> tables, List<String> infos) {
    private static final int PROLOG_BYTES = 1 << 16;
    private static final Pattern ENCODING = Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']+)[\"']");
    private static final String KNOWN_DOCTYPE = "VOTable.dtd\"";

    /** How rows are written. */
    enum RowsAs {
        NONE,
        CELLS,
        BINARY,
        BINARY2,
        FITS
    }

    /**
     * A TABLE element.
     *
     * @param name the attribute {@code name}, else {@code ID}, else empty
     * @param rows counted where the rows are XML, else as the element states it, else empty
     * @param data whether there is a DATA element at all: a table without rows may lack it
     * @param rowsAs how the rows are written
     * @param base64 whether records are in base64
     * @param charset the encoding of the document
     * @param fields its FIELDs in order
     * @param params the names of its PARAMs
     */
    record Entry(
            int number,
            String name,
            OptionalLong rows,
            boolean data,
            RowsAs rowsAs,
            boolean base64,
            Charset charset,
            List<VoTableField> fields,
            List<String> params) {
        String label() {
            String size = rows.isPresent() ? rows.getAsLong() + " rows" : "rows not stated";
            return number + ": " + (name.isEmpty() ? "(no name)" : name) + " (" + size + ")";
        }
    }

    static VoTableOutline of(Path path, VoTableSource source) {
        Charset charset;
        try (InputStream head = source.open()) {
            byte[] prolog = head.readNBytes(PROLOG_BYTES);
            refuseOwnDocumentType(path, prolog);
            charset = charsetOf(prolog);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
        try (InputStream in = source.open()) {
            return scan(path, in, charset);
        } catch (IOException | SAXException | ParserConfigurationException | RuntimeException e) {
            throw e instanceof InputError known ? known : unreadable(path, e);
        }
    }

    /** Entities are declared in a document type between brackets; VOTable needs none. */
    private static void refuseOwnDocumentType(Path path, byte[] head) {
        String prolog = new String(head, StandardCharsets.ISO_8859_1);
        int start = prolog.indexOf("<!DOCTYPE");
        if (start < 0) {
            return;
        }
        int end = prolog.indexOf('>', start);
        String declaration = prolog.substring(start, end < 0 ? prolog.length() : end);
        if (end < 0 || declaration.contains("[") || !declaration.stripTrailing().endsWith(KNOWN_DOCTYPE)) {
            throw new InputError(
                    "the VOTable brings a document type of its own",
                    path.toString(),
                    "This could make the program open other files: delete the <!DOCTYPE ...> from the file");
        }
    }

    /** What the XML declaration says; without one it is UTF-8, or UTF-16 with its mark of byte order. */
    private static Charset charsetOf(byte[] prolog) {
        if (prolog.length < 2 || prolog[0] == 0 || prolog[1] == 0 || (prolog[0] & 0xff) >= 0xfe) {
            boolean little = prolog.length > 1 && (prolog[1] == 0 || (prolog[0] & 0xff) == 0xff);
            return little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        String start = new String(prolog, 0, Math.min(200, prolog.length), StandardCharsets.ISO_8859_1);
        Matcher encoding = ENCODING.matcher(start);
        try {
            Charset named = encoding.find() ? Charset.forName(encoding.group(1)) : StandardCharsets.UTF_8;
            return named.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : named;
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8; // the parser refuses such a document in its own words
        }
    }

    private static VoTableOutline scan(Path path, InputStream in, Charset charset)
            throws IOException, SAXException, ParserConfigurationException {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        Tables tables = new Tables(path, charset);
        factory.newSAXParser().parse(in, tables);
        if (!tables.votable) {
            throw new InputError(
                    "the XML is no VOTable", path.toString(), "Give a VOTable, or state the file's format");
        }
        return new VoTableOutline(List.copyOf(tables.found), List.copyOf(new LinkedHashSet<>(tables.infos)));
    }

    private static final class Tables extends DefaultHandler {
        private final Path path;
        private final List<Entry> found = new ArrayList<>();
        private boolean votable;
        private String name = "";
        private OptionalLong stated = OptionalLong.empty();
        private final Charset charset;
        private final List<String> infos = new ArrayList<>();
        private final List<String> params = new ArrayList<>();
        private final StringBuilder infoWords = new StringBuilder();
        private String info = "";
        private final List<VoTableField> fields = new ArrayList<>();
        private boolean inField;
        private boolean inStream;
        private boolean inData;
        private RowsAs rowsAs = RowsAs.NONE;
        private boolean base64;
        private boolean inTable;
        private long counted;

        Tables(Path path, Charset charset) {
            this.path = path;
            this.charset = charset;
        }

        @Override
        public void startElement(String space, String local, String qualified, Attributes attributes) {
            switch (local) {
                case "VOTABLE" -> votable = true;
                case "TABLE" -> {
                    name = text(attributes.getValue("name"), attributes.getValue("ID"));
                    stated = number(attributes.getValue("nrows"));
                    inTable = true;
                    inData = false;
                    rowsAs = RowsAs.NONE;
                    base64 = false;
                    counted = 0;
                    fields.clear();
                    params.clear();
                }
                case "FIELD" -> {
                    inField = true;
                    fields.add(new VoTableField(
                            text(attributes.getValue("name"), attributes.getValue("ID")),
                            text(attributes.getValue("datatype"), null),
                            text(attributes.getValue("arraysize"), null),
                            ""));
                }
                case "VALUES" -> {
                    String missing = attributes.getValue("null");
                    if (inField && missing != null && !fields.isEmpty()) {
                        VoTableField field = fields.removeLast();
                        fields.add(
                                new VoTableField(field.name(), field.datatype(), field.arraysize(), missing.strip()));
                    }
                }
                case "DATA" -> inData = true;
                case "PARAM" -> {
                    if (inTable) {
                        params.add(text(attributes.getValue("name"), attributes.getValue("ID")));
                    }
                }
                case "INFO" -> {
                    infoWords.setLength(0);
                    info = ServiceInfo.of(
                            text(attributes.getValue("name"), null), text(attributes.getValue("value"), null));
                }
                case "TABLEDATA" -> rowsAs = RowsAs.CELLS;
                case "BINARY" -> rowsAs = RowsAs.BINARY;
                case "BINARY2" -> rowsAs = RowsAs.BINARY2;
                case "FITS" -> rowsAs = RowsAs.FITS;
                case "TR" -> counted++;
                case "TD" -> {
                    if (attributes.getValue("encoding") != null) {
                        throw new InputError(
                                "cells of table " + (found.size() + 1) + " are encoded as "
                                        + attributes.getValue("encoding") + ", which is not read",
                                path.toString(),
                                "Save the table anew, for example with TOPCAT or astropy");
                    }
                }
                case "STREAM" -> {
                    refuseOtherFile(path, attributes.getValue("href"));
                    inStream = "base64".equals(attributes.getValue("encoding"));
                    base64 = inStream;
                }
                default -> {}
            }
        }

        /** STIL passes over what is no base64 without a word. */
        @Override
        public void characters(char[] letters, int start, int length) {
            if (!info.isEmpty()) {
                infoWords.append(letters, start, length);
            }
            for (int i = start; inStream && i < start + length; i++) {
                char c = letters[i];
                boolean known = (c >= 'A' && c <= 'Z')
                        || (c >= 'a' && c <= 'z')
                        || (c >= '0' && c <= '9')
                        || c == '+'
                        || c == '/'
                        || c == '='
                        || c <= ' ';
                if (!known) {
                    throw new InputError(
                            "the records of table " + (found.size() + 1) + " hold a '" + c + "', which is no base64",
                            path.toString(),
                            "The file is damaged: fetch it again");
                }
            }
        }

        @Override
        public void endElement(String space, String local, String qualified) {
            inField &= !local.equals("FIELD");
            inStream &= !local.equals("STREAM");
            if (local.equals("INFO") && !info.isEmpty()) {
                String words = infoWords.toString().strip().replaceAll("\\s+", " ");
                infos.add(words.isEmpty() ? info : info + ": " + words);
                info = "";
            }
            if (local.equals("TABLE")) {
                inTable = false;
                boolean known = rowsAs == RowsAs.CELLS || !inData;
                if (known && stated.isPresent() && stated.getAsLong() != counted) {
                    throw new InputError(
                            "table " + (found.size() + 1) + " says that it has " + stated.getAsLong() + " rows and has "
                                    + counted,
                            path.toString(),
                            "The file is damaged or was cut short: fetch it again");
                }
                found.add(new Entry(
                        found.size() + 1,
                        name,
                        known ? OptionalLong.of(counted) : stated,
                        inData,
                        rowsAs,
                        base64,
                        charset,
                        List.copyOf(fields),
                        List.copyOf(params)));
            }
        }

        /** Nothing is fetched: VOTable's own document type defines no entity that is needed. */
        @Override
        public InputSource resolveEntity(@Nullable String publicId, String systemId) {
            return new InputSource(new StringReader(""));
        }
    }

    private static void refuseOtherFile(Path path, @Nullable String href) {
        if (href != null) {
            throw new InputError(
                    "the VOTable keeps its data elsewhere, at " + href,
                    path.toString(),
                    "Save the table with its data inside, for example with TOPCAT or astropy");
        }
    }

    private static String text(@Nullable String first, @Nullable String second) {
        return first != null ? first.strip() : second != null ? second.strip() : "";
    }

    private static OptionalLong number(@Nullable String digits) {
        try {
            return digits == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(digits.strip()));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static InputError unreadable(Path path, Exception cause) {
        String why = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return new InputError(
                        "the VOTable is cut short or no well-formed XML: " + why,
                        cause instanceof SAXParseException placed && placed.getLineNumber() > 0
                                ? path + ", line " + placed.getLineNumber()
                                : path.toString(),
                        "Fetch the file again")
                .withCause(cause);
    }
}
