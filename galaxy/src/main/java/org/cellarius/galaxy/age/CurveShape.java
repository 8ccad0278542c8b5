package org.cellarius.galaxy.age;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Homologous points by the shape of isochrones: the lowest mass, the turn-off (the hottest point above log g = 3.3, where the grid has it), the
 * end; between them equal shares of the length of the curve in log T_eff and log g, as Dotter 2016 (2016ApJS..222....8D, section 2.2) places secondary
 * points. Enough for grids that end on the giant branch; later phases need points that are numbered.
 */
final class CurveShape {

    /** Below it the hottest point is not looked for: hot stages of late evolution are no turn-offs. */
    private static final double TURN_OFF_LOG_G = 3.3;
    /** What counts as equally long: dex of T_eff, dex of gravity. */
    private static final double UNIT_LOG_TEFF = 0.01;

    private static final double UNIT_LOG_G = 0.1;

    private final int teff;
    private final OptionalInt logG;
    private final int before;
    private final int behind;

    private CurveShape(int teff, OptionalInt logG, int before, int behind) {
        this.teff = teff;
        this.logG = logG;
        this.before = before;
        this.behind = behind;
    }

    static CurveShape of(IsochroneGrid grid) {
        int teff = HomologousGrid.column(grid.columns(), "teff")
                .orElseThrow(() -> new IllegalArgumentException(
                        "points between isochrones need a column 'eep' that numbers equal states of evolution, or 'teff' to find turn-offs; there are "
                                + String.join(", ", grid.columns())));
        var shape = new CurveShape(teff, HomologousGrid.column(grid.columns(), "logg"), 0, 0);
        int before = 1;
        int behind = 1;
        for (int c = 0; c < grid.compositions().size(); c++) {
            for (int a = 0; a < grid.ages(); a++) {
                Optional<Isochrone> isochrone = grid.isochrone(c, a);
                if (isochrone.isPresent()) {
                    int turn = shape.turnOff(isochrone.get());
                    before = Math.max(before, turn);
                    behind = Math.max(behind, isochrone.get().points() - 1 - turn);
                }
            }
        }
        // Twice as many pieces as there are: points between points cut corners.
        return new CurveShape(teff, shape.logG, 2 * before, 2 * behind);
    }

    int points() {
        return before + behind + 1;
    }

    private int turnOff(Isochrone isochrone) {
        double[] temperature = isochrone.columns().get(teff);
        int hottest = 0;
        for (int i = 1; i < temperature.length; i++) {
            boolean dwarf = logG.isEmpty() || isochrone.columns().get(logG.getAsInt())[i] > TURN_OFF_LOG_G;
            if (dwarf && temperature[i] > temperature[hottest]) {
                hottest = i;
            }
        }
        return hottest;
    }

    double[][] resampled(Isochrone isochrone) {
        int n = isochrone.points();
        double[] length = new double[n];
        for (int i = 1; i < n; i++) {
            length[i] = length[i - 1] + distance(isochrone, i);
        }
        int turn = turnOff(isochrone);
        double[][] out = new double[isochrone.columns().size() + 1][points()];
        for (int p = 0; p < points(); p++) {
            double at = p <= before
                    ? length[turn] * p / before
                    : length[turn] + (length[n - 1] - length[turn]) * (p - before) / behind;
            int from = p <= before ? 0 : turn;
            int to = p <= before ? turn : n - 1;
            place(isochrone, length, at, from, to, out, p);
        }
        return out;
    }

    private static void place(
            Isochrone isochrone, double[] length, double at, int from, int to, double[][] out, int p) {
        int i = from;
        while (i + 1 < to && length[i + 1] <= at) {
            i++;
        }
        int next = Math.min(i + 1, to);
        double step = length[next] - length[i];
        double share = step > 0 ? Math.min(Math.max((at - length[i]) / step, 0), 1) : 0;
        List<double[]> columns = isochrone.columns();
        for (int k = 0; k < out.length; k++) {
            double[] column = k < columns.size() ? columns.get(k) : isochrone.massSun();
            out[k][p] = column[i] + share * (column[next] - column[i]);
        }
    }

    private double distance(Isochrone isochrone, int i) {
        double[] temperature = isochrone.columns().get(teff);
        double hot = Math.log10(temperature[i] / temperature[i - 1]) / UNIT_LOG_TEFF;
        if (logG.isEmpty()) {
            return Math.abs(hot);
        }
        double[] gravity = isochrone.columns().get(logG.getAsInt());
        return Math.hypot(hot, (gravity[i] - gravity[i - 1]) / UNIT_LOG_G);
    }
}
