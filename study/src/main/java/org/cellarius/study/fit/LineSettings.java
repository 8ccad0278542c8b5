package org.cellarius.study.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.galaxy.fit.AgeMixtureLine;
import org.cellarius.galaxy.fit.BinWeighting;
import org.cellarius.galaxy.fit.BinnedMedianLine;
import org.cellarius.galaxy.fit.BrokenLine;
import org.cellarius.galaxy.fit.Chen2025Line;
import org.cellarius.galaxy.fit.ErrorConvention;
import org.cellarius.galaxy.fit.LeastSquares;
import org.cellarius.galaxy.fit.LineEstimator;
import org.cellarius.galaxy.fit.LineMethod;
import org.cellarius.galaxy.fit.LinePriors;
import org.cellarius.galaxy.fit.OrthogonalDistanceRegression;
import org.cellarius.galaxy.fit.OutlierMixtureLine;
import org.cellarius.galaxy.fit.QuantileLine;
import org.cellarius.galaxy.fit.ResampledLine;
import org.cellarius.galaxy.fit.Resampling;
import org.cellarius.galaxy.fit.RunningMedianLine;
import org.cellarius.galaxy.fit.ScatterDirection;
import org.cellarius.galaxy.fit.ScatterLine;
import org.cellarius.galaxy.fit.Span;
import org.cellarius.galaxy.fit.StructuralLine;
import org.cellarius.galaxy.fit.StudentLine;
import org.cellarius.galaxy.fit.TheilSen;
import org.cellarius.galaxy.population.EvenSteps;
import org.cellarius.galaxy.posterior.Computation;
import org.cellarius.galaxy.posterior.Prior;

/**
 * A line fit as its user words it. Every mistake is an {@link InputError} at the place of the setting.
 *
 * @param method which line
 * @param texts the settings given, as texts; lists with commas. Those not given have the values that docs/science/fits.md states
 * @param priors by the name of their parameter, as {@link PriorText} reads them
 * @param placeOf where a setting was given, by its word, or {@code method}: {@code --steps}, or file, line and column of a study
 */
public record LineSettings(
        LineMethodWord method,
        Map<LineSetting, String> texts,
        Map<String, String> priors,
        Function<String, String> placeOf) {

    /** The words of all methods, for schemas and messages. */
    public static final List<String> METHODS =
            Arrays.stream(LineMethodWord.values()).map(LineMethodWord::word).toList();

    public LineSettings {
        texts = Map.copyOf(texts);
        priors = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(priors));
    }

    /** The settings of the method of that word. */
    public static LineSettings of(
            String method,
            Map<LineSetting, String> texts,
            Map<String, String> priors,
            Function<String, String> placeOf) {
        LineMethodWord found = Choice.of(
                "method", method, List.of(LineMethodWord.values()), LineMethodWord::word, placeOf.apply("method"));
        return new LineSettings(found, texts, priors, placeOf);
    }

    /** The line that is meant. */
    public LineEstimator estimator() {
        new UnusedSettings(this).refuse();
        try {
            LineEstimator line = single();
            Optional<Resampling> resampling = resampling();
            return resampling.isPresent() ? new ResampledLine(line, resampling.get()) : line;
        } catch (IllegalArgumentException e) {
            throw new InputError(
                            String.valueOf(e.getMessage()),
                            placeOf.apply("method") + " " + method.word(),
                            "Correct the setting")
                    .withCause(e);
        }
    }

    /**
     * The age bin, Gyr, if one is set. {@code chen2025} and {@code age-mixture} know it ({@link LineEstimator#inputs} says that they need ages);
     * for the other lines whoever reads the stars cuts by it ({@link org.cellarius.galaxy.fit.LineStars#ofAges}).
     */
    public Optional<Span> ageBin() {
        List<Double> edges = settings().numbers(LineSetting.AGE_BIN);
        if (edges.isEmpty()) {
            return Optional.empty();
        }
        String place = settings().place(LineSetting.AGE_BIN);
        if (edges.size() != 2) {
            throw new InputError("an age bin has two edges", place, "Write for example 2.25,3.5");
        }
        try {
            return Optional.of(new Span(edges.get(0), edges.get(1)));
        } catch (IllegalArgumentException e) {
            throw new InputError(String.valueOf(e.getMessage()), place, "Write the lower edge first").withCause(e);
        }
    }

    /** The same line for one of several neighbouring age bins; lines that know no ages stay as they are. */
    public LineSettings inAgeBin(List<Double> edges, int bin) {
        var all = new EnumMap<LineSetting, String>(LineSetting.class);
        all.putAll(texts);
        switch (method) {
            case CHEN2025 -> all.put(LineSetting.AGE_BIN, edges.get(bin) + "," + edges.get(bin + 1));
            case AGE_MIXTURE -> {
                all.put(LineSetting.AGE_BIN, edges.get(bin) + "," + edges.get(bin + 1));
                all.putIfAbsent(
                        LineSetting.AGE_EDGES,
                        edges.stream().map(String::valueOf).collect(Collectors.joining(",")));
            }
            case OLS,
                    WLS,
                    ODR,
                    SCATTER_VERTICAL,
                    SCATTER_PERPENDICULAR,
                    SCATTER_STRUCTURAL,
                    HOGG2010_PRINTED,
                    STUDENT_T,
                    OUTLIERS,
                    THEIL_SEN,
                    QUANTILE,
                    BINNED_MEDIAN,
                    RUNNING_MEDIAN,
                    BROKEN_LINE -> {}
        }
        return new LineSettings(method, all, priors, placeOf);
    }

    SettingTexts settings() {
        return new SettingTexts(texts, placeOf);
    }

    private LineEstimator single() {
        return switch (method) {
            case OLS -> new LeastSquares(LineMethod.OLS, ErrorConvention.SCALED);
            case WLS ->
                new LeastSquares(
                        LineMethod.WLS,
                        settings()
                                .choice(
                                        LineSetting.ERRORS,
                                        "error convention",
                                        ErrorConvention.LARGER,
                                        List.of(ErrorConvention.values()),
                                        Choice::word));
            case ODR -> new OrthogonalDistanceRegression();
            case THEIL_SEN -> new TheilSen();
            case QUANTILE ->
                new QuantileLine(settings().number(LineSetting.QUANTILE).orElse(0.5));
            case BINNED_MEDIAN ->
                new BinnedMedianLine(
                        needed(LineSetting.BIN_WIDTH),
                        settings().integer(LineSetting.BIN_MINIMUM, 10),
                        settings()
                                .choice(
                                        LineSetting.BIN_WEIGHTS,
                                        "weighting of bins",
                                        BinWeighting.UNWEIGHTED,
                                        List.of(BinWeighting.values()),
                                        Choice::word));
            case RUNNING_MEDIAN ->
                new RunningMedianLine(
                        settings().integer(LineSetting.WINDOW, (int) needed(LineSetting.WINDOW)),
                        needed(LineSetting.OVERLAP),
                        settings().number(LineSetting.POINTS_FROM));
            case SCATTER_VERTICAL -> scatter(ScatterDirection.VERTICAL);
            case SCATTER_PERPENDICULAR -> scatter(ScatterDirection.PERPENDICULAR);
            case HOGG2010_PRINTED -> scatter(ScatterDirection.PERPENDICULAR_HOGG_2010_PRINTED);
            case SCATTER_STRUCTURAL -> new StructuralLine(usualPriors(), computation());
            case STUDENT_T ->
                new StudentLine(
                        settings().number(LineSetting.DEGREES_OF_FREEDOM).orElse(StudentLine.USUAL.degreesOfFreedom()),
                        usualPriors(),
                        computation());
            case OUTLIERS -> outliers();
            case BROKEN_LINE ->
                new BrokenLine(
                        usualPriors(),
                        Optional.ofNullable(priors.get("break_x")).map(this::prior),
                        computation());
            case CHEN2025 -> chen2025();
            case AGE_MIXTURE -> ageMixture();
        };
    }

    private double needed(LineSetting setting) {
        return settings()
                .number(setting)
                .orElseThrow(() -> new InputError(
                        method.word() + " needs '" + setting.word() + "'",
                        placeOf.apply("method"),
                        "Give it; docs/science/fits.md names what the papers chose"));
    }

    Optional<Resampling> resampling() {
        return settings().has(LineSetting.RESAMPLE)
                ? Optional.of(ResamplingText.parse(
                        settings().text(LineSetting.RESAMPLE, ""),
                        settings().whole(LineSetting.SEED, 1),
                        settings().place(LineSetting.RESAMPLE)))
                : Optional.empty();
    }

    private ScatterLine scatter(ScatterDirection direction) {
        return new ScatterLine(direction, linePriors(direction.priors()), computation());
    }

    private OutlierMixtureLine outliers() {
        var usual = OutlierMixtureLine.usual(computation());
        return new OutlierMixtureLine(
                usualPriors(),
                priorOr("outlier_fraction", usual.fraction()),
                priorOr("outlier_mean", usual.mean()),
                priorOr("outlier_sd", usual.sd()),
                usual.computation());
    }

    private Chen2025Line chen2025() {
        var paper = Chen2025Line.ofPaper(ageBin());
        return new Chen2025Line(
                ageBin(),
                paper.ages(),
                paper.metallicities(),
                paper.radii(),
                linePriors(paper.priors()),
                computation());
    }

    private AgeMixtureLine ageMixture() {
        Span reported = ageBin().orElseThrow(() -> new InputError(
                "the age mixture reports one bin",
                placeOf.apply("method"),
                "Name it with " + LineSetting.AGE_BIN.word()));
        List<Double> given = settings().numbers(LineSetting.AGE_EDGES);
        List<Double> edges = given.isEmpty() ? edgesAround(reported) : given;
        int at = edges.indexOf(reported.low());
        if (at < 0 || at + 1 >= edges.size() || edges.get(at + 1) != reported.high()) {
            throw new InputError(
                    "the bin from " + reported.low() + " to " + reported.high() + " is none of the bins " + edges,
                    settings().place(LineSetting.AGE_EDGES),
                    "Let two neighbouring edges be those of the " + LineSetting.AGE_BIN.word());
        }
        return new AgeMixtureLine(edges, at, usualPriors(), computation());
    }

    /** Bins as wide as this one on both sides, from 0 to 13 Gyr. */
    private static List<Double> edgesAround(Span bin) {
        double width = bin.high() - bin.low();
        var steps = EvenSteps.from(bin.low(), bin.high());
        var edges = new ArrayList<Double>();
        int below = (int) Math.floor(bin.low() / width + 1e-9);
        for (int k = below; k > 0; k--) {
            edges.add(steps.at(-k));
        }
        edges.add(bin.low());
        edges.add(bin.high());
        for (int k = 2; steps.at(k) < 13 + 1e-9; k++) {
            edges.add(steps.at(k));
        }
        return edges;
    }

    String computationWord() {
        return settings()
                .choice(
                        LineSetting.COMPUTATION,
                        "computation",
                        method.usualComputation(),
                        List.of("quadrature", "importance", "ensemble", "nuts"),
                        w -> w);
    }

    private Computation computation() {
        SettingTexts s = settings();
        long seed = s.whole(LineSetting.SEED, 1);
        return switch (computationWord()) {
            case "quadrature" -> new Computation.Quadrature();
            case "importance" -> new Computation.Importance(s.integer(LineSetting.STEPS, 20_000), seed);
            case "ensemble" ->
                new Computation.Ensemble(
                        s.integer(LineSetting.WALKERS, 32), s.integer(LineSetting.STEPS, 20_000), seed);
            default -> new Computation.NoUTurn(4, s.integer(LineSetting.STEPS, 1000), seed);
        };
    }

    private LinePriors usualPriors() {
        return linePriors(LinePriors.USUAL);
    }

    private LinePriors linePriors(LinePriors usual) {
        return new LinePriors(
                priorOr("slope", usual.slope()),
                priorOr("intercept", usual.intercept()),
                priorOr("scatter", usual.scatter()));
    }

    private Prior priorOr(String parameter, Prior usual) {
        return Optional.ofNullable(priors.get(parameter)).map(this::prior).orElse(usual);
    }

    private Prior prior(String text) {
        return PriorText.parse(text, settings().place(LineSetting.PRIOR));
    }
}
