package org.cellarius.galaxy.population;

/** Where the cells of a plane lie; they may overlap. */
public interface PlaneTiling {

    /** Number of cells. */
    int groups();

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

    /** From one cell to the next along x: its width, unless they overlap. */
    default double stepX() {
        return widthX();
    }

    /** The same along y. */
    default double stepY() {
        return widthY();
    }
}
