package org.cellarius.galaxy.population;

/**
 * Count, mean, centred moments and range of one quantity.
 *
 * @param n number of stars
 * @param mean mean, units of the quantity
 * @param m2 &Sigma; (v &minus; mean)&sup2;
 * @param m3 &Sigma; (v &minus; mean)&sup3;
 * @param m4 &Sigma; (v &minus; mean)&#8308;
 * @param min smallest value; +&infin; without stars
 * @param max largest value; &minus;&infin; without stars
 */
public record Moments(long n, double mean, double m2, double m3, double m4, double min, double max) {

    /** Standard error of a median over that of a mean for a normal distribution, &radic;(&pi;/2). */
    public static final double MEDIAN_OVER_MEAN = Math.sqrt(Math.PI / 2);

    public static final Moments NONE = new Moments(0, 0, 0, 0, 0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    /** Of stars of which only the number is known. */
    public static Moments counted(long n) {
        return new Moments(n, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /** The moments of the first {@code count} values. */
    public static Moments of(double[] values, int count) {
        if (count == 0) {
            return NONE;
        }
        double sum = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double pivot = values[0];
        for (int i = 0; i < count; i++) {
            sum += values[i] - pivot;
            min = Math.min(min, values[i]);
            max = Math.max(max, values[i]);
        }
        double mean = pivot + sum / count;
        double m2 = 0;
        double m3 = 0;
        double m4 = 0;
        for (int i = 0; i < count; i++) {
            double d = values[i] - mean;
            double d2 = d * d;
            m2 += d2;
            m3 += d2 * d;
            m4 += d2 * d2;
        }
        return new Moments(count, mean, m2, m3, m4, min, max);
    }

    /** The moments of both samples together. */
    public Moments plus(Moments o) {
        if (n == 0) {
            return o;
        }
        if (o.n == 0) {
            return this;
        }
        double na = n;
        double nb = o.n;
        double total = na + nb;
        double d = o.mean - mean;
        double d2 = d * d;
        double both = na * nb / total;
        return new Moments(
                n + o.n,
                mean + d * (nb / total),
                m2 + o.m2 + d2 * both,
                m3 + o.m3 + d2 * d * both * (na - nb) / total + 3 * d * (na * o.m2 - nb * m2) / total,
                m4
                        + o.m4
                        + d2 * d2 * both * (na * na - na * nb + nb * nb) / (total * total)
                        + 6 * d2 * (na * na * o.m2 + nb * nb * m2) / (total * total)
                        + 4 * d * (na * o.m3 - nb * m3) / total,
                Math.min(min, o.min),
                Math.max(max, o.max));
    }

    /** Standard deviation with n &minus; 1; NaN for fewer than two stars. */
    public double standardDeviation() {
        return n < 2 ? Double.NaN : Math.sqrt(m2 / (n - 1));
    }

    /** Standard deviation with n. */
    public double populationStandardDeviation() {
        return n < 1 ? Double.NaN : Math.sqrt(m2 / n);
    }

    /** Standard error of the mean, s/&radic;n. */
    public double standardError() {
        return standardDeviation() / Math.sqrt((double) n);
    }

    /**
     * Standard error of the standard deviation, whatever the distribution: that of the variance, &radic;((&mu;4 &minus; s&#8308; (n &minus; 3)/(n &minus; 1))/n)
     * (Mood, Graybill and Boes 1974, VI.2), over 2 s. NaN for fewer than four stars and without scatter.
     */
    public double standardDeviationError() {
        double variance = m2 / (n - 1);
        double ofVariance = (m4 / n - variance * variance * (n - 3) / (n - 1)) / n;
        return n < 4 || !(m2 > 0) || !(ofVariance > 0) ? Double.NaN : Math.sqrt(ofVariance / variance) / 2;
    }

    /** Skewness g1 = m3/m2^{3/2} (biased, as scipy's default); NaN without scatter. */
    public double skewness() {
        return m2 > 0 ? (m3 / n) / Math.pow(m2 / n, 1.5) : Double.NaN;
    }

    /** Bias-corrected skewness G1; NaN for fewer than three stars. */
    public double correctedSkewness() {
        return n < 3 ? Double.NaN : skewness() * Math.sqrt((double) n * (n - 1)) / (n - 2);
    }

    /** Excess kurtosis g2 = m4/m2&sup2; &minus; 3. */
    public double excessKurtosis() {
        return m2 > 0 ? (m4 / n) / ((m2 / n) * (m2 / n)) - 3 : Double.NaN;
    }
}
