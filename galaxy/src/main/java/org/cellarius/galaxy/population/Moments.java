package org.cellarius.galaxy.population;

import java.util.Optional;

/**
 * Count, mean, centred moments and range of one quantity. Of a weighted sample the moments are n times weighted means: &Sigma; w (v &minus; mean)&sup2; n/&Sigma; w.
 *
 * @param n number of stars
 * @param mean mean, units of the quantity
 * @param m2 &Sigma; (v &minus; mean)&sup2;
 * @param m3 &Sigma; (v &minus; mean)&sup3;
 * @param m4 &Sigma; (v &minus; mean)&#8308;
 * @param min smallest value; +&infin; without stars
 * @param max largest value; &minus;&infin; without stars
 * @param weights of a weighted sample; empty where every star counts the same
 */
public record Moments(
        long n, double mean, double m2, double m3, double m4, double min, double max, Optional<WeightSums> weights) {

    /** Standard error of a median over that of a mean for a normal distribution, &radic;(&pi;/2). */
    public static final double MEDIAN_OVER_MEAN = Math.sqrt(Math.PI / 2);

    /** Of stars that count the same. */
    public Moments(long n, double mean, double m2, double m3, double m4, double min, double max) {
        this(n, mean, m2, m3, m4, min, max, Optional.empty());
    }

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

    /** The weighted moments of the first {@code count} values. */
    public static Moments of(double[] values, double[] weights, int count) {
        if (count == 0) {
            return NONE;
        }
        double weight = 0;
        double sum = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double pivot = values[0];
        for (int i = 0; i < count; i++) {
            weight += weights[i];
            sum += weights[i] * (values[i] - pivot);
            min = Math.min(min, values[i]);
            max = Math.max(max, values[i]);
        }
        double mean = pivot + sum / weight;
        double[] s = new double[5];
        double[] squares = new double[5];
        for (int i = 0; i < count; i++) {
            double d = values[i] - mean;
            double term = weights[i];
            double square = weights[i] * weights[i];
            for (int k = 0; k < 5; k++) {
                s[k] += term;
                squares[k] += square;
                term *= d;
                square *= d;
            }
        }
        double scale = count / weight;
        return new Moments(
                count,
                mean,
                s[2] * scale,
                s[3] * scale,
                s[4] * scale,
                min,
                max,
                Optional.of(new WeightSums(weight, squares[0], squares[1], squares[2], squares[3], squares[4])));
    }

    /** The moments of both samples together. */
    public Moments plus(Moments o) {
        if (n == 0) {
            return o;
        }
        if (o.n == 0) {
            return this;
        }
        if (weights.isPresent() && o.weights.isPresent()) {
            return weighted(this, weights.get(), o, o.weights.get());
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

    private static Moments weighted(Moments a, WeightSums wa, Moments b, WeightSums wb) {
        double weight = wa.weight() + wb.weight();
        double mean = a.mean + (b.mean - a.mean) * (wb.weight() / weight);
        double[] sa = a.about(wa.weight(), a.mean - mean);
        double[] sb = b.about(wb.weight(), b.mean - mean);
        double scale = (a.n + b.n) / weight;
        return new Moments(
                a.n + b.n,
                mean,
                (sa[0] + sb[0]) * scale,
                (sa[1] + sb[1]) * scale,
                (sa[2] + sb[2]) * scale,
                Math.min(a.min, b.min),
                Math.max(a.max, b.max),
                Optional.of(wa.shifted(a.mean - mean).plus(wb.shifted(b.mean - mean))));
    }

    /** &Sigma; w d&sup2;, &Sigma; w d&sup3;, &Sigma; w d&#8308; about a mean by which the distances grow. */
    private double[] about(double weight, double by) {
        double scale = weight / n;
        double s2 = m2 * scale;
        double s3 = m3 * scale;
        double b2 = by * by;
        return new double[] {
            s2 + b2 * weight,
            s3 + 3 * by * s2 + b2 * by * weight,
            m4 * scale + 4 * by * s3 + 6 * b2 * s2 + b2 * b2 * weight
        };
    }

    /** How many stars that count the same would tell as much: n where they do. */
    public double effective() {
        return weights.map(WeightSums::effective).orElse((double) n);
    }

    /** &Sigma; w: n where every star counts the same. */
    public double weight() {
        return weights.map(WeightSums::weight).orElse((double) n);
    }

    /** Standard error of {@link #weight}: &radic;n of a Poisson number, &radic;(&Sigma; w&sup2;) of a weighted one. */
    public double weightError() {
        return weights.map(w -> Math.sqrt(w.squares())).orElse(Math.sqrt((double) n));
    }

    /** Standard deviation with n &minus; 1; NaN for fewer than two stars. Of weighted stars with their effective number in place of n. */
    public double standardDeviation() {
        if (n < 2) {
            return Double.NaN;
        }
        return weights.map(w -> Math.sqrt(m2 / n * unbiased(w))).orElse(Math.sqrt(m2 / (n - 1)));
    }

    private static double unbiased(WeightSums w) {
        double effective = w.effective();
        return effective > 1 ? effective / (effective - 1) : Double.NaN;
    }

    /** Standard deviation with n. */
    public double populationStandardDeviation() {
        return n < 1 ? Double.NaN : Math.sqrt(m2 / n);
    }

    /** Standard error of the mean, s/&radic;n; of a weighted one &radic;(&Sigma; w&sup2; d&sup2;)/&Sigma; w, whatever the weights have to do with the values. */
    public double standardError() {
        return n < 2
                ? Double.NaN
                : weights.map(w -> Math.sqrt(w.second() * unbiased(w)) / w.weight())
                        .orElse(standardDeviation() / Math.sqrt((double) n));
    }

    /**
     * Standard error of the standard deviation, whatever the distribution: that of the variance, &radic;((&mu;4 &minus; s&#8308; (n &minus; 3)/(n &minus; 1))/n)
     * (Mood, Graybill and Boes 1974, VI.2), over 2 s. NaN for fewer than four stars and without scatter.
     */
    public double standardDeviationError() {
        double deviation = standardDeviation();
        double variance = weights.isPresent() ? deviation * deviation : m2 / (n - 1);
        double ofVariance = weights.map(w -> varianceOfVariance(w, variance))
                .orElse((m4 / n - variance * variance * (n - 3) / (n - 1)) / n);
        return n < 4 || !(m2 > 0) || !(ofVariance > 0) ? Double.NaN : Math.sqrt(ofVariance / variance) / 2;
    }

    /** The same with squared weights: &Sigma; w&sup2; (d&sup2; &minus; s&sup2;)&sup2;/(&Sigma; w)&sup2;, which of equal weights is the formula above. */
    private static double varianceOfVariance(WeightSums w, double variance) {
        double effective = w.effective();
        double second = w.second() / w.squares() * unbiased(w);
        double fourth = w.fourth() / w.squares();
        return (fourth - (2 * second * variance - variance * variance) * (effective - 3) / (effective - 1)) / effective;
    }

    /** Skewness g1 = m3/m2^{3/2} (biased, as scipy's default); NaN without scatter. */
    public double skewness() {
        return m2 > 0 ? (m3 / n) / Math.pow(m2 / n, 1.5) : Double.NaN;
    }

    /** Bias-corrected skewness G1; NaN for fewer than three stars. */
    public double correctedSkewness() {
        double stars = effective();
        return !(stars >= 3) ? Double.NaN : skewness() * Math.sqrt(stars * (stars - 1)) / (stars - 2);
    }

    /** Excess kurtosis g2 = m4/m2&sup2; &minus; 3. */
    public double excessKurtosis() {
        return m2 > 0 ? (m4 / n) / ((m2 / n) * (m2 / n)) - 3 : Double.NaN;
    }
}
