package org.cellarius.galaxy.age;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;

/**
 * Ages by several grids at once: the average of their posteriors, each with a share as its evidence says, and how the grids differ. Before a
 * star is measured each grid is as likely as any other (Bayesian model averaging: Hoeting et al. 1999, 1999StaSc..14..382H).
 *
 * <p>Outputs: those of {@link PosteriorAges}, and for each grid {@code age_NAME age_NAME_error} (Gyr: median and half of the interval), {@code share_NAME ln_evidence_NAME}.
 */
public final class AveragedAges implements ColumnKernel {

    private static final double LOWER = PosteriorAges.LOWER;

    /** A grid with so much of the evidence has a say in whether the age leans on an edge. */
    private static final double COUNTS = 0.1;

    private static final int OWN = 4;

    private final List<PosteriorAges> grids;
    private final List<OutputColumn> outputs;

    /**
     * The kernel.
     *
     * @param names of the grids, for columns
     * @param grids that tell the same quantities of the same observables
     */
    public AveragedAges(List<String> names, List<PosteriorAges> grids) {
        if (names.size() != grids.size() || grids.size() < 2) {
            throw new IllegalArgumentException("an average needs two grids or more, each with a name: " + names);
        }
        PosteriorAges first = grids.getFirst();
        if (grids.stream()
                .anyMatch(
                        g -> !g.outputs().equals(first.outputs()) || !g.inputs().equals(first.inputs()))) {
            throw new IllegalArgumentException("the grids do not tell the same");
        }
        this.grids = List.copyOf(grids);
        var columns = new ArrayList<>(first.outputs());
        for (String name : names) {
            columns.add(new OutputColumn("age_" + name, "Gyr", "age on " + name + ", median of the posterior"));
            columns.add(new OutputColumn("age_" + name + "_error", "Gyr", "half of its interval"));
            columns.add(new OutputColumn("share_" + name, "", "how likely " + name + " is among the grids"));
            columns.add(new OutputColumn(
                    "ln_evidence_" + name, "", "ln of the probability density of the measurement under " + name));
        }
        outputs = List.copyOf(columns);
    }

    @Override
    public List<String> inputs() {
        return grids.getFirst().inputs();
    }

    @Override
    public List<OutputColumn> outputs() {
        return outputs;
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        List<AgePosterior> own = grids.stream().map(g -> g.posterior().beside()).toList();
        StarMeasurement measurement = grids.getFirst().measurement();
        var star = new MeasuredStar(measurement.observables());
        for (int i = 0; i < rows; i++) {
            for (double[] column : out) {
                column[i] = Double.NaN;
            }
            status[i] = measurement.read(in, i, star);
            if (status[i] == StarStatus.OK) {
                status[i] = tell(own, star, out, i);
            }
        }
    }

    private StarStatus tell(List<AgePosterior> own, MeasuredStar star, double[][] out, int i) {
        int base = grids.getFirst().outputs().size();
        var parts = new ArrayList<AgeDistribution>();
        int[] which = new int[own.size()];
        double[] ln = new double[own.size()];
        double least = Double.POSITIVE_INFINITY;
        for (int g = 0; g < own.size(); g++) {
            AgePosterior posterior = own.get(g);
            if (!posterior.observe(star)) {
                return StarStatus.BAD_CORRELATIONS;
            }
            least = Math.min(least, posterior.leastSquare());
            if (PosteriorAges.within(posterior)) {
                AgeDistribution ages = grids.get(g).distribution(posterior);
                which[parts.size()] = g;
                ln[parts.size()] = grids.get(g).lnEvidence(posterior, ages);
                int at = base + OWN * g;
                out[at][i] = ages.quantileGyr(0.5);
                out[at + 1][i] = 0.5 * (ages.quantileGyr(1 - LOWER) - ages.quantileGyr(LOWER));
                out[at + 3][i] = ln[parts.size()];
                parts.add(ages);
            }
        }
        out[base - 2][i] = least;
        if (parts.isEmpty()) {
            return StarStatus.OUTSIDE_GRID;
        }
        double top = Arrays.stream(ln, 0, parts.size()).max().orElseThrow();
        double[] shares = IntStream.range(0, parts.size())
                .mapToDouble(n -> Math.exp(ln[n] - top))
                .toArray();
        double all = Arrays.stream(shares).sum();
        Arrays.setAll(shares, n -> shares[n] / all);
        for (int g = 0; g < own.size(); g++) {
            out[base + OWN * g + 2][i] = 0;
        }
        boolean edge = false;
        for (int n = 0; n < shares.length; n++) {
            out[base + OWN * which[n] + 2][i] = shares[n];
            edge |= shares[n] >= COUNTS && PosteriorAges.leansOnEdge(own.get(which[n]), parts.get(n));
        }
        var average = new AveragedDistribution(parts, shares);
        out[0][i] = average.modeGyr();
        out[1][i] = average.quantileGyr(0.5);
        out[2][i] = average.meanGyr();
        out[3][i] = average.quantileGyr(LOWER);
        out[4][i] = average.quantileGyr(1 - LOWER);
        for (int t = 0; t < grids.getFirst().told().size(); t++) {
            double mean = 0;
            double square = 0;
            for (int n = 0; n < shares.length; n++) {
                double[] moments = own.get(which[n]).nodes().moments(t, parts.get(n));
                mean += shares[n] * moments[0];
                square += shares[n] * (moments[1] * moments[1] + moments[0] * moments[0]);
            }
            out[5 + 2 * t][i] = mean;
            out[6 + 2 * t][i] = Math.sqrt(Math.max(square - mean * mean, 0));
        }
        out[base - 1][i] = top + Math.log(all / own.size());
        return edge ? StarStatus.EDGE : StarStatus.OK;
    }
}
