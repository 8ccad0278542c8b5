package org.cellarius.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cellarius.engine.Answers;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.Progress;
import org.cellarius.engine.Question;
import org.cellarius.engine.Selection;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.expression.AnyOf;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.column.OrderedRows;
import org.cellarius.galaxy.column.OrderedStatistic;
import org.cellarius.galaxy.fit.LineMethod;
import org.cellarius.galaxy.fit.LinesByGroup;
import org.cellarius.galaxy.fit.PolynomialsByGroup;
import org.cellarius.galaxy.fit.TriangularFactor;
import org.cellarius.galaxy.population.CountsByGroup;
import org.cellarius.galaxy.population.FiniteRange;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.galaxy.population.HistogramByGroup;
import org.cellarius.galaxy.population.IncompleteRows;
import org.cellarius.galaxy.population.LinearBinsByGroup;
import org.cellarius.galaxy.population.MedianErrors;
import org.cellarius.galaxy.population.MomentsByGroup;
import org.cellarius.galaxy.population.QuantilePass;
import org.cellarius.galaxy.population.QuantileStep;
import org.cellarius.galaxy.population.QuantilesByGroup;
import org.cellarius.galaxy.population.Weighting;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions have one answer, to the last bit: whatever the threads, from memory or from the file, alone or with others. */
class QuestionsTest {

    private static final long ROWS = 1_400_000;
    private static final Grouping SLICES = new Grouping.Slices(List.of(0.0, 0.3, 0.5, 1.0));

    @TempDir
    private static Path folder = Path.of("");

    private static Path file = Path.of("");

    @BeforeAll
    static void writeTheTable() {
        file = folder.resolve("stars.parquet");
        try (var engine = engine(2)) {
            engine.database()
                    .write(
                            "SELECT i AS id, CASE WHEN i % 11 <> 3 THEN sin(i) * 3 + 8 END AS x,"
                                    + " CASE WHEN i % 17 <> 5 THEN cos(i * 1.7) * exp(sin(i * 0.37)) END AS y,"
                                    + " 0.01 + abs(sin(i * 0.11)) AS e, abs(cos(i * 0.013)) AS z,"
                                    + " CASE WHEN i % 5 <> 0 THEN i % 3 = 0 END AS flag FROM range(" + ROWS + ") t(i)",
                            List.of(),
                            file);
        }
    }

    private static DuckDbEngine engine(int threads) {
        return DuckDbEngine.open(new EngineSettings(folder, List.of(), List.of(folder), threads, 512));
    }

    private static List<Question<?>> questions(DuckDbEngine engine, StarTable stars) {
        Expression x = stars.value("x");
        Expression y = stars.value("y");
        Expression z = stars.value("z");
        Expression e = stars.value("e");
        Expression asked = engine.expression("id % 7 <> 2 and e < 0.95", stars, "the test");
        List<Expression> sliced = List.of(y, z);
        var cells = new Grouping.Both(SLICES, new Grouping.Bins(0.25, 20, 25));
        double[] one = {5, 5, 5};
        double[] other = {11, 11, 11};
        var all = new ArrayList<Question<?>>();
        all.add(new Question.Folded<>(new MomentsByGroup(SLICES), sliced, asked));
        all.add(new Question.Folded<>(new MomentsByGroup(cells), List.of(y, z, x), asked.and(x.isFinite())));
        all.add(new Question.Folded<>(new LinesByGroup(LineMethod.WLS, SLICES), List.of(x, y, e, z), asked));
        all.add(new Question.Folded<>(new LinesByGroup(LineMethod.OLS, SLICES), List.of(x, y, z), Expression.always()));
        all.add(new Question.Folded<>(
                new PolynomialsByGroup(3, one, other, SLICES),
                List.of(x, y, z),
                asked.and(z.isBetween(Expression.of(0.05), Expression.of(0.97)))));
        all.add(new Question.Folded<>(new HistogramByGroup(SLICES, -3, 0.05, 120), sliced, asked));
        all.add(new Question.Folded<>(
                new LinearBinsByGroup(
                        SLICES, Weighting.EQUAL, new double[] {-3, -3, -3}, new double[] {0.01, 0.02, 1}, new int[] {
                            600, 300, 0
                        }),
                sliced,
                asked));
        all.add(new Question.Folded<>(new CountsByGroup(cells), List.of(z, x), asked));
        all.add(new Question.Folded<>(new FiniteRange(), List.of(y), asked));
        all.add(new Question.Folded<>(new IncompleteRows(3), List.of(x, y, e), asked));
        all.add(new Question.Folded<>(
                MedianErrors.of(
                        SLICES,
                        Weighting.EQUAL,
                        new QuantilesByGroup(new long[] {1000, 1000, 1000}, new double[0], new double[0][]),
                        new double[][] {{-1, -0.5, 0, 0.5, 1}, {-1, -0.5, 0, 0.5, 1}, {-1, -0.5, 0, 0.5, 1}}),
                sliced,
                asked));
        all.add(new Question.Count(asked.and(x.isAtLeast(Expression.of(7.5)).negated())));
        all.add(new Question.Count(stars.value("flag").and(x.isAbove(Expression.of(9.0)))));
        all.add(new Question.Columns(List.of(x, y), asked.and(x.isBetween(Expression.of(7.0), Expression.of(7.01)))));
        // More rows than are held: they lie on the disk meanwhile, unless the columns are in memory.
        all.add(new Question.Ordered<>(new Passed(SLICES), List.of(x, y, stars.value("z")), asked, ROWS));
        return all;
    }

    /** Tells what came by: how many rows, how many without a number, and a number that knows their order. */
    private record Passed(Grouping grouping) implements OrderedStatistic<List<Long>> {
        @Override
        public int groups() {
            return grouping.groups();
        }

        @Override
        public int columns() {
            return 2 + grouping.columns();
        }

        @Override
        public int groupOf(double[][] in, int row) {
            return grouping.groupOf(in, 2, row);
        }

        @Override
        public List<Long> of(int group, OrderedRows rows) {
            long[] told = {0, 0};
            rows.each((x, y, count) -> {
                for (int i = 0; i < count; i++) {
                    told[0]++;
                    told[1] = hash(told[1], x[i], y[i]);
                }
            });
            return List.of(rows.count(), rows.missing(), told[0], told[1]);
        }
    }

    private static long hash(long before, double x, double y) {
        return 31 * (31 * before + Double.doubleToLongBits(x)) + Double.doubleToLongBits(y);
    }

    /** Beside a sort of columns that are held; equal x keep the table's order. */
    @Test
    void orderedRowsAreThoseOfASort() throws IOException {
        try (var engine = engine(2)) {
            StarTable stars = engine.open(file);
            // Many are equal.
            Expression x = engine.expression("round(x, 3)", stars, "");
            List<Expression> read = List.of(x, stars.value("y"), stars.value("z"));
            var columns = new Question.Columns(read, Expression.always());
            var ordered = new Question.Ordered<>(new Passed(SLICES), read, Expression.always(), ROWS);
            Answers answers = engine.answer(stars, List.of(columns, ordered), Progress.SILENT);
            double[][] in = answers.to(columns);
            for (int g = 0; g < SLICES.groups(); g++) {
                int group = g;
                List<Integer> rows = IntStream.range(0, in[0].length)
                        .filter(i -> SLICES.groupOf(in, 2, i) == group)
                        .boxed()
                        .toList();
                long hash = 0;
                long count = 0;
                for (int i : rows.stream()
                        .filter(i -> Double.isFinite(in[0][i]) && Double.isFinite(in[1][i]))
                        .sorted(Comparator.comparingDouble(i -> in[0][i]))
                        .toList()) {
                    hash = hash(hash, in[0][i], in[1][i]);
                    count++;
                }
                assertThat(count).isGreaterThan(100_000);
                assertThat(answers.to(ordered).get(g)).containsExactly(count, rows.size() - count, count, hash);
            }
            try (Stream<Path> all = Files.walk(folder)) {
                assertThat(all.map(p -> String.valueOf(p.getFileName()))).noneMatch(n -> n.startsWith("ordered"));
            }
        }
    }

    @Test
    void threadsMemoryAndCompanyChangeNoBit() {
        List<String> expected = List.of();
        for (int threads : new int[] {1, 2, 3, 5}) {
            try (var engine = engine(threads)) {
                StarTable stars = engine.open(file);
                List<Question<?>> all = questions(engine, stars);
                List<String> together = bits(all, engine.answer(stars, all, Progress.SILENT));
                List<String> alone = all.stream()
                        .flatMap(q -> bits(List.of(q), engine.answer(stars, List.of(q), Progress.SILENT)).stream())
                        .toList();
                boolean kept = engine.keepColumnsOf(
                        stars,
                        Stream.of("x", "y", "z", "e").map(stars::value).toList(),
                        List.of(all.getFirst().condition()),
                        Progress.SILENT);
                assertThat(kept).isTrue();
                List<String> held = bits(all, engine.answer(stars, all, Progress.SILENT));
                if (expected.isEmpty()) {
                    expected = together;
                }
                assertThat(together).as("%d threads, in one pass", threads).isEqualTo(expected);
                assertThat(alone).as("%d threads, one by one", threads).isEqualTo(expected);
                assertThat(held).as("%d threads, from memory", threads).isEqualTo(expected);
            }
        }
    }

    /** Quantiles are exact: those of all passes are the values that sorting gives. */
    @Test
    void quantilesAreThoseOfTheSortedValues() {
        try (var engine = engine(3)) {
            StarTable stars = engine.open(file);
            Expression y = stars.value("y");
            var condition = stars.value("z").isBelow(Expression.of(0.9));
            double[] sorted = engine.answer(
                            stars,
                            List.of(new Question.Columns(List.of(y), condition.and(y.isFinite()))),
                            Progress.SILENT)
                    .to(new Question.Columns(List.of(y), condition.and(y.isFinite())))[0];
            Arrays.sort(sorted);
            for (boolean held : new boolean[] {false, true}) {
                if (held) {
                    engine.keepColumnsOf(stars, List.of(y), List.of(condition), Progress.SILENT);
                }
                double[] p = {0, 0.16, 0.5, 0.999, 1};
                QuantileStep step = QuantilePass.first(new Grouping.Everyone(), p, -20, 20);
                while (step instanceof QuantilePass pass) {
                    step = pass.after(
                            engine.fold(Selection.of(stars, List.of(y)).where(condition), pass, Progress.SILENT));
                }
                var found = (QuantilesByGroup) step;
                for (int k = 0; k < p.length; k++) {
                    double h = (sorted.length - 1) * p[k];
                    int rank = (int) h;
                    double next = sorted[Math.min(rank + 1, sorted.length - 1)];
                    assertThat(found.values()[0][k])
                            .isCloseTo(sorted[rank] + (h - rank) * (next - sorted[rank]), within1e15());
                }
            }
        }
    }

    private static org.assertj.core.data.Offset<Double> within1e15() {
        return org.assertj.core.api.Assertions.within(1e-15);
    }

    /** A condition that is neither true nor false leaves a star out, also when it is denied. */
    @Test
    void missingValuesAreOutEitherWay() {
        try (var engine = engine(2)) {
            StarTable stars = engine.open(file);
            Expression flag = stars.value("flag");
            Expression x = stars.value("x");
            var above = x.isAbove(Expression.of(8.0));
            List<Expression> conditions = List.of(
                    flag,
                    flag.negated(),
                    above,
                    above.negated(),
                    new AnyOf(List.of(flag, above)),
                    flag.and(above).negated(),
                    x.isFinite().negated(),
                    x.isMissing().or(flag),
                    Expression.always(),
                    Expression.never());
            List<Question.Count> counts =
                    conditions.stream().map(Question.Count::new).toList();
            // What the database itself counts.
            Answers counted = engine.answer(stars, counts, Progress.SILENT);
            engine.keepColumnsOf(stars, List.of(x), List.of(flag), Progress.SILENT);
            Answers held = engine.answer(stars, counts, Progress.SILENT);
            for (Question.Count count : counts) {
                assertThat(held.to(count)).as("%s", count).isEqualTo(counted.to(count));
            }
            assertThat(counted.to(counts.get(0)) + counted.to(counts.get(1))).isEqualTo(ROWS - ROWS / 5);
        }
    }

    /** Stars in rising order of a number, ties in the table's order, are the same from memory as from the database. */
    @Test
    void sortedStarsAreTheSameFromMemory() {
        try (var engine = engine(2)) {
            StarTable stars = engine.open(file);
            Expression id = stars.value("id");
            Expression key = engine.expression("round(x, 2)", stars, "the test");
            Selection sorted = Selection.of(stars, List.of(key, id))
                    .where(key.isFinite().and(stars.value("z").isBelow(Expression.of(0.5))))
                    .orderBy(List.of(key));
            List<Double> streamed = scanned(engine, sorted);
            engine.keepColumnsOf(stars, List.of(key, id), List.of(), Progress.SILENT);
            assertThat(scanned(engine, sorted)).isEqualTo(streamed).hasSizeGreaterThan(400_000);
        }
    }

    /** An expression that fails for a star which a question leaves out fails for nobody else. */
    @Test
    void whatFailsOutsideOfAConditionIsNotLookedAt() {
        try (var engine = engine(2)) {
            StarTable stars = engine.open(file);
            Expression fails =
                    engine.expression("(CASE WHEN id = 77 THEN 'none' ELSE '1' END)::DOUBLE", stars, "the test");
            var question = new Question.Folded<>(
                    new FiniteRange(), List.of(fails), stars.value("id").isBelow(Expression.of(77.0)));
            var other = new Question.Count(stars.value("x").isFinite());
            boolean kept = engine.keepColumnsOf(stars, List.of(fails), List.of(), Progress.SILENT);
            assertThat(kept).isFalse();
            Answers answers = engine.answer(stars, List.of(question, other), Progress.SILENT);
            assertThat(answers.to(question)).containsExactly(1, 1);
            assertThat(answers.to(other)).isEqualTo(ROWS - (ROWS - 3 + 10) / 11);
        }
    }

    private static List<Double> scanned(DuckDbEngine engine, Selection selection) {
        var ids = new ArrayList<Double>();
        engine.scan(
                selection,
                (rows, in) -> {
                    for (int i = 0; i < rows; i++) {
                        ids.add(in[1][i]);
                    }
                },
                Progress.SILENT);
        return ids;
    }

    private static List<String> bits(List<Question<?>> questions, Answers answers) {
        return questions.stream().map(q -> text(answers.to(q))).toList();
    }

    private static String text(Object answer) {
        return switch (answer) {
            case double[] d -> Arrays.toString(d);
            case long[] d -> Arrays.toString(d);
            case TriangularFactor f -> f.n() + text(f.rows());
            case MedianErrors.Neighbours n ->
                Stream.of(n.below(), n.equal(), n.lower(), n.upper())
                        .map(QuestionsTest::text)
                        .toList()
                        .toString();
            case Object[] a ->
                Arrays.stream(a).map(QuestionsTest::text).toList().toString();
            default -> answer.toString();
        };
    }
}
