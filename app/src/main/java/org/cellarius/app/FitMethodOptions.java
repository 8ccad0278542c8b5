package org.cellarius.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.measure.fit.GivenLine;
import org.cellarius.measure.fit.LineChoice;
import org.cellarius.measure.fit.LineReader;
import org.cellarius.measure.fit.LineSetting;
import picocli.CommandLine.Option;

/** Which line is fitted, with which priors, and how its posterior is computed. */
final class FitMethodOptions {

    @Option(names = "--method", paramLabel = "METHOD", required = true, description = "See above.")
    private String method = "";

    @Option(
            names = "--errors",
            paramLabel = "RULE",
            description =
                    "wls: what slope_sd means. larger: the larger of the two others; absolute: from the stated errors; scaled: times the root of the reduced chi2 (default: larger).")
    private Optional<String> errors = Optional.empty();

    @Option(
            names = "--prior",
            paramLabel = "NAME=PRIOR",
            description =
                    "Prior of slope, intercept, scatter, break_x, outlier_fraction, outlier_mean or outlier_sd: uniform(LO,HI), root-uniform(HI), normal(MEAN,SD), half-normal(SD) or half-cauchy(SCALE); repeatable. Default: those of Hawkins (2023), but for the scatter of lines other than scatter-perpendicular: root-uniform(1); chen2025: of its paper.")
    private Map<String, String> priors = new LinkedHashMap<>();

    @Option(
            names = "--computation",
            paramLabel = "HOW",
            description =
                    "Of the posterior: quadrature (no random numbers; up to three parameters), importance, ensemble or nuts. Default: the first that serves.")
    private Optional<String> computation = Optional.empty();

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Draws of importance sampling, steps of each walker or chain (default: 20000, 20000, 1000).")
    private Optional<String> steps = Optional.empty();

    @Option(names = "--walkers", paramLabel = "N", description = "Walkers of the ensemble (default: 32).")
    private Optional<String> walkers = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "Of the random numbers (default: 1).")
    private Optional<String> seed = Optional.empty();

    @Option(
            names = "--degrees-of-freedom",
            paramLabel = "NU",
            description = "student-t: 1 is Cauchy, large is normal (default: 4).")
    private Optional<String> degreesOfFreedom = Optional.empty();

    @Option(
            names = "--age-bin",
            paramLabel = "LO,HI",
            description =
                    "Only stars of observed ages from LO to below HI, Gyr; chen2025 weighs them by their age errors.")
    private Optional<String> ageBin = Optional.empty();

    @Option(
            names = "--age-edges",
            paramLabel = "AGE,...",
            description =
                    "age-mixture: edges of all age bins, Gyr; --age-bin must be one of them (default: bins as wide as --age-bin on both sides, from 0 to 13 Gyr).")
    private Optional<String> ageEdges = Optional.empty();

    @Option(
            names = "--quantile",
            paramLabel = "P",
            description = "quantile: share of the stars below the line (default: 0.5, the median).")
    private Optional<String> quantile = Optional.empty();

    @Option(names = "--bin-width", paramLabel = "W", description = "binned-median: bins [k W, (k+1) W) of x.")
    private Optional<String> binWidth = Optional.empty();

    @Option(names = "--bin-minimum", paramLabel = "N", description = "binned-median: stars a bin needs (default: 10).")
    private Optional<String> binMinimum = Optional.empty();

    @Option(
            names = "--bin-weights",
            paramLabel = "RULE",
            description =
                    "binned-median: unweighted, or by-error: 1/(1.2533 sd/sqrt(n))^2 of each bin (default: unweighted).")
    private Optional<String> binWeights = Optional.empty();

    @Option(names = "--window", paramLabel = "N", description = "running-median: stars in a window.")
    private Optional<String> window = Optional.empty();

    @Option(names = "--overlap", paramLabel = "F", description = "running-median: share of a window in the next.")
    private Optional<String> overlap = Optional.empty();

    @Option(
            names = "--points-from",
            paramLabel = "X",
            description = "running-median: only medians at X and beyond enter (default: all).")
    private Optional<String> pointsFrom = Optional.empty();

    @Option(
            names = "--resample",
            paramLabel = "HOW",
            description =
                    "Errors of any method by drawing the stars anew: bootstrap:N replicates, jackknife (leaving out every star in turn), jackknife:N groups.")
    private Optional<String> resample = Optional.empty();

    LineChoice line() {
        return LineReader.read(new GivenLine(
                method,
                setting -> option(setting).map(t -> values(setting, t)).orElse(List.of()),
                priors,
                word -> "--" + word));
    }

    private static List<String> values(LineSetting setting, String text) {
        return switch (setting) {
            case AGE_EDGES, AGE_BIN -> GivenLine.listed(text);
            case ERRORS,
                    PRIOR,
                    COMPUTATION,
                    STEPS,
                    WALKERS,
                    SEED,
                    DEGREES_OF_FREEDOM,
                    QUANTILE,
                    BIN_WIDTH,
                    BIN_MINIMUM,
                    BIN_WEIGHTS,
                    WINDOW,
                    OVERLAP,
                    POINTS_FROM,
                    RESAMPLE -> List.of(text);
        };
    }

    private Optional<String> option(LineSetting setting) {
        return switch (setting) {
            case ERRORS -> errors;
            case PRIOR -> Optional.empty();
            case COMPUTATION -> computation;
            case STEPS -> steps;
            case WALKERS -> walkers;
            case SEED -> seed;
            case DEGREES_OF_FREEDOM -> degreesOfFreedom;
            case AGE_EDGES -> ageEdges;
            case AGE_BIN -> ageBin;
            case QUANTILE -> quantile;
            case BIN_WIDTH -> binWidth;
            case BIN_MINIMUM -> binMinimum;
            case BIN_WEIGHTS -> binWeights;
            case WINDOW -> window;
            case OVERLAP -> overlap;
            case POINTS_FROM -> pointsFrom;
            case RESAMPLE -> resample;
        };
    }
}
