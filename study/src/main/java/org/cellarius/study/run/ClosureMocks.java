package org.cellarius.study.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.Aggregate;
import org.cellarius.engine.Engine;
import org.cellarius.engine.PartialFiles;
import org.cellarius.engine.Progress;
import org.cellarius.engine.Relation;
import org.cellarius.engine.StageCache;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Expression;
import org.cellarius.engine.expression.RowNumber;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.fit.Closure;
import org.cellarius.galaxy.fit.Estimate;
import org.cellarius.galaxy.fit.FitStatus;
import org.cellarius.galaxy.fit.FittedLine;
import org.cellarius.galaxy.mock.LineTruth;
import org.cellarius.galaxy.mock.MockObservations;
import org.cellarius.galaxy.random.CounterRandom;
import org.cellarius.measure.fit.LineChoice;
import org.cellarius.measure.gradient.Gradient;
import org.cellarius.measure.gradient.LinesOfCase;
import org.cellarius.measure.gradient.Variant;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.SlicesSource;
import org.cellarius.measure.product.Stars;
import org.cellarius.study.Study;
import org.cellarius.study.Version;
import org.cellarius.study.result.ClosureLine;
import org.cellarius.study.result.Cutflow;
import org.cellarius.study.run.StarTableBuilder.Extent;

/** The mock samples of one population and variant of a gradient, and what lines find in them. */
final class ClosureMocks {

    /**
     * Where mocks are made.
     *
     * @param catalogue the study's catalogues as one table
     * @param derived the same stars with what the study derives of each
     * @param own the study's own stars after its cuts
     * @param scratch folder for the tables of a sample; deleted with it
     */
    record Bench(
            Study study,
            ClosurePlan plan,
            StarTable catalogue,
            StarTable derived,
            StarTable own,
            Engine engine,
            StudyFiles files,
            Path scratch) {}

    private final Study study;
    private final ClosurePlan plan;
    private final Gradient gradient;
    private final LinesOfCase of;
    private final Variant variant;
    private final TableColumn y;
    private final StarTable catalogue;
    private final StarTable derived;
    private final StarTable own;
    private final Engine engine;
    private final StudyFiles files;
    private final Path scratch;
    private final List<String> notes;
    private final List<Double> edges;
    private final Optional<LineTruth> truth;

    /**
     * @param of the lines of the study's own stars
     * @param y the catalogue's column that is drawn
     * @param notes receives sentences about what could not be tested
     */
    ClosureMocks(Bench bench, Gradient gradient, LinesOfCase of, TableColumn y, List<String> notes) {
        this.study = bench.study();
        this.plan = bench.plan();
        this.gradient = gradient;
        this.of = of;
        // As the study has it: what the lines of the study's own stars do not read is drawn all the same.
        this.variant = gradient.variants().stream()
                .filter(v -> v.name().equals(of.variant().name()))
                .findFirst()
                .orElseThrow();
        this.y = y;
        this.catalogue = bench.catalogue();
        this.derived = bench.derived();
        this.own = bench.own();
        this.engine = bench.engine();
        this.files = bench.files();
        this.scratch = bench.scratch();
        this.notes = notes;
        this.edges = variant.slices().map(SlicesSource::edges).orElse(List.of());
        this.truth = truth();
    }

    static LineChoice line(String method) {
        return LineChoice.of(method, "--method");
    }

    /** Empty where the product has one. */
    private String population() {
        return gradient.of(variant).populations().isEmpty()
                ? ""
                : of.population().orElse("");
    }

    private String title() {
        return Stream.of(gradient.head().name(), population(), variant.name())
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** Slices without a line of their own borrow that of their neighbour; none where no slice has one. */
    private Optional<LineTruth> truth() {
        int n = of.lines().size();
        double[] slopes = new double[n];
        double[] intercepts = new double[n];
        double[] scatters = new double[n];
        List<FittedLine> good =
                of.lines().stream().filter(l -> l.status() == FitStatus.OK).toList();
        if (good.isEmpty()) {
            notes.add(title() + " is not tested: no slice of the study's own stars has a line.");
            return Optional.empty();
        }
        FittedLine last = good.getFirst();
        for (int g = 0; g < n; g++) {
            last = of.lines().get(g).status() == FitStatus.OK ? of.lines().get(g) : last;
            slopes[g] = value(last, "slope");
            intercepts[g] = value(last, "intercept");
            scatters[g] = plan.scatter()
                    .orElse(
                            last.estimate("scatter").isPresent()
                                    ? value(last, "scatter")
                                    : Math.sqrt(last.measures().getOrDefault("reduced_chi2", 0.0)));
            if (plan.slope().isPresent()) {
                // About the middle of the stars, so that y stays where it is.
                double pivot = middle(g);
                intercepts[g] += (slopes[g] - plan.slope().getAsDouble()) * pivot;
                slopes[g] = plan.slope().getAsDouble();
            }
        }
        return Optional.of(
                new LineTruth(edges.stream().mapToDouble(Double::doubleValue).toArray(), slopes, intercepts, scatters));
    }

    private double middle(int slice) {
        Expression x =
                study.stars(engine, own, Progress.SILENT).quantity(variant.x()).value();
        Expression in = variant.slices()
                .map(s -> study.stars(engine, own, Progress.SILENT)
                        .quantity(s.of())
                        .value()
                        .isBetween(Expression.of(edges.get(slice)), Expression.of(edges.get(slice + 1))))
                .orElse(Expression.always());
        double mean = engine.answers(
                        own, List.of(Aggregate.of("mean", Aggregate.Of.MEAN, x).where(in.and(x.isFinite()))))[0];
        return Double.isNaN(mean) ? 0 : mean;
    }

    private static double value(FittedLine line, String name) {
        return line.estimate(name).map(Estimate::value).orElse(0.0);
    }

    private Stars stars() {
        return study.stars(engine, derived, Progress.SILENT);
    }

    private Expression x() {
        return stars().quantity(variant.x()).value();
    }

    List<ClosureLine> lines(Progress progress) {
        if (truth.isEmpty()) {
            return List.of();
        }
        Map<String, Gradient> tried = new LinkedHashMap<>();
        if (plan.methods().isEmpty()) {
            tried.put(variant.own().line().orElse(gradient.line()).method().word(), gradient);
        }
        for (String method : plan.methods()) {
            Gradient other = gradient.with(line(method));
            List<String> lacking = lacking(other);
            if (gradient.head().weight().isPresent() && !other.probe().takesWeights()) {
                notes.add("%s is not tested with %s, which takes no weights.".formatted(title(), method));
            } else if (lacking.isEmpty()) {
                tried.put(method, other);
            } else {
                notes.add("%s is not tested with %s, which needs %s."
                        .formatted(title(), method, String.join(", ", lacking)));
            }
        }
        if (tried.isEmpty()) {
            return List.of();
        }
        tellWhatIsLeftOut();
        Map<String, List<List<FittedLine>>> found = new LinkedHashMap<>();
        tried.keySet().forEach(m -> found.put(m, new ArrayList<>()));
        progress.note(
                "%s: %s; each is drawn, derived, cut and fitted (%s) as the study's own stars. The first tells how long all take"
                        .formatted(
                                title(),
                                (plan.samples() == 1 ? "1 mock sample of " : plan.samples() + " mock samples of ")
                                        + Numbers.stars(catalogue.rows()),
                                String.join(", ", tried.keySet())));
        progress.begin("mock samples of " + title(), plan.samples());
        for (int k = 0; k < plan.samples(); k++) {
            StarTable stars = stars(k);
            tried.forEach((method, product) ->
                    found.getOrDefault(method, new ArrayList<>()).add(fitted(product, stars)));
            PartialFiles.delete(scratch.resolve(String.valueOf(k)));
            progress.advance(1);
        }
        progress.end();
        return tried.keySet().stream()
                .flatMap(m -> closures(m, found.getOrDefault(m, List.of())).stream())
                .toList();
    }

    private static List<String> lacking(Gradient other) {
        try {
            return other.lacking();
        } catch (InputError settings) {
            return List.of("settings: " + settings.what());
        }
    }

    private List<FittedLine> fitted(Gradient product, StarTable stars) {
        return product.lines(study.stars(engine, stars, Progress.SILENT)).stream()
                .filter(l -> l.population().equals(of.population())
                        && l.variant().name().equals(variant.name()))
                .findFirst()
                .map(LinesOfCase::lines)
                .orElse(List.of());
    }

    /** The stars of a mock sample, as the study would see them. */
    private StarTable stars(int sample) {
        if (PartialFiles.isEnding()) {
            // The program is being ended, and its hidden files are going.
            throw new IllegalStateException("interrupted");
        }
        Path folder = scratch.resolve(String.valueOf(sample));
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ObservedColumns observed = ObservedColumns.of(catalogue, y.name(), namedErrors());
        var kernel = new MockObservations(
                truth.orElseThrow(),
                new OutputColumn(y.name(), y.unit(), y.description()),
                observed.columns(),
                new CounterRandom(plan.seed()).forPurpose("closure of " + title() + ", sample " + sample));
        var expressions = new ArrayList<Expression>(List.of(
                new RowNumber(),
                x(),
                variant.slices().map(s -> stars().quantity(s.of()).value()).orElse(Expression.of(0)),
                y.value(),
                yError()));
        expressions.addAll(observed.expressions());
        List<String> replaced =
                kernel.outputs().stream().map(OutputColumn::name).toList();
        List<String> kept =
                catalogue.names().stream().filter(n -> !replaced.contains(n)).toList();
        StarTable drawn = engine.applyKernel(
                derived, kernel, expressions, kept, folder.resolve("drawn.parquet"), Progress.SILENT);
        StarTable mock =
                engine.write(Relation.of(drawn).only(catalogue.columns()), folder.resolve("catalogue.parquet"));
        var cache = new StageCache(folder, Version.BUILD);
        var builder = new StarTableBuilder(study, files, engine, cache, Progress.SILENT, Extent.ROWS, new RunNotes());
        StarTable cut = builder.cut(
                builder.derived(Staged.of(new Workshop(engine, cache, Progress.SILENT), mock, "mock " + sample)));
        return new CorrectedStars(study, engine, cache, Progress.SILENT, new Cutflow()).starsOf(cut);
    }

    /** Errors that the product names for columns of the catalogue: of x, and of the age. */
    private Map<String, Expression> namedErrors() {
        Map<String, Expression> named = new LinkedHashMap<>();
        variant.xError().ifPresent(e -> named.put(variant.x().expression().strip(), read(e)));
        gradient.age().ifPresent(age -> gradient.ageError().ifPresent(e -> named.put(age.strip(), read(e))));
        return named;
    }

    private Expression read(String expression) {
        return engine.expression(expression, derived, gradient.head().place().toString());
    }

    /** What a mock cannot do as the catalogue may have it. */
    private void tellWhatIsLeftOut() {
        String x = variant.x().expression().strip();
        if (variant.xError().isPresent() && catalogue.column(x).isEmpty()) {
            List<String> observed = ObservedColumns.of(catalogue, y.name(), namedErrors()).columns().stream()
                    .map(OutputColumn::name)
                    .toList();
            notes.add(
                    "%s: '%s' is derived, and the mock's errors of it come from those of the catalogue's columns (%s), not from 'x-error'."
                            .formatted(
                                    title(), x, observed.isEmpty() ? "none has errors" : String.join(", ", observed)));
        }
        if (variant.xyCovariance().isPresent()) {
            notes.add(title() + ": the mock's errors are independent of each other; 'xy-covariance' is not drawn.");
        }
    }

    /** The errors with which y is measured: those that the product names, or the column beside y. */
    private Expression yError() {
        return variant.own()
                .yError()
                .or(gradient::yError)
                .map(this::read)
                .or(() -> derived.column(y.name() + "_error").map(TableColumn::value))
                .orElse(Expression.of(0));
    }

    private List<ClosureLine> closures(String method, List<List<FittedLine>> samples) {
        var lines = new ArrayList<ClosureLine>();
        LineTruth known = truth.orElseThrow();
        for (int g = 0; g < known.slopes().length; g++) {
            int slice = g;
            List<FittedLine> own = samples.stream().map(s -> s.get(slice)).toList();
            List<Estimate> estimates = own.stream()
                    .map(l ->
                            l.estimate("slope").orElse(new Estimate("slope", Double.NaN, Double.NaN, Optional.empty())))
                    .toList();
            double[] truths = new double[own.size()];
            Arrays.fill(truths, known.slopes()[g]);
            Optional<String> failure = own.stream()
                    .filter(l -> l.status() != FitStatus.OK)
                    .map(l -> l.status().meaning())
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                    .entrySet()
                    .stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey);
            lines.add(new ClosureLine(
                    gradient.head().name(),
                    population(),
                    variant.name(),
                    g + 1,
                    edges.isEmpty() ? Double.NaN : edges.get(g),
                    edges.isEmpty() ? Double.NaN : edges.get(g + 1),
                    method,
                    stars().quantity(gradient.y()).per(stars().quantity(variant.x())),
                    known.slopes()[g],
                    Closure.of(estimates, truths),
                    failure));
        }
        return lines;
    }
}
