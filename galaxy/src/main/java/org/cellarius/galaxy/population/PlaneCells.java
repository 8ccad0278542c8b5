package org.cellarius.galaxy.population;

/** Cells that tile a plane: each star lies in one of them, or outside of all. */
public sealed interface PlaneCells extends Grouping, PlaneTiling
        permits RectangularCells, HexagonalCells, HealpixCells {

    /** Most cells of a plane. */
    long LARGEST = 4_000_000;

    @Override
    int groups();

    @Override
    default int columns() {
        return 2;
    }

    /** Refuses a width that is not above zero. */
    static void refuseWidth(double width) {
        if (!(width > 0 && width < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("cell width " + width + ": it must be positive");
        }
    }

    /** Refuses planes without a cell, or with more than memory holds. */
    static void refuseCount(double countX, double countY) {
        if (!(countX >= 1 && countY >= 1 && countX * countY <= LARGEST)) {
            throw new IllegalArgumentException(
                    "a map of %s x %s cells: it needs at least one and at most %,d cells; choose larger cells or a smaller range"
                            .formatted(cells(countX), cells(countY), LARGEST));
        }
    }

    private static String cells(double count) {
        return (Math.abs(count) < 1e9 ? "%.0f" : "%.1e").formatted(count);
    }
}
