package org.cellarius.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.engine.expression.AllOf;
import org.cellarius.engine.expression.AnyOf;
import org.cellarius.engine.expression.Column;
import org.cellarius.engine.expression.Comparison;
import org.cellarius.engine.expression.Expression;
import org.cellarius.engine.expression.FirstPresent;
import org.junit.jupiter.api.Test;

/** Three truth values, beside a reading of the same conditions row by row with true, false and nothing. */
class RowConditionsTest {

    private static final double[] VALUES = {Double.NaN, -1, -0.0, 0, 0.5, 1, Double.POSITIVE_INFINITY};
    private static final int ROWS = VALUES.length * VALUES.length;
    /** The rows do not begin where the arrays do. */
    private static final int FIRST = 3;

    private static final Expression X = Expression.number("x");
    private static final Expression Y = Expression.number("y");
    private static final Expression READ = new Column("flag", ColumnType.BOOLEAN);

    private static final double[] ALL_X = column(k -> VALUES[k / VALUES.length]);
    private static final double[] ALL_Y = column(k -> VALUES[k % VALUES.length]);

    private static double[] column(java.util.function.IntToDoubleFunction of) {
        double[] values = new double[FIRST + ROWS];
        for (int k = 0; k < ROWS; k++) {
            values[FIRST + k] = of.applyAsDouble(k);
        }
        return values;
    }

    /** A row, read by hand. */
    private record Row(int number) {
        double value(Expression of) {
            return of.equals(X) ? ALL_X[FIRST + number] : ALL_Y[FIRST + number];
        }

        Optional<Boolean> flag() {
            return number % 3 == 2 ? Optional.empty() : Optional.of(number % 3 == 1);
        }
    }

    /** A condition and what it is worth in a row. */
    private record Case(Expression condition, java.util.function.Function<Row, Optional<Boolean>> byHand) {}

    private static Case compared(Comparison.Sign sign, Expression a, Optional<Expression> b, double limit) {
        return new Case(new Comparison(sign, a, b.orElse(Expression.of(limit))), row -> {
            double left = row.value(a);
            double right = b.map(row::value).orElse(limit);
            return Double.isNaN(left) || Double.isNaN(right)
                    ? Optional.empty()
                    : Optional.of(
                            switch (sign) {
                                case EQUAL, NOT_DISTINCT -> left == right;
                                case DIFFERENT, DISTINCT -> left != right;
                                case BELOW -> left < right;
                                case AT_MOST -> left <= right;
                                case ABOVE -> left > right;
                                case AT_LEAST -> left >= right;
                            });
        });
    }

    private static List<Case> leaves() {
        var leaves = new ArrayList<Case>();
        Stream.of(Comparison.Sign.values())
                .filter(s -> s != Comparison.Sign.DISTINCT && s != Comparison.Sign.NOT_DISTINCT)
                .forEach(s -> {
                    leaves.add(compared(s, X, Optional.empty(), 0.5));
                    leaves.add(compared(s, X, Optional.of(Y), 0));
                });
        leaves.add(compared(Comparison.Sign.DIFFERENT, Y, Optional.empty(), Double.NaN));
        leaves.add(new Case(
                X.isBetween(Expression.of(0.0), Expression.of(0.5)),
                row -> Double.isNaN(row.value(X))
                        ? Optional.empty()
                        : Optional.of(row.value(X) >= 0 && row.value(X) <= 0.5)));
        leaves.add(new Case(
                X.isBetween(Y, Expression.of(0.5)),
                row -> both(
                        compared(Comparison.Sign.AT_LEAST, X, Optional.of(Y), 0)
                                .byHand()
                                .apply(row),
                        compared(Comparison.Sign.AT_MOST, X, Optional.empty(), 0.5)
                                .byHand()
                                .apply(row))));
        leaves.add(new Case(X.isFinite(), row -> Optional.of(Double.isFinite(row.value(X)))));
        leaves.add(new Case(Y.isMissing(), row -> Optional.of(Double.isNaN(row.value(Y)))));
        leaves.add(new Case(READ, Row::flag));
        leaves.add(new Case(Expression.always(), row -> Optional.of(true)));
        leaves.add(new Case(Expression.never(), row -> Optional.of(false)));
        return leaves;
    }

    private static Optional<Boolean> both(Optional<Boolean> a, Optional<Boolean> b) {
        return a.equals(Optional.of(false)) || b.equals(Optional.of(false))
                ? Optional.of(false)
                : a.isEmpty() || b.isEmpty() ? Optional.empty() : Optional.of(true);
    }

    private static Optional<Boolean> not(Optional<Boolean> a) {
        return a.map(v -> !v);
    }

    private static Case grown(Case a, Case b, int how) {
        return switch (how) {
            case 0 ->
                new Case(
                        new AllOf(List.of(a.condition(), b.condition())),
                        row -> both(a.byHand().apply(row), b.byHand().apply(row)));
            case 1 ->
                new Case(
                        new AnyOf(List.of(a.condition(), b.condition())),
                        row -> not(
                                both(not(a.byHand().apply(row)), not(b.byHand().apply(row)))));
            case 2 ->
                new Case(
                        new FirstPresent(List.of(a.condition(), b.condition())),
                        row -> a.byHand().apply(row).or(() -> b.byHand().apply(row)));
            default -> new Case(a.condition().negated(), row -> not(a.byHand().apply(row)));
        };
    }

    /** Numbers x and y of all pairs of values, and a condition that was read. */
    private static final class Rows implements RowValues {
        @Override
        public int first() {
            return FIRST;
        }

        @Override
        public double[] numbers(Expression expression) throws NotInMemory {
            if (expression.equals(X)) {
                return ALL_X;
            }
            if (expression.equals(Y)) {
                return ALL_Y;
            }
            if (expression.equals(Expression.of(0.5))) {
                return column(k -> 0.5);
            }
            throw NotInMemory.of(expression);
        }

        @Override
        public Optional<Read> read(Expression condition) {
            return condition.equals(READ)
                    ? Optional.of((first, rows, into) -> {
                        for (int i = 0; i < rows; i++) {
                            into[i] = new Row(first - FIRST + i)
                                    .flag()
                                    .map(Truths::of)
                                    .orElse(Truths.UNKNOWN);
                        }
                    })
                    : Optional.empty();
        }
    }

    @Test
    void conditionsMadeOfOthersAreWhatTheyAreRowByRow() throws NotInMemory {
        var random = new Random(1661);
        List<Case> cases = new ArrayList<>(leaves());
        for (int k = 0; k < 600; k++) {
            cases.add(grown(
                    cases.get(random.nextInt(cases.size())),
                    cases.get(random.nextInt(cases.size())),
                    random.nextInt(4)));
        }
        var loops = new Loops();
        var conditions = new RowConditions(new Rows(), ROWS, loops);
        var truths = new ArrayList<Truths>();
        for (Case one : cases) {
            truths.add(conditions.of(one.condition()));
        }
        loops.run(ROWS);
        for (int k = 0; k < cases.size(); k++) {
            Case one = cases.get(k);
            int yes = 0;
            for (int i = 0; i < ROWS; i++) {
                Optional<Boolean> expected = one.byHand().apply(new Row(i));
                yes += expected.orElse(false) ? 1 : 0;
                assertThat(truths.get(k).values()[i])
                        .as("%s in row %d", one.condition(), i)
                        .isEqualTo(expected.map(Truths::of).orElse(Truths.UNKNOWN));
            }
            assertThat(truths.get(k).count(ROWS)).isEqualTo(yes);
        }
    }

    @Test
    void whatIsNotThereIsSaid() {
        var conditions = new RowConditions(new Rows(), ROWS, new Loops());
        assertThatThrownBy(() -> conditions.of(Expression.number("z").isAbove(X)))
                .isInstanceOf(NotInMemory.class);
        assertThatThrownBy(() -> conditions.of(new Comparison(Comparison.Sign.DISTINCT, X, Y)))
                .isInstanceOf(NotInMemory.class);
        assertThatThrownBy(() -> conditions.of(Expression.text("t").isEqualTo(Expression.of("A"))))
                .isInstanceOf(NotInMemory.class);
    }
}
