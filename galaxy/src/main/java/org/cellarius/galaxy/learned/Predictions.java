package org.cellarius.galaxy.learned;

import java.util.List;
import java.util.stream.Stream;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;

/**
 * Targets of stars by a learned density, as columns: {@code NAME_median NAME_lo NAME_hi NAME_mean NAME_sd} in the unit of the target; lo and hi are the
 * quantiles 0.1587 and 0.8413. Stars unlike all training stars have their numbers and the status {@link StarStatus#OUTSIDE_TRAINING}.
 *
 * @param density the learned density
 * @param target what it is of
 * @param inputs columns of the labels, in the order of training
 * @param percentiles further ones, per cent, between 1 and 99, as {@code NAME_p05} &hellip;
 */
public record Predictions(LearnedDensity density, LearnedTarget target, List<String> inputs, List<Integer> percentiles)
        implements ColumnKernel {

    /** Levels of one deviation of a normal distribution. */
    static final double LOW = 0.158655253931457;

    static final double HIGH = 1 - LOW;

    public Predictions {
        inputs = List.copyOf(inputs);
        percentiles = List.copyOf(percentiles);
        if (percentiles.stream().anyMatch(p -> p < 1 || p > 99)
                || percentiles.stream().distinct().count() < percentiles.size()) {
            throw new IllegalArgumentException(
                    "the percentiles " + percentiles + ": they must lie between 1 and 99 and differ");
        }
        if (inputs.size() != density.stars().labels().length) {
            throw new IllegalArgumentException(
                    inputs.size() + " columns for " + density.stars().labels().length + " labels");
        }
    }

    @Override
    public List<OutputColumn> outputs() {
        String name = target.name();
        return Stream.concat(
                        Stream.of(
                                new OutputColumn(name + "_median", target.unit(), "median of the learned density"),
                                new OutputColumn(name + "_lo", target.unit(), "its quantile 0.1587"),
                                new OutputColumn(name + "_hi", target.unit(), "its quantile 0.8413"),
                                new OutputColumn(name + "_mean", target.unit(), "its mean"),
                                new OutputColumn(name + "_sd", target.unit(), "its standard deviation")),
                        percentiles.stream()
                                .map(p -> new OutputColumn(
                                        "%s_p%02d".formatted(name, p), target.unit(), "its percentile " + p)))
                .toList();
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        var star = new StarDensity(density);
        double[] labels = new double[inputs.size()];
        for (int i = 0; i < rows; i++) {
            boolean whole = true;
            for (int j = 0; j < labels.length; j++) {
                labels[j] = in[j][i];
                whole &= Double.isFinite(labels[j]);
            }
            if (!whole) {
                for (double[] column : out) {
                    column[i] = Double.NaN;
                }
                status[i] = StarStatus.NO_LABEL;
                continue;
            }
            star.observe(labels);
            out[0][i] = target.value(star.quantile(0.5));
            out[1][i] = target.value(star.quantile(LOW));
            out[2][i] = target.value(star.quantile(HIGH));
            double[] moments = star.moments(target.logarithmic());
            out[3][i] = moments[0];
            out[4][i] = moments[1];
            for (int k = 0; k < percentiles.size(); k++) {
                out[5 + k][i] = target.value(star.quantile(0.01 * percentiles.get(k)));
            }
            status[i] = density.space().holds(labels) ? StarStatus.OK : StarStatus.OUTSIDE_TRAINING;
        }
    }
}
