package org.cellarius.catalogue.tap;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What a VOTable says about the query: INFO elements named QUERY_STATUS, before the table and behind it (DALI 1.1, section 4.4).
 *
 * @param votable whether the document is a VOTable
 * @param error the archive's message where it says ERROR, else null
 * @param overflow whether it says OVERFLOW
 * @param broken why the document is no whole XML, else null
 */
record QueryStatus(
        boolean votable,
        @Nullable String error,
        boolean overflow,
        @Nullable String broken) {

    static QueryStatus of(InputStream document) throws IOException {
        var infos = new Infos();
        String broken = null;
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.newSAXParser().parse(document, infos);
        } catch (SAXException e) {
            broken = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
        return new QueryStatus(infos.votable, infos.error, infos.overflow, broken);
    }

    private static final class Infos extends DefaultHandler {
        private static final int LONGEST = 4000;

        private boolean votable;
        private boolean overflow;
        private @Nullable String error;
        private @Nullable StringBuilder text;
        private String value = "";

        @Override
        public void startElement(String space, String local, String qualified, Attributes attributes) {
            votable |= local.equals("VOTABLE");
            if (local.equals("INFO") && "QUERY_STATUS".equalsIgnoreCase(attributes.getValue("name"))) {
                value = String.valueOf(attributes.getValue("value")).strip();
                text = new StringBuilder();
            }
        }

        @Override
        public void characters(char[] letters, int start, int length) {
            StringBuilder collected = text;
            if (collected != null && collected.length() < LONGEST) {
                collected.append(letters, start, Math.min(length, LONGEST));
            }
        }

        @Override
        public void endElement(String space, String local, String qualified) {
            StringBuilder collected = text;
            if (local.equals("INFO") && collected != null) {
                overflow |= value.equalsIgnoreCase("OVERFLOW");
                if (value.equalsIgnoreCase("ERROR") && error == null) {
                    String message =
                            collected.toString().replaceAll("\\s+", " ").strip();
                    error = message.isEmpty() ? "it gives no reason" : message;
                }
                text = null;
            }
        }

        /** Nothing is fetched. */
        @Override
        public InputSource resolveEntity(@Nullable String publicId, String systemId) {
            return new InputSource(new StringReader(""));
        }

        /** The parser's own habit is to print. */
        @Override
        public void fatalError(org.xml.sax.SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
