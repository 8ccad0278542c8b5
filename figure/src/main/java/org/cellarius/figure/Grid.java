package org.cellarius.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The panels of a figure in rows and columns, for one size of their boxes: who shares which labels, who needs which room. */
final class Grid {

    private final Figure figure;
    private final List<PanelPlan> plans = new ArrayList<>();
    private final double boxWidthPt;
    private final double boxHeightPt;

    private final Displaced displaced;

    Grid(Figure figure, Displaced displaced, double boxWidthPt, double boxHeightPt) {
        this.figure = figure;
        this.displaced = displaced;
        this.boxWidthPt = boxWidthPt;
        this.boxHeightPt = boxHeightPt;
        for (int i = 0; i < figure.panels().size(); i++) {
            plans.add(PanelPlan.of(figure.panels().get(i), boxWidthPt, heightPt(i)));
        }
    }

    private double heightPt(int index) {
        return figure.rowHeight(row(index)) * boxHeightPt;
    }

    PanelPlan plan(int index) {
        return plans.get(index);
    }

    int column(int index) {
        return index % figure.columns();
    }

    int row(int index) {
        return index / figure.columns();
    }

    /** Whether the panel carries its own labels along x: not if the one below has the same axis. */
    boolean labelsX(int index) {
        int below = index + figure.columns();
        return told(plans.get(index).x())
                && (below >= plans.size()
                        || !plans.get(below).x().equals(plans.get(index).x()));
    }

    /** Whether the panel carries its own labels along y: not if the one to the left has the same axis. */
    boolean labelsY(int index) {
        return told(plans.get(index).y())
                && (column(index) == 0
                        || !plans.get(index - 1).y().equals(plans.get(index).y()));
    }

    private static boolean told(Axis axis) {
        return axis.spacing() != Axis.Spacing.PROJECTED;
    }

    /** The colour scale of all panels, if it is one. */
    static Optional<ColourScale> sharedScale(Figure figure) {
        Optional<ColourScale> first = figure.panels().getFirst().colours();
        return figure.panels().stream().allMatch(panel -> panel.colours().equals(first)) ? first : Optional.empty();
    }

    /** The colour bar beside a single panel, if it has its own. */
    Optional<ColourScale> ownScale(int index) {
        return sharedScale(figure).isPresent()
                ? Optional.empty()
                : plans.get(index).panel().colours();
    }

    /** Whether colour bars stand behind a column. */
    boolean bars(int column) {
        return most(i -> column(i) == column && ownScale(i).isPresent(), i -> 1) > 0;
    }

    /** Width of the widest tick label along y in a column. */
    double tickWidthPt(int column) {
        return most(
                i -> column(i) == column && labelsY(i),
                i -> AxisText.widestTickPt(plans.get(i).yTicks()));
    }

    double leftPt(int column) {
        double labels = most(
                i -> column(i) == column && labelsY(i),
                i -> Measures.TICK_GAP_PT
                        + tickWidthPt(column)
                        + labelPt(
                                plans.get(i).panel().y(),
                                AxisText.yLabel(plans.get(i), heightPt(i)).size()));
        double overhang =
                most(i -> column(i) == column && labelsX(i), i -> plans.get(i).xOverhangLeftPt(boxWidthPt));
        return Math.max(labels, overhang);
    }

    double rightPt(int column) {
        double overhang =
                most(i -> column(i) == column && labelsX(i), i -> plans.get(i).xOverhangRightPt(boxWidthPt));
        double bars = most(
                i -> column(i) == column && ownScale(i).isPresent(),
                i -> ColourBar.roomPt(ownScale(i).orElseThrow(), heightPt(i)));
        return Math.max(overhang, bars);
    }

    double topPt(int row) {
        double titles = most(i -> row(i) == row, i -> heading(i).heightPt());
        double overhang =
                most(i -> row(i) == row && labelsY(i), i -> plans.get(i).yOverhangPt(heightPt(i)));
        return Math.max(titles, overhang);
    }

    /** What stands above a panel. */
    PanelHeading heading(int index) {
        boolean apart = IntStream.range(0, plans.size())
                .anyMatch(i -> row(i) == row(index) && ownHeading(i).apart());
        return apart ? ownHeading(index).withNoteApart() : ownHeading(index);
    }

    private PanelHeading ownHeading(int index) {
        return PanelHeading.of(
                plans.get(index).panel().title(), displaced.above().get(index), boxWidthPt);
    }

    double bottomPt(int row) {
        return labelsPt(row) + most(i -> row(i) == row, i -> displaced.belowPt(i, boxWidthPt));
    }

    /** Height of the labels below a row. */
    double labelsPt(int row) {
        double labels = most(
                i -> row(i) == row && labelsX(i),
                i -> Measures.TICK_GAP_PT
                        + plans.get(i).xTickHeightPt(boxWidthPt)
                        + labelPt(
                                plans.get(i).panel().x(),
                                AxisText.xLabel(plans.get(i), boxWidthPt).size()));
        double overhang =
                most(i -> row(i) == row && labelsY(i), i -> plans.get(i).yOverhangPt(heightPt(i)));
        return Math.max(labels, overhang);
    }

    private static double labelPt(Axis axis, int lines) {
        return hasText(axis) ? Measures.LABEL_GAP_PT + Measures.LABEL_HEIGHT_PT + (lines - 1) * Measures.LINE_PT : 0;
    }

    private static boolean hasText(Axis axis) {
        return !axis.label().isEmpty() || !axis.unit().isEmpty();
    }

    private double most(IntPredicate which, IntToDoubleFunction need) {
        double most = 0;
        for (int i = 0; i < plans.size(); i++) {
            if (which.test(i)) {
                most = Math.max(most, need.applyAsDouble(i));
            }
        }
        return most;
    }
}
