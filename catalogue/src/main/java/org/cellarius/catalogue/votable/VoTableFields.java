package org.cellarius.catalogue.votable;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The columns of a table as the FIELDs of a VOTable without data. VOParquet (IVOA Note, 2025) keeps such a document in the
 * metadata of a Parquet file, so that units, UCDs and descriptions travel with it.
 */
public final class VoTableFields {
    private static final int MOST_CHARACTERS = 16 << 20;

    private VoTableFields() {}

    /** The document of some columns. */
    public static String document(List<ColumnDescription> columns) {
        var xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3">
                <RESOURCE><TABLE>
                """);
        for (ColumnDescription c : columns) {
            xml.append("<FIELD name=\"").append(escaped(c.name())).append('"');
            xml.append(
                    switch (c.type()) {
                        case DOUBLE -> " datatype=\"double\"";
                        case LONG -> " datatype=\"long\"";
                        case BOOLEAN -> " datatype=\"boolean\"";
                        case TEXT -> " datatype=\"unicodeChar\" arraysize=\"*\"";
                    });
            attribute(xml, "unit", c.unit());
            attribute(xml, "ucd", c.ucd());
            if (c.description().isEmpty()) {
                xml.append("/>\n");
            } else {
                xml.append("><DESCRIPTION>").append(escaped(c.description())).append("</DESCRIPTION></FIELD>\n");
            }
        }
        return xml.append("</TABLE></RESOURCE></VOTABLE>\n").toString();
    }

    /** The columns that the first table of a document has; none where it cannot be understood. */
    public static List<ColumnDescription> of(String document) {
        if (document.length() > MOST_CHARACTERS || document.contains("<!DOCTYPE")) {
            return List.of();
        }
        var fields = new Fields();
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(new InputSource(new StringReader(document)), fields);
        } catch (SAXException | ParserConfigurationException | IOException e) {
            return List.of();
        }
        return List.copyOf(fields.found);
    }

    private static void attribute(StringBuilder xml, String name, String value) {
        if (!value.isEmpty()) {
            xml.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", "?");
    }

    private static final class Fields extends DefaultHandler {
        private final List<ColumnDescription> found = new ArrayList<>();
        private final StringBuilder words = new StringBuilder();
        private String name = "";
        private String unit = "";
        private String ucd = "";
        private boolean inField;
        private boolean inDescription;
        private int tables;

        @Override
        public void startElement(String space, String local, String qualified, Attributes attributes) {
            switch (local) {
                case "TABLE" -> tables++;
                case "FIELD" -> {
                    inField = tables == 1;
                    name = text(attributes, "name");
                    unit = text(attributes, "unit");
                    ucd = text(attributes, "ucd");
                    words.setLength(0);
                }
                case "DESCRIPTION" -> inDescription = inField;
                default -> {}
            }
        }

        @Override
        public void characters(char[] letters, int start, int length) {
            if (inDescription) {
                words.append(letters, start, length);
            }
        }

        @Override
        public void endElement(String space, String local, String qualified) {
            if (local.equals("DESCRIPTION")) {
                inDescription = false;
            }
            if (local.equals("FIELD") && inField) {
                inField = false;
                String description = words.toString().strip().replaceAll("\\s+", " ");
                if (!name.isEmpty()) {
                    found.add(new ColumnDescription(name, ColumnType.TEXT, unit, description, ucd));
                }
            }
        }

        private static String text(Attributes attributes, String key) {
            String value = attributes.getValue(key);
            return value == null ? "" : value.strip();
        }
    }
}
