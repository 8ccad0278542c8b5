package org.cellarius.measure.gradient;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.cellarius.figure.ErrorBars;
import org.cellarius.figure.Layer;
import org.cellarius.figure.OutsidePoints;
import org.cellarius.figure.Palette;
import org.cellarius.figure.PointStyle;
import org.cellarius.figure.Points;
import org.cellarius.figure.Symbol;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.Quantity;

/**
 * The stars of small samples as circles whose areas are proportional to a number, the small ones above the large ones. Those whose number is missing, or not above 0, are crosses.
 *
 * @param few the stars with their numbers
 * @param of what the numbers are
 * @param look what else is drawn
 */
record SizedStars(FewStars few, Quantity of, PointLook look) {

    /** Across the largest circle, in points: as high as a line of the legend. */
    private static final double LARGEST_PT = 10;

    private static final double OUTLINE_PT = 1.8;

    /** Neighbours in the legend differ by this factor or more: their diameters by two. */
    private static final double APART = 4;

    private static final int ENTRIES = 3;

    private double[] sizes() {
        return few.sizes().orElseThrow().of();
    }

    private boolean usable(int star) {
        double size = sizes()[star];
        return size > 0 && size < Double.POSITIVE_INFINITY;
    }

    private IntStream drawn() {
        return IntStream.range(0, few.x().length).filter(i -> few.group()[i] >= 0);
    }

    private double largest() {
        return drawn().filter(this::usable).mapToDouble(i -> sizes()[i]).max().orElse(1);
    }

    private double acrossPt(double size) {
        return LARGEST_PT * Math.sqrt(size / largest());
    }

    /** The stars of a slice; the legend stands with the first. */
    List<Layer> layers(int slice, boolean legend) {
        var layers = new ArrayList<Layer>();
        IntPredicate here = i -> few.group()[i] == slice;
        double[] x = FewStars.those(few.x(), here);
        double[] y = FewStars.those(few.y(), here);
        double[] ex = Arrays.stream(FewStars.those(few.xError(), here))
                .map(FewStars::bar)
                .toArray();
        double[] ey = Arrays.stream(FewStars.those(few.yError(), here))
                .map(FewStars::bar)
                .toArray();
        layers.add(new ErrorBars(x, y, ey, ey, ex, ex, new PointStyle(FewStars.GREY, Symbol.CIRCLE, 0.7, true), ""));
        layers.add(points(i -> here.test(i) && !usable(i), Symbol.CROSS, Color.BLACK, 0, ""));
        Color blue = Palette.BLUE.colour();
        double[] outlined = few.sizes().orElseThrow().outlined();
        layers.add(points(i -> here.test(i) && usable(i) && outlined[i] != 1, Symbol.CIRCLE, blue, 0, ""));
        if (legend) {
            layers.addAll(scale(blue));
        }
        look.outline().ifPresent(o -> {
            IntPredicate its = i -> here.test(i) && usable(i) && outlined[i] == 1;
            layers.add(points(its, Symbol.CIRCLE, Color.BLACK, OUTLINE_PT, legend ? o.label() : ""));
            layers.add(points(its, Symbol.CIRCLE, Palette.ORANGE.colour(), 0, legend ? o.label() : ""));
        });
        layers.add(new OutsidePoints(x, y, Color.DARK_GRAY));
        return layers;
    }

    /** Those stars, the largest first. */
    private Points points(IntPredicate which, Symbol symbol, Color colour, double widerPt, String legend) {
        int[] stars = drawn().filter(which)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> usable(i) ? -sizes()[i] : 0))
                .mapToInt(i -> i)
                .toArray();
        double[] sizes = Arrays.stream(stars)
                .mapToDouble(i -> usable(i) ? Math.max(acrossPt(sizes()[i]) + widerPt, 0.1) : 3)
                .toArray();
        double usual = 0.6 * LARGEST_PT + widerPt;
        return new Points(
                Arrays.stream(stars).mapToDouble(i -> few.x()[i]).toArray(),
                Arrays.stream(stars).mapToDouble(i -> few.y()[i]).toArray(),
                new PointStyle(colour, symbol, usual, true),
                legend,
                sizes);
    }

    /** Round numbers for the legend, the largest first. */
    List<Double> round() {
        double smallest =
                drawn().filter(this::usable).mapToDouble(i -> sizes()[i]).min().orElse(1);
        var round = new ArrayList<Double>();
        double next = atMost(largest());
        while (round.size() < ENTRIES && (round.isEmpty() || next >= 0.5 * smallest)) {
            round.add(next);
            next = atMost(next / APART);
        }
        return round;
    }

    /** The largest of 1, 2, 5, 10, &hellip; that is not above a number. */
    private static double atMost(double number) {
        // Written in decimals: powers of ten are exact.
        int power = (int) Math.floor(Math.log10(number) + 1e-12);
        for (int first : new int[] {5, 2, 1}) {
            double round = Double.parseDouble(first + "e" + power);
            if (round <= number * (1 + 1e-12)) {
                return round;
            }
        }
        return Double.parseDouble("5e" + (power - 1));
    }

    /** Circles of round numbers, for the legend alone. */
    private List<Layer> scale(Color fill) {
        return round().stream()
                .<Layer>map(size -> new Points(
                        new double[0],
                        new double[0],
                        new PointStyle(fill, Symbol.CIRCLE, acrossPt(size), true),
                        Numbers.brief(size) + " " + (of.unit().isEmpty() ? of.label() : of.unit())))
                .toList();
    }

    /** What is drawn, in words. */
    String words() {
        long crosses = drawn().filter(i -> !usable(i)).count();
        boolean bars = few.xError().length > 0 || few.yError().length > 0;
        return "stars" + (bars ? " with their errors" : "") + ", areas of the circles proportional to " + of.named()
                + (crosses == 0
                        ? ""
                        : "; " + Numbers.stars(crosses) + " of which it is missing or not above 0: "
                                + (crosses == 1 ? "a cross" : "crosses"))
                + look.outline().map(o -> "; with an outline: " + o.label()).orElse("");
    }
}
