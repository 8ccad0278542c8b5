package org.cellarius.galaxy.fit;

import java.util.List;
import java.util.Optional;

/**
 * How far slope and intercept of a line through medians can be off. Unweighted: the medians' variances are not equal (bins of few stars lie outside, where they
 * turn the line) and overlapping windows share stars, so that least squares state too small an error. Here V, the covariance of the medians but for a factor, is that of medians
 * of normal stars:
 *
 * <pre>  width&sup2; = a&#7488;V a &middot; r&#7488;r / tr MV,   a the coefficients of slope or intercept, r = M y the residuals,</pre>
 *
 * with Student's t of (tr MV)&sup2;/tr (MV)&sup2; degrees of freedom (Bell and McCaffrey 2002, Survey Methodology 28, 169). The scale comes from the scatter of
 * the medians about the line, not from the stars inside a bin: a curve counts as scatter.
 *
 * @param slope width of the slope
 * @param intercept width of the intercept
 * @param freedom degrees of freedom of both
 */
record MedianWidths(double slope, double intercept, double freedom) {

    /** Degrees of freedom that the scatter of all bins has beside that of one, where errors of medians come from the bins. */
    static final int POOLED = 10;

    /**
     * The variance of the median of n normal stars of variance 1, within 3 per cent: exact for one and two, &pi;/(2n) for many.
     */
    static double varianceOfMedian(long n) {
        return (n % 2 == 1) ? Math.PI / 2 / (n + Math.PI / 2 - 1) : Math.PI / 2 / (n + Math.PI - 2);
    }

    /**
     * The widths; empty where residuals tell nothing.
     *
     * @param variance of each median, but for a factor
     * @param correlation of a median with itself (1), the next, the next but one, &hellip;
     */
    static Optional<MedianWidths> of(double[] x, double[] residual, double[] variance, double[] correlation) {
        int n = x.length;
        double mean = 0;
        for (double v : x) {
            mean += v / n;
        }
        // An orthonormal basis of lines: the level, and the tilt.
        double[] level = new double[n];
        double[] tilt = new double[n];
        double sxx = 0;
        double rss = 0;
        for (int i = 0; i < n; i++) {
            level[i] = 1 / Math.sqrt(n);
            sxx += (x[i] - mean) * (x[i] - mean);
            rss += residual[i] * residual[i];
        }
        double trace = 0;
        double square = 0;
        for (int i = 0; i < n; i++) {
            tilt[i] = (x[i] - mean) / Math.sqrt(sxx);
            for (int k = 0; k < correlation.length && i + k < n; k++) {
                square += (k == 0 ? 1 : 2) * correlation[k] * correlation[k] * variance[i] * variance[i + k];
            }
            trace += variance[i];
        }
        double[] ofLevel = times(variance, correlation, level);
        double[] ofTilt = times(variance, correlation, tilt);
        double levels = dot(level, ofLevel);
        double tilts = dot(tilt, ofTilt);
        double both = dot(level, ofTilt);
        double rest = trace - levels - tilts;
        double restSquare = square
                - 2 * (dot(ofLevel, ofLevel) + dot(ofTilt, ofTilt))
                + levels * levels
                + tilts * tilts
                + 2 * both * both;
        if (!(rest > 1e-9 * trace) || !(restSquare > 0) || !(sxx > 0)) {
            return Optional.empty();
        }
        double scale = rss / rest;
        double far = -mean / Math.sqrt(sxx);
        double near = 1 / Math.sqrt(n);
        double intercept = near * near * levels + 2 * near * far * both + far * far * tilts;
        return Optional.of(new MedianWidths(
                Math.sqrt(scale * tilts / sxx), Math.sqrt(scale * intercept), rest * rest / restSquare));
    }

    /**
     * The widths of a line weighted by errors of medians that come from the stars of each bin. Few stars do not know their own scatter: each bin's variance is that of its stars and, as
     * {@value #POOLED} more degrees of freedom, that of all bins together.
     *
     * @param counts stars of the bins
     * @param sds standard deviations of y in them
     */
    static MedianWidths byError(double[] x, double[] weights, long[] counts, double[] sds) {
        var line = new WeightedResiduals(x, new double[x.length], weights);
        double squares = 0;
        double freedom = 0;
        for (int i = 0; i < counts.length; i++) {
            squares += (counts[i] - 1) * sds[i] * sds[i];
            freedom += counts[i] - 1;
        }
        double[] slopes = line.slopeCoefficients();
        double[] intercepts = line.interceptCoefficients();
        double slope = 0;
        double intercept = 0;
        for (int i = 0; i < counts.length; i++) {
            double own = counts[i] - 1.0;
            double variance = (own * sds[i] * sds[i] + POOLED * squares / freedom) / (own + POOLED);
            double ofMedian = varianceOfMedian(counts[i]) * variance;
            slope += slopes[i] * slopes[i] * ofMedian;
            intercept += intercepts[i] * intercepts[i] * ofMedian;
        }
        return new MedianWidths(Math.sqrt(slope), Math.sqrt(intercept), freedom);
    }

    /** V v. */
    private static double[] times(double[] variance, double[] correlation, double[] v) {
        double[] product = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            product[i] += variance[i] * v[i];
            for (int k = 1; k < correlation.length && i + k < v.length; k++) {
                double covariance = correlation[k] * Math.sqrt(variance[i] * variance[i + k]);
                product[i] += covariance * v[i + k];
                product[i + k] += covariance * v[i];
            }
        }
        return product;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The same, half of their central 68 per cent as the errors. */
    List<Estimate> headline(List<Estimate> line) {
        return quantiles(line).stream()
                .map(e -> new Estimate(
                        e.name(),
                        e.value(),
                        e.percentiles().map(p -> 0.5 * (p.p84() - p.p16())).orElse(Double.NaN),
                        e.percentiles()))
                .toList();
    }

    /** The line with quantiles of these widths. */
    List<Estimate> quantiles(List<Estimate> line) {
        Estimate m = line.get(0);
        Estimate b = line.get(1);
        return List.of(
                Estimate.student(m.name(), m.value(), m.sd(), slope, freedom),
                Estimate.student(b.name(), b.value(), b.sd(), intercept, freedom));
    }
}
