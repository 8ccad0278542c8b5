package org.cellarius.galaxy.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.galaxy.posterior.Computation;
import org.cellarius.galaxy.posterior.Marginals;

/**
 * The line with normal errors in x and y, their covariance per star, and normal intrinsic scatter &lambda;:
 *
 * <pre>  ln L = &minus;&frac12; &Sigma; [ r&sup2;/S&sup2; + ln(2&pi; S&sup2;) ],   r = y &minus; m x &minus; b,   S&sup2; as {@link ScatterDirection} says.</pre>
 *
 * <p>For given m and &lambda; it is normal in b, which is integrated in closed form; m and &lambda; by quadrature. Means and standard
 * deviations are good to 1e-3 of a standard deviation, quantiles to 5e-3.
 */
public record ScatterLine(ScatterDirection direction, LinePriors priors, Computation computation)
        implements LineEstimator {

    /** With the usual priors of the direction, by quadrature. */
    public static ScatterLine along(ScatterDirection direction) {
        return new ScatterLine(direction, direction.priors(), new Computation.Quadrature());
    }

    @Override
    public String word() {
        return direction.word();
    }

    @Override
    public String description() {
        return direction.description();
    }

    @Override
    public String formula() {
        return direction.formula();
    }

    @Override
    public String statedErrors() {
        return LineErrors.POSTERIOR;
    }

    @Override
    public List<String> citations() {
        return direction.citations();
    }

    @Override
    public LineInputs inputs() {
        return LineInputs.ERRORS;
    }

    @Override
    public FittedLine fit(LineStars all) {
        return UsableStars.of(all, UsableStars.Needs.ERRORS_AND_COVARIANCES)
                .fitted(word(), 3, usable -> through(usable, all));
    }

    private FittedLine through(UsableStars usable, LineStars all) {
        var warnings = new ArrayList<>(usable.exclusions());
        if (direction == ScatterDirection.PERPENDICULAR_HOGG_2010_PRINTED) {
            warnings.add(
                    "this form lacks the Jacobian from the distance across the line to y: the slope is biased towards steep ones,"
                            + " by about n m sd(m)^2; scatter-perpendicular is the unbiased form");
        }
        if (all.xError().length == 0) {
            warnings.add("no errors of x were given: x is taken as exact");
        }
        warnings.addAll(PosteriorOfFewStars.warnings(priors.scatter(), usable, PosteriorOfFewStars.Tails.NORMAL));
        var likelihood = new ScatterLikelihood(usable, direction);
        Optional<Marginals> found = marginals(likelihood);
        Map<String, Double> measures = new LinkedHashMap<>();
        found.ifPresent(m -> {
            double chi2 = likelihood.chi2(m.means()[0], m.means()[1], m.means()[2]);
            measures.put("chi2", chi2);
            measures.put("reduced_chi2", chi2 / Math.max(1, usable.effective() - 3));
        });
        return CountedPosterior.stretched(
                this, usable, FittedLine.of(word(), usable.count(), priors.parameters(), found, measures, warnings));
    }

    private Optional<Marginals> marginals(ScatterLikelihood likelihood) {
        var posterior = new LinePosterior(priors, likelihood);
        return SampledLine.of(
                posterior,
                computation,
                () -> LineQuadrature.overTwo(
                        priors,
                        (slope, scatter, intercept) ->
                                likelihood.withoutIntercept(priors.intercept(), slope, scatter, intercept),
                        likelihood.start(),
                        likelihood.widths()));
    }
}
