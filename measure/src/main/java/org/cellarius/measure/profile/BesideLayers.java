package org.cellarius.measure.profile;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cellarius.figure.Band;
import org.cellarius.figure.Dash;
import org.cellarius.figure.Layer;
import org.cellarius.figure.Line;
import org.cellarius.figure.LineStyle;

/** Profiles of several columns: a thin line for each, and the range between the lowest and the highest of them. */
final class BesideLayers {

    private static final double ALPHA = 0.2;
    private static final double THIN_PT = 0.6;
    private static final Color INK = new Color(0x404040);

    private BesideLayers() {}

    /**
     * One column's profile, x rising.
     *
     * @param x places along the profile
     * @param y its value there
     */
    record Curve(double[] x, double[] y) {

        /** The curve at a place; NaN beyond its ends. */
        double at(double place) {
            if (x.length == 0 || place < x[0] || place > x[x.length - 1]) {
                return Double.NaN;
            }
            int found = Arrays.binarySearch(x, place);
            if (found >= 0) {
                return y[found];
            }
            int next = -found - 1;
            double share = (place - x[next - 1]) / (x[next] - x[next - 1]);
            return y[next - 1] + share * (y[next] - y[next - 1]);
        }
    }

    /** From the lowest to the highest curve, wherever there are two or more. */
    static Band range(List<Curve> curves, Color colour) {
        double[] x = curves.stream()
                .flatMapToDouble(c -> Arrays.stream(c.x()))
                .sorted()
                .distinct()
                .filter(place ->
                        curves.stream().filter(c -> !Double.isNaN(c.at(place))).count() > 1)
                .toArray();
        double[] low = new double[x.length];
        double[] high = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double place = x[i];
            double[] all = curves.stream()
                    .mapToDouble(c -> c.at(place))
                    .filter(v -> !Double.isNaN(v))
                    .sorted()
                    .toArray();
            low[i] = all[0];
            high[i] = all[all.length - 1];
        }
        return new Band(x, low, high, colour, ALPHA, "");
    }

    /** The line of a column, by its number. */
    static LineStyle style(int column, Color colour) {
        Dash[] dashes = Dash.values();
        return new LineStyle(
                colour, column == 0 ? LineStyle.USUAL_WIDTH_PT : THIN_PT, dashes[Math.floorMod(column, dashes.length)]);
    }

    /** What each kind of line stands for, for the legend alone. */
    static List<Layer> legend(List<String> names) {
        return IntStream.range(0, names.size())
                .<Layer>mapToObj(k -> new Line(new double[0], new double[0], style(k, INK), names.get(k)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** What is drawn, in words. */
    static String words(List<String> names) {
        return "Lines: " + String.join(", ", names) + "; bands: from the lowest to the highest of these.";
    }
}
