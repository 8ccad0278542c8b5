package org.cellarius.measure.profile;

import java.util.ArrayList;
import java.util.stream.IntStream;
import org.cellarius.galaxy.population.EvenSteps;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.galaxy.population.Moments;
import org.cellarius.galaxy.population.QuantilesByGroup;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.Unmeasurable;
import org.cellarius.measure.product.GroupStatistics;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.Sample;

/**
 * Exact medians of y in bins [k w, (k+1) w) of x, for each slice of a sample.
 *
 * @param width w, unit of x
 * @param first k of the first bin
 * @param count number of bins
 */
public record MedianBins(double width, int first, int count, QuantilesByGroup medians, Moments[] moments) {

    private static final int MOST_BINS = 100_000;

    public static Inquiry<MedianBins> of(Sample sample, Quantity x, Quantity y, double width) {
        return sample.range(x.value())
                .with(sample.range(y.value()), (xRange, yRange) -> in(sample, x, y, width, xRange, yRange))
                .then(bins -> bins);
    }

    private static Inquiry<MedianBins> in(
            Sample sample, Quantity x, Quantity y, double width, double[] xRange, double[] yRange) {
        var steps = EvenSteps.multiplesOf(width);
        double first = steps.indexOf(xRange[0]);
        double bins = steps.indexOf(xRange[1]) - first + 1;
        if (!(bins <= MOST_BINS) || Double.isNaN(yRange[0])) {
            throw new Unmeasurable(
                    "'" + sample.head().name() + "' would have " + Numbers.brief(bins) + " bins",
                    sample.head().place().toString(),
                    "Choose wider bins");
        }
        var grouping = new Grouping.Both(sample.grouping(), new Grouping.Bins(width, (int) first, (int) bins));
        var expressions = new ArrayList<>(sample.with(y.value()));
        expressions.add(x.value());
        return new GroupStatistics(sample)
                .quantiles(grouping, new double[] {0.5}, yRange[0], yRange[1], expressions)
                .with(
                        new GroupStatistics(sample).moments(grouping, expressions),
                        (medians, moments) -> new MedianBins(width, (int) first, (int) bins, medians, moments));
    }

    /** The bins of a slice that hold at least so many stars. */
    public int[] filled(int group, long minimumCount) {
        return IntStream.range(0, count)
                .filter(b -> stars(group, b) >= Math.max(1, minimumCount))
                .toArray();
    }

    public long stars(int group, int bin) {
        return medians.counts()[group * count + bin];
    }

    public double median(int group, int bin) {
        return medians.values()[group * count + bin][0];
    }

    /** Of a median of normal stars: 1.2533 sd / sqrt(n). */
    double medianError(int group, int bin) {
        return Moments.MEDIAN_OVER_MEAN * moments(group, bin).standardError();
    }

    Moments moments(int group, int bin) {
        return moments[group * count + bin];
    }

    public double low(int bin) {
        return at(bin);
    }

    public double centre(int bin) {
        return at(bin + 0.5);
    }

    public double high(int bin) {
        return at(bin + 1);
    }

    private double at(double bin) {
        return EvenSteps.multiplesOf(width).at(first + bin);
    }
}
