package org.cellarius.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.galaxy.fit.AgeMixtureLine;
import org.cellarius.galaxy.fit.BrokenLine;
import org.cellarius.galaxy.fit.Chen2025Line;
import org.cellarius.galaxy.fit.ErrorConvention;
import org.cellarius.galaxy.fit.LeastSquares;
import org.cellarius.galaxy.fit.LineEstimator;
import org.cellarius.galaxy.fit.LineMethod;
import org.cellarius.galaxy.fit.LinePriors;
import org.cellarius.galaxy.fit.OrthogonalDistanceRegression;
import org.cellarius.galaxy.fit.OutlierMixtureLine;
import org.cellarius.galaxy.fit.ScatterDirection;
import org.cellarius.galaxy.fit.ScatterLine;
import org.cellarius.galaxy.fit.Span;
import org.cellarius.galaxy.fit.StructuralLine;
import org.cellarius.galaxy.fit.StudentLine;
import org.cellarius.galaxy.fit.TheilSen;
import org.cellarius.galaxy.posterior.Computation;
import org.cellarius.galaxy.posterior.Prior;
import picocli.CommandLine.Option;

/** Which line is fitted, with which priors, and how its posterior is computed. */
final class FitMethodOptions {

    private static final List<String> METHODS = List.of(
            "ols",
            "wls",
            "odr",
            "scatter-vertical",
            "scatter-perpendicular",
            "scatter-structural",
            "hogg2010-printed",
            "chen2025",
            "student-t",
            "outliers",
            "theil-sen",
            "broken-line",
            "age-mixture");

    @Option(names = "--method", paramLabel = "METHOD", required = true, description = "See above.")
    private String method = "";

    @Option(
            names = "--errors",
            paramLabel = "RULE",
            description =
                    "wls: what slope_sd means. absolute: from the stated errors; scaled: times the root of the reduced chi2 (default: absolute).")
    private String errors = "absolute";

    @Option(
            names = "--prior",
            paramLabel = "NAME=PRIOR",
            description =
                    "Prior of slope, intercept, scatter or break_x: uniform(LO,HI), normal(MEAN,SD), half-normal(SD) or half-cauchy(SCALE); repeatable. Default: those of Hawkins (2023); chen2025: of its paper.")
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
            description = "Draws of importance sampling, steps of each walker or chain (default: 20000, 8000, 1000).")
    private Optional<Integer> steps = Optional.empty();

    @Option(names = "--walkers", paramLabel = "N", description = "Walkers of the ensemble (default: 32).")
    private int walkers = 32;

    @Option(names = "--seed", paramLabel = "N", description = "Of the random numbers (default: 1).")
    private long seed = 1;

    @Option(
            names = "--degrees-of-freedom",
            paramLabel = "NU",
            description = "student-t: 1 is Cauchy, large is normal (default: 4).")
    private double degreesOfFreedom = 4;

    @Option(
            names = "--age-edges",
            paramLabel = "AGE,...",
            split = ",",
            description =
                    "age-mixture: edges of all age bins, Gyr; --age-bin must be one of them (default: bins as wide as --age-bin on both sides, from 0 to 13 Gyr).")
    private List<Double> ageEdges = List.of();

    LineEstimator estimator(Optional<Span> bin) {
        String word = Choice.of("method", method, METHODS, w -> w, "--method");
        ErrorConvention convention =
                Choice.of("error convention", errors, List.of(ErrorConvention.values()), Choice::word, "--errors");
        try {
            return of(word, convention, bin);
        } catch (IllegalArgumentException e) {
            throw new InputError(String.valueOf(e.getMessage()), "--method " + word, "Correct the option").withCause(e);
        }
    }

    private LineEstimator of(String word, ErrorConvention convention, Optional<Span> bin) {
        LinePriors hawkins = priors(LinePriors.HAWKINS_2023);
        return switch (word) {
            case "ols" -> new LeastSquares(LineMethod.OLS, ErrorConvention.SCALED);
            case "wls" -> new LeastSquares(LineMethod.WLS, convention);
            case "odr" -> new OrthogonalDistanceRegression();
            case "theil-sen" -> new TheilSen();
            case "scatter-vertical" -> new ScatterLine(ScatterDirection.VERTICAL, hawkins, byQuadrature());
            case "scatter-perpendicular" -> new ScatterLine(ScatterDirection.PERPENDICULAR, hawkins, byQuadrature());
            case "hogg2010-printed" ->
                new ScatterLine(ScatterDirection.PERPENDICULAR_HOGG_2010_PRINTED, hawkins, byQuadrature());
            case "scatter-structural" -> new StructuralLine(hawkins, computation("importance"));
            case "student-t" -> new StudentLine(degreesOfFreedom, hawkins, byQuadrature());
            case "outliers" -> {
                var usual = OutlierMixtureLine.usual(computation("importance"));
                yield new OutlierMixtureLine(hawkins, usual.fraction(), usual.mean(), usual.sd(), usual.computation());
            }
            case "broken-line" ->
                new BrokenLine(
                        hawkins,
                        Optional.ofNullable(priors.get("break_x")).map(FitMethodOptions::prior),
                        computation("importance"));
            case "chen2025" -> {
                var paper = Chen2025Line.ofPaper(bin);
                yield new Chen2025Line(
                        bin,
                        paper.ages(),
                        paper.metallicities(),
                        paper.radii(),
                        priors(LinePriors.CHEN_2025),
                        byQuadrature());
            }
            default -> ageMixture(hawkins, bin);
        };
    }

    private LineEstimator ageMixture(LinePriors given, Optional<Span> bin) {
        Span reported = bin.orElseThrow(() -> new InputError(
                "the age mixture reports one bin", "--method age-mixture", "Name it with --age-bin LO,HI"));
        List<Double> edges = ageEdges.isEmpty() ? edgesAround(reported) : ageEdges;
        int at = edges.indexOf(reported.low());
        if (at < 0 || at + 1 >= edges.size() || edges.get(at + 1) != reported.high()) {
            throw new InputError(
                    "the bin from " + reported.low() + " to " + reported.high() + " is none of the bins " + edges,
                    "--age-edges",
                    "Let two neighbouring edges be those of --age-bin");
        }
        return new AgeMixtureLine(edges, at, given, computation("nuts"));
    }

    private static List<Double> edgesAround(Span bin) {
        double width = bin.high() - bin.low();
        var edges = new ArrayList<Double>();
        int below = (int) Math.floor(bin.low() / width + 1e-9);
        for (int k = below; k > 0; k--) {
            edges.add(bin.low() - k * width);
        }
        edges.add(bin.low());
        edges.add(bin.high());
        for (int k = 1; bin.high() + k * width < 13 + 1e-9; k++) {
            edges.add(bin.high() + k * width);
        }
        return edges;
    }

    private Computation byQuadrature() {
        return computation("quadrature");
    }

    private Computation computation(String usual) {
        String word = Choice.of(
                "computation",
                computation.orElse(usual),
                List.of("quadrature", "importance", "ensemble", "nuts"),
                w -> w,
                "--computation");
        return switch (word) {
            case "quadrature" -> new Computation.Quadrature();
            case "importance" -> new Computation.Importance(steps.orElse(20_000), seed);
            case "ensemble" -> new Computation.Ensemble(walkers, steps.orElse(8000), seed);
            default -> new Computation.NoUTurn(4, steps.orElse(1000), seed);
        };
    }

    private LinePriors priors(LinePriors usual) {
        for (String name : priors.keySet()) {
            Choice.of("parameter", name, List.of("slope", "intercept", "scatter", "break_x"), n -> n, "--prior");
        }
        return new LinePriors(
                Optional.ofNullable(priors.get("slope"))
                        .map(FitMethodOptions::prior)
                        .orElse(usual.slope()),
                Optional.ofNullable(priors.get("intercept"))
                        .map(FitMethodOptions::prior)
                        .orElse(usual.intercept()),
                Optional.ofNullable(priors.get("scatter"))
                        .map(FitMethodOptions::prior)
                        .orElse(usual.scatter()));
    }

    private static Prior prior(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace(" ", "");
        int open = plain.indexOf('(');
        try {
            if (open > 0 && plain.endsWith(")")) {
                String[] numbers = plain.substring(open + 1, plain.length() - 1).split(",", -1);
                double first = Double.parseDouble(numbers[0]);
                String shape = plain.substring(0, open) + numbers.length;
                switch (shape) {
                    case "uniform2" -> {
                        return new Prior.Uniform(first, Double.parseDouble(numbers[1]));
                    }
                    case "normal2" -> {
                        return new Prior.Normal(first, Double.parseDouble(numbers[1]));
                    }
                    case "half-normal1" -> {
                        return new Prior.HalfNormal(first);
                    }
                    case "half-cauchy1" -> {
                        return new Prior.HalfCauchy(first);
                    }
                    default -> {}
                }
            }
        } catch (NumberFormatException e) {
            throw new InputError(
                            "'" + text + "' has a part that is no number", "--prior", "Write for example normal(0,0.5)")
                    .withCause(e);
        } catch (IllegalArgumentException e) {
            throw new InputError(String.valueOf(e.getMessage()), "--prior " + text, "Correct it").withCause(e);
        }
        throw new InputError(
                "'" + text + "' is not a prior",
                "--prior",
                "Write uniform(LO,HI), normal(MEAN,SD), half-normal(SD) or half-cauchy(SCALE)");
    }
}
