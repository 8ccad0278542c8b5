package org.cellarius.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.TableFile;
import org.cellarius.engine.Aggregate;
import org.cellarius.engine.Engine;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Expression;
import org.cellarius.engine.expression.RowNumber;
import org.cellarius.galaxy.fit.AgeMixtureLine;
import org.cellarius.galaxy.fit.DecisiveStars;
import org.cellarius.galaxy.fit.FitStatus;
import org.cellarius.galaxy.fit.FittedLine;
import org.cellarius.galaxy.fit.LeastSquares;
import org.cellarius.galaxy.fit.LineEstimator;
import org.cellarius.galaxy.fit.LineInputs;
import org.cellarius.galaxy.fit.LineInputs.Need;
import org.cellarius.galaxy.fit.Span;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.measure.LineData;
import org.cellarius.measure.StarLine;
import org.cellarius.measure.StarLines;
import org.cellarius.measure.drawing.FigureFile;
import org.cellarius.measure.fit.LineChoice;
import org.cellarius.measure.gradient.FitFigure;
import org.cellarius.measure.product.Stars;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fits a line to two columns of a table. */
@Command(
        name = "fit",
        description = {
            "Fit a line to two columns of a table.",
            "Methods: ols, wls, odr, scatter-vertical, scatter-perpendicular (Hawkins 2023), scatter-structural, hogg2010-printed,",
            "chen2025, student-t, outliers, theil-sen, quantile, binned-median (Long et al. 2025), running-median (Imig et al. 2023),",
            "broken-line, age-mixture; docs/science/fits.md tells when to use which. Options that a method does not use are refused."
        })
final class FitCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "TABLE",
            description = "FITS, VOTable, ECSV, CSV, TSV, text, CDS, Parquet, HDF5 or Feather.")
    private Path table = Path.of("");

    @Option(
            names = "--x",
            paramLabel = "COL",
            required = true,
            description = "Column or expression, for example r or 'abs(z)'.")
    private String x = "";

    @Option(names = "--y", paramLabel = "COL", required = true, description = "Column or expression.")
    private String y = "";

    @Option(
            names = "--x-error",
            paramLabel = "COL",
            description = "One-sigma errors of x; 0 means exact. What a method does not use is said in 'warnings'.")
    private Optional<String> xError = Optional.empty();

    @Option(
            names = "--y-error",
            paramLabel = "COL",
            description = "One-sigma errors of y; needed by all but ols, theil-sen and those of medians and quantiles.")
    private Optional<String> yError = Optional.empty();

    @Option(names = "--xy-cov", paramLabel = "COL", description = "Covariances of the errors of x and y.")
    private Optional<String> covariance = Optional.empty();

    @Option(names = "--age", paramLabel = "COL", description = "Ages, Gyr.")
    private Optional<String> age = Optional.empty();

    @Option(names = "--age-error", paramLabel = "COL", description = "One-sigma errors of the ages, Gyr.")
    private Optional<String> ageError = Optional.empty();

    @Option(
            names = "--weight",
            paramLabel = "COL",
            description = "How much a star counts: 1/p where a survey takes it with the probability p.")
    private Optional<String> weight = Optional.empty();

    @Mixin
    private FitMethodOptions methods = new FitMethodOptions();

    @Option(names = "--where", paramLabel = "EXPR", description = "Only rows where this is true.")
    private Optional<String> where = Optional.empty();

    @Mixin
    private TableInput input = new TableInput();

    @Mixin
    private SurveyOption survey = new SurveyOption();

    @Mixin
    private Resources resources = new Resources();

    @Option(
            names = "--figure",
            paramLabel = "FILE",
            description = "Draw the stars with the line, as wide as a column of a journal; ending .png, .svg or .pdf.")
    private Optional<Path> figure = Optional.empty();

    @Mixin
    private Outputs outputs = new Outputs();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        LineChoice chosen = methods.line();
        Optional<Span> bin = chosen.ageBin();
        LineEstimator method = chosen.estimator();
        requireColumns(method, bin);
        survey.check();
        figure.ifPresent(outputs::figure);
        TableFile file = input.open(table);
        try (var session = TableSession.reading(table, input, resources)) {
            Engine engine = session.engine();
            StarTable stars = survey.applied(session, session.table(file), table);
            StarLine found = fitted(engine, stars, method, bin);
            FittedLine line = found.line();
            figure.ifPresent(out ->
                    FigureFile.write(drawn(chosen).of(Stars.alone(engine, stars), title(), found), out));
            FitPrinter.print(line, method, json);
            // A status in the output does not stop a script.
            return line.status() == FitStatus.OK ? 0 : Cellarius.FAILED;
        }
    }

    private void requireColumns(LineEstimator method, Optional<Span> bin) {
        LineInputs inputs = method.inputs();
        if (weight.isPresent() && !method.takesWeights()) {
            throw new InputError(
                    "the line '" + method.word() + "' takes no weights: its intervals have no weighted form",
                    "--weight",
                    "Use for example --method scatter-vertical, student-t or binned-median, or leave it out");
        }
        if (inputs.yError() == Need.NEEDED && yError.isEmpty()) {
            throw new InputError(
                    method instanceof LeastSquares
                            ? "weighted least squares needs errors"
                            : "this method needs errors of y",
                    "--method " + method.word(),
                    "Add --y-error COL, or use --method ols");
        }
        if ((bin.isPresent() || inputs.age() == Need.NEEDED) && age.isEmpty()) {
            throw new InputError("an age bin needs ages", "--age-bin", "Add --age COL, or leave the bin out");
        }
        if (inputs.ageError() == Need.NEEDED && ageError.isEmpty()) {
            throw new InputError(
                    "this method weighs stars by the errors of their ages",
                    "--method " + method.word(),
                    "Add --age-error COL" + (method instanceof AgeMixtureLine ? "" : ", or leave the age bin out"));
        }
    }

    private String title() {
        return y + " against " + x + " of " + table.getFileName();
    }

    /** What is drawn: the stars that the line was fitted to, cut by age where it is. */
    private FitFigure drawn(LineChoice chosen) {
        Optional<String> ages = chosen.knowsAges()
                ? Optional.empty()
                : chosen.ageBin()
                        .flatMap(b -> age.map(a -> "(%s) >= %s AND (%s) < %s".formatted(a, b.low(), a, b.high())));
        Optional<String> both = where.flatMap(w -> ages.map(a -> "(" + w + "\n) AND " + a))
                .or(() -> where)
                .or(() -> ages);
        return new FitFigure(x, y, xError, yError, both, chosen);
    }

    private StarLine fitted(Engine engine, StarTable stars, LineEstimator method, Optional<Span> bin) {
        LineData data = data(engine, stars);
        List<Expression> read = data.expressions();
        var warnings = new ArrayList<String>();
        sayUnused(engine, stars, method, warnings);
        Expression condition = condition(engine, stars);
        warnings.addAll(input.fillers().suspected(engine, stars, condition, read, texts()));
        var progress = new TerminalProgress();
        var lines = new StarLines(
                engine,
                stars,
                progress,
                condition,
                new Grouping.Everyone(),
                Optional.empty(),
                data,
                group -> method,
                bin,
                false,
                0,
                decisive -> decisive.sentence(star -> rowInTable(engine, stars, star, read, condition)),
                "the table",
                table.toString());
        StarLines.Found found = lines.found().answered(engine, stars, progress);
        StarLine first = found.lines().getFirst();
        FittedLine line = first.line();
        if (found.bySums() && found.rows() > line.n()) {
            warnings.add((found.rows() - line.n()) + " of " + found.rows()
                    + " rows have a missing value or an error that is not positive, and do not enter");
        }
        return new StarLine(line.withWarnings(warnings), first.minX(), first.maxX());
    }

    private LineData data(Engine engine, StarTable stars) {
        return new LineData(
                number(engine, stars, x, "--x"),
                number(engine, stars, y, "--y"),
                xError.map(text -> number(engine, stars, text, "--x-error")),
                yError.map(text -> number(engine, stars, text, "--y-error")),
                covariance.map(text -> number(engine, stars, text, "--xy-cov")),
                age.map(text -> number(engine, stars, text, "--age")),
                ageError.map(text -> number(engine, stars, text, "--age-error")),
                weight.map(text -> number(engine, stars, text, "--weight")));
    }

    /** What stands for the numbers of {@link #data}. */
    private List<String> texts() {
        return Stream.concat(
                        Stream.of(x, y),
                        Stream.of(xError, yError, covariance, age, ageError, weight)
                                .flatMap(Optional::stream))
                .toList();
    }

    /** The number of a star's row, from 1. */
    private static long rowInTable(
            Engine engine,
            StarTable stars,
            DecisiveStars.Star star,
            List<Expression> expressions,
            Expression condition) {
        Expression same = expressions
                .get(0)
                .isEqualTo(Expression.of(star.x()))
                .and(expressions.get(1).isEqualTo(Expression.of(star.y())));
        double first = engine.answers(
                        stars,
                        List.of(Aggregate.of("row", Aggregate.Of.LEAST, new RowNumber())
                                .where(condition.and(same))))[0];
        return Double.isNaN(first) ? 0 : (long) first + 1;
    }

    private Expression condition(Engine engine, StarTable stars) {
        return where.map(w -> Stars.alone(engine, stars).condition(w, "--where"))
                .orElse(Expression.always());
    }

    /** What was given and does not enter is said. */
    private void sayUnused(Engine engine, StarTable stars, LineEstimator method, List<String> warnings) {
        LineInputs inputs = method.inputs();
        if (weight.isPresent() && !method.takesWeights()) {
            throw new InputError(
                    "the line '" + method.word() + "' takes no weights: its intervals have no weighted form",
                    "--weight",
                    "Use for example --method scatter-vertical, student-t or binned-median, or leave it out");
        }
        if (inputs.yError() == Need.IGNORED) {
            yError.ifPresent(e -> {
                number(engine, stars, e, "--y-error");
                warnings.add(method.word() + " gives every row the same weight: the y errors are not used");
            });
        }
        // A line with errors of x that knows no covariances says so itself.
        if (inputs.xError() == Need.IGNORED) {
            xError.ifPresent(e -> {
                number(engine, stars, e, "--x-error");
                warnings.add(method.word() + " takes x as exact: the x errors are not used");
            });
            covariance.ifPresent(e -> {
                number(engine, stars, e, "--xy-cov");
                warnings.add(method.word() + " takes x as exact: the covariances are not used");
            });
        }
        if (inputs.age() == Need.IGNORED) {
            if (settingsCutByAge()) {
                ageError.ifPresent(
                        e -> warnings.add(method.word() + " cuts by observed age: the age errors are not used"));
            } else {
                age.ifPresent(e -> warnings.add("no --age-bin was given: the ages are not used"));
            }
        }
    }

    private boolean settingsCutByAge() {
        return methods.line().ageBin().isPresent();
    }

    /** A column by its exact name, else an expression. */
    private Expression number(Engine engine, StarTable stars, String text, String option) {
        Optional<TableColumn> column = stars.column(text);
        if (column.isPresent()) {
            return switch (column.get().type()) {
                case DOUBLE, LONG -> column.get().value();
                case TEXT, BOOLEAN ->
                    throw new InputError(
                            "the column '" + text + "' does not hold numbers", option, "Name a numeric column");
            };
        }
        var expression = engine.expression(text, stars, option);
        return switch (expression.type()) {
            case DOUBLE, LONG -> expression;
            case TEXT, BOOLEAN ->
                throw new InputError("'" + text + "' is not a number", option, "Name a numeric column or expression");
        };
    }
}
