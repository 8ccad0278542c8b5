package org.cellarius.study.product;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.column.Tasks;
import org.cellarius.galaxy.fit.FitStatus;
import org.cellarius.galaxy.fit.FittedLine;
import org.cellarius.galaxy.fit.Influence;
import org.cellarius.galaxy.fit.InfluenceOnSums;
import org.cellarius.galaxy.fit.LeastSquares;
import org.cellarius.galaxy.fit.LineEstimator;
import org.cellarius.galaxy.fit.LineFit;
import org.cellarius.galaxy.fit.LineInputs.Need;
import org.cellarius.galaxy.fit.LineMethod;
import org.cellarius.galaxy.fit.LineStars;
import org.cellarius.galaxy.fit.LineSums;
import org.cellarius.galaxy.fit.LinesByGroup;
import org.cellarius.galaxy.fit.ResampledLine;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.study.Product;
import org.cellarius.study.Product.Variant;
import org.cellarius.study.fit.LineMethodWord;

/** A gradient in one population and one variant: its stars, and the line of each slice. */
record GradientCase(
        Product.Gradient gradient,
        Optional<String> population,
        Variant variant,
        Sample sample,
        Quantity x,
        Quantity y) {

    /** Lines other than least squares hold their stars in memory. */
    private static final long MOST_STARS = 100_000_000;

    /** Above so many stars least squares go by sums, and the intervals of a weighted line take the weights as right. */
    private static final long MOST_ROBUST = 1_000_000;

    static GradientCase of(Product.Gradient gradient, Optional<String> population, Variant variant, Sample sample) {
        return new GradientCase(
                gradient,
                population,
                variant,
                sample,
                Quantity.of(variant.x(), sample.engine(), sample.stars()),
                Quantity.of(gradient.y(), sample.engine(), sample.stars()));
    }

    /** In words, for captions: thin, today; empty where there is one case only. */
    String title() {
        return String.join(
                ", ",
                IntStream.of(0, 1)
                        .mapToObj(k -> k == 0
                                ? (gradient.populations().isEmpty() ? "" : population.orElse(""))
                                : variant.name())
                        .filter(t -> !t.isEmpty())
                        .toList());
    }

    /** The same for file names: thin-today. */
    String word() {
        return title().replace(", ", "-");
    }

    /** The expressions that the line reads, x and y first. */
    List<Expression> expressions() {
        var all = new ArrayList<Expression>(List.of(x.value(), y.value()));
        given().forEach(text -> text.ifPresent(t -> all.add(number(t))));
        return all;
    }

    /** x error, y error, covariance, age, its error: where they were given. */
    private List<Optional<String>> given() {
        return List.of(
                variant.xError(), gradient.yError(), variant.xyCovariance(), gradient.age(), gradient.ageError());
    }

    /** An expression of the product, checked. */
    Expression number(String text) {
        String where = gradient.head().place().toString();
        var expression = sample.engine().expression(text, sample.stars(), where);
        if (expression.type() == ColumnType.TEXT || expression.type() == ColumnType.BOOLEAN) {
            throw new InputError("'" + text + "' is not a number", where, "Use a numeric column or expression");
        }
        return expression;
    }

    /** The line of each slice. */
    Inquiry<List<SliceFit>> fits() {
        // Intervals of unequal weights, and stars that decide a line, need single stars.
        return sample.count(Sample.EVERYONE)
                .then(rows -> gradient.probe() instanceof LeastSquares least && rows > MOST_ROBUST
                        ? inOnePass(least)
                        : inMemory(rows));
    }

    private Inquiry<List<SliceFit>> inOnePass(LeastSquares least) {
        Optional<Expression> error =
                least.method() == LineMethod.WLS ? gradient.yError().map(this::number) : Optional.empty();
        var read = new ArrayList<Expression>(List.of(x.value(), y.value()));
        error.ifPresent(read::add);
        return summed(least, aged(), read).map(sums -> lines(least, sums, read));
    }

    private List<SliceFit> lines(LeastSquares least, LineSums[] sums, List<Expression> read) {
        return IntStream.range(0, sums.length)
                .mapToObj(g -> {
                    LineFit fit = sums[g].fit(least.method(), gradient.minimumCount());
                    FittedLine line = fit.status() == FitStatus.TOO_FEW_STARS
                            ? tooFew(least, fit.n())
                            : InfluenceOnSums.told(
                                    least,
                                    sums[g],
                                    least.fitted(fit, List.of()),
                                    (low, high) -> summedWithin(least, low, high, read)[g]);
                    return new SliceFit(line, fit.minX(), fit.maxX());
                })
                .toList();
    }

    /** One more pass, where one or two stars may decide a line. */
    private LineSums[] summedWithin(LeastSquares least, double low, double high, List<Expression> read) {
        Sample within = aged().also(x.value().isBetween(Expression.of(low), Expression.of(high)));
        return summed(least, within, read).answered(sample.engine(), sample.stars(), sample.progress());
    }

    private static Inquiry<LineSums[]> summed(LeastSquares least, Sample stars, List<Expression> read) {
        return stars.fold(
                new LinesByGroup(least.method(), stars.grouping()), stars.with(read.toArray(Expression[]::new)));
    }

    /** The sample, of an age bin if the line cuts by one. */
    private Sample aged() {
        boolean cuts = gradient.probe().inputs().age() == Need.IGNORED;
        return gradient.line()
                .ageBin()
                .filter(b -> cuts)
                .map(b -> {
                    Expression age = number(gradient.age().orElseThrow());
                    return sample.also(age.isAtLeast(Expression.of(b.low())).and(age.isBelow(Expression.of(b.high()))));
                })
                .orElse(sample);
    }

    private FittedLine tooFew(LineEstimator method, long n) {
        return FittedLine.failed(
                method.word(),
                FitStatus.TOO_FEW_STARS,
                "the minimum-count is " + Math.max(3, gradient.minimumCount()),
                n,
                List.of());
    }

    /** Stars enough, but too few that the line can use: of those with x and y the others have no usable errors. */
    private FittedLine fewUsable(LineEstimator method, LineStars stars, FittedLine found) {
        long values = IntStream.range(0, stars.count())
                .filter(i -> Double.isFinite(stars.x()[i]) && Double.isFinite(stars.y()[i]))
                .count();
        return method.inputs().yError() == Need.IGNORED || values < gradient.minimumCount()
                ? tooFew(method, found.n())
                : FittedLine.failed(
                        method.word(),
                        FitStatus.UNUSABLE_ERRORS,
                        "the minimum-count is " + gradient.minimumCount(),
                        found.n(),
                        found.warnings());
    }

    private Inquiry<List<SliceFit>> inMemory(long rows) {
        if (rows > MOST_STARS) {
            throw new InputError(
                    "the line '" + gradient.line().method().word() + "' holds all stars in memory, and the product '"
                            + gradient.head().name() + "' has " + Numbers.count(rows),
                    gradient.head().place().toString(),
                    "Use  method: wls, or a narrower 'where'");
        }
        return aged().columns(expressions()).map(this::fitted);
    }

    private List<SliceFit> fitted(double[][] read) {
        List<Expression> expressions = expressions();
        LineStars all = stars(read);
        int[] groups = new int[all.count()];
        Grouping grouping = sample.grouping();
        Arrays.setAll(groups, i -> grouping.groupOf(read, expressions.size(), i));
        // An age mixture looks at the stars of all bins at once.
        boolean shared = gradient.line().method() == LineMethodWord.AGE_MIXTURE
                && gradient.ageSlices(variant).isPresent();
        // Slices side by side; within a slice only where there are fewer of them than replicates.
        boolean resampled = gradient.probe() instanceof ResampledLine;
        Tasks slices = resampled ? Tasks.IN_TURN : sample.engine().tasks();
        Tasks replicates = resampled ? sample.engine().tasks() : Tasks.IN_TURN;
        SliceFit[] fits = new SliceFit[sample.groups()];
        slices.each(fits.length, g -> fits[g] = fit(shared ? all : all.rows(i -> groups[i] == g), g, replicates));
        return List.of(fits);
    }

    private LineStars stars(double[][] read) {
        var columns = new ArrayList<double[]>();
        int next = 2;
        for (Optional<String> text : given()) {
            columns.add(text.isPresent() ? read[next++] : new double[0]);
        }
        return new LineStars(
                read[0], read[1], columns.get(0), columns.get(1), columns.get(2), columns.get(3), columns.get(4));
    }

    private SliceFit fit(LineStars stars, int slice, Tasks replicates) {
        LineEstimator line = gradient.line(variant, slice);
        if (stars.count() < gradient.minimumCount()) {
            return new SliceFit(tooFew(line, stars.count()), Double.NaN, Double.NaN);
        }
        FittedLine found = Influence.told(line, stars, line.fit(stars, replicates));
        if (found.n() < gradient.minimumCount() && found.status() == FitStatus.OK) {
            return new SliceFit(fewUsable(line, stars, found), Double.NaN, Double.NaN);
        }
        double[] finite = Arrays.stream(stars.x()).filter(Double::isFinite).toArray();
        return new SliceFit(
                found,
                Arrays.stream(finite).min().orElse(Double.NaN),
                Arrays.stream(finite).max().orElse(Double.NaN));
    }

    /** How the blue points of the figure are weighted: as least squares would. */
    LineMethod weighting() {
        return gradient.yError().isPresent() && gradient.probe().inputs().yError() != Need.IGNORED
                ? LineMethod.WLS
                : LineMethod.OLS;
    }
}
