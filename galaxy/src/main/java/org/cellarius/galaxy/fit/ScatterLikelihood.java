package org.cellarius.galaxy.fit;

import org.cellarius.galaxy.kernel.CountedLinePass;
import org.cellarius.galaxy.kernel.LineColumns;
import org.cellarius.galaxy.kernel.LinePass;
import org.cellarius.galaxy.kernel.ScatterSums;
import org.cellarius.galaxy.kernel.StandardNormal;
import org.cellarius.galaxy.posterior.Prior;

/** ln L of {@link ScatterLine}, one pass over the stars each. */
final class ScatterLikelihood implements LineLikelihood {

    private final LineColumns stars;
    private final ScatterDirection direction;
    private final double meanX;
    private final double meanY;
    private final UsableStars.FirstGuess guess;
    private final double total;
    private final LinePass pass = LinePass.best();

    ScatterLikelihood(UsableStars usable, ScatterDirection direction) {
        this.stars = usable.columns();
        this.direction = direction;
        this.meanX = usable.meanX();
        this.meanY = usable.meanY();
        this.guess = usable.firstGuess();
        this.total = stars.total();
    }

    @Override
    public double pivot() {
        return meanX;
    }

    @Override
    public double ln(double slope, double height, double scatter) {
        ScatterSums s = sums(slope, scatter);
        return -0.5 * (chi2(s, height - meanY) + s.lnVariances()) + constant(slope);
    }

    private ScatterSums sums(double slope, double scatter) {
        double extra = direction.alongY(slope, scatter);
        return stars.counts().length == 0
                ? pass.scatter(stars, slope, extra)
                : CountedLinePass.scatter(stars, slope, extra);
    }

    private double constant(double slope) {
        return total * (direction.lnFactor(slope) - StandardNormal.LN_ROOT_TWO_PI);
    }

    private static double chi2(ScatterSums s, double h) {
        return s.weightedSquare() - 2 * h * s.weightedResidual() + h * h * s.weight();
    }

    /** &Sigma; r&sup2;/S&sup2; of a line. */
    double chi2(double slope, double intercept, double scatter) {
        ScatterSums s = sums(slope, scatter);
        return chi2(s, intercept + slope * meanX - meanY);
    }

    /** As {@link LineQuadrature.WithoutIntercept}. */
    double withoutIntercept(Prior prior, double slope, double scatter, double[] intercept) {
        ScatterSums s = sums(slope, scatter);
        double h = s.weightedResidual() / s.weight();
        double sd = 1 / Math.sqrt(s.weight());
        double mean = h + meanY - slope * meanX;
        double peak = -0.5 * (s.weightedSquare() - h * s.weightedResidual() + s.lnVariances()) + constant(slope);
        double lnWidth = StandardNormal.LN_ROOT_TWO_PI + Math.log(sd);
        return peak + lnWidth + UnderPrior.lnMean(prior, mean, sd, intercept);
    }

    @Override
    public double[] start() {
        return new double[] {guess.slope(), meanY, guess.scatter()};
    }

    @Override
    public double[] widths() {
        return new double[] {guess.slopeWidth(), guess.heightWidth(), guess.scatter() / Math.sqrt(2.0 * total)};
    }
}
