package org.cellarius.galaxy.fit;

/**
 * The sufficient statistics of a weighted line: count, weight, means and centred second moments of (x, y).
 *
 * @param n number of stars
 * @param weight W = &Sigma; w
 * @param meanX weighted mean of x
 * @param meanY weighted mean of y
 * @param sxx &Sigma; w (x &minus; meanX)&sup2;
 * @param sxy &Sigma; w (x &minus; meanX)(y &minus; meanY)
 * @param syy &Sigma; w (y &minus; meanY)&sup2;
 * @param minX smallest x; +&infin; without stars
 * @param maxX largest x; &minus;&infin; without stars
 * @param heaviest largest single weight
 */
public record LineSums(
        long n,
        double weight,
        double meanX,
        double meanY,
        double sxx,
        double sxy,
        double syy,
        double minX,
        double maxX,
        double heaviest) {

    /** A star with a larger share of the weight decides the line alone. */
    static final double MOST_WEIGHT = 1 - 1e-6;

    public static final LineSums NONE =
            new LineSums(0, 0, 0, 0, 0, 0, 0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0);

    /** The sums of the first {@code count} stars that an index lists. */
    public static LineSums of(int count, int[] index, double[] x, double[] y, double[] weights) {
        return of(index, 0, count, x, y, weights);
    }

    /**
     * The sums of the stars whose rows are listed in {@code index} from {@code from} on, before {@code to}.
     *
     * @param weights weights, for example 1/&sigma;&sup2;; an empty array means that each star counts one
     */
    public static LineSums of(int[] index, int from, int to, double[] x, double[] y, double[] weights) {
        if (to <= from) {
            return NONE;
        }
        boolean equal = weights.length == 0;
        double w = 0;
        double wx = 0;
        double wy = 0;
        double heaviest = 0;
        double minX = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        // Sums about the first star: a pivot inside the data keeps the first moments accurate.
        double pivotX = x[index[from]];
        double pivotY = y[index[from]];
        for (int k = from; k < to; k++) {
            int i = index[k];
            double wi = equal ? 1 : weights[i];
            w += wi;
            heaviest = Math.max(heaviest, wi);
            wx += wi * (x[i] - pivotX);
            wy += wi * (y[i] - pivotY);
            minX = Math.min(minX, x[i]);
            maxX = Math.max(maxX, x[i]);
        }
        double meanX = pivotX + wx / w;
        double meanY = pivotY + wy / w;
        double sxx = 0;
        double sxy = 0;
        double syy = 0;
        for (int k = from; k < to; k++) {
            int i = index[k];
            double wi = equal ? 1 : weights[i];
            double dx = x[i] - meanX;
            double dy = y[i] - meanY;
            sxx += wi * dx * dx;
            sxy += wi * dx * dy;
            syy += wi * dy * dy;
        }
        return new LineSums(to - from, w, meanX, meanY, sxx, sxy, syy, minX, maxX, heaviest);
    }

    /**
     * From sums about a pivot.
     *
     * @param pivotX a value within the range of x, or the centred moments lose their digits
     * @param pivotY a value within the range of y
     * @param sums count, &Sigma; w, &Sigma; w dx, &Sigma; w dy, &Sigma; w dx&sup2;, &Sigma; w dx dy, &Sigma; w dy&sup2;, smallest and largest x, largest w
     */
    public static LineSums about(double pivotX, double pivotY, double[] sums) {
        double w = sums[1];
        double dx = sums[2] / w;
        double dy = sums[3] / w;
        return new LineSums(
                (long) sums[0],
                w,
                pivotX + dx,
                pivotY + dy,
                Math.max(0, sums[4] - w * dx * dx),
                sums[5] - w * dx * dy,
                Math.max(0, sums[6] - w * dy * dy),
                sums[7],
                sums[8],
                sums[9]);
    }

    /** The sums of both samples together. */
    public LineSums plus(LineSums o) {
        if (n == 0) {
            return o;
        }
        if (o.n == 0) {
            return this;
        }
        double total = weight + o.weight;
        double dx = o.meanX - meanX;
        double dy = o.meanY - meanY;
        double f = weight * (o.weight / total);
        return new LineSums(
                n + o.n,
                total,
                meanX + dx * (o.weight / total),
                meanY + dy * (o.weight / total),
                sxx + o.sxx + f * dx * dx,
                sxy + o.sxy + f * dx * dy,
                syy + o.syy + f * dy * dy,
                Math.min(minX, o.minX),
                Math.max(maxX, o.maxX),
                Math.max(heaviest, o.heaviest));
    }

    /** The line through these stars; {@code minimumCount} is at least 3 in effect. */
    public LineFit fit(LineMethod method, long minimumCount) {
        if (n < Math.max(3, minimumCount)) {
            return LineFit.failed(method, FitStatus.TOO_FEW_STARS, n);
        }
        if (!(maxX > minX)) {
            return LineFit.failed(method, FitStatus.ALL_X_EQUAL, n);
        }
        if (heaviest > MOST_WEIGHT * weight) {
            return LineFit.failed(method, FitStatus.ONE_STAR_HAS_ALL_WEIGHT, n);
        }
        double slope = sxy / sxx;
        double intercept = meanY - slope * meanX;
        double chi2 = Math.max(0, syy - slope * sxy);
        double reduced = chi2 / (n - 2);
        if (!Double.isFinite(slope + intercept + chi2 + sxx + 1 / sxx)) {
            return LineFit.failed(method, FitStatus.OVERFLOW, n);
        }
        double varSlope = 1 / sxx;
        double varIntercept = 1 / weight + meanX * meanX / sxx;
        double covariance = -meanX / sxx;
        double absolute = method == LineMethod.OLS ? reduced : 1;
        return new LineFit(
                method,
                FitStatus.OK,
                n,
                slope,
                intercept,
                Math.sqrt(varSlope * absolute),
                Math.sqrt(varIntercept * absolute),
                covariance * absolute,
                Math.sqrt(varSlope * reduced),
                Math.sqrt(varIntercept * reduced),
                covariance * reduced,
                chi2,
                reduced,
                meanX,
                meanY,
                minX,
                maxX);
    }
}
