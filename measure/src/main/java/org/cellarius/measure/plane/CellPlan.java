package org.cellarius.measure.plane;

import org.cellarius.galaxy.population.HexagonalCells;
import org.cellarius.galaxy.population.PlaneCells;
import org.cellarius.galaxy.population.RectangularCells;

/**
 * How a plane is tiled.
 *
 * @param x width along x
 * @param y width along y
 */
public record CellPlan(CellForm form, CellWidth x, CellWidth y) {

    /** Shapes of cells. */
    public enum CellForm {
        /** [k w, (k+1) w) along both axes. */
        SQUARE,
        /** Hexagons that stand on a corner. */
        HEXAGON
    }

    /** The cells that cover a part of the plane. */
    PlaneCells covering(double widthX, double widthY, double[] xRange, double[] yRange) {
        return switch (form) {
            case SQUARE -> RectangularCells.covering(widthX, widthY, xRange[0], xRange[1], yRange[0], yRange[1]);
            case HEXAGON -> HexagonalCells.covering(widthX, widthY, xRange[0], xRange[1], yRange[0], yRange[1]);
        };
    }
}
