package org.cellarius.galaxy.population;

/**
 * Hexagons that stand on a corner, row over row; every second row is half a cell further right. A star belongs to the hexagon whose centre is
 * nearest, where x is counted in widths along x and y in widths along y: where the widths differ, the hexagons are stretched.
 *
 * <p>The centre of column k in an even row j is ((k + 1/2) w_x, j h w_y), with h = &radic;3/2: rows are closer than columns.
 */
public final class HexagonalCells implements PlaneCells {

    /** From row to row, in widths. */
    private static final double ROW = Math.sqrt(3) / 2;

    /** From the centre to the upper corner, in widths. */
    private static final double CORNER = 1 / Math.sqrt(3);

    private final double widthX;
    private final double widthY;
    private final double firstColumn;
    private final double firstRow;
    private final int columns;
    private final int rows;

    private HexagonalCells(double widthX, double widthY, double firstColumn, double firstRow, int columns, int rows) {
        this.widthX = widthX;
        this.widthY = widthY;
        this.firstColumn = firstColumn;
        this.firstRow = firstRow;
        this.columns = columns;
        this.rows = rows;
    }

    /** The hexagons that cover the given ranges. */
    public static HexagonalCells covering(
            double widthX, double widthY, double minX, double maxX, double minY, double maxY) {
        PlaneCells.refuseWidth(widthX);
        PlaneCells.refuseWidth(widthY);
        double firstColumn = Math.floor(minX / widthX) - 1;
        double firstRow = Math.floor(minY / (ROW * widthY));
        double columns = Math.floor(maxX / widthX) + 1 - firstColumn + 1;
        double rows = Math.ceil(maxY / (ROW * widthY)) - firstRow + 1;
        PlaneCells.refuseCount(columns, rows);
        return new HexagonalCells(widthX, widthY, firstColumn, firstRow, (int) columns, (int) rows);
    }

    @Override
    public int groups() {
        return columns * rows;
    }

    @Override
    public int groupOf(double[][] in, int first, int row) {
        double u = in[first][row] / widthX;
        double v = in[first + 1][row] / (ROW * widthY);
        if (!Double.isFinite(u) || !Double.isFinite(v)) {
            return -1;
        }
        // The nearest centre lies in the row below or above.
        double below = Math.floor(v);
        int lower = cell(u, below);
        int upper = cell(u, below + 1);
        double toLower = distance(u, v, below);
        double toUpper = distance(u, v, below + 1);
        return toLower <= toUpper ? lower : upper;
    }

    /** The cell of a row whose centre is nearest along x; -1 outside. */
    private int cell(double u, double row) {
        double column = Math.floor(u - shift(row)) - firstColumn;
        double line = row - firstRow;
        return column >= 0 && column < columns && line >= 0 && line < rows
                ? ((int) line) * columns + ((int) column)
                : -1;
    }

    /** Squared distance to the nearest centre of a row, in widths. */
    private static double distance(double u, double v, double row) {
        double s = u - shift(row);
        double dx = s - Math.floor(s) - 0.5;
        double dy = (v - row) * ROW;
        return dx * dx + dy * dy;
    }

    /** How far a row stands to the right, in widths. */
    private static double shift(double row) {
        return Math.floorMod((long) row, 2) == 0 ? 0 : 0.5;
    }

    @Override
    public double widthX() {
        return widthX;
    }

    @Override
    public double widthY() {
        return widthY;
    }

    /** Centre of a cell along x. */
    public double centreX(int cell) {
        double row = firstRow + Math.floorDiv(cell, columns);
        return (firstColumn + cell % columns + 0.5 + shift(row)) * widthX;
    }

    /** Centre of a cell along y. */
    public double centreY(int cell) {
        return (firstRow + Math.floorDiv(cell, columns)) * ROW * widthY;
    }

    @Override
    public double lowX(int cell) {
        return centreX(cell) - 0.5 * widthX;
    }

    @Override
    public double highX(int cell) {
        return centreX(cell) + 0.5 * widthX;
    }

    @Override
    public double lowY(int cell) {
        return centreY(cell) - CORNER * widthY;
    }

    @Override
    public double highY(int cell) {
        return centreY(cell) + CORNER * widthY;
    }

    @Override
    public double area() {
        return ROW * widthX * widthY;
    }
}
