package org.cellarius.measure.distribution;

import org.cellarius.galaxy.population.BinWeights;
import org.cellarius.galaxy.population.HistogramByGroup;
import org.cellarius.galaxy.population.KernelDensity;
import org.cellarius.galaxy.population.LinearBinsByGroup;
import org.cellarius.galaxy.population.Moments;
import org.cellarius.galaxy.population.QuantilesByGroup;
import org.cellarius.galaxy.population.ShapeBootstrap;
import org.cellarius.measure.product.Populations.PopulationSample;
import org.cellarius.measure.product.Sample;

/**
 * One population in one panel as it was measured, slice by slice.
 *
 * @param of the population and its sample in the panel
 * @param panel the panel
 * @param medianErrors per slice, unit of the value
 * @param weights what the stars of the bins count
 * @param fine the nodes of the kernel density estimates
 * @param nodes the weights at those
 * @param errors per slice; those of slices that are not described are of no use
 */
record Series(
        PopulationSample of,
        PanelSlices.Panel panel,
        Moments[] moments,
        QuantilesByGroup quantiles,
        double[] medianErrors,
        HistogramByGroup histogram,
        long[][] counts,
        BinWeights weights,
        LinearBinsByGroup fine,
        double[][] nodes,
        ShapeBootstrap.Errors[] errors) {

    Sample sample() {
        return of.sample();
    }

    int slices() {
        return moments.length;
    }

    boolean described(int slice, Distribution product) {
        return moments[slice].n() >= product.minimumCount();
    }

    /** Whether a slice has two values that differ: without that no density estimate. */
    boolean peaked(int slice) {
        return fine.nodes()[slice] >= 2;
    }

    /** The density estimate at a value, per unit of it. */
    double kernels(int slice, double value) {
        return KernelDensity.at(value, nodes[slice], fine.lo()[slice], fine.spacing()[slice], moments[slice].weight());
    }

    /** The density of a bin, per unit of the value. */
    double density(int slice, int bin) {
        return weights.sums()[slice][bin] / (moments[slice].weight() * histogram.width());
    }

    /** The number of the fullest bin, the lowest on ties. */
    int fullest(int slice) {
        int best = 0;
        double[] sums = weights.sums()[slice];
        for (int k = 1; k < sums.length; k++) {
            best = sums[k] > sums[best] ? k : best;
        }
        return best;
    }
}
