package org.cellarius.measure.plane;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cellarius.figure.Axis;
import org.cellarius.measure.product.Populations.PopulationSample;
import org.cellarius.measure.product.Sample;

/**
 * A plane as it was measured in one population.
 *
 * @param leastStars cells with fewer are not shown
 * @param held stars of each slice in the cells that are shown; those in several windows are counted once
 */
record PlaneSeries(
        PopulationSample of, long leastStars, PlaneCellStatistics found, long[] held, PlaneExtras.Found more) {

    Sample sample() {
        return of.sample();
    }

    /** The cells of a slice that are shown. */
    int[] shown(int slice) {
        return found.shown(slice, leastStars);
    }

    /** The cells of a slice that the axes hold: of single stars all that have one. */
    int[] covered(int slice) {
        return more.points().isEmpty() ? shown(slice) : found.peopled(slice);
    }

    IntStream slices() {
        return IntStream.range(0, sample().groups());
    }

    /** Whether no cell is shown. */
    boolean empty() {
        return slices().allMatch(s -> shown(s).length == 0);
    }

    /** Whether stars are drawn one by one. */
    boolean single() {
        return !more.points().isEmpty();
    }

    /** The stars of a slice that are seen: in cells, or one by one. */
    long stars(PlaneFrame frame, int slice) {
        return single() ? pointsWithin(frame, slice) : held[slice];
    }

    /** The stars of all slices in cells that are shown. */
    long inCells() {
        return Arrays.stream(held).sum();
    }

    /** Single stars of a slice that the axes hold. */
    private long pointsWithin(PlaneFrame frame, int slice) {
        PlaneExtras.StarPoints stars = more.points().get(slice);
        Axis along = frame.xAxis();
        Axis up = frame.yAxis();
        return IntStream.range(0, stars.x().length)
                .filter(i -> frame.projected()
                        || (PlaneFrame.holds(along, stars.x()[i]) && PlaneFrame.holds(up, stars.y()[i])))
                .filter(i -> Double.isFinite(stars.value()[i]))
                .count();
    }

    /** The number of stars in the cell of each single star; those that no cell counts have none. */
    double[] crowding(int slice) {
        return more.points().isEmpty()
                ? new double[0]
                : PlaneExtras.crowding(more.points().get(slice), found, slice);
    }

    /** Values of single stars of all slices. */
    double[] values() {
        return more.points().stream()
                .flatMapToDouble(p -> Arrays.stream(p.value()))
                .toArray();
    }
}
