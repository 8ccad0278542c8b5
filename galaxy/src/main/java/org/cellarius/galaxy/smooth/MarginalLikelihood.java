package org.cellarius.galaxy.smooth;

import java.util.Optional;

/**
 * The restricted likelihood of smoothing parameters: that of the stars with all coefficients integrated over (Wood 2011, 2011JRSSB..73....3W, section 2, for normal errors of
 * known variance),
 *
 * <p>ln L = &minus;&frac12; [ &Sigma; ln(2&pi;(&sigma;&sup2; + s&sup2;)) + y&#7488;Wy &minus; b&#7488;&#265; + ln |A + S&#955;| &minus; ln |S&#955;|&#8330; &minus; M ln 2&pi; ],
 *
 * <p>with A = B&#7488;WB, b = B&#7488;Wy, &#265; = (A + S&#955;)&#8315;&sup1; b and M functions free of penalty.
 */
final class MarginalLikelihood {

    private final SplineBasis basis;
    private final RoughnessPenalty penalty;
    private final NormalSums sums;
    private final BandMatrix matrix;
    private final double[] vector;

    MarginalLikelihood(SplineBasis basis, RoughnessPenalty penalty, NormalSums sums) {
        this.basis = basis;
        this.penalty = penalty;
        this.sums = sums;
        this.matrix = sums.matrix(basis, false);
        this.vector = sums.vector(basis, false);
    }

    /**
     * What follows from smoothing parameters.
     *
     * @param lnLambda their natural logarithms
     * @param value ln L
     * @param slope its derivatives with ln &lambda;
     * @param coefficients &#265;, unit of the value
     * @param factor of A + S&#955;
     * @param covariance its inverse within the band
     */
    record At(
            double[] lnLambda,
            double value,
            double[] slope,
            double[] coefficients,
            BandCholesky factor,
            BandMatrix covariance) {}

    /** Empty where stars and penalty together do not determine the coefficients. */
    Optional<At> at(double[] lnLambda) {
        double[] lambda = new double[lnLambda.length];
        java.util.Arrays.setAll(lambda, k -> Math.exp(lnLambda[k]));
        BandMatrix whole = matrix.copy();
        penalty.addTo(whole, lambda);
        return BandCholesky.of(whole).map(factor -> {
            double[] c = factor.solve(vector);
            double explained = 0;
            for (int i = 0; i < c.length; i++) {
                explained += c[i] * vector[i];
            }
            double[] determinant = penalty.lnDeterminant(lambda);
            double value = -0.5
                    * (sums.lnVariance
                            + (sums.n - penalty.free()) * Math.log(2 * Math.PI)
                            + sums.squares
                            - explained
                            + factor.lnDeterminant()
                            - determinant[0]);
            BandMatrix covariance = factor.inverseWithinBand();
            double[] slope = new double[lambda.length];
            for (int k = 0; k < slope.length; k++) {
                slope[k] = -0.5 * lambda[k] * (penalty.of(k, c) + penalty.trace(k, covariance) - determinant[1 + k]);
            }
            return new At(lnLambda.clone(), value, slope, c, factor, covariance);
        });
    }

    /** Where a term weighs as much as the stars: the logarithm of its &lambda;. */
    double[] even() {
        double[] even = new double[penalty.terms()];
        java.util.Arrays.setAll(even, k -> Math.log(matrix.trace() / Math.max(1e-300, penalty.trace(k))));
        return even;
    }

    /** Effective degrees of freedom, tr((A + S&#955;)&#8315;&sup1; A). */
    double effectiveFreedom(At at) {
        return matrix.dot(at.covariance());
    }

    /**
     * How far the intrinsic variance is from its best: a step of Fisher's scoring in v = s&sup2;, and the error of v.
     *
     * @param step to be added to v, square of the value's unit
     * @param error one sigma of v, from the expected information
     */
    record VarianceStep(double step, double error) {}

    /**
     * The step that follows from d ln L/dv = &frac12; [ &Sigma; w&sup2; (y &minus; B&#265;)&sup2; + tr(V &Sigma; w&sup2; B B&#7488;) &minus; &Sigma; w ], V being the covariance
     * of the coefficients. Where all errors are the same it is exact at given coefficients.
     */
    VarianceStep varianceStep(At at) {
        BandMatrix squared = sums.matrix(basis, true);
        double[] c = at.coefficients();
        double[] b = sums.vector(basis, true);
        double[] ac = squared.times(c);
        double residual = sums.squaresSquared;
        for (int i = 0; i < c.length; i++) {
            residual += c[i] * (ac[i] - 2 * b[i]);
        }
        double slope = 0.5 * (residual + squared.dot(at.covariance()) - sums.weight);
        double left = Math.max(0.1, 1 - effectiveFreedom(at) / sums.n);
        double information = 0.5 * sums.weightSquared * left;
        return new VarianceStep(slope / information, 1 / Math.sqrt(information));
    }
}
