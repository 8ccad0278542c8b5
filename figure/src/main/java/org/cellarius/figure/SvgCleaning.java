package org.cellarius.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Comment;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Makes generated SVG fit to stand in a page beside others: every id, and every reference to one, gets a prefix; comments go, and
 * attributes that only repeat what a viewer assumes anyway.
 */
final class SvgCleaning {

    private static final Pattern URL = Pattern.compile("url\\(#([^)]*)\\)");

    /** How lines look. */
    private static final List<String> STROKE =
            List.of("stroke-linecap", "stroke-linejoin", "stroke-width", "stroke-miterlimit", "stroke-dasharray");

    private final String prefix;

    private SvgCleaning(String prefix) {
        this.prefix = prefix;
    }

    static void clean(Element root, String prefix) {
        new SvgCleaning(prefix).visit(root);
    }

    private void visit(Element element) {
        if (isLettering(element)) {
            STROKE.forEach(element::removeAttribute);
        }
        for (Attr attribute : attributes(element)) {
            String value = attribute.getValue();
            if (attribute.getName().equals("id")) {
                attribute.setValue(prefix + value);
            } else if (attribute.getName().endsWith("href") && value.startsWith("#")) {
                attribute.setValue("#" + prefix + value.substring(1));
            } else if (value.contains("url(#")) {
                attribute.setValue(URL.matcher(value).replaceAll("url(#" + Matcher.quoteReplacement(prefix) + "$1)"));
            } else if (isDefault(attribute.getName(), value)) {
                element.removeAttributeNode(attribute);
            }
        }
        for (Node child : children(element)) {
            if (child instanceof Comment) {
                element.removeChild(child);
            } else if (child instanceof Element nested) {
                visit(nested);
            }
        }
    }

    /** Letters that are filled, not drawn as lines. */
    private static boolean isLettering(Element element) {
        return "g".equals(element.getLocalName())
                && !element.hasAttribute("stroke")
                && element.hasChildNodes()
                && children(element).stream().allMatch(c -> "use".equals(c.getLocalName()));
    }

    /** Hints of the drawing library that mean "as usual"; none of them is set to anything else further out. */
    private static boolean isDefault(String name, String value) {
        return switch (name) {
            case "color-rendering", "text-rendering", "color-interpolation" -> true;
            case "font-family", "font-size", "font-weight", "font-style" -> true;
            case "image-rendering" -> value.equals("auto");
            default -> false;
        };
    }

    private static List<Attr> attributes(Element element) {
        NamedNodeMap map = element.getAttributes();
        List<Attr> attributes = new ArrayList<>();
        for (int i = 0; i < map.getLength(); i++) {
            attributes.add((Attr) map.item(i));
        }
        return attributes;
    }

    private static List<Node> children(Element element) {
        List<Node> children = new ArrayList<>();
        for (int i = 0; i < element.getChildNodes().getLength(); i++) {
            children.add(element.getChildNodes().item(i));
        }
        return children;
    }
}
