package org.cellarius.galaxy.fit;

/** What the errors of a line are, in words. */
final class LineErrors {

    static final String SCALED = "slope_sd is the error from the scatter about the line: multiplied by (χ²/(n − 2))½.";

    static final String POSTERIOR = "Values and errors are means and standard deviations of the posterior.";

    private LineErrors() {}

    /** Those of weighted least squares. */
    static String of(ErrorConvention errors) {
        return "Errors are given from the stated errors alone (slope_sd_absolute) and multiplied by (χ²/(n − 2))½ (slope_sd_scaled); slope_sd is "
                + switch (errors) {
                    case LARGER -> "the larger of the two.";
                    case ABSOLUTE -> "the former.";
                    case SCALED -> "the latter.";
                }
                + " Neither knows errors in x or intrinsic scatter beyond the scaling.";
    }
}
