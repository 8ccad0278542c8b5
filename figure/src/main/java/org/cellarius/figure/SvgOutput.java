package org.cellarius.figure;

import java.io.StringWriter;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Figures as SVG: letters as shapes, images embedded, coordinates in points. */
final class SvgOutput {

    private static final String SVG = "http://www.w3.org/2000/svg";

    /** Hundredths of a point are finer than any printer. */
    private static final int DECIMALS = 2;

    /** A file is to weigh less than 300 kB; it also has a description, and in a page longer ids. */
    private static final int MOST_BYTES = 280_000;

    private static final Pattern PREFIX = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    private SvgOutput() {}

    /** A document of its own, in its size on paper. */
    static String document(Element painted, Figure figure, FigureLayout layout) {
        Element root = described(painted, figure, layout, "");
        root.setAttribute("width", millimetres(layout.widthPt()));
        root.setAttribute("height", millimetres(layout.heightPt()));
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + write(root) + "\n";
    }

    /** An element of a page, as wide as the page lets it be. */
    static String inline(Element painted, Figure figure, FigureLayout layout, String idPrefix) {
        if (!PREFIX.matcher(idPrefix).matches()) {
            throw new IllegalArgumentException("prefix of ids '" + idPrefix
                    + "' must begin with a letter and hold only letters, digits, '-' and '_'");
        }
        Element root = described(painted, figure, layout, idPrefix + "-");
        root.setAttribute("width", "100%");
        return write(root);
    }

    /** What both are made of: with all detail, or with as much of it as a file holds. */
    static Element painted(FigureLayout layout, Rasters rasters) {
        Element root = painted(layout, rasters, Detail.FULL);
        for (Detail detail : Detail.STEPS) {
            if (write(root).length() <= MOST_BYTES) {
                break;
            }
            if (!detail.equals(Detail.FULL)) {
                root = painted(layout, new Rasters(), detail);
            }
        }
        return root;
    }

    private static Element painted(FigureLayout layout, Rasters rasters, Detail detail) {
        Document document = emptyDocument();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setPrecision(DECIMALS);
        context.setComment("");
        context.setGenericImageHandler(new SvgImages(detail));
        var graphics = new SvgLettering.Graphics(context);
        var letters = new SvgLettering(document);
        FigurePainter.paint(new Canvas(graphics, letters, rasters, detail), layout);
        Element root = graphics.getRoot();
        root.insertBefore(letters.definitions(), root.getFirstChild());
        // Said once, not with every letter.
        root.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:xlink", SvgLettering.XLINK);
        SvgCleaning.clean(root, "");
        SvgGrouping.group(root);
        SvgPaths.shorten(root);
        return root;
    }

    private static Element described(Element painted, Figure figure, FigureLayout layout, String prefix) {
        Element root = (Element) painted.cloneNode(true);
        SvgCleaning.clean(root, prefix);
        describe(root, figure.altText(), prefix);
        root.setAttribute("viewBox", "0 0 " + rounded(layout.widthPt()) + " " + rounded(layout.heightPt()));
        return root;
    }

    private static Document emptyDocument() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            return factory.newDocumentBuilder().getDOMImplementation().createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the Java platform lacks an XML parser", e);
        }
    }

    /** The words for readers who cannot see the figure: the first sentence as its title, all of them as its description. */
    private static void describe(Element root, String altText, String prefix) {
        String text = XmlText.allowed(altText.strip());
        root.setAttribute("role", "img");
        root.setAttribute("aria-labelledby", prefix + "title " + prefix + "desc");
        Element title = child(root, "title", prefix, FirstSentence.of(text).text());
        Element desc = child(root, "desc", prefix, text);
        root.insertBefore(desc, root.getFirstChild());
        root.insertBefore(title, desc);
    }

    private static Element child(Element root, String name, String prefix, String text) {
        Element element = root.getOwnerDocument().createElementNS(SVG, name);
        element.setAttribute("id", prefix + name);
        element.setTextContent(text);
        return element;
    }

    private static String write(Element root) {
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.setOutputProperty(OutputKeys.INDENT, "no");
            StringWriter text = new StringWriter();
            transformer.transform(new DOMSource(root), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("cannot write the SVG of a figure", e);
        }
    }

    private static String millimetres(double pt) {
        return rounded(pt / Measures.PT_PER_MM) + "mm";
    }

    private static String rounded(double value) {
        double hundredths = Math.round(value * 100) / 100.0;
        return hundredths == Math.rint(hundredths) ? Long.toString((long) hundredths) : Double.toString(hundredths);
    }
}
