package org.cellarius.measure.plane;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.galaxy.population.HealpixCells;
import org.cellarius.galaxy.population.HexagonalCells;
import org.cellarius.galaxy.population.OverlappingCells;
import org.cellarius.galaxy.population.PlaneCells;
import org.cellarius.galaxy.population.PlaneTiling;
import org.cellarius.galaxy.population.RectangularCells;

/**
 * How a plane is tiled.
 *
 * @param x width along x
 * @param y width along y
 * @param steps from window to window along x and y; empty for cells side by side
 */
public record CellPlan(CellForm form, CellWidth x, CellWidth y, Optional<Steps> steps) {

    /** Shapes of cells. */
    public enum CellForm {
        /** [k w, (k+1) w) along both axes. */
        SQUARE,
        /** Hexagons that stand on a corner. */
        HEXAGON,
        /** Sectors of rings about the Galactic centre: azimuth and radius, drawn on X and Y. */
        POLAR,
        /** Cells of the sphere of equal area, nested HEALPix. */
        HEALPIX
    }

    /** From window to window. */
    public record Steps(CellWidth x, CellWidth y) {}

    /** Widths and steps in the units of the axes. */
    record Widths(double x, double y, double stepX, double stepY) {}

    /**
     * Cells that were laid out.
     *
     * @param parts cells without overlap, which are measured in a pass each
     */
    record Laid(PlaneTiling cells, List<Part> parts) {}

    /**
     * Cells without overlap.
     *
     * @param numbers their numbers among all
     */
    record Part(PlaneCells cells, int[] numbers) {}

    /** The cells that cover a part of the plane. */
    Laid covering(Widths w, double[] xRange, double[] yRange) {
        if (steps.isPresent()) {
            var windows = OverlappingCells.covering(
                    w.x(), w.stepX(), w.y(), w.stepY(), xRange[0], xRange[1], yRange[0], yRange[1]);
            return new Laid(
                    windows,
                    windows.parts().stream()
                            .map(p -> new Part(p.cells(), p.windows()))
                            .toList());
        }
        PlaneCells cells = switch (form) {
            case SQUARE, POLAR -> RectangularCells.covering(w.x(), w.y(), xRange[0], xRange[1], yRange[0], yRange[1]);
            case HEXAGON -> HexagonalCells.covering(w.x(), w.y(), xRange[0], xRange[1], yRange[0], yRange[1]);
            case HEALPIX -> HealpixCells.atMost(w.x());
        };
        return new Laid(
                cells,
                List.of(new Part(cells, IntStream.range(0, cells.groups()).toArray())));
    }
}
