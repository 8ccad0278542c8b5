package org.cellarius.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Puts shapes that follow each other and look alike into a group that says once how: files of many points are a third as large. */
final class SvgGrouping {

    /** Fewer shapes gain nothing. */
    private static final int FEWEST = 3;

    private static final Set<String> SHAPES =
            Set.of("circle", "ellipse", "line", "path", "polygon", "polyline", "rect");

    /** What a group can say of all its shapes. */
    private static final Set<String> LOOKS = Set.of(
            "clip-path",
            "fill",
            "fill-opacity",
            "fill-rule",
            "shape-rendering",
            "stroke",
            "stroke-dasharray",
            "stroke-dashoffset",
            "stroke-linecap",
            "stroke-linejoin",
            "stroke-miterlimit",
            "stroke-opacity",
            "stroke-width");

    private SvgGrouping() {}

    static void group(Element parent) {
        var alike = new ArrayList<Element>();
        Map<String, String> look = Map.of();
        for (Node node : children(parent)) {
            Map<String, String> its = node instanceof Element e ? look(e) : Map.of();
            if (alike.isEmpty() || !its.equals(look)) {
                close(parent, alike, look);
                look = its;
            }
            if (node instanceof Element e) {
                if (its.isEmpty()) {
                    group(e);
                } else {
                    alike.add(e);
                }
            }
        }
        close(parent, alike, look);
    }

    private static void close(Element parent, List<Element> alike, Map<String, String> look) {
        if (alike.size() >= FEWEST && SvgDots.are(alike, look)) {
            parent.insertBefore(SvgDots.path(alike, look), alike.getFirst());
            alike.forEach(parent::removeChild);
        } else if (alike.size() >= FEWEST) {
            Element group = parent.getOwnerDocument().createElementNS(parent.getNamespaceURI(), "g");
            look.forEach(group::setAttribute);
            parent.insertBefore(group, alike.getFirst());
            for (Element e : alike) {
                look.keySet().forEach(e::removeAttribute);
                group.appendChild(e);
            }
        }
        alike.clear();
    }

    /** How a shape looks; empty for what is none, or has a place of its own. */
    private static Map<String, String> look(Element e) {
        if (!SHAPES.contains(e.getLocalName()) || e.hasAttribute("transform") || e.hasAttribute("id")) {
            return Map.of();
        }
        var look = new TreeMap<String, String>();
        NamedNodeMap attributes = e.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            String name = attributes.item(i).getNodeName();
            if (LOOKS.contains(name)) {
                look.put(name, attributes.item(i).getNodeValue());
            }
        }
        return look;
    }

    private static List<Node> children(Element parent) {
        var children = new ArrayList<Node>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            children.add(node);
        }
        return children;
    }
}
