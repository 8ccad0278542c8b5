package org.cellarius.figure;

/**
 * A map: rectangles or hexagons coloured by the panel's {@link ColourScale}. A cell without a finite value stays empty.
 *
 * @param xLo left edges, in the unit of the panel's x axis
 * @param xHi right edges, likewise
 * @param yLo lower edges, in the unit of the panel's y axis
 * @param yHi upper edges, likewise
 * @param value values, in the unit of the colour scale
 * @param form what each looks like
 */
public record Cells(double[] xLo, double[] xHi, double[] yLo, double[] yHi, double[] value, Form form)
        implements Coloured {

    /** What a cell looks like within its edges. */
    public enum Form {
        RECTANGLE,
        /** Standing on a corner, and touching all four edges. */
        HEXAGON
    }

    public Cells {
        Lengths.mustBe(xLo.length, "xHi", xHi);
        Lengths.mustBe(xLo.length, "yLo", yLo);
        Lengths.mustBe(xLo.length, "yHi", yHi);
        Lengths.mustBe(xLo.length, "value", value);
        xLo = xLo.clone();
        xHi = xHi.clone();
        yLo = yLo.clone();
        yHi = yHi.clone();
        value = value.clone();
    }

    /**
     * All cells of a grid. {@code value[iy * nx + ix]} belongs to the cell from {@code xEdges[ix]} to {@code xEdges[ix + 1]}
     * and from {@code yEdges[iy]} to {@code yEdges[iy + 1]}.
     */
    public static Cells grid(double[] xEdges, double[] yEdges, double[] value) {
        Lengths.mustGrow("xEdges", xEdges);
        Lengths.mustGrow("yEdges", yEdges);
        int nx = Math.max(0, xEdges.length - 1);
        int ny = Math.max(0, yEdges.length - 1);
        int n = nx * ny;
        double[] xLo = new double[n];
        double[] xHi = new double[n];
        double[] yLo = new double[n];
        double[] yHi = new double[n];
        for (int i = 0; i < n; i++) {
            xLo[i] = xEdges[i % nx];
            xHi[i] = xEdges[i % nx + 1];
            yLo[i] = yEdges[i / nx];
            yHi[i] = yEdges[i / nx + 1];
        }
        return new Cells(xLo, xHi, yLo, yHi, value, Form.RECTANGLE);
    }

    @Override
    public boolean drawn(int i) {
        return Double.isFinite(value[i])
                && Double.isFinite(xLo[i])
                && Double.isFinite(xHi[i])
                && Double.isFinite(yLo[i])
                && Double.isFinite(yHi[i]);
    }
}
