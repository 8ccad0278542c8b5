package org.cellarius.galaxy.smooth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.azimuth.RingModes.Mode;
import org.cellarius.galaxy.random.CounterRandom;

/**
 * Fourier modes of a map along azimuth in a ring of radius: by least squares of the cells that are shown, beside the mean at each radius. They are combinations of the
 * coefficients of the map, so that their covariance is exact, footprint and smoothing included.
 *
 * @param cells how many cells of the ring are shown
 * @param waves the modes
 */
public record MapModes(int cells, List<Wave> waves) {
    public MapModes {
        waves = List.copyOf(waves);
    }

    /** Draws from the posterior of a mode's coefficients. */
    private static final int DRAWS = 4000;

    /**
     * A mode with the quantiles of its amplitude.
     *
     * @param mode coefficients and covariance, unit of the value
     * @param chance probability of coefficients as far from 0 if there were no mode: exp(&minus;&chi;&sup2;/2) of both coefficients with their covariance
     * @param low amplitude below which 16 per cent of the draws from the posterior lie, unit of the value
     * @param high likewise 84 per cent
     */
    public record Wave(Mode mode, double chance, double low, double high) {}

    /**
     * The modes of a ring.
     *
     * @param layer the place along the third coordinate; 0 where there is none
     * @param low smallest radius of the middle of a cell, unit of the first coordinate
     * @param high largest, exclusive
     * @param wanted periods in a turn; azimuth, the second coordinate, is in degrees
     * @return empty where too few cells are shown to tell the modes from the mean and from each other
     */
    public static Optional<MapModes> of(
            SmoothSurface surface,
            SmoothMap map,
            int layer,
            double low,
            double high,
            List<Integer> wanted,
            CounterRandom random) {
        MapGrid grid = map.grid();
        int layers = grid.coordinates() > 2 ? grid.along(2) : 1;
        int across = grid.along(1);
        var cells = new ArrayList<Integer>();
        var columns = new ArrayList<double[]>();
        for (int radius = 0; radius < grid.along(0); radius++) {
            var row = new ArrayList<Integer>();
            for (int k = 0; k < across; k++) {
                int cell = (radius * across + k) * layers + layer;
                double r = grid.middle(cell)[0];
                if (map.shown()[cell] && r >= low && r < high) {
                    row.add(cell);
                }
            }
            columns.addAll(besideMean(grid, row, wanted));
            cells.addAll(row);
        }
        return combinations(surface, grid, cells, columns)
                .map(each -> waves(surface, each, cells.size(), wanted, random));
    }

    /** Cosines and sines of the cells of a row, minus their means along it. */
    private static List<double[]> besideMean(MapGrid grid, List<Integer> row, List<Integer> wanted) {
        int p = 2 * wanted.size();
        double[] mean = new double[p];
        var all = new ArrayList<double[]>();
        for (int cell : row) {
            double beta = Math.toRadians(grid.middle(cell)[1]);
            double[] z = new double[p];
            for (int m = 0; m < wanted.size(); m++) {
                z[2 * m] = Math.cos(wanted.get(m) * beta);
                z[2 * m + 1] = Math.sin(wanted.get(m) * beta);
            }
            for (int k = 0; k < p; k++) {
                mean[k] += z[k] / row.size();
            }
            all.add(z);
        }
        all.forEach(z -> {
            for (int k = 0; k < p; k++) {
                z[k] -= mean[k];
            }
        });
        return all;
    }

    /** For each coefficient of the modes the combination of the map's coefficients that it is; empty where the cells do not determine them. */
    private static Optional<List<double[]>> combinations(
            SmoothSurface surface, MapGrid grid, List<Integer> cells, List<double[]> columns) {
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        int p = columns.getFirst().length;
        var normal = new BandMatrix(p, p - 1);
        List<double[]> sums = new ArrayList<>();
        for (int k = 0; k < p; k++) {
            sums.add(surface.nothing());
        }
        var reader = surface.reader();
        for (int i = 0; i < columns.size(); i++) {
            double[] z = columns.get(i);
            reader.at(grid.middle(cells.get(i)));
            for (int k = 0; k < p; k++) {
                reader.addTo(sums.get(k), z[k]);
                for (int j = 0; j <= k; j++) {
                    normal.add(k, j, z[k] * z[j]);
                }
            }
        }
        return BandCholesky.of(normal).map(factor -> {
            List<double[]> each = new ArrayList<>();
            for (int k = 0; k < p; k++) {
                double[] unit = new double[p];
                unit[k] = 1;
                double[] row = factor.solve(unit);
                double[] combination = surface.nothing();
                for (int j = 0; j < p; j++) {
                    for (int c = 0; c < combination.length; c++) {
                        combination[c] += row[j] * sums.get(j)[c];
                    }
                }
                each.add(combination);
            }
            return each;
        });
    }

    private static MapModes waves(
            SmoothSurface surface, List<double[]> each, int cells, List<Integer> wanted, CounterRandom random) {
        var waves = new ArrayList<Wave>();
        for (int m = 0; m < wanted.size(); m++) {
            double[] cos = each.get(2 * m);
            double[] sin = each.get(2 * m + 1);
            double[] spread = surface.spread(cos);
            var mode = new Mode(
                    wanted.get(m),
                    surface.mean(cos),
                    surface.mean(sin),
                    SmoothSurface.dot(cos, spread),
                    SmoothSurface.dot(sin, surface.spread(sin)),
                    SmoothSurface.dot(sin, spread));
            waves.add(wave(mode, random.forPurpose("mode " + wanted.get(m))));
        }
        return new MapModes(cells, waves);
    }

    private static Wave wave(Mode mode, CounterRandom random) {
        double determinant = mode.cosVariance() * mode.sinVariance() - mode.covariance() * mode.covariance();
        double chi2 = (mode.cos() * mode.cos() * mode.sinVariance()
                        + mode.sin() * mode.sin() * mode.cosVariance()
                        - 2 * mode.cos() * mode.sin() * mode.covariance())
                / determinant;
        double first = Math.sqrt(mode.cosVariance());
        double across = mode.covariance() / first;
        double second = Math.sqrt(Math.max(0, mode.sinVariance() - across * across));
        double[] amplitudes = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            double u = random.normal(i, 0);
            double v = random.normal(i, 1);
            amplitudes[i] = Math.hypot(mode.cos() + first * u, mode.sin() + across * u + second * v);
        }
        java.util.Arrays.sort(amplitudes);
        return new Wave(
                mode,
                Math.exp(-0.5 * chi2),
                org.cellarius.galaxy.population.Quantiles.ofSorted(amplitudes, 0.16),
                org.cellarius.galaxy.population.Quantiles.ofSorted(amplitudes, 0.84));
    }
}
