package org.cellarius.measure.plane;

import java.util.List;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.cellarius.galaxy.population.Contours;
import org.cellarius.galaxy.profile.RunningWindow;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.Sample;
import org.cellarius.measure.product.SliceColumns;

/** The tables behind the lines of a plane: running medians, contours. */
record PlaneLineTables(Plane plane, Sample sample, Quantity x, Quantity y, PlaneExtras.Found found) {

    static final String RUNNING = "-running";
    static final String CONTOURS = "-contours";

    /** A row for each window. */
    SmallTable running() {
        var slices = new SliceColumns(sample);
        SmallTable.Builder table = slices.begin()
                .count("window", "number of the window, from 0")
                .as(ColumnRole.Key.PLACE)
                .number("x_median", x.unit(), "median of " + x.plainLabel())
                .number("y_median", y.unit(), "median of " + y.plainLabel())
                .number(
                        "y_median_error",
                        y.unit(),
                        "1.2533 sd / sqrt(n): standard error of the median of a normal distribution; neighbours share stars")
                .as(new ColumnRole.ErrorOf("y_median"))
                .number("y_sd", y.unit(), "standard deviation of y (n - 1)")
                .number("y_p25", y.unit(), "lower quartile of y")
                .number("y_p75", y.unit(), "upper quartile of y");
        for (int s = 0; s < found.running().size(); s++) {
            List<RunningWindow> windows = found.running().get(s).windows();
            for (int k = 0; k < windows.size(); k++) {
                RunningWindow w = windows.get(k);
                List<Object> row = slices.row(s);
                row.addAll(List.of(
                        k, w.xMedian(), w.yMedian(), w.yMedianError(), w.yStandardDeviation(), w.yP25(), w.yP75()));
                table.row(row.toArray());
            }
        }
        return table.build();
    }

    /** A row for each corner of each line. */
    SmallTable contours() {
        List<Double> levels = plane.look().contours().orElseThrow().levels();
        boolean faceOn = !PlaneContours.columns(plane).isEmpty();
        String xUnit = faceOn ? y.unit() : x.unit();
        var slices = new SliceColumns(sample);
        SmallTable.Builder table = slices.begin()
                .number("level", "", "fraction of the contour")
                .as(ColumnRole.Key.PLACE)
                .count("line", "number of the closed line, from 1")
                .as(ColumnRole.Key.PLACE)
                .count("corner", "number of the corner, from 1; the last is the first again")
                .as(ColumnRole.Key.PLACE)
                .number("x", xUnit, "place along " + (faceOn ? "X" : x.plainLabel()))
                .number("y", y.unit(), "place along " + (faceOn ? "Y" : y.plainLabel()));
        for (int s = 0; s < found.contours().size(); s++) {
            for (int level = 0; level < levels.size(); level++) {
                List<Contours.Ring> rings = found.contours().get(s).get(level);
                for (int r = 0; r < rings.size(); r++) {
                    for (int k = 0; k < rings.get(r).x().length; k++) {
                        List<Object> row = slices.row(s);
                        row.addAll(List.of(
                                levels.get(level),
                                r + 1,
                                k + 1,
                                rings.get(r).x()[k],
                                rings.get(r).y()[k]));
                        table.row(row.toArray());
                    }
                }
            }
        }
        return table.build();
    }
}
