package org.cellarius.galaxy.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.galaxy.kernel.DistanceSums;
import org.cellarius.galaxy.kernel.LineColumns;
import org.cellarius.galaxy.kernel.LinePass;

/**
 * Orthogonal distance regression: the line of least &Sigma; (&delta;&sup2;/&sigma;_x&sup2; + &epsilon;&sup2;/&sigma;_y&sup2;), as ODRPACK (Boggs, Byrd, Rogers and
 * Schnabel 1992, NISTIR 4834) through {@code scipy.odr.RealData(x, y, sx, sy)}. For a line the distances to the line eliminate
 * themselves and &chi;&sup2;(m, b) = &Sigma; (y &minus; m x &minus; b)&sup2;/(&sigma;_y&sup2; + m&sup2;&sigma;_x&sup2;) is left, which Newton's method
 * minimises from the weighted line.
 *
 * <p>Covariance: ODRPACK's, from the Jacobian at the points of the line nearest to the stars, (&Sigma; u [x*&sup2; x*; x* 1])&#8315;&sup1;, times the residual
 * variance &chi;&sup2;/(n &minus; 2): {@code slope_sd} is scipy's {@code sd_beta}. Covariances of x and y are not used, there is no intrinsic
 * scatter: where stars scatter more than their errors say, the slope is far off and no error tells (Vickers et al. 2021 used it).
 * Equal to scipy to 1e-8 of the numbers.
 */
public record OrthogonalDistanceRegression() implements LineEstimator {

    private static final int MOST_STEPS = 100;
    /** Steps shorter than this, in standard deviations, are the last: Newton's error is their square. */
    private static final double SHORT = 1e-8;
    /** Residuals so small beside the errors are rounding. */
    private static final double NOTHING = 1e-5;
    /** Above so many stars a thinned sample leads the way. */
    private static final int MANY = 8192;

    private static final int THINNING = 16;

    /** Of more stars the intervals take the weights as right. */
    private static final int MOST_ROBUST = 1_000_000;

    @Override
    public String word() {
        return "odr";
    }

    @Override
    public String description() {
        return "orthogonal distance regression, errors in x and y, as ODRPACK";
    }

    @Override
    public String formula() {
        return "Σ (y − m x − b)²/(σ_y² + m² σ_x²) → min";
    }

    @Override
    public String statedErrors() {
        return LineErrors.SCALED;
    }

    @Override
    public List<String> citations() {
        return List.of("Boggs, Byrd & Schnabel (1987), SIAM J. Sci. Stat. Comput. 8, 1052");
    }

    @Override
    public LineInputs inputs() {
        return LineInputs.ERRORS.withoutCovariance();
    }

    @Override
    public FittedLine fit(LineStars all) {
        return UsableStars.of(all, UsableStars.Needs.ERRORS_AND_COVARIANCES)
                .fitted(word(), 2, usable -> through(usable, all));
    }

    private FittedLine through(UsableStars usable, LineStars all) {
        LineColumns stars = asErrors(usable.columns());
        boolean many = stars.stars() > MANY;
        LineColumns leading = many ? thinned(stars) : stars;
        double[] line = startOf(leading);
        if (many) {
            line = minimise(leading, line).line;
        }
        Minimum found = minimise(stars, line);
        DistanceSums s = found.sums;
        double determinant = s.weight() * s.weightedXSquare() - s.weightedX() * s.weightedX();
        if (!found.reached || !(determinant > 1e-13 * s.weight() * s.weightedXSquare())) {
            return FittedLine.failed(word(), FitStatus.NO_MAXIMUM, "", usable.count(), usable.exclusions());
        }
        if (heaviestShare(stars, found.line[0], s.weight()) > LineSums.MOST_WEIGHT) {
            return FittedLine.failed(
                    word(), FitStatus.ONE_STAR_HAS_ALL_WEIGHT, "", usable.count(), usable.exclusions());
        }
        return answer(usable, found, determinant, warnings(all, usable));
    }

    /** A star that counts c times pulls as one whose variances are c times smaller. */
    private static LineColumns asErrors(LineColumns stars) {
        if (stars.counts().length == 0) {
            return stars;
        }
        return new LineColumns(
                stars.x(),
                stars.y(),
                over(stars.yVariance(), stars.counts()),
                over(stars.xyTwice(), stars.counts()),
                over(stars.xVariance(), stars.counts()));
    }

    private static double[] over(double[] column, double[] counts) {
        double[] less = new double[column.length];
        java.util.Arrays.setAll(less, i -> column[i] / counts[i]);
        return less;
    }

    private FittedLine answer(UsableStars usable, Minimum found, double determinant, List<String> warnings) {
        DistanceSums s = found.sums;
        double slope = found.line[0];
        double intercept = usable.meanY() + found.line[1] - slope * usable.meanX();
        int n = usable.count();
        double freedom = Math.max(1, usable.effective() - 2);
        double variance = s.chi2() / freedom;
        // About the mean x, then moved to x = 0.
        double ss = s.weight() / determinant;
        double sh = -s.weightedX() / determinant;
        double hh = s.weightedXSquare() / determinant;
        double si = sh - usable.meanX() * ss;
        double ii = hh - 2 * usable.meanX() * sh + usable.meanX() * usable.meanX() * ss;
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("slope_sd_absolute", Math.sqrt(ss));
        measures.put("intercept_sd_absolute", Math.sqrt(ii));
        measures.put("cov_slope_intercept", si);
        measures.put("cov_slope_intercept_scaled", si * variance);
        measures.put("chi2", s.chi2());
        measures.put("reduced_chi2", variance);
        if (variance > 2) {
            warnings.add(
                    "the stars scatter more than their errors say (reduced chi2 %.1f): orthogonal distance regression has no intrinsic scatter, and its slope is not to be trusted"
                            .formatted(variance));
        }
        if (usable.stars().weighted()) {
            return counted(usable, slope, intercept, measures, warnings);
        }
        double slopeSd = Math.sqrt(ss * variance);
        double interceptSd = Math.sqrt(ii * variance);
        Optional<RobustWidths> robust = n > MOST_ROBUST ? Optional.empty() : widths(usable.stars(), slope, intercept);
        return FittedLine.closed(
                word(),
                n,
                List.of(
                        Estimate.student(
                                "slope",
                                slope,
                                slopeSd,
                                robust.map(RobustWidths::slope).orElse(slopeSd),
                                robust.map(RobustWidths::slopeFreedom).orElse(n - 2.0)),
                        Estimate.student(
                                "intercept",
                                intercept,
                                interceptSd,
                                robust.map(RobustWidths::intercept).orElse(interceptSd),
                                robust.map(RobustWidths::interceptFreedom).orElse(n - 2.0))),
                new double[][] {{ss * variance, si * variance}, {si * variance, ii * variance}},
                measures,
                warnings);
    }

    /** Of stars that count differently: the errors are those of the sandwich. */
    private FittedLine counted(
            UsableStars usable, double slope, double intercept, Map<String, Double> measures, List<String> warnings) {
        Nearest nearest = Nearest.of(usable.stars(), slope, intercept);
        double[] weights = nearest.weights.clone();
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= usable.stars().weight()[i];
        }
        SandwichErrors errors = SandwichErrors.of(nearest.x, nearest.residual, weights);
        double freedom = Math.max(1, usable.effective() - 2);
        measures.put(FittedLine.EFFECTIVE, usable.effective());
        return FittedLine.closed(
                word(),
                usable.count(),
                List.of(
                        Estimate.student("slope", slope, errors.slope(), errors.slope(), freedom),
                        Estimate.student("intercept", intercept, errors.intercept(), errors.intercept(), freedom)),
                errors.matrix(),
                measures,
                warnings);
    }

    /** The points of the line nearest to the stars. */
    private record Nearest(double[] x, double[] residual, double[] weights) {

        static Nearest of(LineStars s, double slope, double intercept) {
            int n = s.count();
            double[] weights = new double[n];
            double[] x = new double[n];
            double[] residual = new double[n];
            for (int i = 0; i < n; i++) {
                double xVariance = s.xError()[i] * s.xError()[i];
                weights[i] = 1 / (s.yError()[i] * s.yError()[i] + slope * slope * xVariance);
                residual[i] = s.y()[i] - slope * s.x()[i] - intercept;
                x[i] = s.x()[i] + slope * xVariance * weights[i] * residual[i];
            }
            return new Nearest(x, residual, weights);
        }
    }

    /** Its normal equations are those of weighted least squares at the nearest points of the line. */
    private static Optional<RobustWidths> widths(LineStars s, double slope, double intercept) {
        Nearest nearest = Nearest.of(s, slope, intercept);
        return LeastSquares.unequal(nearest.weights)
                ? RobustWidths.of(new WeightedResiduals(nearest.x, nearest.residual, nearest.weights))
                : Optional.empty();
    }

    private static List<String> warnings(LineStars all, UsableStars usable) {
        var warnings = new ArrayList<>(usable.exclusions());
        if (all.xError().length == 0) {
            warnings.add("no errors of x were given: this is weighted least squares");
        }
        for (double c : usable.stars().xyCovariance()) {
            if (c != 0) {
                warnings.add("odr does not use covariances of x and y");
                break;
            }
        }
        return warnings;
    }

    /** A line in coordinates about the means, the sums there, and whether it is a minimum. */
    private record Minimum(double[] line, DistanceSums sums, boolean reached) {}

    private static double[] startOf(LineColumns stars) {
        double[] weights = new double[stars.stars()];
        java.util.Arrays.setAll(weights, i -> 1 / stars.yVariance()[i]);
        int[] every = java.util.stream.IntStream.range(0, weights.length).toArray();
        LineSums sums = LineSums.of(weights.length, every, stars.x(), stars.y(), weights);
        double slope = sums.sxx() > 0 ? sums.sxy() / sums.sxx() : 0;
        return new double[] {slope, sums.meanY() - slope * sums.meanX()};
    }

    private static Minimum minimise(LineColumns stars, double[] start) {
        LinePass pass = LinePass.best();
        double[] at = start.clone();
        DistanceSums s = pass.distance(stars, at[0], at[1]);
        for (int step = 0; step < MOST_STEPS; step++) {
            double determinant = s.bySlopeTwice() * s.weight() - s.byBoth() * s.byBoth();
            double bySlope;
            double byHeight;
            if (determinant > 0 && s.bySlopeTwice() > 0) {
                bySlope = -(s.weight() * s.bySlope() - s.byBoth() * s.byIntercept()) / determinant;
                byHeight = -(s.bySlopeTwice() * s.byIntercept() - s.byBoth() * s.bySlope()) / determinant;
            } else {
                // Not convex here: the Jacobian's matrix always is.
                double d = s.weight() * s.weightedXSquare() - s.weightedX() * s.weightedX();
                bySlope = -(s.weight() * s.bySlope() - s.weightedX() * s.byIntercept()) / d;
                byHeight = -(s.weightedXSquare() * s.byIntercept() - s.weightedX() * s.bySlope()) / d;
            }
            if (!Double.isFinite(bySlope + byHeight)) {
                return new Minimum(at, s, false);
            }
            double length = Math.sqrt(bySlope * bySlope * s.weightedXSquare() + byHeight * byHeight * s.weight());
            double scale = Math.sqrt(s.chi2() / stars.stars());
            if (length <= SHORT * Math.max(scale, 0.01)) {
                return new Minimum(new double[] {at[0] + bySlope, at[1] + byHeight}, s, true);
            }
            boolean lower = false;
            double fraction = 1;
            for (int cut = 0; cut < 40 && !lower; cut++) {
                double[] next = {at[0] + fraction * bySlope, at[1] + fraction * byHeight};
                DistanceSums there = pass.distance(stars, next[0], next[1]);
                if (there.chi2() <= s.chi2()) {
                    at = next;
                    s = there;
                    lower = true;
                }
                fraction *= 0.5;
            }
            if (!lower) {
                // Rounding is all that is left.
                return new Minimum(at, s, length < 1e-4 * scale || scale < NOTHING);
            }
        }
        return new Minimum(at, s, Math.sqrt(s.chi2() / stars.stars()) < NOTHING);
    }

    private static LineColumns thinned(LineColumns stars) {
        int n = (stars.stars() + THINNING - 1) / THINNING;
        double[][] all = {stars.x(), stars.y(), stars.yVariance(), stars.xyTwice(), stars.xVariance()};
        double[][] few = new double[all.length][n];
        for (int k = 0; k < all.length; k++) {
            for (int i = 0; i < n; i++) {
                few[k][i] = all[k][i * THINNING];
            }
        }
        return new LineColumns(few[0], few[1], few[2], few[3], few[4]);
    }

    private static double heaviestShare(LineColumns stars, double slope, double total) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < stars.stars(); i++) {
            least = Math.min(least, stars.yVariance()[i] + slope * slope * stars.xVariance()[i]);
        }
        return 1 / (least * total);
    }
}
