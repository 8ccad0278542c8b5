package org.cellarius.galaxy.population;

/** Cells that tile a plane: each star lies in one of them, or outside of all. */
public sealed interface PlaneCells extends Grouping permits RectangularCells, HexagonalCells {

    /** Most cells of a plane. */
    long LARGEST = 4_000_000;

    @Override
    default int columns() {
        return 2;
    }

    /** Width of a cell along x, unit of x. */
    double widthX();

    /** Width of a cell along y, unit of y. */
    double widthY();

    /** Lower edge of a cell in x. */
    double lowX(int cell);

    /** Upper edge of a cell in x. */
    double highX(int cell);

    /** Lower edge of a cell in y. */
    double lowY(int cell);

    /** Upper edge of a cell in y. */
    double highY(int cell);

    /** Area of a cell, unit of x times unit of y. */
    double area();

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
                    "a map of %.0f x %.0f cells: it needs at least one and at most %,d cells; choose larger cells or a smaller range"
                            .formatted(countX, countY, LARGEST));
        }
    }
}
