package org.cellarius.galaxy.age;

import java.util.Arrays;
import java.util.List;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;

/**
 * Ages of stars by {@link VickersLikelihood}, as columns.
 *
 * <p>Inputs: each observable and its standard error, in the units of the grid. Outputs: {@code age_mode age_lo61 age_hi61 age_mean age_sd}
 * (Gyr), {@code age_chi2}, the least &chi;&sup2;, {@code age_ln_likelihood} of the mode and {@code ln_evidence} ({@link AgeEvidence}).
 */
public final class VickersAges implements ColumnKernel {

    /** Beyond so many errors from every isochrone a star is outside the grid. */
    static final double REACH = 10;

    private final VickersLikelihood likelihood;
    private final List<String> inputs;

    /**
     * The kernel.
     *
     * @param likelihood on the grid; others beside it are made for each block of stars
     * @param inputs names of the columns: each observable and then its error
     */
    public VickersAges(VickersLikelihood likelihood, List<String> inputs) {
        if (inputs.size() != 2 * likelihood.observables().size()) {
            throw new IllegalArgumentException("each observable needs a column and one of its error: " + inputs);
        }
        this.likelihood = likelihood;
        this.inputs = List.copyOf(inputs);
    }

    @Override
    public List<String> inputs() {
        return inputs;
    }

    @Override
    public List<OutputColumn> outputs() {
        return List.of(
                new OutputColumn("age_mode", "Gyr", "age of the grid with the highest likelihood"),
                new OutputColumn("age_lo61", "Gyr", "lowest age at which the likelihood is 0.61 of the highest"),
                new OutputColumn("age_hi61", "Gyr", "highest age at which the likelihood is 0.61 of the highest"),
                new OutputColumn("age_mean", "Gyr", "mean age"),
                new OutputColumn("age_sd", "Gyr", "standard deviation of the age"),
                new OutputColumn("age_chi2", "", "least squared distance from an isochrone, in errors"),
                new OutputColumn("age_ln_likelihood", "", "ln of the highest likelihood of an age"),
                new OutputColumn(
                        "ln_evidence", "", "ln of the probability density of the measurement under this grid"));
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        VickersLikelihood own = likelihood.beside();
        double[] ages = own.grid().agesGyr();
        int observables = own.observables().size();
        double[] values = new double[observables];
        double[] errors = new double[observables];
        for (int i = 0; i < rows; i++) {
            status[i] = StarMeasurement.readIndependent(in, i, values, errors);
            if (status[i] == StarStatus.OK) {
                own.observe(values, errors);
                out[5][i] = own.leastSquare();
                status[i] = own.leastSquare() <= REACH * REACH ? StarStatus.OK : StarStatus.OUTSIDE_GRID;
            } else {
                out[5][i] = Double.NaN;
            }
            if (status[i] == StarStatus.OK) {
                LikelihoodSummary summary = LikelihoodSummary.of(ages, own.likelihood());
                double highest = Arrays.stream(own.likelihood()).max().orElseThrow();
                out[0][i] = summary.modeGyr();
                out[1][i] = summary.lowGyr();
                out[2][i] = summary.highGyr();
                out[3][i] = summary.meanGyr();
                out[4][i] = summary.deviationGyr();
                out[6][i] = Math.log(highest) + own.lnScale();
                out[7][i] = AgeEvidence.ln(own, errors);
                status[i] = summary.reachesEdge() ? StarStatus.EDGE : StarStatus.OK;
            } else {
                for (int k : new int[] {0, 1, 2, 3, 4, 6, 7}) {
                    out[k][i] = Double.NaN;
                }
            }
        }
    }
}
