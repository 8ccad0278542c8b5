package org.cellarius.galaxy.smooth;

import java.util.Optional;
import org.cellarius.galaxy.column.Partial;

/**
 * A pass over the stars at one intrinsic variance v = s&sup2;. What follows from its sums: the smoothing parameters that are best at this v, without the stars, and a step of v by
 * Fisher's scoring; then another pass with other weights, until the step is 2 per cent of the error of v. Columns: the coordinates, the value, and its error where there is one.
 */
public final class SmoothPass implements SmoothStep, Partial<NormalSums> {

    /** Passes; two or three are needed where errors are alike, five where they differ. */
    private static final int MOST = 25;

    /** A step of v that matters no more, in errors of v. */
    private static final double SETTLED = 0.02;

    /** Below this part of the values' variance an intrinsic variance is none. */
    private static final double NONE = 1e-12;

    /** A single step makes v at most so many times smaller: a start far off must not end at 0. */
    private static final double SHARPEST_FALL = 1e-3;

    private final SplineSums sums;
    private final double floor;
    private final double[] lnLambda;
    private final int number;

    private SmoothPass(SplineSums sums, double floor, double[] lnLambda, int number) {
        this.sums = sums;
        this.floor = floor;
        this.lnLambda = lnLambda;
        this.number = number;
    }

    /**
     * What is known of the values before the first pass.
     *
     * @param mean their mean
     * @param variance their variance, square of their unit
     * @param meanSquaredError mean of the squares of their stated errors; 0 without errors
     */
    public record Start(double mean, double variance, double meanSquaredError) {
        public Start {
            if (!Double.isFinite(mean) || !(variance >= 0) || !(meanSquaredError >= 0)) {
                throw new IllegalArgumentException("a mean of " + mean + ", a variance of " + variance
                        + " and squared errors of " + meanSquaredError + " are no start of a smooth map");
            }
        }
    }

    /** The first pass over the stars that are not held out. */
    public static SmoothPass first(SplineBasis basis, boolean errors, Start start, HeldOut heldOut) {
        double floor = Math.max(1e-280, NONE * start.variance());
        double v = Math.max(floor, Math.max(start.variance() - start.meanSquaredError(), 0.05 * start.variance()));
        return new SmoothPass(
                new SplineSums(basis, errors, v, start.mean(), heldOut, HeldOut.Side.FITTED), floor, new double[0], 1);
    }

    /** A first pass over all stars, which begins where the fit without those held out has ended. */
    public SmoothPass ofAll(SmoothFit fitted) {
        double v = Math.max(floor, fitted.scatter() * fitted.scatter());
        return new SmoothPass(
                new SplineSums(sums.basis(), sums.errors(), v, sums.reference(), sums.heldOut(), HeldOut.Side.ALL),
                floor,
                fitted.lnLambda(),
                1);
    }

    /** The columns' test of a fit on the stars that were held out of it. */
    public HeldOutTest test(SmoothFit fitted) {
        return new HeldOutTest(fitted, sums.errors(), sums.heldOut());
    }

    /** What follows from the sums of this pass. */
    public SmoothStep after(NormalSums found) {
        SplineBasis basis = sums.basis();
        if (found.n == 0) {
            return new Undetermined(0);
        }
        var likelihood = new MarginalLikelihood(basis, new RoughnessPenalty(basis), found);
        var search = new SmoothingSearch(likelihood);
        Optional<MarginalLikelihood.At> best = search.from(lnLambda.length == 0 ? search.usualStart() : lnLambda);
        if (best.isEmpty()) {
            return new Undetermined(found.n);
        }
        MarginalLikelihood.At at = best.get();
        MarginalLikelihood.VarianceStep step = likelihood.varianceStep(at);
        double next = next(step);
        if (number >= MOST || !(Math.abs(next - sums.variance()) > SETTLED * step.error())) {
            double s = none(step) ? 0 : Math.sqrt(sums.variance());
            return new SmoothFit(
                    new SmoothSurface(basis, at.coefficients(), sums.reference(), at.factor(), at.covariance()),
                    found.n,
                    s,
                    s > 0 ? step.error() / (2 * s) : Math.sqrt(step.error()),
                    at.lnLambda(),
                    likelihood.effectiveFreedom(at),
                    at.value(),
                    number);
        }
        return new SmoothPass(
                new SplineSums(basis, sums.errors(), next, sums.reference(), sums.heldOut(), sums.side()),
                floor,
                at.lnLambda(),
                number + 1);
    }

    /** Whether stated errors explain all scatter: the likelihood falls with v from next to nothing on. */
    private boolean none(MarginalLikelihood.VarianceStep step) {
        double v = sums.variance();
        return v <= 2 * floor || (v < SETTLED * step.error() && v + step.step() < SHARPEST_FALL * v);
    }

    private double next(MarginalLikelihood.VarianceStep step) {
        double v = sums.variance();
        double next = v + step.step();
        if (next >= SHARPEST_FALL * v && next >= floor) {
            return next;
        }
        return v < SETTLED * step.error() ? v : Math.max(floor, SHARPEST_FALL * v);
    }

    @Override
    public int columns() {
        return sums.columns();
    }

    @Override
    public NormalSums empty() {
        return sums.empty();
    }

    @Override
    public NormalSums fold(NormalSums state, int rows, double[][] in) {
        return sums.fold(state, rows, in);
    }

    @Override
    public NormalSums merge(NormalSums left, NormalSums right) {
        return sums.merge(left, right);
    }
}
