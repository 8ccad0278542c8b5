package org.cellarius.galaxy.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.galaxy.kernel.LineColumns;
import org.cellarius.galaxy.kernel.LogProduct;
import org.cellarius.galaxy.posterior.Computation;
import org.cellarius.galaxy.posterior.Marginals;

/**
 * A line that outliers do not bend: residuals follow Student's t of a fixed number of degrees of freedom &nu; (Lange, Little and Taylor
 * 1989, J. Am. Stat. Assoc. 84, 881), of width S, S&sup2; = &sigma;_y&sup2; &minus; 2 m cov + m&sup2;&sigma;_x&sup2; + &lambda;&sup2;.
 *
 * <p>&lambda; is the width of the t beyond the errors, not a standard deviation. A star k widths away pulls as if its error were
 * &radic;((&nu; + k&sup2;)/(&nu; + 1)) times larger.
 *
 * @param degreesOfFreedom &nu;; 4 in Lange et al.'s examples, 1 is Cauchy, large is normal
 */
public record StudentLine(double degreesOfFreedom, LinePriors priors, Computation computation)
        implements LineEstimator {

    /** Four degrees of freedom, the usual priors. */
    public static final StudentLine USUAL = new StudentLine(4, LinePriors.USUAL, new Computation.Quadrature());

    public StudentLine {
        if (!(degreesOfFreedom > 0 && degreesOfFreedom <= 1000)) {
            throw new IllegalArgumentException("degrees of freedom must be positive and at most 1000");
        }
    }

    @Override
    public String word() {
        return "student-t";
    }

    @Override
    public String description() {
        return "line with Student-t residuals, errors in x and y: outliers count little";
    }

    @Override
    public String formula() {
        return "L = Π t_ν((y − m x − b)/S)/S, ν = " + degreesOfFreedom + ", S² = σ_y² − 2 m cov + m² σ_x² + λ²";
    }

    @Override
    public String statedErrors() {
        return LineErrors.POSTERIOR;
    }

    @Override
    public List<String> citations() {
        return List.of("Lange, Little & Taylor (1989), J. Am. Stat. Assoc. 84, 881");
    }

    @Override
    public LineInputs inputs() {
        return LineInputs.ERRORS;
    }

    @Override
    public FittedLine fit(LineStars all) {
        return UsableStars.of(all, UsableStars.Needs.ERRORS_AND_COVARIANCES).fitted(word(), 3, this::through);
    }

    private FittedLine through(UsableStars usable) {
        var likelihood = new StudentLikelihood(usable, degreesOfFreedom);
        var posterior = new LinePosterior(priors, likelihood);
        Optional<Marginals> found =
                SampledLine.of(posterior, computation, () -> LineQuadrature.overThree(priors, likelihood));
        var warnings = new ArrayList<>(usable.exclusions());
        warnings.addAll(PosteriorOfFewStars.warnings(priors.scatter(), usable, PosteriorOfFewStars.Tails.STUDENT));
        return CountedPosterior.stretched(
                this,
                usable,
                FittedLine.of(
                        word(),
                        usable.count(),
                        priors.parameters(),
                        found,
                        Map.of("degrees_of_freedom", degreesOfFreedom),
                        warnings));
    }

    /** ln L, one pass over the stars. */
    private static final class StudentLikelihood implements LineLikelihood {

        private final LineColumns stars;
        private final double nu;
        private final double lnPeak;
        private final double total;
        private final double meanX;
        private final double meanY;
        private final UsableStars.FirstGuess guess;

        StudentLikelihood(UsableStars usable, double nu) {
            this.stars = usable.columns();
            this.nu = nu;
            this.meanX = usable.meanX();
            this.meanY = usable.meanY();
            this.guess = usable.firstGuess();
            this.lnPeak = lnPeak(nu);
            this.total = stars.total();
        }

        /** ln of the density's height: by the normal's over the ratio of gamma functions, from the integral of the density. */
        private static double lnPeak(double nu) {
            // Substituting t = sqrt(nu) tan(a): the integral of cos(a)^(nu-1) over half a turn, by the trapezoidal rule
            // in s, a = atan(sinh(s)).
            double sum = 0;
            double h = 1.0 / 64;
            for (int k = -64 * 700; k <= 64 * 700; k++) {
                double term = Math.exp(-nu * lnCosh(k * h));
                sum += term;
            }
            return -Math.log(sum * h) - 0.5 * Math.log(nu);
        }

        private static double lnCosh(double s) {
            double a = Math.abs(s);
            return a + Math.log1p(Math.exp(-2 * a)) - Math.log(2);
        }

        @Override
        public double pivot() {
            return meanX;
        }

        @Override
        public double ln(double slope, double height, double scatter) {
            var tails = new LogProduct();
            var widths = new LogProduct();
            double extra = scatter * scatter;
            double h = height - meanY;
            double inverseNu = 1 / nu;
            for (int i = 0; i < stars.stars(); i++) {
                double v = stars.yVariance()[i] + extra + (stars.xVariance()[i] * slope - stars.xyTwice()[i]) * slope;
                double r = stars.y()[i] - stars.x()[i] * slope - h;
                tails.times(1 + r * r / v * inverseNu, stars.count(i));
                widths.times(v, stars.count(i));
            }
            return total * lnPeak - 0.5 * (nu + 1) * tails.ln() - 0.5 * widths.ln();
        }

        @Override
        public double[] start() {
            return new double[] {guess.slope(), meanY, 0.6 * guess.scatter()};
        }

        @Override
        public double[] widths() {
            return new double[] {guess.slopeWidth(), guess.heightWidth(), guess.scatter() / Math.sqrt(2.0 * total)};
        }
    }
}
