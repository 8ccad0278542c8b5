package org.cellarius.catalogue.votable;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
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

/** The tables of a VOTable document, found in one pass that also shows that the document is whole. */
record VoTableOutline(List<Entry> tables) {
    private static final int PROLOG_BYTES = 1 << 16;
    private static final String KNOWN_DOCTYPE = "VOTable.dtd\"";

    /**
     * A TABLE element.
     *
     * @param name the attribute {@code name}, else {@code ID}, else empty
     * @param rows counted where the rows are XML, else as the element states it, else empty
     * @param data whether there is a DATA element at all: a table without rows may lack it
     * @param cells whether the rows are XML
     * @param utf8 whether the document is in UTF-8 or ASCII
     * @param fields its FIELDs in order
     */
    record Entry(
            int number,
            String name,
            OptionalLong rows,
            boolean data,
            boolean cells,
            boolean utf8,
            List<VoTableField> fields) {
        String label() {
            String size = rows.isPresent() ? rows.getAsLong() + " rows" : "rows not stated";
            return number + ": " + (name.isEmpty() ? "(no name)" : name) + " (" + size + ")";
        }
    }

    static VoTableOutline of(Path path, VoTableSource source) {
        boolean utf8;
        try (InputStream head = source.open()) {
            byte[] prolog = head.readNBytes(PROLOG_BYTES);
            refuseOwnDocumentType(path, prolog);
            utf8 = isUtf8(prolog);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
        try (InputStream in = source.open()) {
            return new VoTableOutline(scan(path, in, utf8));
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

    /** What the XML declaration says; without one it is UTF-8. */
    private static boolean isUtf8(byte[] prolog) {
        if (prolog.length < 2 || prolog[0] == 0 || prolog[1] == 0 || (prolog[0] & 0xff) >= 0xfe) {
            return false;
        }
        String start = new String(prolog, 0, Math.min(200, prolog.length), StandardCharsets.ISO_8859_1);
        int encoding = start.indexOf("encoding=");
        int end = start.indexOf("?>");
        if (encoding < 0 || end < encoding) {
            return true;
        }
        String word = start.substring(encoding + 10, end).toUpperCase(java.util.Locale.ROOT);
        return word.startsWith("UTF-8") || word.startsWith("US-ASCII");
    }

    private static List<Entry> scan(Path path, InputStream in, boolean utf8)
            throws IOException, SAXException, ParserConfigurationException {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        Tables tables = new Tables(path, utf8);
        factory.newSAXParser().parse(in, tables);
        if (!tables.votable) {
            throw new InputError(
                    "the XML is no VOTable", path.toString(), "Give a VOTable, or state the file's format");
        }
        return List.copyOf(tables.found);
    }

    private static final class Tables extends DefaultHandler {
        private final Path path;
        private final List<Entry> found = new ArrayList<>();
        private boolean votable;
        private String name = "";
        private OptionalLong stated = OptionalLong.empty();
        private final boolean utf8;
        private final List<VoTableField> fields = new ArrayList<>();
        private boolean inField;
        private boolean inStream;
        private boolean inData;
        private boolean inCells;
        private long counted;

        Tables(Path path, boolean utf8) {
            this.path = path;
            this.utf8 = utf8;
        }

        @Override
        public void startElement(String space, String local, String qualified, Attributes attributes) {
            switch (local) {
                case "VOTABLE" -> votable = true;
                case "TABLE" -> {
                    name = text(attributes.getValue("name"), attributes.getValue("ID"));
                    stated = number(attributes.getValue("nrows"));
                    inData = false;
                    inCells = false;
                    counted = 0;
                    fields.clear();
                }
                case "FIELD" -> {
                    inField = true;
                    fields.add(new VoTableField(
                            text(attributes.getValue("datatype"), null),
                            text(attributes.getValue("arraysize"), null),
                            ""));
                }
                case "VALUES" -> {
                    String missing = attributes.getValue("null");
                    if (inField && missing != null && !fields.isEmpty()) {
                        VoTableField field = fields.removeLast();
                        fields.add(new VoTableField(field.datatype(), field.arraysize(), missing.strip()));
                    }
                }
                case "DATA" -> inData = true;
                case "TABLEDATA" -> inCells = true;
                case "TR" -> counted++;
                case "STREAM" -> {
                    refuseOtherFile(path, attributes.getValue("href"));
                    inStream = "base64".equals(attributes.getValue("encoding"));
                }
                default -> {}
            }
        }

        /** STIL passes over what is no base64 without a word. */
        @Override
        public void characters(char[] letters, int start, int length) {
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
            if (local.equals("TABLE")) {
                boolean known = inCells || !inData;
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
                        inCells,
                        utf8,
                        List.copyOf(fields)));
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
