package org.cellarius.galaxy.population;

/**
 * Cells [k w, (k+1) w) of a plane, columns of cells one after the other.
 *
 * <p>No record: the edges are laid out once.
 */
public final class RectangularCells implements PlaneCells {

    private final double widthX;
    private final double widthY;
    private final EvenBins x;
    private final EvenBins y;

    /** Cells from k = {@code firstX} and {@code firstY} on. */
    public RectangularCells(double widthX, double widthY, int firstX, int countX, int firstY, int countY) {
        PlaneCells.refuseWidth(widthX);
        PlaneCells.refuseWidth(widthY);
        PlaneCells.refuseCount(countX, countY);
        this.widthX = widthX;
        this.widthY = widthY;
        this.x = new EvenBins(EvenSteps.multiplesOf(widthX), firstX, countX);
        this.y = new EvenBins(EvenSteps.multiplesOf(widthY), firstY, countY);
    }

    private RectangularCells(EvenBins x, double widthX, EvenBins y, double widthY) {
        this.widthX = widthX;
        this.widthY = widthY;
        this.x = x;
        this.y = y;
    }

    /** Cells of given bins. */
    static RectangularCells of(EvenBins x, double widthX, EvenBins y, double widthY) {
        PlaneCells.refuseCount(x.count(), y.count());
        return new RectangularCells(x, widthX, y, widthY);
    }

    /** Squares. */
    public RectangularCells(double width, int firstX, int countX, int firstY, int countY) {
        this(width, width, firstX, countX, firstY, countY);
    }

    /** The cells that cover the given ranges. */
    public static RectangularCells covering(
            double widthX, double widthY, double minX, double maxX, double minY, double maxY) {
        PlaneCells.refuseWidth(widthX);
        PlaneCells.refuseWidth(widthY);
        var stepsX = EvenSteps.multiplesOf(widthX);
        var stepsY = EvenSteps.multiplesOf(widthY);
        double fx = stepsX.indexOf(minX);
        double fy = stepsY.indexOf(minY);
        double nx = stepsX.indexOf(maxX) - fx + 1;
        double ny = stepsY.indexOf(maxY) - fy + 1;
        PlaneCells.refuseCount(nx, ny);
        return new RectangularCells(widthX, widthY, (int) fx, (int) nx, (int) fy, (int) ny);
    }

    @Override
    public int groups() {
        return x.count() * y.count();
    }

    @Override
    public int groupOf(double[][] in, int first, int row) {
        int kx = x.of(in[first][row]);
        int ky = y.of(in[first + 1][row]);
        return kx >= 0 && ky >= 0 ? kx * y.count() + ky : -1;
    }

    @Override
    public void groupsOf(double[][] in, int first, int from, int rows, int[] groups, int at) {
        double[] alongX = in[first];
        double[] alongY = in[first + 1];
        int columns = y.count();
        for (int i = 0; i < rows; i++) {
            int kx = x.of(alongX[from + i]);
            int ky = y.of(alongY[from + i]);
            groups[at + i] = kx >= 0 && ky >= 0 ? kx * columns + ky : -1;
        }
    }

    @Override
    public double widthX() {
        return widthX;
    }

    @Override
    public double widthY() {
        return widthY;
    }

    @Override
    public double lowX(int cell) {
        return x.edge(cell / y.count());
    }

    @Override
    public double highX(int cell) {
        return x.edge(cell / y.count() + 1);
    }

    @Override
    public double lowY(int cell) {
        return y.edge(cell % y.count());
    }

    @Override
    public double highY(int cell) {
        return y.edge(cell % y.count() + 1);
    }

    @Override
    public double area() {
        return widthX * widthY;
    }
}
