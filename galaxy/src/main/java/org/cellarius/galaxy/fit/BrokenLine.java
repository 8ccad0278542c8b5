package org.cellarius.galaxy.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.galaxy.kernel.LogProduct;
import org.cellarius.galaxy.kernel.StandardNormal;
import org.cellarius.galaxy.posterior.Computation;
import org.cellarius.galaxy.posterior.Parameter;
import org.cellarius.galaxy.posterior.Posterior;
import org.cellarius.galaxy.posterior.Prior;

/**
 * Two lines that meet at a break, which is fitted; open clusters show one near 12&ndash;13 kpc (for example Spina et al. 2022). The true x of a
 * star is integrated out with equal density over all x, on each side of the break:
 *
 * <pre>  L_i = N(r&#8321; | 0, S&#8321;) &Phi;((x_b &minus; x&#770;&#8321;)/s&#8321;) + N(r&#8322; | 0, S&#8322;) &Phi;((x&#770;&#8322; &minus; x_b)/s&#8322;)</pre>
 *
 * with r_k, S_k of line k as in {@link ScatterDirection#VERTICAL} and x&#770;_k, s_k mean and spread of the true x if the star belongs to line k.
 * {@code slope} and {@code intercept} are those of the inner line, {@code slope_outer} of the outer one, {@code break_x} is x_b.
 *
 * @param priors of both slopes, the inner line's intercept, and the scatter along y
 * @param breakX prior of the break; none: uniform between the 5th and 95th percentile of x
 */
public record BrokenLine(LinePriors priors, Optional<Prior> breakX, Computation computation) implements LineEstimator {

    /** With the usual priors of a line. */
    public static BrokenLine usual(Computation computation) {
        return new BrokenLine(LinePriors.USUAL, Optional.empty(), computation);
    }

    public BrokenLine {
        SampledLine.check(computation);
    }

    @Override
    public String word() {
        return "broken-line";
    }

    @Override
    public String description() {
        return "two lines that meet at a fitted break, scatter along y, errors in x and y";
    }

    @Override
    public String formula() {
        return "L = Π [N(r₁ | 0, S₁) Φ((x_b − x̂₁)/s₁) + N(r₂ | 0, S₂) Φ((x̂₂ − x_b)/s₂)], r_k = y − m_k x − b_k, S_k² = σ_y² − 2 m_k cov + m_k² σ_x² + λ²";
    }

    @Override
    public String statedErrors() {
        return LineErrors.POSTERIOR;
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
        double[] sorted = usable.stars().x().clone();
        Arrays.sort(sorted);
        double low = sorted[(int) (0.05 * (sorted.length - 1))];
        double high = sorted[(int) Math.ceil(0.95 * (sorted.length - 1))];
        if (!(low < high)) {
            return FittedLine.failed(
                    word(), FitStatus.ALL_X_EQUAL, "nine tenths of them", usable.count(), usable.exclusions());
        }
        Prior ofBreak = breakX.orElse(new Prior.Uniform(low, high));
        var parameters = new ArrayList<>(priors.parameters());
        parameters.add(new Parameter("slope_outer", priors.slope()));
        parameters.add(new Parameter("break_x", ofBreak));
        var lines = new TwoLines(usable, parameters, low, high);
        return CountedPosterior.stretched(
                this,
                usable,
                FittedLine.of(
                        word(),
                        usable.count(),
                        parameters,
                        SampledLine.of(lines, computation),
                        Map.of(),
                        usable.exclusions()));
    }

    /**
     * The posterior in slope, height at the break, scatter, outer slope and break: with the break held it is nearly normal in these, while slope and
     * intercept go together differently at each break. The intercept keeps its prior.
     */
    private static final class TwoLines implements Posterior {

        private final LineStars stars;
        private final double[] counts;
        private final List<Parameter> parameters;
        private final Prior intercept;
        private final Prior height;
        private final double[] start;
        private final double[] widths;

        TwoLines(UsableStars usable, List<Parameter> parameters, double low, double high) {
            this.stars = usable.stars();
            this.counts = usable.counts();
            this.intercept = parameters.get(1).prior();
            this.height = new Prior.Normal(usable.meanY(), 1);
            var followed = new ArrayList<>(parameters);
            followed.set(1, new Parameter("height", height));
            this.parameters = List.copyOf(followed);
            var guess = usable.firstGuess();
            double[] best = {
                guess.slope(),
                usable.meanY() + guess.slope() * (0.5 * (low + high) - usable.meanX()),
                guess.scatter(),
                guess.slope(),
                0.5 * (low + high)
            };
            double least = Double.POSITIVE_INFINITY;
            for (int k = 1; k < 20; k++) {
                double place = low + k * (high - low) / 20;
                Polyline line = Polyline.through(stars.x(), stars.y(), place);
                if (line.squares < least) {
                    least = line.squares;
                    best = new double[] {
                        line.inner,
                        line.atBreak,
                        Math.min(guess.scatter(), Math.sqrt(line.squares / stars.count())),
                        line.outer,
                        place
                    };
                }
            }
            double[] wanted = best;
            this.start = new double[5];
            Arrays.setAll(
                    start, k -> LineLikelihood.inside(this.parameters.get(k).prior(), wanted[k]));
            this.widths = new double[] {
                2 * guess.slopeWidth(),
                guess.slopeWidth() * (high - low) + guess.heightWidth(),
                guess.scatter() / Math.sqrt(stars.count()),
                4 * guess.slopeWidth(),
                0.1 * (high - low)
            };
        }

        @Override
        public List<Parameter> parameters() {
            return parameters;
        }

        @Override
        public double lnLikelihood(double[] p) {
            double innerIntercept = p[1] - p[0] * p[4];
            double outerIntercept = p[1] - p[3] * p[4];
            double prior = intercept.lnDensity(innerIntercept) - height.lnDensity(p[1]);
            if (Double.isInfinite(prior)) {
                return prior;
            }
            double scatter = p[2] * p[2];
            var product = new LogProduct();
            for (int i = 0; i < stars.count(); i++) {
                product.times(
                        side(i, p[0], innerIntercept, scatter, p[4], 1)
                                + side(i, p[3], outerIntercept, scatter, p[4], -1),
                        counts.length == 0 ? 1 : counts[i]);
            }
            return product.ln() + prior;
        }

        @Override
        public double[] reported(double[] p) {
            return new double[] {p[0], p[1] - p[0] * p[4], p[2], p[3], p[4]};
        }

        /** One line's part: sign 1 for true x below the break, &minus;1 above. */
        private double side(int i, double slope, double intercept, double scatter, double breakX, double sign) {
            double xVariance = stars.xError()[i] * stars.xError()[i];
            double lever = stars.xyCovariance()[i] - slope * xVariance;
            double variance =
                    stars.yError()[i] * stars.yError()[i] + scatter - slope * (lever + stars.xyCovariance()[i]);
            double r = stars.y()[i] - slope * stars.x()[i] - intercept;
            double trueX = stars.x()[i] - lever * r / variance;
            double spread = Math.sqrt(Math.max(0, xVariance - lever * lever / variance));
            double inside = spread > 0
                    ? StandardNormal.below(sign * (breakX - trueX) / spread)
                    : sign * (breakX - trueX) > 0 ? 1 : sign * (breakX - trueX) < 0 ? 0 : 0.5;
            return inside == 0
                    ? 0
                    : inside * StandardNormal.PEAK * Math.exp(-0.5 * r * r / variance) / Math.sqrt(variance);
        }

        @Override
        public Optional<HeldParameter> held() {
            return Optional.of(new HeldParameter(4, this::startAt));
        }

        /** Two lines through the stars, joined at a place, with the inner one's intercept inside its prior. */
        private double[] startAt(double place) {
            Polyline line = Polyline.through(stars.x(), stars.y(), place);
            if (Double.isInfinite(line.squares)) {
                return start();
            }
            double innerIntercept = LineLikelihood.inside(intercept, line.atBreak - line.inner * place);
            double inner = place == 0 ? line.inner : (line.atBreak - innerIntercept) / place;
            double[] values = {inner, line.atBreak, start[2], line.outer, place};
            for (int k = 0; k < values.length; k++) {
                values[k] = LineLikelihood.inside(parameters.get(k).prior(), values[k]);
            }
            values[4] = place;
            return values;
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

    /** Unweighted least squares of a line broken at a given place. */
    private record Polyline(double inner, double outer, double atBreak, double squares) {

        static Polyline through(double[] x, double[] y, double place) {
            double[][] a = new double[3][3];
            double[] v = new double[3];
            for (int i = 0; i < x.length; i++) {
                double[] basis = {1, Math.min(0, x[i] - place), Math.max(0, x[i] - place)};
                for (int j = 0; j < 3; j++) {
                    v[j] += basis[j] * y[i];
                    for (int k = 0; k < 3; k++) {
                        a[j][k] += basis[j] * basis[k];
                    }
                }
            }
            double[] c = solved(a, v);
            double squares = 0;
            for (int i = 0; i < x.length; i++) {
                double r = y[i] - c[0] - c[1] * Math.min(0, x[i] - place) - c[2] * Math.max(0, x[i] - place);
                squares += r * r;
            }
            return new Polyline(c[1], c[2], c[0], Double.isNaN(squares) ? Double.POSITIVE_INFINITY : squares);
        }

        /** Cramer's rule. */
        private static double[] solved(double[][] a, double[] v) {
            double whole = determinant(a);
            double[] c = new double[3];
            for (int k = 0; k < 3; k++) {
                double[][] b = {a[0].clone(), a[1].clone(), a[2].clone()};
                for (int j = 0; j < 3; j++) {
                    b[j][k] = v[j];
                }
                c[k] = determinant(b) / whole;
            }
            return c;
        }

        private static double determinant(double[][] a) {
            return a[0][0] * (a[1][1] * a[2][2] - a[1][2] * a[2][1])
                    - a[0][1] * (a[1][0] * a[2][2] - a[1][2] * a[2][0])
                    + a[0][2] * (a[1][0] * a[2][1] - a[1][1] * a[2][0]);
        }
    }
}
