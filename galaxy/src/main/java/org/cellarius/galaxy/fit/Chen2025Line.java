package org.cellarius.galaxy.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.galaxy.kernel.StandardNormal;
import org.cellarius.galaxy.posterior.Computation;
import org.cellarius.galaxy.posterior.Marginals;

/**
 * The line of Chen, Shen, Wang and Huang (2025), appendix A: metallicity (y, dex) against a latent guiding radius (x, kpc), both
 * truncated, with weights of the age bin.
 *
 * <pre>  p_i = mass of N(age_i, age_error_i) truncated to {@code ages}, inside the bin;   &Sigma;_i&sup2; = (&sigma;&sup2; + y_error_i&sup2;)/p_i&sup2;
 *   L_i = &int; dR  TN(R | x_i, x_error_i; {@code radii})  TN(y_i | m R + b, &Sigma;_i; {@code metallicities})</pre>
 *
 * <p>A star belongs to the bin if its observed age does. Because &Sigma;_i is inflated by 1/p_i, &sigma; is not the intrinsic scatter where
 * ages are poor: it comes out too small. {@link AgeMixtureLine} treats the ages as what they are.
 *
 * <p>The paper samples R and the three parameters by PyMC. Here each R is integrated out: the product of the two normals is a normal again, its truncation gives normal
 * CDFs, and the mean of 1/(mass of the truncated metallicity) over it is Gauss and Hermite's; see {@link Chen2025Likelihood}.
 *
 * @param ageBin Gyr; none: every p_i is 1
 * @param ages where true ages can lie, Gyr
 * @param metallicities where y is truncated, dex
 * @param radii where true x can lie, kpc
 */
public record Chen2025Line(
        Optional<Span> ageBin, Span ages, Span metallicities, Span radii, LinePriors priors, Computation computation)
        implements LineEstimator {

    /** With the limits and priors of the paper. */
    public static Chen2025Line ofPaper(Optional<Span> ageBin) {
        return new Chen2025Line(
                ageBin,
                new Span(0, 13),
                new Span(-1, 0.5),
                new Span(0, 20),
                LinePriors.CHEN_2025,
                new Computation.Quadrature());
    }

    @Override
    public String word() {
        return "chen2025";
    }

    @Override
    public String description() {
        return "line with latent x, truncations and age weights (Chen et al. 2025, appendix A)";
    }

    @Override
    public String formula() {
        return "L = Π ∫ dR TN(R | x, σ_x; " + radii.text() + ") TN(y | m R + b, Σ; " + metallicities.text()
                + "), Σ² = (λ² + σ_y²)/p²"
                + ageBin.map(bin -> ", p = mass of N(age, σ_age) truncated to " + ages.text() + " that lies in "
                                + bin.text())
                        .orElse(", p = 1");
    }

    @Override
    public String statedErrors() {
        return LineErrors.POSTERIOR;
    }

    @Override
    public LineInputs inputs() {
        LineInputs errors = LineInputs.ERRORS.withoutCovariance();
        return ageBin.isPresent() ? errors.withAges() : errors;
    }

    @Override
    public FittedLine fit(LineStars all) {
        UsableStars usable = UsableStars.of(all, UsableStars.Needs.ERRORS_AND_COVARIANCES);
        var warnings = new ArrayList<>(usable.exclusions());
        Optional<FitStatus> early = usable.obstacle(3);
        if (early.isPresent()) {
            return FittedLine.failed(word(), early.get(), "", usable.count(), warnings);
        }
        UsableStars ofAges = ageBin.isPresent() ? usable.only(inBin(usable.stars(), ageBin.get(), warnings)) : usable;
        UsableStars inBin = ofAges.only(inWindow(ofAges.stars(), warnings));
        if (ageBin.isPresent() && ofAges.count() == 0) {
            return FittedLine.failed(
                    word(),
                    FitStatus.NO_STARS_IN_AGE_BIN,
                    "the bin is %s to %s Gyr"
                            .formatted(ageBin.get().low(), ageBin.get().high()),
                    0,
                    warnings);
        }
        var obstacle = inBin.obstacle(3);
        if (obstacle.isPresent()) {
            return FittedLine.failed(word(), obstacle.get(), "", inBin.count(), warnings);
        }
        if (ageBin.isEmpty()) {
            warnings.add("no age bin was given: every age weight is 1");
        }
        if (Arrays.stream(inBin.stars().xyCovariance()).anyMatch(c -> c != 0)) {
            warnings.add("chen2025 does not use covariances of x and y");
        }
        warnings.addAll(PosteriorOfFewStars.warnings(priors.scatter(), inBin, PosteriorOfFewStars.Tails.NORMAL));
        double[] weights = weights(inBin.stars());
        Optional<Marginals> found = marginals(inBin, weights, metallicities);
        if (ofAges.count() > inBin.count()) {
            moved(found, marginals(ofAges, weights(ofAges.stars()), EVERYWHERE)).ifPresent(warnings::add);
        }
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("least_age_weight", Arrays.stream(weights).min().orElse(Double.NaN));
        measures.put("mean_age_weight", Arrays.stream(weights).average().orElse(Double.NaN));
        measures.put("outside_window", (double) (ofAges.count() - inBin.count()));
        return CountedPosterior.stretched(
                this, inBin, FittedLine.of(word(), inBin.count(), priors.parameters(), found, measures, warnings));
    }

    /** A window so wide that nothing is truncated. */
    private static final Span EVERYWHERE = new Span(-1e6, 1e6);

    /** A window that moves the slope by more than this share of its error is told. */
    private static final double TELLING = 0.5;

    private Optional<String> moved(Optional<Marginals> inside, Optional<Marginals> everywhere) {
        if (inside.isEmpty() || everywhere.isEmpty()) {
            return Optional.empty();
        }
        double slope = inside.get().means()[0];
        double sd = Math.sqrt(inside.get().covariance()[0][0]);
        double without = everywhere.get().means()[0];
        return Math.abs(slope - without) > TELLING * sd
                ? Optional.of(
                        "the window of y from %s to %s moves the slope by %.1f of its errors: without it the slope is %.4g ± %.2g"
                                .formatted(
                                        metallicities.low(),
                                        metallicities.high(),
                                        Math.abs(slope - without) / sd,
                                        without,
                                        Math.sqrt(everywhere.get().covariance()[0][0])))
                : Optional.empty();
    }

    private Optional<Marginals> marginals(UsableStars stars, double[] weights, Span window) {
        var likelihood = new Chen2025Likelihood(stars, weights, window, radii);
        var posterior = new LinePosterior(priors, likelihood);
        return SampledLine.of(posterior, computation, () -> LineQuadrature.overThree(priors, likelihood));
    }

    private int[] inWindow(LineStars s, List<String> warnings) {
        int[] rows = IntStream.range(0, s.count())
                .filter(i -> s.y()[i] >= metallicities.low() && s.y()[i] <= metallicities.high())
                .toArray();
        if (rows.length < s.count()) {
            warnings.add("%d of %d stars%s have y outside %s to %s, where the model is truncated, and do not enter"
                    .formatted(
                            s.count() - rows.length,
                            s.count(),
                            ageBin.isPresent() ? " of the age bin" : "",
                            metallicities.low(),
                            metallicities.high()));
        }
        return rows;
    }

    private static int[] inBin(LineStars s, Span bin, List<String> warnings) {
        int[] withAges = IntStream.range(0, s.count())
                .filter(i -> Double.isFinite(s.ageGyr()[i])
                        && s.ageErrorGyr()[i] >= 0
                        && s.ageErrorGyr()[i] < Double.POSITIVE_INFINITY)
                .toArray();
        if (withAges.length < s.count()) {
            warnings.add((s.count() - withAges.length) + " stars have no usable age or age error, and do not enter");
        }
        return Arrays.stream(withAges).filter(i -> bin.holds(s.ageGyr()[i])).toArray();
    }

    private double[] weights(LineStars s) {
        double[] weights = new double[s.count()];
        Arrays.setAll(
                weights,
                i -> ageBin.map(bin -> massInside(bin, s.ageGyr()[i], s.ageErrorGyr()[i]))
                        .orElse(1.0));
        return weights;
    }

    /** Mass of a normal truncated to the possible ages inside a bin. */
    double massInside(Span bin, double age, double error) {
        if (error == 0) {
            return bin.holds(age) ? 1 : 0;
        }
        double low = (Math.max(bin.low(), ages.low()) - age) / error;
        double high = (Math.min(bin.high(), ages.high()) - age) / error;
        return low < high
                ? Math.exp(StandardNormal.lnBetween(low, high)
                        - StandardNormal.lnBetween((ages.low() - age) / error, (ages.high() - age) / error))
                : 0;
    }
}
