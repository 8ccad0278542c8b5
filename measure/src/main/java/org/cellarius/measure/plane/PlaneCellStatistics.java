package org.cellarius.measure.plane;

import java.util.stream.IntStream;
import org.cellarius.galaxy.population.PlaneCells;

/**
 * What was found in the cells of all slices.
 *
 * @param slices how many
 * @param counts stars of each cell and slice, as {@link #at} numbers them
 * @param measures the statistic, likewise
 */
record PlaneCellStatistics(PlaneCells cells, int slices, long[] counts, PlaneStatistic.Measure[] measures) {

    /** The number of a cell of a slice. */
    int at(int cell, int slice) {
        return cell * slices + slice;
    }

    /** The cells of a slice with at least so many stars. */
    int[] shown(int slice, long minimumCount) {
        return IntStream.range(0, cells.groups())
                .filter(c -> counts[at(c, slice)] >= Math.max(1, minimumCount))
                .toArray();
    }

    /** Stars of the fullest cell of a slice. */
    long fullest(int slice) {
        return IntStream.range(0, cells.groups())
                .mapToLong(c -> counts[at(c, slice)])
                .max()
                .orElse(0);
    }

    /** Stars in some cells of a slice. */
    long stars(int[] some, int slice) {
        return IntStream.of(some).mapToLong(c -> counts[at(c, slice)]).sum();
    }
}
