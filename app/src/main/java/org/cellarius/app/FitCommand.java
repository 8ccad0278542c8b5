package org.cellarius.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.TableFile;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Selection;
import org.cellarius.engine.Sql;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.galaxy.fit.FitStatus;
import org.cellarius.galaxy.fit.LineFit;
import org.cellarius.galaxy.fit.LineMethod;
import org.cellarius.galaxy.fit.LinesByGroup;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.study.product.Measurement;
import org.cellarius.study.product.Numbers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fits a straight line to two columns of a table. */
@Command(name = "fit", description = "Fit a straight line to two columns of a table.")
final class FitCommand implements Callable<Integer> {

    @Parameters(paramLabel = "TABLE", description = "FITS, VOTable, ECSV, CSV, TSV, text or Parquet.")
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
            description = "One-sigma errors of x (not used by ols and wls: said in 'warnings').")
    private Optional<String> xError = Optional.empty();

    @Option(names = "--y-error", paramLabel = "COL", description = "One-sigma errors of y; needed by wls.")
    private Optional<String> yError = Optional.empty();

    @Option(names = "--xy-cov", paramLabel = "COL", description = "Covariances of x and y (not used by ols and wls).")
    private Optional<String> covariance = Optional.empty();

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            required = true,
            description = "ols: ordinary least squares; wls: weights 1/sigma_y^2.")
    private LineMethod method = LineMethod.OLS;

    @Option(names = "--where", paramLabel = "EXPR", description = "Only rows where this is true.")
    private Optional<String> where = Optional.empty();

    @Mixin
    private TableInput input = new TableInput();

    @Mixin
    private Resources resources = new Resources();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        if (method == LineMethod.WLS && yError.isEmpty()) {
            throw new InputError(
                    "weighted least squares needs errors", "--method wls", "Add --y-error COL, or use --method ols");
        }
        TableFile file = input.open(table);
        try (var session = TableSession.reading(table, input, resources)) {
            fit(session.engine(), session.table(file));
        }
        return 0;
    }

    private void fit(Engine engine, StarTable stars) {
        var warnings = new ArrayList<String>();
        var expressions = new ArrayList<>(List.of(sql(engine, stars, x, "--x"), sql(engine, stars, y, "--y")));
        yError.ifPresent(e -> {
            String sql = sql(engine, stars, e, "--y-error");
            if (method == LineMethod.WLS) {
                expressions.add(sql);
            } else {
                warnings.add("ols gives every row the same weight: the y errors are not used");
            }
        });
        xError.ifPresent(e -> {
            sql(engine, stars, e, "--x-error");
            warnings.add(method.word() + " takes x as exact: the x errors are not used");
        });
        covariance.ifPresent(e -> {
            sql(engine, stars, e, "--xy-cov");
            warnings.add(method.word() + " takes x as exact: the covariances are not used");
        });
        Optional<String> condition = where.map(w -> Measurement.condition(w, engine, stars, "--where"));
        warnings.addAll(
                input.fillers().suspected(engine, stars, condition, expressions, List.of(x, y, yError.orElse(""))));
        Selection selection = Selection.of(stars, expressions);
        Selection chosen = condition.map(selection::where).orElse(selection);
        LineFit fit =
                engine.fold(chosen, new LinesByGroup(method, new Grouping.Everyone()), new TerminalProgress())[0].fit(
                        method, 3);
        long rows = condition
                .map(c -> (long) engine.numbers("SELECT count(*) FROM " + stars.sql() + " WHERE (" + c + "\n)")[0])
                .orElse(stars.rows());
        if (rows > fit.n()) {
            warnings.add((rows - fit.n()) + " of " + rows
                    + " rows have a missing value or an error that is not positive, and do not enter");
        }
        if (json) {
            printJson(fit, warnings);
        } else {
            warnings.forEach(w -> System.err.println("note: " + w));
            printText(fit);
        }
    }

    /** A column by its exact name, else an expression. */
    private String sql(Engine engine, StarTable stars, String text, String option) {
        Optional<TableColumn> column = stars.column(text);
        if (column.isPresent()) {
            return switch (column.get().type()) {
                case DOUBLE, LONG -> Sql.name(column.get().name());
                case TEXT, BOOLEAN ->
                    throw new InputError(
                            "the column '" + text + "' does not hold numbers", option, "Name a numeric column");
            };
        }
        var expression = engine.expression(text, stars, option);
        return switch (expression.type()) {
            case DOUBLE, LONG -> expression.sql();
            case TEXT, BOOLEAN ->
                throw new InputError("'" + text + "' is not a number", option, "Name a numeric column or expression");
        };
    }

    private static void printText(LineFit f) {
        if (f.status() != FitStatus.OK) {
            System.out.printf("no fit: %s (%d)%n", f.status().meaning(), f.n());
            return;
        }
        System.out.printf(
                Locale.ROOT,
                "method     %s (%s)%nn          %d%n",
                f.method().word(),
                f.method().description(),
                f.n());
        System.out.println("slope      " + Numbers.withError(f.slope(), f.slopeSd()) + "   scaled error "
                + Numbers.brief(f.slopeSdScaled()));
        System.out.println("intercept  " + Numbers.withError(f.intercept(), f.interceptSd()) + "   scaled error "
                + Numbers.brief(f.interceptSdScaled()));
        System.out.println("chi2/(n-2) " + Numbers.brief(f.reducedChi2()));
    }

    private static void printJson(LineFit f, List<String> warnings) {
        var object = Json.object();
        object.put("method", f.method().word());
        object.put("n", f.n());
        object.put("status", f.status().name());
        Json.number(object, "slope", f.slope());
        Json.number(object, "slope_sd", f.slopeSd());
        Json.number(object, "slope_sd_scaled", f.slopeSdScaled());
        Json.number(object, "intercept", f.intercept());
        Json.number(object, "intercept_sd", f.interceptSd());
        Json.number(object, "intercept_sd_scaled", f.interceptSdScaled());
        Json.number(object, "cov_slope_intercept", f.covariance());
        Json.number(object, "cov_slope_intercept_scaled", f.covarianceScaled());
        Json.number(object, "chi2", f.chi2());
        Json.number(object, "reduced_chi2", f.reducedChi2());
        Json.number(object, "mean_x", f.meanX());
        Json.number(object, "y_at_mean_x", f.meanY());
        var notes = object.putArray("warnings");
        warnings.forEach(notes::add);
        Json.print(object);
    }
}
