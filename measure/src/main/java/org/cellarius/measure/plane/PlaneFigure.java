package org.cellarius.measure.plane;

import java.util.List;
import org.cellarius.figure.Figure;
import org.cellarius.figure.FigureSize;
import org.cellarius.figure.Panel;
import org.cellarius.measure.plane.PlaneLook.Stand;
import org.cellarius.measure.product.Sample;

/** The figure of a plane: panels with the same axes. */
record PlaneFigure(PlaneFrame frame) {

    static final int PANELS_IN_A_ROW = 3;

    private static final int MOST_ROWS_OF_TWO = 4;

    /** Height of a panel that holds an ellipse twice as wide as high, in units of the usual one. */
    private static final double ELLIPSE_HEIGHT = 0.8;

    /** Rows that are full, where that can be without a figure higher than a page. */
    private static int columns(int samples, int kinds) {
        int full = samples == 1 ? kinds : samples;
        boolean pairs = full % PANELS_IN_A_ROW != 0 && full % 2 == 0 && samples * kinds <= 2 * MOST_ROWS_OF_TWO;
        return pairs ? 2 : PANELS_IN_A_ROW;
    }

    /** The statistic and what stands beside it, of each population. */
    private List<List<Shade>> shades() {
        return frame.series().stream()
                .map(one -> PlaneShades.of(frame, one).all())
                .toList();
    }

    /** Unit of the statistic. */
    String unit() {
        return PlaneShades.of(frame, frame.series().getFirst()).valueUnit();
    }

    /** The caption. */
    String caption(long outside) {
        return new PlaneCaption(frame).text(outside);
    }

    /**
     * The figure.
     *
     * @param outside stars with a place and a value that the axes do not hold
     */
    Figure figure(long outside) {
        boolean together = frame.plane().look().stand() == Stand.TOGETHER;
        List<List<Shade>> shades = shades();
        List<Panel> panels = together ? new PanelsTogether(frame).panels() : new PanelsApart(frame, shades).panels();
        Sample sample = frame.series().getFirst().sample();
        boolean grid = sample.second().isPresent() || (frame.series().size() > 1 && sample.slicesOfPart() > 1);
        int kinds = shades.getFirst().size();
        int columns = together || (kinds == 1 && !grid)
                ? Math.min(PANELS_IN_A_ROW, panels.size())
                : kinds == 1
                        ? sample.slicesOfPart()
                        : kinds <= PANELS_IN_A_ROW ? kinds : columns(panels.size() / kinds, kinds);
        var figure = new Figure(caption(outside), panels, columns, FigureSize.ofPanels(panels.size()));
        return frame.projected() ? figure.withRows(ELLIPSE_HEIGHT) : figure;
    }
}
