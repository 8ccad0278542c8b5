package org.cellarius.galaxy.distance;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;

/**
 * Distances from parallaxes and a geometric prior: median, quantiles and mode of the posterior.
 *
 * <p>Inputs: {@code parallax parallax_error} (mas), then those of the zero point. Outputs, kpc: {@code distance} (the median), {@code
 * distance_lo distance_hi} (quantiles 0.1587 and 0.8413), {@code distance_error} (half of their difference), {@code
 * distance_mode}, {@code parallax_zero_point} (mas), and {@code distance_p05} &hellip; for the percentiles asked for.
 */
public final class ParallaxKernel implements ColumnKernel {

    /** Probability below the mean less one standard deviation of a normal distribution. */
    static final double LOWER = 0.15865525393145705;

    static final double UPPER = 1 - LOWER;

    private static final int PERCENTILES = 6;

    private final ParallaxZeroPoint zeroPoint;
    private final ExponentialDensityPrior prior;
    private final List<Integer> percentiles;

    /**
     * The kernel.
     *
     * @param percentiles further ones, per cent, between 1 and 99
     */
    public ParallaxKernel(ParallaxZeroPoint zeroPoint, ExponentialDensityPrior prior, List<Integer> percentiles) {
        for (int percent : percentiles) {
            if (percent < 1 || percent > 99) {
                throw new IllegalArgumentException("the percentile " + percent + ": it must lie between 1 and 99");
            }
        }
        if (percentiles.stream().distinct().count() < percentiles.size()) {
            throw new IllegalArgumentException("a percentile is named twice: " + percentiles);
        }
        this.zeroPoint = zeroPoint;
        this.prior = prior;
        this.percentiles = List.copyOf(percentiles);
    }

    @Override
    public List<String> inputs() {
        return ParallaxInput.columns(zeroPoint);
    }

    @Override
    public List<OutputColumn> outputs() {
        var columns = new ArrayList<>(List.of(
                new OutputColumn("distance", "kpc", "distance, median of the posterior"),
                new OutputColumn("distance_lo", "kpc", "distance, quantile 0.1587 of the posterior"),
                new OutputColumn("distance_hi", "kpc", "distance, quantile 0.8413 of the posterior"),
                new OutputColumn("distance_error", "kpc", "half of distance_hi - distance_lo"),
                new OutputColumn("distance_mode", "kpc", "distance of the highest posterior density"),
                ParallaxInput.zeroPointColumn()));
        for (int percent : percentiles) {
            columns.add(new OutputColumn(
                    String.format("distance_p%02d", percent),
                    "kpc",
                    "distance, percentile " + percent + " of the posterior"));
        }
        return List.copyOf(columns);
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        var posterior = new DistancePosterior(prior);
        for (int i = 0; i < rows; i++) {
            var star = ParallaxInput.read(zeroPoint, in, i);
            status[i] = star.status();
            out[5][i] = star.zeroPointMas();
            if (status[i] == StarStatus.OK) {
                posterior.observe(star.parallaxMas(), star.errorMas());
                write(posterior, out, i);
            } else {
                Missing.distances(out, i, List.of(5));
            }
        }
    }

    private void write(DistancePosterior posterior, double[][] out, int i) {
        double lo = posterior.quantileKpc(LOWER);
        double hi = posterior.quantileKpc(UPPER);
        out[0][i] = posterior.quantileKpc(0.5);
        out[1][i] = lo;
        out[2][i] = hi;
        out[3][i] = 0.5 * (hi - lo);
        out[4][i] = posterior.modeKpc();
        for (int k = 0; k < percentiles.size(); k++) {
            out[PERCENTILES + k][i] = posterior.quantileKpc(percentiles.get(k) / 100.0);
        }
    }
}
