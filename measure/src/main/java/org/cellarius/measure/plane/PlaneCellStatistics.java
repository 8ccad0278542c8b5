package org.cellarius.measure.plane;

import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.galaxy.population.PlaneTiling;
import org.cellarius.measure.plane.PlaneStatistic.Measure;

/**
 * What was found in the cells of all slices.
 *
 * @param slices how many
 * @param counts stars of each cell and slice, as {@link #at} numbers them
 * @param effective how many stars that count the same would tell as much, likewise
 * @param least stars that decide whether a cell is shown: of a difference those of the smaller side, of numbers of stars of the larger
 * @param measures the statistic, likewise
 * @param model the statistic of the model and of the differences from it; empty where there is no model
 */
record PlaneCellStatistics(
        PlaneTiling cells,
        int slices,
        long[] counts,
        double[] effective,
        long[] least,
        Measure[] measures,
        Optional<Modelled> model) {

    /** The same statistic of a model, and of value minus model. */
    record Modelled(Measure[] model, Measure[] residual) {}

    /** The number of a cell of a slice. */
    int at(int cell, int slice) {
        return cell * slices + slice;
    }

    /** The cells of a slice with at least so many stars. */
    int[] shown(int slice, long leastStars) {
        return IntStream.range(0, cells.groups())
                .filter(c -> least[at(c, slice)] >= leastStars)
                .toArray();
    }

    /** The cells of a slice with a star. */
    int[] peopled(int slice) {
        return IntStream.range(0, cells.groups())
                .filter(c -> counts[at(c, slice)] > 0)
                .toArray();
    }

    /** Stars of the fullest cell of a slice. */
    long fullest(int slice) {
        return IntStream.range(0, cells.groups())
                .mapToLong(c -> least[at(c, slice)])
                .max()
                .orElse(0);
    }

    /** Stars in some cells of a slice that do not overlap. */
    long stars(int[] some, int slice) {
        return IntStream.of(some).mapToLong(c -> counts[at(c, slice)]).sum();
    }
}
