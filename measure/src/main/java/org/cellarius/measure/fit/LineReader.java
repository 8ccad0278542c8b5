package org.cellarius.measure.fit;

import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.galaxy.fit.BinWeighting;
import org.cellarius.galaxy.fit.BinnedMedianLine;
import org.cellarius.galaxy.fit.BrokenLine;
import org.cellarius.galaxy.fit.ErrorConvention;
import org.cellarius.galaxy.fit.LeastSquares;
import org.cellarius.galaxy.fit.LineEstimator;
import org.cellarius.galaxy.fit.LineMethod;
import org.cellarius.galaxy.fit.LinePriors;
import org.cellarius.galaxy.fit.OrthogonalDistanceRegression;
import org.cellarius.galaxy.fit.OutlierMixtureLine;
import org.cellarius.galaxy.fit.QuantileLine;
import org.cellarius.galaxy.fit.Resampling;
import org.cellarius.galaxy.fit.RunningMedianLine;
import org.cellarius.galaxy.fit.ScatterDirection;
import org.cellarius.galaxy.fit.ScatterLine;
import org.cellarius.galaxy.fit.Span;
import org.cellarius.galaxy.fit.StructuralLine;
import org.cellarius.galaxy.fit.StudentLine;
import org.cellarius.galaxy.fit.TheilSen;
import org.cellarius.galaxy.posterior.Computation;
import org.cellarius.galaxy.posterior.Prior;

/** Makes a {@link LineChoice} of what a user says. Every mistake is an {@link InputError} at the place of the setting. */
public final class LineReader {

    private final LineMethodWord method;
    private final GivenLine given;
    private final GivenSettings settings;

    private LineReader(LineMethodWord method, GivenLine given) {
        this.method = method;
        this.given = given;
        this.settings = new GivenSettings(given);
    }

    /** The line that is meant. */
    public static LineChoice read(GivenLine given) {
        String place = given.placeOf().apply("method");
        LineMethodWord method =
                Choice.of("method", given.method(), List.of(LineMethodWord.values()), LineMethodWord::word, place);
        var reader = new LineReader(method, given);
        Optional<Resampling> resampling = reader.resampling();
        new UnusedSettings(method, given, reader.computationWord(), resampling).refuse();
        try {
            LineForm form = reader.form();
            return new LineChoice(method, form, reader.ageBin(form), resampling, place);
        } catch (IllegalArgumentException e) {
            throw new InputError(String.valueOf(e.getMessage()), place + " " + method.word(), "Correct the setting")
                    .withCause(e);
        }
    }

    private LineForm form() {
        return switch (method) {
            case OLS -> whole(new LeastSquares(LineMethod.OLS, ErrorConvention.SCALED));
            case WLS ->
                whole(new LeastSquares(
                        LineMethod.WLS,
                        settings.choice(
                                LineSetting.ERRORS,
                                "error convention",
                                ErrorConvention.LARGER,
                                List.of(ErrorConvention.values()),
                                Choice::word)));
            case ODR -> whole(new OrthogonalDistanceRegression());
            case THEIL_SEN -> whole(new TheilSen());
            case QUANTILE ->
                whole(new QuantileLine(settings.number(LineSetting.QUANTILE).orElse(0.5)));
            case BINNED_MEDIAN ->
                whole(new BinnedMedianLine(
                        needed(LineSetting.BIN_WIDTH),
                        settings.integer(LineSetting.BIN_MINIMUM, 10),
                        settings.choice(
                                LineSetting.BIN_WEIGHTS,
                                "weighting of bins",
                                BinWeighting.UNWEIGHTED,
                                List.of(BinWeighting.values()),
                                Choice::word)));
            case RUNNING_MEDIAN ->
                whole(new RunningMedianLine(
                        settings.integer(LineSetting.WINDOW, (int) needed(LineSetting.WINDOW)),
                        needed(LineSetting.OVERLAP),
                        settings.number(LineSetting.POINTS_FROM)));
            case SCATTER_VERTICAL -> whole(scatter(ScatterDirection.VERTICAL));
            case SCATTER_PERPENDICULAR -> whole(scatter(ScatterDirection.PERPENDICULAR));
            case HOGG2010_PRINTED -> whole(scatter(ScatterDirection.PERPENDICULAR_HOGG_2010_PRINTED));
            case SCATTER_STRUCTURAL -> whole(new StructuralLine(priors(LinePriors.USUAL), computation()));
            case STUDENT_T ->
                whole(new StudentLine(
                        settings.number(LineSetting.DEGREES_OF_FREEDOM).orElse(StudentLine.USUAL.degreesOfFreedom()),
                        priors(LinePriors.USUAL),
                        computation()));
            case OUTLIERS -> whole(outliers());
            case BROKEN_LINE -> whole(new BrokenLine(priors(LinePriors.USUAL), prior("break_x"), computation()));
            case CHEN2025 -> new LineForm.Chen2025(priors(LinePriors.CHEN_2025), computation());
            case AGE_MIXTURE -> ageMixture();
        };
    }

    private static LineForm whole(LineEstimator line) {
        return new LineForm.Whole(line);
    }

    private Optional<Span> ageBin(LineForm form) {
        List<Double> edges = settings.numbers(LineSetting.AGE_BIN);
        if (edges.isEmpty()) {
            return Optional.empty();
        }
        String place = given.place(LineSetting.AGE_BIN);
        if (edges.size() != 2) {
            throw new InputError("an age bin has two edges", place, "Write for example 2.25,3.5");
        }
        Span bin;
        try {
            bin = new Span(edges.get(0), edges.get(1));
        } catch (IllegalArgumentException e) {
            throw new InputError(String.valueOf(e.getMessage()), place, "Write the lower edge first").withCause(e);
        }
        if (form instanceof LineForm.OfAgeBins f) {
            List<Double> all = f.edgesAround(bin);
            int at = all.indexOf(bin.low());
            if (at < 0 || at + 1 >= all.size() || all.get(at + 1) != bin.high()) {
                throw new InputError(
                        "the bin from " + bin.low() + " to " + bin.high() + " is none of the bins " + all,
                        given.place(LineSetting.AGE_EDGES),
                        "Let two neighbouring edges be those of the " + LineSetting.AGE_BIN.word());
            }
        }
        return Optional.of(bin);
    }

    private double needed(LineSetting setting) {
        return settings.number(setting)
                .orElseThrow(() -> new InputError(
                        method.word() + " needs '" + setting.word() + "'",
                        given.placeOf().apply("method"),
                        "Give it; docs/science/fits.md names what the papers chose"));
    }

    private Optional<Resampling> resampling() {
        return settings.text(LineSetting.RESAMPLE)
                .map(text -> ResamplingText.parse(
                        text, settings.whole(LineSetting.SEED, 1), given.place(LineSetting.RESAMPLE)));
    }

    private ScatterLine scatter(ScatterDirection direction) {
        return new ScatterLine(direction, priors(direction.priors()), computation());
    }

    private OutlierMixtureLine outliers() {
        var usual = OutlierMixtureLine.usual(computation());
        return new OutlierMixtureLine(
                priors(LinePriors.USUAL),
                prior("outlier_fraction").orElse(usual.fraction()),
                prior("outlier_mean").orElse(usual.mean()),
                prior("outlier_sd").orElse(usual.sd()),
                usual.computation());
    }

    private LineForm ageMixture() {
        List<Double> edges = settings.numbers(LineSetting.AGE_EDGES);
        return new LineForm.OfAgeBins(
                edges.isEmpty() ? Optional.empty() : Optional.of(edges), priors(LinePriors.USUAL), computation());
    }

    private String computationWord() {
        return settings.choice(
                LineSetting.COMPUTATION,
                "computation",
                method.usualComputation(),
                List.of("quadrature", "importance", "ensemble", "nuts"),
                w -> w);
    }

    private Computation computation() {
        long seed = settings.whole(LineSetting.SEED, 1);
        return switch (computationWord()) {
            case "quadrature" -> new Computation.Quadrature();
            case "importance" -> new Computation.Importance(settings.integer(LineSetting.STEPS, 20_000), seed);
            case "ensemble" ->
                new Computation.Ensemble(
                        settings.integer(LineSetting.WALKERS, 32), settings.integer(LineSetting.STEPS, 20_000), seed);
            default -> new Computation.NoUTurn(4, settings.integer(LineSetting.STEPS, 1000), seed);
        };
    }

    private LinePriors priors(LinePriors usual) {
        return new LinePriors(
                prior("slope").orElse(usual.slope()),
                prior("intercept").orElse(usual.intercept()),
                prior("scatter").orElse(usual.scatter()));
    }

    private Optional<Prior> prior(String parameter) {
        return Optional.ofNullable(given.priors().get(parameter))
                .map(text -> PriorText.parse(text, given.place(LineSetting.PRIOR)));
    }
}
