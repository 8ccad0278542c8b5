package org.cellarius.galaxy.fit;

import java.util.List;
import org.cellarius.galaxy.posterior.Parameter;
import org.cellarius.galaxy.posterior.Prior;

/**
 * Priors of a line with scatter.
 *
 * @param slope units of y per unit of x
 * @param intercept units of y, at x = 0; uniform or normal
 * @param scatter units of y
 */
public record LinePriors(Prior slope, Prior intercept, Prior scatter) {

    /** Uniform: slope and intercept in (&minus;2, 2) dex/kpc and dex, scatter in (0, 1) dex (Hawkins 2023, section 3). */
    public static final LinePriors HAWKINS_2023 =
            new LinePriors(new Prior.Uniform(-2, 2), new Prior.Uniform(-2, 2), new Prior.Uniform(0, 1));

    /**
     * Slope and intercept as Hawkins (2023); the square root of the scatter uniform up to that of 1 dex. With a uniform scatter the intervals of eight stars hold the
     * slope too often, with 1/scatter too seldom (docs/science/fits.md).
     */
    public static final LinePriors USUAL =
            new LinePriors(HAWKINS_2023.slope(), HAWKINS_2023.intercept(), new Prior.RootUniform(1));

    /** Normal of width 0.5 for slope and intercept, half-normal of width 0.4 for the scatter (Chen et al. 2025, appendix A). */
    public static final LinePriors CHEN_2025 =
            new LinePriors(new Prior.Normal(0, 0.5), new Prior.Normal(0, 0.5), new Prior.HalfNormal(0.4));

    public LinePriors {
        boolean twoSided = switch (intercept) {
            case Prior.Uniform u -> true;
            case Prior.Normal n -> true;
            case Prior.RootUniform u -> false;
            case Prior.HalfNormal h -> false;
            case Prior.HalfCauchy h -> false;
        };
        if (!twoSided) {
            throw new IllegalArgumentException("the prior of an intercept must be uniform or normal");
        }
        if (scatter instanceof Prior.Normal || (scatter instanceof Prior.Uniform u && u.low() < 0)) {
            throw new IllegalArgumentException("the prior of a scatter must not reach below zero");
        }
    }

    List<Parameter> parameters() {
        return List.of(
                new Parameter("slope", slope),
                new Parameter("intercept", intercept),
                new Parameter("scatter", scatter));
    }
}
