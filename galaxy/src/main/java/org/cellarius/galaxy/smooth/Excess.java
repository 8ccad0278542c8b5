package org.cellarius.galaxy.smooth;

import java.util.Arrays;

/**
 * What is left of a map when at each radius its mean along azimuth is taken away, over the cells that are shown. The first coordinate is the radius, the second the azimuth. The
 * mean is a combination of the same coefficients, so that the error of what is left is exact.
 *
 * @param value in each cell, unit of the value; NaN where the map is not shown
 * @param error its posterior standard deviation
 */
public record Excess(double[] value, double[] error) {

    /** Of a map. */
    public static Excess of(SmoothSurface surface, SmoothMap map) {
        MapGrid grid = map.grid();
        double[] value = new double[grid.cells()];
        double[] error = new double[grid.cells()];
        Arrays.fill(value, Double.NaN);
        Arrays.fill(error, Double.NaN);
        int layers = grid.coordinates() > 2 ? grid.along(2) : 1;
        int across = grid.along(1);
        var reader = surface.reader();
        for (int radius = 0; radius < grid.along(0); radius++) {
            for (int layer = 0; layer < layers; layer++) {
                int[] row = new int[across];
                int shown = 0;
                for (int k = 0; k < across; k++) {
                    int cell = (radius * across + k) * layers + layer;
                    if (map.shown()[cell]) {
                        row[shown++] = cell;
                    }
                }
                row(surface, reader, map, Arrays.copyOf(row, shown), value, error);
            }
        }
        return new Excess(value, error);
    }

    private static void row(
            SmoothSurface surface,
            SmoothSurface.Reader reader,
            SmoothMap map,
            int[] row,
            double[] value,
            double[] error) {
        if (row.length < 2) {
            return;
        }
        double[] mean = surface.nothing();
        for (int cell : row) {
            reader.at(map.grid().middle(cell));
            reader.addTo(mean, 1.0 / row.length);
        }
        double[] spread = surface.spread(mean);
        double level = surface.mean(mean);
        double ofMean = SmoothSurface.dot(mean, spread);
        for (int cell : row) {
            reader.at(map.grid().middle(cell));
            value[cell] = reader.value() - level;
            error[cell] = Math.sqrt(Math.max(0, reader.variance() - 2 * reader.of(spread) + ofMean));
        }
    }
}
