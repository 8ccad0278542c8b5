package org.cellarius.figure;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/**
 * Letters as shapes, each of which stands once in the file and is used wherever it occurs: they look the same on every machine, and a file of many numbers stays small.
 */
final class SvgLettering implements Lettering {

    private static final String SVG = "http://www.w3.org/2000/svg";
    /** A transform that changes nothing, as Batik writes it. */
    private static final Pattern AS_IT_IS = Pattern.compile("|matrix\\(1, ?0, ?0, ?1, ?-?0, ?-?0\\)");

    static final String XLINK = "http://www.w3.org/1999/xlink";

    /** Batik's graphics, which takes elements of our own. */
    static final class Graphics extends SVGGraphics2D {

        Graphics(org.apache.batik.svggen.SVGGeneratorContext context) {
            super(context, true);
        }

        /**
         * Batik writes its own transform over that of an element which follows others: it gets an element about ours, and what is not needed of that goes again.
         */
        private void add(Element element) {
            Element about = element.getOwnerDocument().createElementNS(SVG, "g");
            about.appendChild(element);
            getDOMGroupManager().addElement(about);
            if (AS_IT_IS.matcher(about.getAttribute("transform")).matches()) {
                about.removeAttribute("transform");
                unwrap(about, element);
            }
        }

        private static void unwrap(Element about, Element element) {
            NamedNodeMap looks = about.getAttributes();
            for (int i = 0; i < looks.getLength(); i++) {
                if (!element.hasAttribute(looks.item(i).getNodeName())) {
                    element.setAttribute(
                            looks.item(i).getNodeName(), looks.item(i).getNodeValue());
                }
            }
            if (about.getParentNode() instanceof Element parent) {
                parent.replaceChild(element, about);
            }
        }
    }

    private final Document document;
    private final Map<String, Element> glyphs = new LinkedHashMap<>();

    /** Ids of the letters that have a rim, by place and text. */
    private final Map<String, String> rims = new LinkedHashMap<>();

    SvgLettering(Document document) {
        this.document = document;
    }

    @Override
    public void write(Graphics2D graphics, RichText.Run run, AffineTransform place) {
        String rimmed = rims.get(transform(run, place) + run.text());
        if (rimmed == null) {
            ((Graphics) graphics).add(letters(run, place));
        } else {
            Element again = document.createElementNS(SVG, "use");
            again.setAttributeNS(XLINK, "xlink:href", "#" + rimmed);
            ((Graphics) graphics).add(again);
        }
    }

    @Override
    public void rim(Graphics2D graphics, RichText.Run run, AffineTransform place, double widthPt) {
        Element letters = letters(run, place);
        double unitsPerPt = run.face().unitsPerEm() / run.sizePt();
        // The same letters are written into the rim later.
        String id = "t" + rims.size();
        rims.put(transform(run, place) + run.text(), id);
        letters.setAttribute("id", id);
        Element outside = document.createElementNS(SVG, "g");
        outside.setAttribute("fill", "none");
        outside.setAttribute("stroke", "white");
        outside.setAttribute("stroke-linejoin", "round");
        outside.setAttribute("stroke-width", Long.toString(Math.round(widthPt * unitsPerPt)));
        outside.appendChild(letters);
        ((Graphics) graphics).add(outside);
    }

    /** The shapes of all letters that were written, to stand before their uses. */
    Element definitions() {
        Element defs = document.createElementNS(SVG, "defs");
        glyphs.values().forEach(defs::appendChild);
        return defs;
    }

    private Element letters(RichText.Run run, AffineTransform place) {
        Typeface face = run.face();
        Element group = document.createElementNS(SVG, "g");
        group.setAttribute("transform", transform(run, place));
        long at = 0;
        for (int character : run.text().codePoints().toArray()) {
            if (!Character.isWhitespace(character)) {
                Element use = document.createElementNS(SVG, "use");
                use.setAttributeNS(XLINK, "xlink:href", "#" + glyph(face, character));
                if (at != 0) {
                    use.setAttribute("x", Long.toString(at));
                }
                group.appendChild(use);
            }
            at += Math.round(face.advance(character));
        }
        return group;
    }

    private static String transform(RichText.Run run, AffineTransform place) {
        double scale = run.sizePt() / run.face().unitsPerEm();
        return "matrix(%s %s %s %s %s %s)"
                .formatted(
                        fine(scale * place.getScaleX()),
                        fine(scale * place.getShearY()),
                        fine(-scale * place.getShearX()),
                        fine(-scale * place.getScaleY()),
                        brief(place.getTranslateX()),
                        brief(place.getTranslateY()));
    }

    /** The id of a letter. */
    private String glyph(Typeface face, int character) {
        String id = face.name().charAt(0) + Integer.toHexString(character);
        glyphs.computeIfAbsent(id, key -> {
            Element path = document.createElementNS(SVG, "path");
            path.setAttribute("id", key);
            path.setAttribute("d", outline(face, character));
            return path;
        });
        return id;
    }

    /** The outline in units of the font, y upwards. */
    private static String outline(Typeface face, int character) {
        var d = new StringBuilder();
        double[] c = new double[6];
        for (PathIterator i = face.glyph(character).getPathIterator(null); !i.isDone(); i.next()) {
            switch (i.currentSegment(c)) {
                case PathIterator.SEG_MOVETO -> points(d.append('M'), c, 2);
                case PathIterator.SEG_LINETO -> points(d.append('L'), c, 2);
                case PathIterator.SEG_QUADTO -> points(d.append('Q'), c, 4);
                case PathIterator.SEG_CUBICTO -> points(d.append('C'), c, 6);
                default -> d.append('Z');
            }
        }
        return d.toString();
    }

    private static void points(StringBuilder d, double[] coordinates, int n) {
        for (int i = 0; i < n; i++) {
            d.append(i == 0 ? "" : " ").append(Math.round(coordinates[i]));
        }
    }

    private static String fine(double value) {
        return trimmed(String.format(Locale.ROOT, "%.6f", value));
    }

    private static String brief(double value) {
        return trimmed(String.format(Locale.ROOT, "%.2f", value));
    }

    private static String trimmed(String number) {
        String shortened = number.contains(".") ? number.replaceAll("0+$", "").replaceAll("\\.$", "") : number;
        return shortened.equals("-0") ? "0" : shortened;
    }
}
