package org.cellarius.catalogue.tap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A job as its archive describes it (Universal Worker Service 1.1).
 *
 * @param phase where it stands
 * @param waits whether the archive answers late on request (WAIT, since version 1.1)
 * @param error the message of its error summary, else empty
 * @param result address of the table as given, else empty
 */
record JobDocument(JobPhase phase, boolean waits, String error, String result) {

    static JobDocument of(byte[] document, Object address) {
        var job = new Job();
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(new ByteArrayInputStream(document), job);
        } catch (SAXException | IOException e) {
            throw new ServiceFailure(
                    "the service describes no job at " + address + ": '"
                            + FirstWords.of(document).shown() + "'",
                    e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
        if (!job.found) {
            throw new ServiceFailure("the service describes no job at " + address + ": '"
                    + FirstWords.of(document).shown() + "'");
        }
        return new JobDocument(JobPhase.of(job.phase), job.waits, job.error.strip(), job.result);
    }

    private static final class Job extends DefaultHandler {
        private final Deque<String> path = new ArrayDeque<>();
        private final StringBuilder text = new StringBuilder();
        private boolean found;
        private boolean waits;
        private String phase = "";
        private String error = "";
        private String result = "";

        @Override
        public void startElement(String space, String local, String qualified, Attributes attributes) {
            if (path.isEmpty() && local.equals("job")) {
                found = true;
                waits = String.valueOf(attributes.getValue("version")).startsWith("1.1");
            }
            @Nullable String id = attributes.getValue("id");
            if (local.equals("result") && (result.isEmpty() || "result".equals(id))) {
                @Nullable String href = attributes.getValue("http://www.w3.org/1999/xlink", "href");
                result = href == null ? result : href;
            }
            path.push(local);
            text.setLength(0);
        }

        @Override
        public void characters(char[] letters, int start, int length) {
            text.append(letters, start, length);
        }

        @Override
        public void endElement(String space, String local, String qualified) {
            path.pop();
            if (local.equals("phase") && path.size() == 1) {
                phase = text.toString();
            } else if (local.equals("message") && "errorSummary".equals(path.peek())) {
                error = text.toString().replaceAll("\\s+", " ");
            }
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
