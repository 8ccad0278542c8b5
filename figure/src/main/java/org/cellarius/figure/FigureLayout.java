package org.cellarius.figure;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where everything stands on the paper.
 *
 * @param widthPt width of the paper, in points
 * @param heightPt its height, in points
 * @param panels the panels
 * @param bars the colour bars
 * @param legends the legends outside of the panels
 * @param titleLines the lines above all; may be empty
 */
record FigureLayout(
        double widthPt,
        double heightPt,
        List<PlacedPanel> panels,
        List<ColourBar> bars,
        List<LegendSpot> legends,
        List<RichText> titleLines) {

    /**
     * A panel in its place.
     *
     * @param plan what is drawn, with its axes
     * @param area its box
     * @param labelsX whether it carries labels along x
     * @param labelsY whether it carries labels along y
     * @param yTickWidthPt width kept for tick labels along y
     * @param heading what stands above it
     * @param annotations its notes and marks
     * @param legend its legend, where it stands inside
     */
    record PlacedPanel(
            PanelPlan plan,
            PlotArea area,
            boolean labelsX,
            boolean labelsY,
            double yTickWidthPt,
            PanelHeading heading,
            Annotations annotations,
            Optional<LegendSpot> legend) {}

    /** Ticks need room, the room changes the box, the box changes the ticks: settled after a few rounds. */
    private static final int ROUNDS = 5;

    private static final double SMALLEST_BOX_PT = 24;

    /** Height per width of the box of a panel that does not care: a little flatter than square. */
    private static final double USUAL_ASPECT = 0.8;

    private static final double FLATTEST = 0.4;
    private static final double TALLEST = 1.6;

    static FigureLayout of(Figure figure) {
        FigureLayout inside = of(figure, Displaced.none(figure));
        Displaced displaced = Displaced.of(inside);
        if (displaced.isNone()) {
            return inside;
        }
        try {
            return of(figure, displaced);
        } catch (IllegalArgumentException e) {
            // On paper of a given height legends outside may leave no room for the panels.
            return inside;
        }
    }

    /** Whether notes or legends are larger than their panels, or tick labels touch. */
    boolean crowded() {
        return panels.stream().anyMatch(p -> {
            Rectangle2D box = p.area().box();
            boolean ticks = p.labelsX()
                    && TickChoice.crowded(p.plan().x(), p.plan().xTicks(), box.getWidth())
                    && !p.plan().uprightNames(box.getWidth());
            boolean legend = p.legend().filter(spot -> !spot.fits()).isPresent();
            return ticks || legend || !p.annotations().notes().stream().allMatch(box::contains);
        });
    }

    /** The lines of the title. */
    static List<RichText> titleLines(Figure figure) {
        double roomPt = figure.size().widthMm() * Measures.PT_PER_MM - 2 * Measures.EDGE_PT;
        return figure.title().isEmpty()
                ? List.of()
                : AxisText.lines(figure.title(), Measures.LABEL_PT, Typeface.BOLD, roomPt);
    }

    /** Whether the panels have room on the paper. */
    static boolean fits(Figure figure) {
        try {
            boxes(figure, Displaced.none(figure));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static FigureLayout of(Figure figure, Displaced displaced) {
        Box boxes = boxes(figure, displaced);
        double widthPt = figure.size().widthMm() * Measures.PT_PER_MM;
        return place(figure, displaced, widthPt, boxes.widthPt(), boxes.heightPt());
    }

    /** Width and height of a box. */
    private record Box(double widthPt, double heightPt) {}

    private static Box boxes(Figure figure, Displaced displaced) {
        double widthPt = figure.size().widthMm() * Measures.PT_PER_MM;
        double aspect = aspect(figure);
        double boxWidth = 0.75 * widthPt / figure.columns();
        double boxHeight = boxWidth * aspect;
        for (int round = 0; round < ROUNDS; round++) {
            Grid grid = new Grid(figure, displaced, boxWidth, boxHeight);
            Margins margins = Margins.of(figure, displaced, grid, boxHeight);
            boxWidth = (widthPt - margins.totalWidthPt()) / figure.columns();
            boxHeight = figure.size().heightMm().isPresent()
                    ? (figure.size().heightMm().orElseThrow() * Measures.PT_PER_MM - margins.totalHeightPt())
                            / figure.heightAbove(figure.rows())
                    : boxWidth * aspect;
            if (boxWidth < SMALLEST_BOX_PT || boxHeight < SMALLEST_BOX_PT) {
                throw new IllegalArgumentException("figure '" + figure.altText() + "': " + figure.columns() + " x "
                        + figure.rows() + " panels do not fit on " + figure.size()
                        + "; make it larger or take fewer columns");
            }
        }
        return new Box(boxWidth, boxHeight);
    }

    private static FigureLayout place(
            Figure figure, Displaced displaced, double widthPt, double boxWidth, double boxHeight) {
        Grid grid = new Grid(figure, displaced, boxWidth, boxHeight);
        Margins margins = Margins.of(figure, displaced, grid, boxHeight);
        // Where the rounds swing between two sets of ticks, the margins of these may be the wider ones.
        double fitting = Math.min(boxWidth, (widthPt - margins.totalWidthPt()) / figure.columns());
        List<PlacedPanel> panels = new ArrayList<>();
        List<ColourBar> bars = new ArrayList<>();
        List<LegendSpot> legends = new ArrayList<>();
        for (int i = 0; i < figure.panels().size(); i++) {
            int column = grid.column(i);
            Rectangle2D box = new Rectangle2D.Double(
                    margins.leftOfPt(column) + column * fitting,
                    margins.aboveOfPt(grid.row(i)) + figure.heightAbove(grid.row(i)) * boxHeight,
                    fitting,
                    figure.rowHeight(grid.row(i)) * boxHeight);
            PanelPlan plan = grid.plan(i);
            panels.add(placed(displaced, grid, i, plan.in(box)));
            double top = box.getMaxY() + grid.labelsPt(grid.row(i)) + Displaced.GAP_PT;
            displaced
                    .below()
                    .get(i)
                    .ifPresent(legend ->
                            legends.add(LegendSpot.outside(legend.within(fitting), box.getCenterX(), top, widthPt)));
            grid.ownScale(i).ifPresent(scale -> bars.add(ColourBar.beside(box, scale, List.of(plan))));
        }
        Optional<ColourScale> shared = Grid.sharedScale(figure);
        shared.ifPresent(scale -> {
            Rectangle2D all = panels.stream()
                    .map(panel -> panel.area().box())
                    .reduce(Rectangle2D::createUnion)
                    .orElseThrow();
            double right = all.getMaxX() + margins.lastRightPt();
            Rectangle2D beside = new Rectangle2D.Double(right, all.getY(), 0, all.getHeight());
            bars.add(ColourBar.beside(
                    beside, scale, panels.stream().map(PlacedPanel::plan).toList()));
        });
        double heightPt = figure.size().heightMm().isPresent()
                ? figure.size().heightMm().orElseThrow() * Measures.PT_PER_MM
                : margins.totalHeightPt() + figure.heightAbove(figure.rows()) * boxHeight;
        displaced
                .shared()
                .map(legend -> Displaced.sharedWithin(legend, widthPt))
                .ifPresent(legend -> {
                    double centre = 0.5
                            * (panels.getFirst().area().box().getMinX()
                                    + panels.get(figure.columns() - 1)
                                            .area()
                                            .box()
                                            .getMaxX());
                    legends.add(LegendSpot.outside(
                            legend, centre, heightPt - Measures.EDGE_PT - legend.heightPt(), widthPt));
                });
        return new FigureLayout(
                widthPt, heightPt, List.copyOf(panels), List.copyOf(bars), List.copyOf(legends), titleLines(figure));
    }

    private static PlacedPanel placed(Displaced displaced, Grid grid, int index, PlotArea area) {
        Panel panel = grid.plan(index).panel();
        var annotations = Annotations.of(area, panel, displaced.above().get(index));
        Legend legend = Legend.of(panel);
        boolean inside =
                !legend.entries().isEmpty() && panel.legendPlace() != LegendPlace.NONE && !displaced.takes(index);
        return new PlacedPanel(
                grid.plan(index),
                area,
                grid.labelsX(index),
                grid.labelsY(index),
                grid.tickWidthPt(grid.column(index)),
                grid.heading(index),
                annotations,
                inside ? Optional.of(LegendSpot.of(area, panel, legend, annotations)) : Optional.empty());
    }

    /** The shape of all boxes: that of the tallest map, or the usual one. */
    private static double aspect(Figure figure) {
        return figure.panels().stream()
                .filter(Panel::equalAspect)
                .mapToDouble(panel -> panel.y().span() / panel.x().span())
                .map(aspect -> Math.clamp(aspect, FLATTEST, TALLEST))
                .max()
                .orElse(USUAL_ASPECT);
    }
}
