package org.cellarius.measure.plane;

import java.util.stream.IntStream;
import org.cellarius.figure.Cells;
import org.cellarius.figure.Layer;
import org.cellarius.figure.Tiles;
import org.cellarius.galaxy.population.HealpixCells;
import org.cellarius.galaxy.population.PlaneTiling;
import org.cellarius.measure.plane.CellPlan.CellForm;

/** Cells as figures draw them. */
final class CellLayers {

    /** Degrees along an arc between corners of its outline. */
    private static final double ARC_DEG = 2;

    private CellLayers() {}

    /**
     * Some cells in their colours.
     *
     * @param outlined whether squares are drawn by their outlines, which a projection bends
     */
    static Layer of(boolean outlined, CellForm form, PlaneTiling cells, int[] shown, double[] colours) {
        return switch (form) {
            case SQUARE ->
                outlined
                        ? tiles(IntStream.of(shown).mapToObj(c -> box(cells, c)).toArray(double[][][]::new), colours)
                        : boxes(cells, shown, colours, Cells.Form.RECTANGLE);
            case HEXAGON -> boxes(cells, shown, colours, Cells.Form.HEXAGON);
            case POLAR ->
                tiles(IntStream.of(shown).mapToObj(c -> sector(cells, c)).toArray(double[][][]::new), colours);
            case HEALPIX ->
                tiles(
                        IntStream.of(shown)
                                .mapToObj(c -> ((HealpixCells) cells).outline(c))
                                .toArray(double[][][]::new),
                        colours);
        };
    }

    private static Layer boxes(PlaneTiling cells, int[] shown, double[] colours, Cells.Form form) {
        // Of overlapping windows the middle is drawn, as wide as a step.
        double trimX = 0.5 * (cells.widthX() - cells.stepX());
        double trimY = 0.5 * (cells.widthY() - cells.stepY());
        return new Cells(
                IntStream.of(shown).mapToDouble(c -> cells.lowX(c) + trimX).toArray(),
                IntStream.of(shown).mapToDouble(c -> cells.highX(c) - trimX).toArray(),
                IntStream.of(shown).mapToDouble(c -> cells.lowY(c) + trimY).toArray(),
                IntStream.of(shown).mapToDouble(c -> cells.highY(c) - trimY).toArray(),
                colours,
                form);
    }

    private static Layer tiles(double[][][] outlines, double[] colours) {
        double[][] x = new double[outlines.length][];
        double[][] y = new double[outlines.length][];
        for (int i = 0; i < outlines.length; i++) {
            x[i] = outlines[i][0];
            y[i] = outlines[i][1];
        }
        return new Tiles(x, y, colours);
    }

    /** The outline of a square, with places along its edges. */
    private static double[][] box(PlaneTiling cells, int cell) {
        double[] x = {cells.lowX(cell), cells.highX(cell), cells.highX(cell), cells.lowX(cell)};
        double low = Math.max(-90, cells.lowY(cell));
        double high = Math.min(90, cells.highY(cell));
        double[] y = {low, low, high, high};
        int steps = Math.max(1, (int) Math.ceil(Math.max(cells.widthX(), cells.widthY()) / ARC_DEG));
        double[][] outline = new double[2][4 * steps];
        for (int k = 0; k < 4 * steps; k++) {
            int corner = k / steps;
            double t = k % steps / (double) steps;
            outline[0][k] = x[corner] + t * (x[(corner + 1) % 4] - x[corner]);
            outline[1][k] = y[corner] + t * (y[(corner + 1) % 4] - y[corner]);
        }
        return outline;
    }

    /** The outline on X and Y of a cell of azimuth (degrees, 0 towards the Sun, growing with rotation) and radius. */
    static double[][] sector(PlaneTiling cells, int cell) {
        double trimX = 0.5 * (cells.widthX() - cells.stepX());
        double trimY = 0.5 * (cells.widthY() - cells.stepY());
        double from = cells.lowX(cell) + trimX;
        double to = cells.highX(cell) - trimX;
        double inner = Math.max(0, cells.lowY(cell) + trimY);
        double outer = cells.highY(cell) - trimY;
        int steps = Math.max(1, (int) Math.ceil((to - from) / ARC_DEG));
        double[] x = new double[2 * steps + 2];
        double[] y = new double[2 * steps + 2];
        for (int k = 0; k <= steps; k++) {
            double beta = Math.toRadians(from + k * (to - from) / steps);
            x[k] = -outer * Math.cos(beta);
            y[k] = outer * Math.sin(beta);
            x[2 * steps + 1 - k] = -inner * Math.cos(beta);
            y[2 * steps + 1 - k] = inner * Math.sin(beta);
        }
        return new double[][] {x, y};
    }
}
