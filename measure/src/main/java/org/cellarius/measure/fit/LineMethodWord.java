package org.cellarius.measure.fit;

import static org.cellarius.measure.fit.LineSetting.AGE_EDGES;
import static org.cellarius.measure.fit.LineSetting.BIN_MINIMUM;
import static org.cellarius.measure.fit.LineSetting.BIN_WEIGHTS;
import static org.cellarius.measure.fit.LineSetting.BIN_WIDTH;
import static org.cellarius.measure.fit.LineSetting.COMPUTATION;
import static org.cellarius.measure.fit.LineSetting.DEGREES_OF_FREEDOM;
import static org.cellarius.measure.fit.LineSetting.ERRORS;
import static org.cellarius.measure.fit.LineSetting.OVERLAP;
import static org.cellarius.measure.fit.LineSetting.POINTS_FROM;
import static org.cellarius.measure.fit.LineSetting.PRIOR;
import static org.cellarius.measure.fit.LineSetting.WINDOW;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cellarius.catalogue.Choice;

/** The words for the lines of {@link org.cellarius.galaxy.fit.LineEstimator}, and what can be set of each; docs/science/fits.md tells when to use which. */
public enum LineMethodWord {
    OLS,
    WLS,
    ODR,
    SCATTER_VERTICAL,
    SCATTER_PERPENDICULAR,
    SCATTER_STRUCTURAL,
    HOGG2010_PRINTED,
    CHEN2025,
    STUDENT_T,
    OUTLIERS,
    THEIL_SEN,
    QUANTILE,
    BINNED_MEDIAN,
    RUNNING_MEDIAN,
    BROKEN_LINE,
    AGE_MIXTURE;

    public String word() {
        return Choice.word(this);
    }

    /** What can be set of this line; what its computation or resampling asks for comes besides. */
    Set<LineSetting> settings() {
        return switch (this) {
            case OLS, ODR, THEIL_SEN -> Set.of();
            case WLS -> Set.of(ERRORS);
            case QUANTILE -> Set.of(LineSetting.QUANTILE);
            case BINNED_MEDIAN -> Set.of(BIN_WIDTH, BIN_MINIMUM, BIN_WEIGHTS);
            case RUNNING_MEDIAN -> Set.of(WINDOW, OVERLAP, POINTS_FROM);
            case SCATTER_VERTICAL,
                    SCATTER_PERPENDICULAR,
                    SCATTER_STRUCTURAL,
                    HOGG2010_PRINTED,
                    CHEN2025,
                    OUTLIERS,
                    BROKEN_LINE -> Set.of(PRIOR, COMPUTATION);
            case STUDENT_T -> Set.of(PRIOR, COMPUTATION, DEGREES_OF_FREEDOM);
            case AGE_MIXTURE -> Set.of(PRIOR, COMPUTATION, AGE_EDGES);
        };
    }

    boolean uses(LineSetting setting) {
        return settings().contains(setting);
    }

    /** The words of the methods that a setting changes, for a message. */
    static String using(LineSetting setting) {
        return Arrays.stream(values())
                .filter(m -> m.uses(setting))
                .map(LineMethodWord::word)
                .collect(Collectors.joining(", "));
    }

    /** How this posterior is computed unless said otherwise: the first that serves. */
    String usualComputation() {
        return switch (this) {
            case SCATTER_STRUCTURAL, OUTLIERS, BROKEN_LINE -> "importance";
            case AGE_MIXTURE -> "nuts";
            case OLS,
                    WLS,
                    ODR,
                    THEIL_SEN,
                    QUANTILE,
                    BINNED_MEDIAN,
                    RUNNING_MEDIAN,
                    SCATTER_VERTICAL,
                    SCATTER_PERPENDICULAR,
                    HOGG2010_PRINTED,
                    CHEN2025,
                    STUDENT_T -> "quadrature";
        };
    }

    /** The parameters whose priors can be set. */
    List<String> parameters() {
        return switch (this) {
            case BROKEN_LINE -> List.of("slope", "intercept", "scatter", "break_x");
            case OUTLIERS -> List.of("slope", "intercept", "scatter", "outlier_fraction", "outlier_mean", "outlier_sd");
            case SCATTER_VERTICAL,
                    SCATTER_PERPENDICULAR,
                    SCATTER_STRUCTURAL,
                    HOGG2010_PRINTED,
                    CHEN2025,
                    STUDENT_T,
                    AGE_MIXTURE -> List.of("slope", "intercept", "scatter");
            case OLS, WLS, ODR, THEIL_SEN, QUANTILE, BINNED_MEDIAN, RUNNING_MEDIAN -> List.of();
        };
    }
}
