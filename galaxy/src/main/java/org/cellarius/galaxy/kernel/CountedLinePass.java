package org.cellarius.galaxy.kernel;

/** The sums of {@link LinePass#scatter} over stars that count more or less than once. A logarithm for each star: some times slower than stars that count once. */
public final class CountedLinePass {

    private CountedLinePass() {}

    /**
     * &Sigma; c/S&sup2;, &Sigma; c r/S&sup2;, &Sigma; c r&sup2;/S&sup2;, &Sigma; c ln S&sup2;.
     *
     * @param slope m
     * @param extra variance of the scatter seen along y
     */
    public static ScatterSums scatter(LineColumns stars, double slope, double extra) {
        double weight = 0;
        double residual = 0;
        double square = 0;
        double logarithms = 0;
        double[] counts = stars.counts();
        for (int i = 0; i < stars.stars(); i++) {
            double v = stars.yVariance()[i] + extra + (stars.xVariance()[i] * slope - stars.xyTwice()[i]) * slope;
            double r = stars.y()[i] - stars.x()[i] * slope;
            double w = counts[i] / v;
            weight += w;
            residual += w * r;
            square += w * r * r;
            logarithms += counts[i] * Math.log(v);
        }
        return new ScatterSums(weight, residual, square, logarithms);
    }
}
