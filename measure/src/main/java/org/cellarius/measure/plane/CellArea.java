package org.cellarius.measure.plane;

import java.util.function.DoubleUnaryOperator;
import org.cellarius.galaxy.population.HealpixCells;
import org.cellarius.galaxy.population.HexagonalCells;
import org.cellarius.galaxy.population.PlaneTiling;
import org.cellarius.measure.product.Quantity;

/** What the area of a cell is: by it stars become a density. */
enum CellArea {
    /** Unit of x times unit of y. */
    FLAT,
    /** Solid angle, square degrees: x and y are longitude and latitude. */
    SKY,
    /** Of a sector about the centre, square of the unit of y: x is an azimuth in degrees, y a radius. */
    SECTOR;

    private static final String DEG = "deg";
    private static final double RIGHT_ANGLE_DEG = 90;
    private static final double HALF_TURN_DEG = 180;

    /** Pieces of a hexagon whose area is summed: where its sides begin to slope, and between. */
    private static final int PIECES = 96;

    /** Of cells of a plane. */
    static CellArea of(Plane plane, Quantity x, Quantity y) {
        if (plane.cells().form() == CellPlan.CellForm.POLAR) {
            return SECTOR;
        }
        return plane.named()
                // Of other expressions nobody knows where their turn begins.
                .filter(named -> plane.x().expression().equals(named.x())
                        && plane.y().expression().equals(named.y()))
                .map(named -> switch (named) {
                    case SKY -> x.unit().equals(DEG) && y.unit().equals(DEG) ? SKY : FLAT;
                    case POLAR -> x.unit().equals(DEG) && !y.unit().equals(DEG) ? SECTOR : FLAT;
                    case X_Y, R_Z, SIGNED_R_Z -> FLAT;
                })
                .orElse(FLAT);
    }

    /** The unit of an area. */
    String unit(Quantity x, Quantity y) {
        return switch (this) {
            case FLAT ->
                x.unit().equals(y.unit())
                        ? (x.unit().isEmpty() ? "" : x.unit() + "2")
                        : (x.unit() + " " + y.unit()).strip();
            case SKY -> DEG + "2";
            case SECTOR -> y.unit().isEmpty() ? "" : y.unit() + "2";
        };
    }

    /** The area of a cell. */
    double of(PlaneTiling cells, int cell) {
        if (this == FLAT || cells instanceof HealpixCells) {
            return cells.area();
        }
        return cells instanceof HexagonalCells
                ? hexagon(cells, cell)
                : withinTurn(cells.lowX(cell), cells.highX(cell)) * (upTo(cells.highY(cell)) - upTo(cells.lowY(cell)));
    }

    /** The part of a range of azimuth or longitude that lies in one turn: cells at its ends may reach beyond. */
    private double withinTurn(double low, double high) {
        double from = this == SKY ? 0 : -HALF_TURN_DEG;
        double to = from + 2 * HALF_TURN_DEG;
        double inside = Math.min(high, to) - Math.max(low, from);
        return inside > 0 ? inside : high - low;
    }

    /** Area below y for a unit of x. */
    private double upTo(double y) {
        return switch (this) {
            case FLAT -> y;
            case SKY -> Math.toDegrees(Math.sin(Math.toRadians(Math.clamp(y, -RIGHT_ANGLE_DEG, RIGHT_ANGLE_DEG))));
            case SECTOR -> {
                double radius = Math.max(0, y);
                yield Math.toRadians(0.5 * radius * radius);
            }
        };
    }

    /** Strips of a hexagon that stands on a corner; each as wide as it is in its middle. */
    private double hexagon(PlaneTiling cells, int cell) {
        double low = cells.lowY(cell);
        double high = cells.highY(cell);
        double middle = 0.5 * (low + high);
        double half = 0.5 * (high - low);
        // Full width up to half way to a corner, then evenly less.
        DoubleUnaryOperator share = y -> Math.min(1, 2 * (1 - Math.abs(y - middle) / half));
        double area = 0;
        for (int k = 0; k < PIECES; k++) {
            double from = low + k * (high - low) / PIECES;
            double to = low + (k + 1) * (high - low) / PIECES;
            area += share.applyAsDouble(0.5 * (from + to)) * (upTo(to) - upTo(from));
        }
        return area * (cells.highX(cell) - cells.lowX(cell));
    }
}
