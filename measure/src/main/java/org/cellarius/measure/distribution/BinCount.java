package org.cellarius.measure.distribution;

import org.cellarius.galaxy.population.CountInterval;

/**
 * The stars of a bin as a number with limits. Of weighted stars the limits are those of their effective number, rounded, times what one of these counts.
 *
 * @param sum what the stars count; their number where all count the same
 * @param effective how many stars that count the same would tell as much
 * @param scale what one of those counts
 */
record BinCount(double sum, double effective, double scale) {

    static BinCount of(Series one, int slice, int bin) {
        return new BinCount(
                one.weights().sums()[slice][bin],
                one.weights().effective(slice, bin),
                one.weights().scale(slice, bin));
    }

    double low(CountInterval interval) {
        long n = Math.round(effective);
        return sum - (n - interval.low(n)) * scale;
    }

    double high(CountInterval interval) {
        long n = Math.round(effective);
        return sum + (interval.high(n) - n) * scale;
    }
}
