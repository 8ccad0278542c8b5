package org.cellarius.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What finds no free place inside its panel, and stands outside.
 *
 * @param below legends below their panels
 * @param shared the legend of all panels, below the figure
 * @param above notes above the panels; empty texts for none
 */
record Displaced(List<Optional<Legend>> below, Optional<Legend> shared, List<String> above) {

    /** Between the labels of an axis and the legend below them, in points. */
    static final double GAP_PT = 4;

    static Displaced none(Figure figure) {
        int n = figure.panels().size();
        return new Displaced(Collections.nCopies(n, Optional.empty()), Optional.empty(), Collections.nCopies(n, ""));
    }

    /** Of a figure as it was laid out with everything inside. */
    static Displaced of(FigureLayout inside) {
        var below = new ArrayList<Optional<Legend>>();
        var all = new ArrayList<Legend>();
        var above = new ArrayList<String>();
        // Those of a row stand alike.
        Set<Double> withNotes = rows(inside, placed -> placed.annotations().covering());
        Set<Double> withLegends = rows(inside, Displaced::veils);
        for (FigureLayout.PlacedPanel placed : inside.panels()) {
            Panel panel = placed.plan().panel();
            double row = placed.area().box().getY();
            below.add(placed.legend()
                    .filter(spot -> panel.legendPlace() == LegendPlace.BEST && withLegends.contains(row))
                    .map(spot -> Legend.of(panel)));
            if (placed.legend().isPresent()) {
                all.add(Legend.of(panel));
            }
            above.add(
                    withNotes.contains(row)
                            ? Annotations.above(panel, placed.area().box().getWidth())
                            : "");
        }
        boolean any = below.stream().anyMatch(Optional::isPresent);
        boolean fixed = inside.panels().stream()
                .anyMatch(p -> p.legend().isPresent() && p.plan().panel().legendPlace() != LegendPlace.BEST);
        boolean same = any && !fixed && all.stream().allMatch(all.getFirst()::sameAs);
        return new Displaced(
                same ? Collections.nCopies(below.size(), Optional.empty()) : List.copyOf(below),
                same ? Optional.of(all.getFirst()) : Optional.empty(),
                List.copyOf(above));
    }

    /** Whether a legend that may stand elsewhere lies on data, or sticks out. */
    private static boolean veils(FigureLayout.PlacedPanel placed) {
        return placed.plan().panel().legendPlace() == LegendPlace.BEST
                && placed.legend().filter(spot -> spot.covers() || !spot.fits()).isPresent();
    }

    private static Set<Double> rows(FigureLayout inside, Predicate<FigureLayout.PlacedPanel> with) {
        return inside.panels().stream()
                .filter(with)
                .map(placed -> placed.area().box().getY())
                .collect(Collectors.toSet());
    }

    boolean isNone() {
        return shared.isEmpty()
                && below.stream().allMatch(Optional::isEmpty)
                && above.stream().allMatch(String::isEmpty);
    }

    /** Whether the legend of a panel stands elsewhere. */
    boolean takes(int panel) {
        return shared.isPresent() || below.get(panel).isPresent();
    }

    /** Height of the legend below a panel whose box is so wide, with the gap before it. */
    double belowPt(int panel, double boxWidthPt) {
        return below.get(panel)
                .map(legend -> GAP_PT + legend.within(boxWidthPt).heightPt())
                .orElse(0.0);
    }

    /** Height of the legend below the figure. */
    double sharedPt(double paperWidthPt) {
        return shared.map(legend -> GAP_PT + sharedWithin(legend, paperWidthPt).heightPt())
                .orElse(0.0);
    }

    static Legend sharedWithin(Legend legend, double paperWidthPt) {
        return legend.within(paperWidthPt - 2 * Measures.EDGE_PT);
    }
}
