package org.cellarius.galaxy.fit;

/** How a straight line is fitted. */
public enum LineMethod {
    /** Ordinary least squares: every star counts the same; errors from the scatter about the line. */
    OLS("ols", "ordinary least squares"),
    /** Weighted least squares with weights 1/&sigma;_y&sup2;. */
    WLS("wls", "weighted least squares, weights 1/sigma_y^2");

    private final String word;
    private final String description;

    LineMethod(String word, String description) {
        this.word = word;
        this.description = description;
    }

    /** The word used in study files and on the command line. */
    public String word() {
        return word;
    }

    public String description() {
        return description;
    }
}
