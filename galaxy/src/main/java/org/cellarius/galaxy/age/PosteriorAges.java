package org.cellarius.galaxy.age;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;

/**
 * Ages and masses of stars by {@link AgePosterior}, as columns.
 *
 * <p>Inputs: each observable and its standard error, in the units of the grid. Outputs: {@code age_mode age_median age_mean age_lo age_hi}
 * (Gyr; the bounds are quantiles 0.1587 and 0.8413), {@code mass mass_error} (solar masses at birth), where the grid has it {@code logg_isochrone} and its error,
 * {@code age_chi2} and {@code ln_evidence}.
 */
public final class PosteriorAges implements ColumnKernel {

    /** A star whose nearest place in the grid is further, in squared errors, is outside of it: beyond 7 errors. */
    static final double OUTSIDE = 49;

    /** Probability below the mean less one standard deviation of a normal distribution. */
    static final double LOWER = 0.15865525393145705;

    private static final String DISTANCE = "distance";
    private static final String MEAN = "mean of the posterior";

    private final AgePosterior posterior;
    private final AgePrior prior;
    private final StarMeasurement measurement;
    private final List<String> inputs;
    private final List<OutputColumn> outputs;
    private final List<String> told;

    /**
     * The kernel.
     *
     * @param told the quantities whose means the posterior tells: {@code mass}, and {@code logg} where the grid has it
     * @param measurement what the columns are
     * @param inputs their names
     */
    public PosteriorAges(
            AgePosterior posterior,
            AgePrior prior,
            StarMeasurement measurement,
            List<String> told,
            List<String> inputs) {
        if (inputs.size() != measurement.columns()) {
            throw new IllegalArgumentException(measurement.columns() + " columns are read, not " + inputs);
        }
        this.measurement = measurement;
        this.posterior = posterior;
        this.prior = prior;
        this.inputs = List.copyOf(inputs);
        var means = new ArrayList<>(told);
        if (measurement.distance() instanceof StarDistance.Parallax) {
            means.add(DISTANCE);
        }
        this.told = List.copyOf(means);
        var columns = new ArrayList<>(List.of(
                new OutputColumn("age_mode", "Gyr", "age of the highest posterior density"),
                new OutputColumn("age_median", "Gyr", "age, median of the posterior"),
                new OutputColumn("age_mean", "Gyr", "age, mean of the posterior"),
                new OutputColumn("age_lo", "Gyr", "age, quantile 0.1587 of the posterior"),
                new OutputColumn("age_hi", "Gyr", "age, quantile 0.8413 of the posterior")));
        for (String name : this.told) {
            OutputColumn mean = column(name);
            columns.add(mean);
            columns.add(new OutputColumn(
                    mean.name() + "_error",
                    mean.unit(),
                    mean.description().replace(MEAN, "standard deviation of the posterior")));
        }
        columns.add(new OutputColumn("age_chi2", "", "least squared distance from an isochrone, in errors"));
        columns.add(new OutputColumn(
                "ln_evidence", "", "ln of the probability density of the measurement under this grid"));
        outputs = List.copyOf(columns);
    }

    private static OutputColumn column(String name) {
        return switch (name) {
            case "mass" -> new OutputColumn("mass", "Msun", "mass at birth, " + MEAN);
            case "radius" -> new OutputColumn("radius", "Rsun", "radius, " + MEAN);
            case DISTANCE ->
                new OutputColumn("distance_isochrone", "kpc", "distance by parallax and isochrones, " + MEAN);
            // What the isochrones have beside what is measured of the star.
            default -> new OutputColumn(name + "_isochrone", "", name + " of the isochrones that fit, " + MEAN);
        };
    }

    @Override
    public List<String> inputs() {
        return inputs;
    }

    @Override
    public List<OutputColumn> outputs() {
        return outputs;
    }

    static boolean within(AgePosterior posterior) {
        return posterior.leastSquare() <= OUTSIDE && posterior.nodes().evidence() > 0;
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        AgePosterior own = posterior.beside();
        var star = new MeasuredStar(measurement.observables());
        int chi2 = outputs.size() - 2;
        for (int i = 0; i < rows; i++) {
            for (double[] column : out) {
                column[i] = Double.NaN;
            }
            status[i] = measurement.read(in, i, star);
            if (status[i] == StarStatus.OK && !own.observe(star)) {
                status[i] = StarStatus.BAD_CORRELATIONS;
            }
            if (status[i] == StarStatus.OK) {
                out[chi2][i] = own.leastSquare();
                status[i] = within(own) ? tell(own, out, i) : StarStatus.OUTSIDE_GRID;
            }
        }
    }

    private StarStatus tell(AgePosterior own, double[][] out, int i) {
        AgeNodes nodes = own.nodes();
        AgeDistribution ages = distribution(own);
        out[0][i] = ages.modeGyr();
        out[1][i] = ages.quantileGyr(0.5);
        out[2][i] = ages.meanGyr();
        out[3][i] = ages.quantileGyr(LOWER);
        out[4][i] = ages.quantileGyr(1 - LOWER);
        for (int t = 0; t < told.size(); t++) {
            double[] moments = nodes.moments(t, ages);
            out[5 + 2 * t][i] = moments[0];
            out[6 + 2 * t][i] = moments[1];
        }
        out[outputs.size() - 1][i] = lnEvidence(own, ages);
        return leansOnEdge(own, ages) ? StarStatus.EDGE : StarStatus.OK;
    }

    static boolean leansOnEdge(AgePosterior own, AgeDistribution ages) {
        return ages.atEnds(own.nodes().first(), own.nodes().last()) >= LikelihoodSummary.LEVEL;
    }

    AgePosterior posterior() {
        return posterior;
    }

    StarMeasurement measurement() {
        return measurement;
    }

    List<String> told() {
        return told;
    }

    /** The distribution of a star's age under the prior. */
    AgeDistribution distribution(AgePosterior own) {
        return own.nodes().distribution(prior);
    }

    double lnEvidence(AgePosterior own, AgeDistribution ages) {
        return Math.log(ages.whole() / priorOfAll(own.nodes())) + own.lnDensity();
    }

    /** The integral of the prior over the grid's ages, by Simpson's rule. */
    private double priorOfAll(AgeNodes nodes) {
        int n = 100;
        double step = (nodes.last() - nodes.first()) / n;
        double sum = prior.density(nodes.first()) + prior.density(nodes.last());
        for (int k = 1; k < n; k++) {
            sum += (k % 2 == 0 ? 2 : 4) * prior.density(nodes.first() + k * step);
        }
        return sum * step / 3;
    }
}
