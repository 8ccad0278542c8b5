package org.cellarius.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.TableFile;
import org.cellarius.engine.Aggregate;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Selection;
import org.cellarius.engine.StarColumns;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Expression;
import org.cellarius.engine.expression.RowNumber;
import org.cellarius.galaxy.fit.AgeMixtureLine;
import org.cellarius.galaxy.fit.DecisiveStars;
import org.cellarius.galaxy.fit.FitStatus;
import org.cellarius.galaxy.fit.FittedLine;
import org.cellarius.galaxy.fit.Influence;
import org.cellarius.galaxy.fit.InfluenceOnSums;
import org.cellarius.galaxy.fit.LeastSquares;
import org.cellarius.galaxy.fit.LineEstimator;
import org.cellarius.galaxy.fit.LineFit;
import org.cellarius.galaxy.fit.LineInputs;
import org.cellarius.galaxy.fit.LineInputs.Need;
import org.cellarius.galaxy.fit.LineMethod;
import org.cellarius.galaxy.fit.LineStars;
import org.cellarius.galaxy.fit.LineSums;
import org.cellarius.galaxy.fit.LinesByGroup;
import org.cellarius.galaxy.fit.Span;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.study.fit.LineChoice;
import org.cellarius.study.product.Measurement;
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

    /** What one command holds in memory. */
    private static final long MOST_ROWS = 100_000_000;

    /** Above so many rows least squares go by sums, and the intervals of a weighted line take the weights as right. */
    private static final long MOST_ROBUST = 1_000_000;

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

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        LineChoice chosen = methods.line();
        Optional<Span> bin = chosen.ageBin();
        LineEstimator method = chosen.estimator();
        requireColumns(method, bin);
        survey.check();
        TableFile file = input.open(table);
        try (var session = TableSession.reading(table, input, resources)) {
            Engine engine = session.engine();
            StarTable stars = survey.applied(session, session.table(file), table);
            FittedLine line = method instanceof LeastSquares least && bin.isEmpty() && stars.rows() > MOST_ROBUST
                    ? inOnePass(engine, stars, least)
                    : inMemory(engine, stars, method, bin);
            FitPrinter.print(line, method, json);
            // A status in the output does not stop a script.
            return line.status() == FitStatus.OK ? 0 : Cellarius.FAILED;
        }
    }

    private void requireColumns(LineEstimator method, Optional<Span> bin) {
        LineInputs inputs = method.inputs();
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

    /** Least squares read every block once and keep nothing. */
    private FittedLine inOnePass(Engine engine, StarTable stars, LeastSquares method) {
        boolean weighted = method.method() == LineMethod.WLS;
        var warnings = new ArrayList<String>();
        var expressions =
                new ArrayList<Expression>(List.of(number(engine, stars, x, "--x"), number(engine, stars, y, "--y")));
        yError.map(e -> number(engine, stars, e, "--y-error"))
                .filter(e -> weighted)
                .ifPresent(expressions::add);
        sayUnused(engine, stars, method, warnings);
        Expression condition = condition(engine, stars);
        warnings.addAll(
                input.fillers().suspected(engine, stars, condition, expressions, List.of(x, y, yError.orElse(""))));
        LineSums sums = summed(engine, stars, method, expressions, condition);
        LineFit fit = sums.fit(method.method(), 3);
        long rows = where.isPresent() ? engine.count(stars, condition) : stars.rows();
        if (rows > fit.n()) {
            warnings.add((rows - fit.n()) + " of " + rows
                    + " rows have a missing value or an error that is not positive, and do not enter");
        }
        return InfluenceOnSums.told(
                method,
                sums,
                method.fitted(fit, warnings),
                (low, high) -> summed(
                        engine,
                        stars,
                        method,
                        expressions,
                        condition.and(expressions.getFirst().isBetween(Expression.of(low), Expression.of(high)))));
    }

    /** The sums of the rows that fulfil a condition. */
    private static LineSums summed(
            Engine engine, StarTable stars, LeastSquares method, List<Expression> expressions, Expression condition) {
        return engine.fold(
                        Selection.of(stars, expressions).where(condition),
                        new LinesByGroup(method.method(), new Grouping.Everyone()),
                        new TerminalProgress())[0];
    }

    private FittedLine inMemory(Engine engine, StarTable stars, LineEstimator method, Optional<Span> bin) {
        var warnings = new ArrayList<String>();
        var given = new ArrayList<String>();
        var texts = new ArrayList<>(List.of(x, y));
        var expressions =
                new ArrayList<Expression>(List.of(number(engine, stars, x, "--x"), number(engine, stars, y, "--y")));
        List<Optional<String>> optional = List.of(xError, yError, covariance, age, ageError);
        List<String> names = List.of("--x-error", "--y-error", "--xy-cov", "--age", "--age-error");
        for (int k = 0; k < names.size(); k++) {
            String name = names.get(k);
            optional.get(k).ifPresent(text -> {
                given.add(name);
                texts.add(text);
                expressions.add(number(engine, stars, text, name));
            });
        }
        sayUnused(engine, stars, method, warnings);
        Expression condition = condition(engine, stars);
        warnings.addAll(input.fillers().suspected(engine, stars, condition, expressions, texts));
        if (stars.rows() > MOST_ROWS) {
            throw new InputError(
                    "this method holds all stars in memory, and the table has " + stars.rows() + " rows",
                    table.toString(),
                    "Choose at most 100 million with cellarius convert, or use wls");
        }
        var read = new StarColumns(expressions.size());
        engine.scan(Selection.of(stars, expressions).where(condition), read, new TerminalProgress());
        double[][] columns = new double[names.size()][0];
        for (int k = 0; k < names.size(); k++) {
            int at = given.indexOf(names.get(k));
            if (at >= 0) {
                columns[k] = read.column(at + 2);
            }
        }
        var all = new LineStars(
                read.column(0), read.column(1), columns[0], columns[1], columns[2], columns[3], columns[4]);
        boolean cuts = bin.isPresent() && method.inputs().age() == Need.IGNORED;
        LineStars kept = cuts ? all.ofAges(bin.get()) : all;
        FittedLine line = cuts && kept.count() == 0 && all.count() > 0
                ? FittedLine.failed(method.word(), FitStatus.NO_STARS_IN_AGE_BIN, "", 0, List.of())
                : method.fit(kept, engine.tasks());
        return Influence.of(method, kept, line)
                .map(d ->
                        line.decidedBy(d, d.sentence(star -> rowInTable(engine, stars, star, expressions, condition))))
                .orElse(line)
                .withWarnings(warnings);
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
        return where.map(w -> Measurement.condition(w, engine, stars, "--where"))
                .orElse(Expression.always());
    }

    /** What was given and does not enter is said. */
    private void sayUnused(Engine engine, StarTable stars, LineEstimator method, List<String> warnings) {
        LineInputs inputs = method.inputs();
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
