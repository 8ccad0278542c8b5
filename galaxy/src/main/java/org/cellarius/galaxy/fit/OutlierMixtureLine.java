package org.cellarius.galaxy.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cellarius.galaxy.kernel.LineColumns;
import org.cellarius.galaxy.kernel.LogProduct;
import org.cellarius.galaxy.posterior.Computation;
import org.cellarius.galaxy.posterior.Parameter;
import org.cellarius.galaxy.posterior.Posterior;
import org.cellarius.galaxy.posterior.Prior;

/**
 * A line with scatter, and a share of stars that have nothing to do with it:
 *
 * <pre>  L_i = (1 &minus; f) N(y | m x + b, S)  +  f N(y | Y, &radic;(W&sup2; + &sigma;_y&sup2;)),   S&sup2; = &sigma;_y&sup2; &minus; 2 m cov + m&sup2;&sigma;_x&sup2; + &lambda;&sup2;</pre>
 *
 * (Hogg, Bovy and Lang 2010, arXiv:1008.4686, equation 17, with errors in x and intrinsic scatter). f is the {@code outlier_fraction},
 * Y and W are the {@code outlier_mean} and {@code outlier_sd}.
 *
 * @param priors of slope, intercept and scatter
 * @param fraction prior of f; its upper edge of one half keeps the line the larger part
 * @param mean prior of Y
 * @param sd prior of W
 */
public record OutlierMixtureLine(LinePriors priors, Prior fraction, Prior mean, Prior sd, Computation computation)
        implements LineEstimator {

    /** With the usual priors of a line, f below one half, Y normal of width 1 about 0, W half-normal of width 1. */
    public static OutlierMixtureLine usual(Computation computation) {
        return new OutlierMixtureLine(
                LinePriors.USUAL,
                new Prior.Uniform(0, 0.5),
                new Prior.Normal(0, 1),
                new Prior.HalfNormal(1),
                computation);
    }

    /** Of fewer stars many samples have no line, and the intervals of the others are not measured (docs/science/fits.md). */
    private static final int FEW = 30;

    public OutlierMixtureLine {
        SampledLine.check(computation);
    }

    @Override
    public String word() {
        return "outliers";
    }

    @Override
    public String description() {
        return "line with scatter and a mixture component of outliers (Hogg, Bovy & Lang 2010, eq. 17)";
    }

    @Override
    public String formula() {
        return "L = Π [(1 − f) N(y | m x + b, S) + f N(y | Y, √(W² + σ_y²))], S² = σ_y² − 2 m cov + m² σ_x² + λ²";
    }

    @Override
    public String statedErrors() {
        return LineErrors.POSTERIOR;
    }

    @Override
    public List<String> citations() {
        return List.of("Hogg, Bovy & Lang (2010), arXiv:1008.4686");
    }

    @Override
    public LineInputs inputs() {
        return LineInputs.ERRORS;
    }

    @Override
    public FittedLine fit(LineStars all) {
        return UsableStars.of(all, UsableStars.Needs.ERRORS_AND_COVARIANCES).fitted(word(), 6, this::through);
    }

    private FittedLine through(UsableStars usable) {
        var parameters = new ArrayList<>(priors.parameters());
        parameters.add(new Parameter("outlier_fraction", fraction));
        parameters.add(new Parameter("outlier_mean", mean));
        parameters.add(new Parameter("outlier_sd", sd));
        var mixture = new Mixture(usable, parameters);
        var warnings = new ArrayList<>(usable.exclusions());
        warnings.addAll(PosteriorOfFewStars.warnings(priors.scatter(), usable, PosteriorOfFewStars.Tails.NORMAL));
        if (usable.count() < FEW) {
            warnings.add(
                    "%d stars are few for six parameters: how often the intervals hold the slope is not known; 'student-t' and 'quantile' are"
                            .formatted(usable.count()));
        }
        return CountedPosterior.stretched(
                this,
                usable,
                FittedLine.of(
                        word(), usable.count(), parameters, SampledLine.of(mixture, computation), Map.of(), warnings));
    }

    private static final class Mixture implements Posterior {

        private final LineColumns stars;
        private final double total;
        private final double meanX;
        private final double meanY;
        private final List<Parameter> parameters;
        private final double[] start;
        private final double[] widths;

        Mixture(UsableStars usable, List<Parameter> parameters) {
            this.stars = usable.columns();
            this.total = stars.total();
            this.meanX = usable.meanX();
            this.meanY = usable.meanY();
            this.parameters = List.copyOf(parameters);
            // Outliers spoil least squares: begin at the median of pair slopes.
            PairSlopes pairs = PairSlopes.of(usable.stars().x(), usable.stars().y());
            double slope = pairs.median();
            double[] r = new double[stars.stars()];
            java.util.Arrays.setAll(r, i -> stars.y()[i] - slope * stars.x()[i]);
            java.util.Arrays.sort(r);
            double height = r[r.length / 2];
            double scatter = 0.3 * (r[(int) (0.84 * (r.length - 1))] - r[(int) (0.16 * (r.length - 1))]);
            var guess = usable.firstGuess();
            double[] wanted = {
                slope,
                height + meanY - slope * meanX,
                Math.max(scatter, 1e-3 * guess.scatter()),
                0.05,
                meanY,
                3 * guess.scatter()
            };
            this.start = new double[6];
            java.util.Arrays.setAll(
                    start, k -> LineLikelihood.inside(parameters.get(k).prior(), wanted[k]));
            this.widths = new double[] {
                guess.slopeWidth(),
                guess.slopeWidth() * Math.abs(meanX) + guess.heightWidth(),
                scatter / Math.sqrt(total),
                0.03,
                guess.scatter(),
                guess.scatter()
            };
        }

        @Override
        public List<Parameter> parameters() {
            return parameters;
        }

        /** Each star that may be an outlier or not makes a mode. */
        @Override
        public boolean severalModes() {
            return true;
        }

        @Override
        public double lnLikelihood(double[] p) {
            double slope = p[0];
            double height = p[1] + slope * meanX - meanY;
            double outlierMean = p[4] - meanY;
            double scatter = p[2] * p[2];
            double outlierVariance = p[5] * p[5];
            var product = new LogProduct();
            for (int i = 0; i < stars.stars(); i++) {
                double v = stars.yVariance()[i] + scatter + (stars.xVariance()[i] * slope - stars.xyTwice()[i]) * slope;
                double r = stars.y()[i] - stars.x()[i] * slope - height;
                double ov = stars.yVariance()[i] + outlierVariance;
                double or = stars.y()[i] - outlierMean;
                product.times(
                        (1 - p[3]) * Math.exp(-0.5 * r * r / v) / Math.sqrt(v)
                                + p[3] * Math.exp(-0.5 * or * or / ov) / Math.sqrt(ov),
                        stars.count(i));
            }
            return product.ln() - total * org.cellarius.galaxy.kernel.StandardNormal.LN_ROOT_TWO_PI;
        }

        @Override
        public double[] start() {
            return start.clone();
        }

        @Override
        public double[] widths() {
            return widths.clone();
        }
    }
}
