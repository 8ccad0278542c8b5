package org.cellarius.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The corners of paths in an SVG, as a viewer reads them. */
final class SvgCorners {

    private SvgCorners() {}

    /** The corners of a path of M, L and Z, or of m, l, h, v and z, as an SVG viewer reads it. */
    static List<double[]> of(String data) {
        List<double[]> corners = new ArrayList<>();
        Matcher tokens =
                Pattern.compile("[MLZmlhvz]|-?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)").matcher(data);
        char command = ' ';
        double[] at = {0, 0};
        double[] start = at;
        List<Double> numbers = new ArrayList<>();
        while (tokens.find()) {
            String token = tokens.group();
            if (Character.isLetter(token.charAt(0))) {
                command = token.charAt(0);
                if (command == 'z' || command == 'Z') {
                    at = start;
                    corners.add(at);
                }
                continue;
            }
            numbers.add(Double.parseDouble(token));
            boolean one = command == 'h' || command == 'v';
            if (numbers.size() == (one ? 1 : 2)) {
                boolean absolute = Character.isUpperCase(command);
                double dx = command == 'v' ? 0 : numbers.getFirst();
                double dy = command == 'h' ? 0 : numbers.getLast();
                at = absolute ? new double[] {dx, dy} : new double[] {at[0] + dx, at[1] + dy};
                corners.add(at);
                if (command == 'm' || command == 'M') {
                    start = at;
                    command = absolute ? 'L' : 'l';
                }
                numbers.clear();
            }
        }
        return corners;
    }
}
