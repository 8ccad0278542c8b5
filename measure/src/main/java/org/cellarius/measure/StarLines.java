package org.cellarius.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Progress;
import org.cellarius.engine.Question;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.column.Tasks;
import org.cellarius.galaxy.fit.DecisiveStars;
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
import org.cellarius.galaxy.fit.Span;
import org.cellarius.galaxy.population.Grouping;

/**
 * Lines through stars, one for each group: what a gradient and {@code cellarius fit} both do.
 *
 * @param condition the stars
 * @param grouping their groups
 * @param sliced what the groups are slices of; empty for one group
 * @param line the line of a group; all are of one method
 * @param ageBin the stars of these ages alone, where the line itself knows no ages
 * @param together the line of each group looks at the stars of all, as an age mixture does
 * @param minimumCount a group of fewer stars has no line; 0 leaves it to the line
 * @param decisive a sentence about stars that decide a line
 * @param subject whose stars they are, for errors: the table, the product 'x'
 * @param place where that is said
 */
public record StarLines(
        Engine engine,
        StarTable stars,
        Progress progress,
        Expression condition,
        Grouping grouping,
        Optional<Expression> sliced,
        LineData data,
        IntFunction<LineEstimator> line,
        Optional<Span> ageBin,
        boolean together,
        long minimumCount,
        Function<DecisiveStars, String> decisive,
        String subject,
        String place) {

    /** Lines other than least squares hold their stars in memory. */
    public static final long MOST_STARS = 100_000_000;

    /** Above so many stars least squares go by sums, and the intervals of a weighted line take the weights as right. */
    public static final long MOST_ROBUST = 1_000_000;

    /** Up to so many stars are held in memory by lines that could also take them in rising order of x. */
    public static final long MOST_HELD = 200_000;

    /**
     * What was found.
     *
     * @param rows stars that fulfil the condition, of any age
     * @param bySums whether they went by sums, one by one unseen
     */
    public record Found(List<StarLine> lines, long rows, boolean bySums) {}

    /** The line of each group. */
    public Inquiry<Found> found() {
        // Intervals of unequal weights, stars that count differently, and stars that decide a line, need single stars.
        return Inquiry.of(new Question.Count(condition))
                .then(rows -> line.apply(0) instanceof LeastSquares least
                                && rows > MOST_ROBUST
                                && data.weight().isEmpty()
                        ? inOnePass(least).map(lines -> new Found(lines, rows, true))
                        : goInOrder(rows)
                                ? inOrder(rows).map(lines -> new Found(lines, rows, false))
                                : inMemory(rows).map(lines -> new Found(lines, rows, false)));
    }

    /** Whether the lines need no more than the stars in rising order of x, and these are many. */
    private boolean goInOrder(long rows) {
        return rows > MOST_HELD
                && !together
                && data.weight().isEmpty()
                && line.apply(0).inOrder().isPresent();
    }

    private Inquiry<List<StarLine>> inOrder(long rows) {
        return Inquiry.of(new Question.Ordered<>(
                new LinesInOrder(
                        grouping,
                        line,
                        minimumCount,
                        (stars, group) -> line(stars, group, rows, Tasks.IN_TURN),
                        n -> none(tooFew(line.apply(0), n))),
                with(List.of(data.x(), data.y())),
                aged(),
                rows));
    }

    /** Whether the age bin is a cut, and not part of the likelihood. */
    private boolean cutsByAge() {
        return ageBin.isPresent() && line.apply(0).inputs().age() == Need.IGNORED;
    }

    private Expression aged() {
        if (!cutsByAge()) {
            return condition;
        }
        Span bin = ageBin.orElseThrow();
        Expression age = data.age().orElseThrow();
        return condition.and(age.isAtLeast(Expression.of(bin.low())).and(age.isBelow(Expression.of(bin.high()))));
    }

    private List<Expression> with(List<Expression> read) {
        return Stream.concat(read.stream(), sliced.stream()).toList();
    }

    private Inquiry<List<StarLine>> inOnePass(LeastSquares least) {
        Optional<Expression> error = least.method() == LineMethod.WLS ? data.yError() : Optional.empty();
        List<Expression> read =
                Stream.concat(Stream.of(data.x(), data.y()), error.stream()).toList();
        return summed(least, aged(), read)
                .map(sums -> IntStream.range(0, sums.length)
                        .mapToObj(g -> line(least, sums[g], g, read))
                        .toList());
    }

    private StarLine line(LeastSquares least, LineSums sums, int group, List<Expression> read) {
        LineFit fit = sums.fit(least.method(), minimumCount);
        FittedLine found = fit.status() == FitStatus.TOO_FEW_STARS && minimumCount > 0
                ? tooFew(least, fit.n())
                : InfluenceOnSums.told(
                        least,
                        sums,
                        least.fitted(fit, List.of()),
                        (low, high) -> summedWithin(least, low, high, read)[group]);
        return new StarLine(found, fit.minX(), fit.maxX());
    }

    /** One more pass, where one or two stars may decide a line. */
    private LineSums[] summedWithin(LeastSquares least, double low, double high, List<Expression> read) {
        Expression within = data.x().isBetween(Expression.of(low), Expression.of(high));
        return summed(least, aged().and(within), read).answered(engine, stars, progress);
    }

    private Inquiry<LineSums[]> summed(LeastSquares least, Expression chosen, List<Expression> read) {
        return Inquiry.of(new Question.Folded<>(new LinesByGroup(least.method(), grouping), with(read), chosen));
    }

    private FittedLine tooFew(LineEstimator method, long n) {
        return FittedLine.failed(
                method.word(),
                FitStatus.TOO_FEW_STARS,
                "the minimum-count is " + Math.max(3, minimumCount),
                n,
                List.of());
    }

    /** Stars enough, but too few that the line can use: of those with x and y the others have no usable errors. */
    private FittedLine fewUsable(LineEstimator method, LineStars given, FittedLine found) {
        long values = IntStream.range(0, given.count())
                .filter(i -> Double.isFinite(given.x()[i]) && Double.isFinite(given.y()[i]))
                .count();
        return method.inputs().yError() == Need.IGNORED || values < minimumCount
                ? tooFew(method, found.n())
                : FittedLine.failed(
                        method.word(),
                        FitStatus.UNUSABLE_ERRORS,
                        "the minimum-count is " + minimumCount,
                        found.n(),
                        found.warnings());
    }

    private Inquiry<List<StarLine>> inMemory(long rows) {
        if (rows > MOST_STARS) {
            throw new Unmeasurable(
                    "the line '" + line.apply(0).word() + "' holds all stars in memory, and " + subject + " has "
                            + String.format(Locale.ROOT, "%,d", rows) + " stars",
                    place,
                    "Use wls or ols, or fewer stars");
        }
        return Inquiry.of(new Question.Columns(with(data.expressions()), aged()))
                .map(read -> fitted(read, rows));
    }

    private List<StarLine> fitted(double[][] read, long rows) {
        LineStars all = data.stars(read);
        int first = data.expressions().size();
        int[] groups = new int[all.count()];
        Arrays.setAll(groups, i -> grouping.groupOf(read, first, i));
        // Groups side by side; within a group only where there are fewer of them than replicates, or one alone.
        boolean within = grouping.groups() == 1 || line.apply(0) instanceof ResampledLine;
        Tasks ofGroups = within ? Tasks.IN_TURN : engine.tasks();
        Tasks ofReplicates = within ? engine.tasks() : Tasks.IN_TURN;
        StarLine[] lines = new StarLine[grouping.groups()];
        ofGroups.each(
                lines.length,
                g -> lines[g] = line(together ? all : all.rows(i -> groups[i] == g), g, rows, ofReplicates));
        return List.of(lines);
    }

    private StarLine line(LineStars given, int group, long rows, Tasks replicates) {
        LineEstimator method = line.apply(group);
        if (given.count() < minimumCount) {
            return none(tooFew(method, given.count()));
        }
        if (cutsByAge() && given.count() == 0 && rows > 0) {
            return none(FittedLine.failed(method.word(), FitStatus.NO_STARS_IN_AGE_BIN, "", 0, List.of()));
        }
        FittedLine bare = method.fit(given, replicates);
        FittedLine found = Influence.of(method, given, bare)
                .map(d -> bare.decidedBy(d, decisive.apply(d)))
                .orElse(bare);
        if (found.n() < minimumCount && found.status() == FitStatus.OK) {
            return none(fewUsable(method, given, found));
        }
        double[] finite = Arrays.stream(given.x()).filter(Double::isFinite).toArray();
        return new StarLine(
                found,
                Arrays.stream(finite).min().orElse(Double.NaN),
                Arrays.stream(finite).max().orElse(Double.NaN));
    }

    private static StarLine none(FittedLine why) {
        return new StarLine(why, Double.NaN, Double.NaN);
    }
}
