package org.cellarius.study.vary;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Collectors;
import org.cellarius.figure.Axis;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.ResultRow;

/**
 * Where the slices of a product stand along x: at their middles where they are about equally wide, else side by side; without slices the
 * alternatives themselves stand side by side.
 */
record SlicePlaces(List<ResultRow> rows, String unit) {

    /** Wider than this against the narrowest, slices would hide the narrow ones. */
    private static final double WIDEST = 2.5;

    /** Share of a slice that its points take. */
    private static final double FILLED = 0.8;

    /** From one point to the next, in widths of a slice. */
    private static final double FARTHEST_APART = 0.18;

    /** Whether slices stand along x; else the alternatives do, by their names. */
    boolean sliced() {
        return rows.stream().anyMatch(r -> Double.isFinite(r.low()));
    }

    private boolean alike() {
        DoubleSummaryStatistics width =
                rows.stream().mapToDouble(r -> r.high() - r.low()).summaryStatistics();
        return sliced() && width.getMax() <= WIDEST * width.getMin();
    }

    private double width() {
        return alike()
                ? rows.stream().mapToDouble(r -> r.high() - r.low()).min().orElse(1)
                : 1;
    }

    double[] places() {
        double[] places = new double[rows.size()];
        for (int i = 0; i < places.length; i++) {
            ResultRow row = rows.get(i);
            places[i] = alike() ? 0.5 * (row.low() + row.high()) : sliced() ? row.slice() : 0;
        }
        return places;
    }

    /** Where alternative k of so many stands in slice i: left and right of the study's own. */
    double dodged(int i, int k, int of) {
        if (!sliced()) {
            return k + 1;
        }
        int half = of / 2;
        int steps = k < half ? k - half : k - half + 1;
        return places()[i] + steps * width() * Math.min(FARTHEST_APART, FILLED / (of + 1));
    }

    double edge(int i, int side, int alternatives) {
        if (!sliced()) {
            return side == 0 ? -0.4 : alternatives + 0.4;
        }
        return places()[i] + (side == 0 ? -0.45 : 0.45) * width();
    }

    /** Longer names are cut along the axis; the caption has them whole. */
    private static final int LONGEST_NAME = 28;

    /** A name as the axis has it. */
    static String brief(String name) {
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, LONGEST_NAME - 1).strip() + "…";
    }

    /** Whether names of alternatives stand along x, and some of them cut. */
    boolean cuts(List<String> alternatives) {
        return !sliced() && alternatives.stream().anyMatch(a -> !brief(a).equals(a));
    }

    /**
     * The axis, with the names of the alternatives where they stand side by side; its title says what its ticks are.
     *
     * @param slicedBy the quantity of the slices, as axes write it
     */
    Axis axis(String slicedBy, List<String> alternatives) {
        if (!sliced()) {
            var names = new java.util.ArrayList<>(List.of("own"));
            alternatives.stream().map(SlicePlaces::brief).forEach(names::add);
            return Axis.of("", names);
        }
        DoubleSummaryStatistics all = Arrays.stream(places()).summaryStatistics();
        return Axis.of(
                alike() ? slicedBy + ", slices" : "Number of the slice in " + slicedBy,
                alike() ? unit : "",
                all.getMin() - 0.6 * width(),
                all.getMax() + 0.6 * width());
    }

    /** The edges of slices that are only numbered. */
    String inWords() {
        if (!sliced() || alike()) {
            return "";
        }
        String withUnit = unit.isEmpty() ? "" : " " + unit;
        return rows.stream()
                .map(r -> "%d: %s to %s%s"
                        .formatted(r.slice(), Numbers.brief(r.low()), Numbers.brief(r.high()), withUnit))
                .collect(Collectors.joining("; ", " Slices: ", "."));
    }
}
