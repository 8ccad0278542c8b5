package org.cellarius.measure.plane;

import java.util.Arrays;
import org.cellarius.measure.plane.PlaneStatistic.Measure;

/**
 * What was found in the cells of all slices: cell by cell, slice by slice.
 *
 * @param counts stars
 * @param effective how many stars that count the same would tell as much
 * @param measures the statistic
 */
record CellMeasures(long[] counts, double[] effective, Measure[] measures) {

    /** Puts those of parts without overlap in their places among all. */
    static CellMeasures joined(
            int cells, int slices, java.util.List<CellPlan.Part> parts, java.util.List<CellMeasures> found) {
        long[] counts = new long[cells * slices];
        double[] effective = new double[cells * slices];
        Measure[] measures = new Measure[cells * slices];
        Arrays.fill(measures, Measure.NONE);
        for (int p = 0; p < parts.size(); p++) {
            int[] numbers = parts.get(p).numbers();
            CellMeasures part = found.get(p);
            for (int c = 0; c < numbers.length; c++) {
                for (int s = 0; s < slices; s++) {
                    counts[numbers[c] * slices + s] = part.counts[c * slices + s];
                    effective[numbers[c] * slices + s] = part.effective[c * slices + s];
                    measures[numbers[c] * slices + s] = part.measures[c * slices + s];
                }
            }
        }
        return new CellMeasures(counts, effective, measures);
    }

    /** First minus second, errors added in quadrature. */
    Measure[] minus(CellMeasures other) {
        Measure[] differences = new Measure[measures.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = new Measure(
                    measures[i].value() - other.measures[i].value(),
                    Math.hypot(measures[i].error(), other.measures[i].error()));
        }
        return differences;
    }
}
