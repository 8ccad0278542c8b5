package org.cellarius.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Writes the data of paths as distances from the corner before: half as many bytes for the same path, to a hundredth of a point. */
final class SvgPaths {

    private final String data;
    private int at;
    private final StringBuilder brief = new StringBuilder();

    /** In hundredths, of which the sums are exact. */
    private long x;

    private long y;
    private long startX;
    private long startY;
    private char last = ' ';

    private SvgPaths(String data) {
        this.data = data;
    }

    static void shorten(Element root) {
        if ("path".equals(root.getLocalName()) && root.hasAttribute("d")) {
            brief(root.getAttribute("d")).ifPresent(d -> root.setAttribute("d", d));
        }
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element e) {
                shorten(e);
            }
        }
    }

    /** The same path; empty where it holds anything but straight pieces between corners at hundredths. */
    static Optional<String> brief(String data) {
        var path = new SvgPaths(data);
        return path.read() ? Optional.of(path.brief.toString()) : Optional.empty();
    }

    private boolean read() {
        while (true) {
            skipBlanks();
            if (at == data.length()) {
                return true;
            }
            char command = data.charAt(at++);
            if (command == 'Z') {
                brief.append('z');
                x = startX;
                y = startY;
                last = 'z';
                continue;
            }
            if (command != 'M' && command != 'L') {
                return false;
            }
            List<Long> to = new ArrayList<>();
            while (to.size() < 2) {
                Optional<Long> number = number();
                if (number.isEmpty()) {
                    return false;
                }
                to.add(number.get());
            }
            piece(command, to.get(0), to.get(1));
        }
    }

    private void piece(char command, long toX, long toY) {
        long dx = toX - x;
        long dy = toY - y;
        if (command == 'M') {
            // The first is as far from the origin as it is.
            write('m', dx, dy);
            startX = toX;
            startY = toY;
        } else if (dy == 0) {
            write('h', dx);
        } else if (dx == 0) {
            write('v', dy);
        } else {
            write('l', dx, dy);
        }
        x = toX;
        y = toY;
    }

    private void write(char command, long... hundredths) {
        boolean said = (command == 'l' && last == 'm') || (command != 'm' && command == last);
        if (!said) {
            brief.append(command);
        }
        last = command;
        boolean first = !said;
        for (long h : hundredths) {
            String text = text(h);
            brief.append(first || text.startsWith("-") ? "" : " ").append(text);
            first = false;
        }
    }

    private static String text(long hundredths) {
        long size = Math.abs(hundredths);
        String whole = size / 100 == 0 && size % 100 != 0 ? "" : Long.toString(size / 100);
        String rest = size % 100 == 0
                ? ""
                : size % 10 == 0 ? "." + size % 100 / 10 : "." + (size % 100 < 10 ? "0" : "") + size % 100;
        return (hundredths < 0 ? "-" : "") + whole + rest;
    }

    private void skipBlanks() {
        while (at < data.length() && (data.charAt(at) == ' ' || data.charAt(at) == ',')) {
            at++;
        }
    }

    /** The next number in hundredths; empty where it is none, or finer. */
    private Optional<Long> number() {
        skipBlanks();
        int from = at;
        while (at < data.length() && "+-.0123456789eE".indexOf(data.charAt(at)) >= 0) {
            at++;
        }
        try {
            return Optional.of(new java.math.BigDecimal(data.substring(from, at))
                    .movePointRight(2)
                    .longValueExact());
        } catch (NumberFormatException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
