package org.cellarius.figure;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Equal opaque discs as one path of round dots: a third of the bytes, and the same ink. */
final class SvgDots {

    /** The length of a dot's line, in points: none is seen, but some viewers draw no line without a length. */
    private static final BigDecimal LENGTH_PT = new BigDecimal("0.01");

    private SvgDots() {}

    /** Whether they are discs of one size which may lie over each other in one path. */
    static boolean are(List<Element> shapes, Map<String, String> look) {
        String radius = shapes.getFirst().getAttribute("r");
        return "none".equals(look.get("stroke"))
                && !"none".equals(fill(shapes.getFirst(), look))
                && Double.parseDouble(look.getOrDefault("fill-opacity", "1")) == 1
                && shapes.stream()
                        .allMatch(e -> "circle".equals(e.getLocalName())
                                && e.getAttribute("r").equals(radius));
    }

    /** Its own colour, or that of what it stands in. */
    private static String fill(Element disc, Map<String, String> look) {
        if (look.containsKey("fill")) {
            return look.get("fill");
        }
        for (Node around = disc.getParentNode(); around instanceof Element e; around = e.getParentNode()) {
            if (e.hasAttribute("fill")) {
                return e.getAttribute("fill");
            }
        }
        return "black";
    }

    static Element path(List<Element> discs, Map<String, String> look) {
        Element first = discs.getFirst();
        Element path = first.getOwnerDocument().createElementNS(first.getNamespaceURI(), "path");
        if (look.containsKey("clip-path")) {
            path.setAttribute("clip-path", look.get("clip-path"));
        }
        path.setAttribute("fill", "none");
        path.setAttribute("stroke", fill(first, look));
        path.setAttribute("stroke-opacity", "1");
        path.setAttribute("stroke-linecap", "round");
        path.setAttribute("stroke-dasharray", "none");
        path.setAttribute("stroke-width", Double.toString(2 * Double.parseDouble(first.getAttribute("r"))));
        var data = new StringBuilder();
        // Which of equal opaque discs lies above is not seen; neighbours are near, and so their distances brief.
        List<Element> fromTheLeft = discs.stream()
                .sorted(Comparator.comparingDouble(e -> Double.parseDouble(e.getAttribute("cx"))))
                .toList();
        for (Element disc : fromTheLeft) {
            BigDecimal x = new BigDecimal(disc.getAttribute("cx"));
            String y = disc.getAttribute("cy");
            data.append("M%s %sL%s %s"
                    .formatted(x.toPlainString(), y, x.add(LENGTH_PT).toPlainString(), y));
        }
        path.setAttribute("d", data.toString());
        return path;
    }
}
