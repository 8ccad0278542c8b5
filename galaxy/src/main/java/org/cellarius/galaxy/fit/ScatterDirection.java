package org.cellarius.galaxy.fit;

import java.util.List;

/** Across which direction the intrinsic scatter is measured, and how its likelihood is written. */
public enum ScatterDirection {
    /**
     * Along y: S&sup2; = &sigma;_y&sup2; &minus; 2 m cov + m&sup2;&sigma;_x&sup2; + &lambda;&sup2;.
     */
    VERTICAL("scatter-vertical", "line with intrinsic scatter along y, errors in x and y"),
    /**
     * At right angles to the line: S&sup2; = &sigma;_y&sup2; &minus; 2 m cov + m&sup2;&sigma;_x&sup2; + &lambda;&sup2;(1 + m&sup2;), a density in y (Hawkins 2023,
     * MNRAS 525, 3318, equation 4).
     */
    PERPENDICULAR(
            "scatter-perpendicular",
            "line with intrinsic scatter at right angles to it, errors in x and y (Hawkins 2023, eq. 4)"),
    /**
     * The same with the unit normal, a density in the distance from the line (Hogg, Bovy and Lang 2010, arXiv:1008.4686, equation 35):
     * ln L gains (n/2) ln(1 + m&sup2;). As a posterior for slopes counted in (m, b) it lacks the Jacobian from distance to y and is
     * biased towards steep slopes, by about n m &sigma;_m&sup2;.
     */
    PERPENDICULAR_HOGG_2010_PRINTED(
            "hogg2010-printed",
            "line with scatter at right angles in the form printed by Hogg, Bovy & Lang (2010, eq. 35): biased towards steep slopes");

    private final String word;
    private final String description;

    ScatterDirection(String word, String description) {
        this.word = word;
        this.description = description;
    }

    List<String> citations() {
        return switch (this) {
            case VERTICAL -> List.of();
            case PERPENDICULAR -> List.of("Hawkins (2023), MNRAS 525, 3318");
            case PERPENDICULAR_HOGG_2010_PRINTED -> List.of("Hogg, Bovy & Lang (2010), arXiv:1008.4686");
        };
    }

    public String word() {
        return word;
    }

    public String description() {
        return description;
    }

    /** The likelihood of {@link ScatterLine}, as {@link LineEstimator#formula} writes it. */
    String formula() {
        String likelihood = "ln L = −½ Σ [r²/S² + ln 2πS²%s], r = y − m x − b, S² = σ_y² − 2 m cov + m² σ_x² + λ²%s";
        return switch (this) {
            case VERTICAL -> likelihood.formatted("", "");
            case PERPENDICULAR -> likelihood.formatted("", " (1 + m²)");
            case PERPENDICULAR_HOGG_2010_PRINTED -> likelihood.formatted(" − ln(1 + m²)", " (1 + m²)");
        };
    }

    /** Across the line those of Hawkins (2023), whose form it is; along y the usual ones. */
    public LinePriors priors() {
        return switch (this) {
            case VERTICAL -> LinePriors.USUAL;
            case PERPENDICULAR, PERPENDICULAR_HOGG_2010_PRINTED -> LinePriors.HAWKINS_2023;
        };
    }

    /** The variance along y of a scatter. */
    double alongY(double slope, double scatter) {
        return switch (this) {
            case VERTICAL -> scatter * scatter;
            case PERPENDICULAR, PERPENDICULAR_HOGG_2010_PRINTED -> scatter * scatter * (1 + slope * slope);
        };
    }

    /** What a star adds to ln L beside its normal density along y. */
    double lnFactor(double slope) {
        return switch (this) {
            case VERTICAL, PERPENDICULAR -> 0;
            case PERPENDICULAR_HOGG_2010_PRINTED -> 0.5 * Math.log1p(slope * slope);
        };
    }
}
