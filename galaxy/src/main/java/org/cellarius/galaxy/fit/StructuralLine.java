package org.cellarius.galaxy.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cellarius.galaxy.kernel.LineColumns;
import org.cellarius.galaxy.kernel.LogProduct;
import org.cellarius.galaxy.kernel.StandardNormal;
import org.cellarius.galaxy.posterior.Computation;
import org.cellarius.galaxy.posterior.Parameter;
import org.cellarius.galaxy.posterior.Posterior;
import org.cellarius.galaxy.posterior.Prior;

/**
 * A line with scatter along y through stars whose true x are normally distributed, N(&mu;, &tau;): x and y of a star are jointly normal,
 *
 * <pre>  L_i = N(x_i | &mu;, &radic;(&tau;&sup2; + &sigma;_x&sup2;)) N(y_i | m &mu; + b + c (x_i &minus; &mu;), S),   c = (m &tau;&sup2; + cov)/(&tau;&sup2; + &sigma;_x&sup2;)
 *   S&sup2; = m&sup2;&tau;&sup2; + &lambda;&sup2; + &sigma;_y&sup2; &minus; c (m &tau;&sup2; + cov)</pre>
 *
 * (Kelly 2007, ApJ 665, 1489, with one normal). The other likelihoods with errors in x ({@link ScatterLine}) take every true x as equally
 * likely beforehand; where the errors of x are not small beside the spread of x their slope comes out too flat, by about
 * &tau;&sup2;/(&tau;&sup2; + &sigma;_x&sup2;), as that of least squares does. This one does not.
 *
 * @param priors of slope, intercept and scatter along y; &mu; is uniform between the smallest and the largest x, &tau; between zero and their distance
 */
public record StructuralLine(LinePriors priors, Computation computation) implements LineEstimator {

    public StructuralLine {
        SampledLine.check(computation);
    }

    @Override
    public String word() {
        return "scatter-structural";
    }

    @Override
    public String description() {
        return "line with intrinsic scatter along y and a normal distribution of the true x (Kelly 2007): slopes are not flattened by errors in x";
    }

    @Override
    public String formula() {
        return "L = Π N(x | μ, √(τ² + σ_x²)) N(y | m μ + b + c (x − μ), S), c = (m τ² + cov)/(τ² + σ_x²), S² = m² τ² + λ² + σ_y² − c (m τ² + cov)";
    }

    @Override
    public String statedErrors() {
        return LineErrors.POSTERIOR;
    }

    @Override
    public List<String> citations() {
        return List.of("Kelly (2007), ApJ 665, 1489");
    }

    @Override
    public LineInputs inputs() {
        return LineInputs.ERRORS;
    }

    @Override
    public FittedLine fit(LineStars all) {
        return UsableStars.of(all, UsableStars.Needs.ERRORS_AND_COVARIANCES).fitted(word(), 5, this::through);
    }

    private FittedLine through(UsableStars usable) {
        double low = Arrays.stream(usable.stars().x()).min().orElseThrow();
        double high = Arrays.stream(usable.stars().x()).max().orElseThrow();
        var parameters = new ArrayList<>(priors.parameters());
        parameters.add(new Parameter("x_mean", new Prior.Uniform(low, high)));
        parameters.add(new Parameter("x_spread", new Prior.Uniform(0, high - low)));
        var posterior = new Joint(usable, parameters);
        var warnings = new ArrayList<>(usable.exclusions());
        warnings.addAll(PosteriorOfFewStars.warnings(priors.scatter(), usable, PosteriorOfFewStars.Tails.NORMAL));
        return CountedPosterior.stretched(
                this,
                usable,
                FittedLine.of(
                        word(),
                        usable.count(),
                        parameters,
                        SampledLine.of(posterior, computation),
                        Map.of(),
                        warnings));
    }

    private static final class Joint implements Posterior {

        private final LineColumns stars;
        private final double total;
        private final double meanX;
        private final double meanY;
        private final List<Parameter> parameters;
        private final double[] start;
        private final double[] widths;

        Joint(UsableStars usable, List<Parameter> parameters) {
            this.stars = usable.columns();
            this.total = stars.total();
            this.meanX = usable.meanX();
            this.meanY = usable.meanY();
            this.parameters = List.copyOf(parameters);
            var guess = usable.firstGuess();
            double spread = 0;
            double errors = 0;
            double n = total;
            for (int i = 0; i < stars.stars(); i++) {
                spread += stars.count(i) * stars.x()[i] * stars.x()[i] / n;
                errors += stars.count(i) * stars.xVariance()[i] / n;
            }
            double tau = Math.sqrt(Math.max(0.1 * spread, spread - errors));
            double slope = guess.slope() * spread / (tau * tau);
            double[] wanted = {slope, meanY - slope * meanX, guess.scatter(), meanX, tau};
            this.start = new double[5];
            Arrays.setAll(start, k -> LineLikelihood.inside(parameters.get(k).prior(), wanted[k]));
            double ofScatter = guess.scatter() / Math.sqrt(2.0 * n);
            this.widths = new double[] {
                guess.slopeWidth(),
                guess.slopeWidth() * Math.abs(meanX) + guess.heightWidth(),
                ofScatter,
                Math.sqrt(spread / n),
                Math.sqrt(0.5 * spread / n)
            };
        }

        @Override
        public List<Parameter> parameters() {
            return parameters;
        }

        @Override
        public double lnLikelihood(double[] p) {
            double slope = p[0];
            double mu = p[3] - meanX;
            double height = p[1] + slope * p[3] - meanY;
            double scatter = p[2] * p[2];
            double tau = p[4] * p[4];
            double joint = slope * tau;
            var variances = new LogProduct();
            double squares = 0;
            for (int i = 0; i < stars.stars(); i++) {
                double ofX = tau + stars.xVariance()[i];
                double both = joint + 0.5 * stars.xyTwice()[i];
                double c = both / ofX;
                double ofY = slope * joint + scatter + stars.yVariance()[i] - c * both;
                double dx = stars.x()[i] - mu;
                double r = stars.y()[i] - height - c * dx;
                squares += stars.count(i) * (dx * dx / ofX + r * r / ofY);
                variances.times(ofX * ofY, stars.count(i));
            }
            return -0.5 * (squares + variances.ln()) - 2 * total * StandardNormal.LN_ROOT_TWO_PI;
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
