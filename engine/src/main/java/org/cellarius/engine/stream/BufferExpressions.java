package org.cellarius.engine.stream;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.engine.StarStream;
import org.cellarius.engine.expression.AllOf;
import org.cellarius.engine.expression.AnyOf;
import org.cellarius.engine.expression.Between;
import org.cellarius.engine.expression.Call;
import org.cellarius.engine.expression.Cases;
import org.cellarius.engine.expression.Column;
import org.cellarius.engine.expression.Comparison;
import org.cellarius.engine.expression.Constant;
import org.cellarius.engine.expression.Conversion;
import org.cellarius.engine.expression.Expression;
import org.cellarius.engine.expression.FirstPresent;
import org.cellarius.engine.expression.Missing;
import org.cellarius.engine.expression.Not;
import org.cellarius.engine.expression.OneOf;
import org.cellarius.engine.expression.RowNumber;
import org.cellarius.engine.expression.StarFunction;
import org.cellarius.engine.expression.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * Expressions as loops over the buffers of a block. Only operations whose result IEEE 754 fixes to the last bit are known here, and no whole number can leave its range,
 * so that a database gives the same.
 */
final class BufferExpressions {

    private static final int ROWS = BlockReader.BLOCK_ROWS;

    /** Decimals of so many digits are the same number, divided by a power of ten or read at once. */
    private static final int EXACT_DIGITS = 15;

    private final Function<String, ColumnBuffer> columns;
    private final Loops loops;
    private final Map<Expression, double[]> numbers;
    private final Map<Expression, Truths> truths;

    /**
     * @param columns the buffers of the columns by name
     * @param loops receives the loops
     */
    BufferExpressions(Function<String, ColumnBuffer> columns, Loops loops) {
        this(columns, loops, new HashMap<>(), new HashMap<>());
    }

    private BufferExpressions(
            Function<String, ColumnBuffer> columns,
            Loops loops,
            Map<Expression, double[]> numbers,
            Map<Expression, Truths> truths) {
        this.columns = columns;
        this.loops = loops;
        this.numbers = numbers;
        this.truths = truths;
    }

    /** The same with loops that run only now and then, and use what has been computed before. */
    BufferExpressions within(Loops others) {
        return new BufferExpressions(columns, others, new HashMap<>(numbers), new HashMap<>(truths));
    }

    /** An expression as the buffer of a column of that type. */
    ColumnBuffer column(Expression expression, ColumnType type) throws NotInMemory {
        return switch (type) {
            case DOUBLE -> new ColumnBuffer.Doubles(numbers(expression));
            case LONG -> wholes(expression);
            case BOOLEAN -> booleans(truths(expression));
            case TEXT -> new ColumnBuffer.Texts(texts(expression));
        };
    }

    private ColumnBuffer booleans(Truths of) {
        var buffer = new ColumnBuffer.Booleans(new boolean[ROWS], new boolean[ROWS]);
        loops.add(rows -> {
            for (int i = 0; i < rows; i++) {
                buffer.values()[i] = of.values()[i] == Truths.YES;
                buffer.missing()[i] = of.values()[i] == Truths.UNKNOWN;
            }
        });
        return buffer;
    }

    // ---- numbers: NaN is missing

    double[] numbers(Expression expression) throws NotInMemory {
        double[] known = numbers.get(expression);
        if (known != null) {
            return known;
        }
        double[] computed = switch (expression) {
            case Column c -> ofColumn(c);
            case Constant c -> filled(value(c));
            case Call c -> ofCall(c);
            case Conversion c -> converted(c);
            case Cases c -> ofCases(c);
            case FirstPresent f -> first(f);
            default -> throw notKnown(expression);
        };
        numbers.put(expression, computed);
        return computed;
    }

    private static boolean isNumber(Expression expression) {
        return expression.type() == ColumnType.DOUBLE || expression.type() == ColumnType.LONG;
    }

    private double[] converted(Conversion conversion) throws NotInMemory {
        if (conversion.wanted() != ValueType.DOUBLE || !isNumber(conversion.value())) {
            throw notKnown(conversion);
        }
        return numbers(conversion.value());
    }

    private double[] ofColumn(Column column) throws NotInMemory {
        return switch (columns.apply(column.name())) {
            case ColumnBuffer.Doubles d -> d.values();
            case ColumnBuffer.Longs d -> {
                double[] out = new double[ROWS];
                loops.add(rows -> {
                    for (int i = 0; i < rows; i++) {
                        out[i] = d.missing()[i] ? Double.NaN : d.values()[i];
                    }
                });
                yield out;
            }
            case ColumnBuffer.Booleans b -> throw notKnown(column);
            case ColumnBuffer.Texts t -> throw notKnown(column);
        };
    }

    private static double[] filled(double value) {
        double[] out = new double[ROWS];
        Arrays.fill(out, value);
        return out;
    }

    private static double value(Constant constant) throws NotInMemory {
        return switch (constant) {
            case Constant.Real r -> r.value();
            case Constant.Nothing n -> Double.NaN;
            case Constant.Whole w -> exact(w, w.digits());
            case Constant.Decimal d -> exact(d, d.digits());
            case Constant.Words w -> throw notKnown(w);
            case Constant.Truth t -> throw notKnown(t);
        };
    }

    private static double exact(Constant constant, String digits) throws NotInMemory {
        if (digits.chars().filter(Character::isDigit).count() > EXACT_DIGITS) {
            throw notKnown(constant);
        }
        return Double.parseDouble(digits);
    }

    private double[] ofCall(Call call) throws NotInMemory {
        boolean real = call.function() == StarFunction.DIVIDE
                || call.parts().stream().anyMatch(p -> p.type() == ColumnType.DOUBLE && !(p instanceof Constant));
        if (!real) {
            // Whole numbers and exact decimals have rules of their own.
            throw notKnown(call);
        }
        return switch (call.function()) {
            case ADD -> call.parts().size() == 1 ? numbers(call.parts().getFirst()) : both(call);
            case SUBTRACT -> call.parts().size() == 1 ? negated(call) : both(call);
            case MULTIPLY -> both(call);
            case DIVIDE -> both(call);
            case ABS -> {
                double[] x = numbers(call.parts().getFirst());
                double[] out = new double[ROWS];
                loops.add(rows -> {
                    for (int i = 0; i < rows; i++) {
                        out[i] = Math.abs(x[i]);
                    }
                });
                yield out;
            }
            case SQRT -> {
                double[] x = numbers(call.parts().getFirst());
                double[] out = new double[ROWS];
                loops.add(rows -> {
                    for (int i = 0; i < rows; i++) {
                        out[i] = Math.sqrt(x[i]);
                    }
                });
                yield out;
            }
            default -> throw notKnown(call);
        };
    }

    private double[] negated(Call call) throws NotInMemory {
        double[] x = numbers(call.parts().getFirst());
        double[] out = new double[ROWS];
        loops.add(rows -> {
            for (int i = 0; i < rows; i++) {
                out[i] = -x[i];
            }
        });
        return out;
    }

    private double[] both(Call call) throws NotInMemory {
        double[] a = numbers(call.parts().get(0));
        double[] b = numbers(call.parts().get(1));
        double[] out = new double[ROWS];
        loops.add(
                switch (call.function()) {
                    case ADD ->
                        rows -> {
                            for (int i = 0; i < rows; i++) {
                                out[i] = a[i] + b[i];
                            }
                        };
                    case SUBTRACT ->
                        rows -> {
                            for (int i = 0; i < rows; i++) {
                                out[i] = a[i] - b[i];
                            }
                        };
                    case MULTIPLY ->
                        rows -> {
                            for (int i = 0; i < rows; i++) {
                                out[i] = a[i] * b[i];
                            }
                        };
                    case DIVIDE ->
                        rows -> {
                            for (int i = 0; i < rows; i++) {
                                out[i] = a[i] / b[i];
                            }
                        };
                    default -> throw notKnown(call);
                });
        return out;
    }

    private double[] ofCases(Cases cases) throws NotInMemory {
        if (cases.type() != ColumnType.DOUBLE) {
            throw notKnown(cases);
        }
        double[] out = new double[ROWS];
        double[] otherwise =
                cases.otherwise().isPresent() ? numbers(cases.otherwise().get()) : filled(Double.NaN);
        Truths[] when = new Truths[cases.cases().size()];
        double[][] then = new double[when.length][];
        for (int k = 0; k < when.length; k++) {
            when[k] = truths(cases.cases().get(k).when());
            then[k] = numbers(cases.cases().get(k).then());
        }
        loops.add(rows -> {
            System.arraycopy(otherwise, 0, out, 0, rows);
            for (int k = when.length - 1; k >= 0; k--) {
                byte[] holds = when[k].values();
                double[] value = then[k];
                for (int i = 0; i < rows; i++) {
                    out[i] = holds[i] == Truths.YES ? value[i] : out[i];
                }
            }
        });
        return out;
    }

    private double[] first(FirstPresent of) throws NotInMemory {
        if (of.type() != ColumnType.DOUBLE) {
            throw notKnown(of);
        }
        List<Expression> parts = of.parts();
        double[] out = new double[ROWS];
        double[][] values = new double[parts.size()][];
        for (int k = 0; k < values.length; k++) {
            values[k] = numbers(parts.get(k));
        }
        loops.add(rows -> {
            System.arraycopy(values[0], 0, out, 0, rows);
            for (int k = 1; k < values.length; k++) {
                for (int i = 0; i < rows; i++) {
                    out[i] = Double.isNaN(out[i]) ? values[k][i] : out[i];
                }
            }
        });
        return out;
    }

    // ---- whole numbers

    private ColumnBuffer.Longs wholes(Expression expression) throws NotInMemory {
        return switch (expression) {
            case Column c -> ofWholeColumn(c);
            case Conversion c -> {
                if (c.wanted() != ValueType.BIGINT || c.value().type() != ColumnType.LONG) {
                    throw notKnown(c);
                }
                yield wholes(c.value());
            }
            case Constant.Whole w -> {
                if (w.type() != ColumnType.LONG) {
                    throw notKnown(w);
                }
                var out = new ColumnBuffer.Longs(new long[ROWS], new boolean[ROWS]);
                Arrays.fill(out.values(), Long.parseLong(w.digits()));
                yield out;
            }
            case Call c -> ofWholeCall(c);
            case Cases c -> ofWholeCases(c);
            default -> throw notKnown(expression);
        };
    }

    private ColumnBuffer.Longs ofWholeColumn(Column column) throws NotInMemory {
        if (columns.apply(column.name()) instanceof ColumnBuffer.Longs longs) {
            return longs;
        }
        throw notKnown(column);
    }

    private ColumnBuffer.Longs ofWholeCall(Call call) throws NotInMemory {
        boolean bits = call.function() == StarFunction.AND_BITS;
        if (!bits && !(call.function() == StarFunction.ADD && isRow(call))) {
            throw notKnown(call);
        }
        ColumnBuffer.Longs a = wholes(call.parts().get(0));
        ColumnBuffer.Longs b = wholes(call.parts().get(1));
        var out = new ColumnBuffer.Longs(new long[ROWS], new boolean[ROWS]);
        loops.add(rows -> {
            for (int i = 0; i < rows; i++) {
                out.missing()[i] = a.missing()[i] || b.missing()[i];
                long value = bits ? a.values()[i] & b.values()[i] : a.values()[i] + b.values()[i];
                out.values()[i] = out.missing()[i] ? 0 : value;
            }
        });
        return out;
    }

    private ColumnBuffer.Longs ofWholeCases(Cases cases) throws NotInMemory {
        if (cases.cases().size() != 1 || cases.otherwise().isPresent()) {
            throw notKnown(cases);
        }
        ColumnBuffer.Longs then = wholes(cases.cases().getFirst().then());
        byte[] holds = truths(cases.cases().getFirst().when()).values();
        var out = new ColumnBuffer.Longs(new long[ROWS], new boolean[ROWS]);
        loops.add(rows -> {
            for (int i = 0; i < rows; i++) {
                out.missing()[i] = holds[i] != Truths.YES || then.missing()[i];
                out.values()[i] = out.missing()[i] ? 0 : then.values()[i];
            }
        });
        return out;
    }

    /** The number of a row plus a constant cannot leave 64 bits. */
    private static boolean isRow(Call call) {
        return call.parts().size() == 2
                && call.parts().get(0) instanceof Column c
                && c.name().equals(StarStream.ROW)
                && call.parts().get(1) instanceof Constant.Whole;
    }

    // ---- texts

    private @Nullable String[] texts(Expression expression) throws NotInMemory {
        return switch (expression) {
            case Column c -> {
                if (!(columns.apply(c.name()) instanceof ColumnBuffer.Texts texts)) {
                    throw notKnown(c);
                }
                yield texts.values();
            }
            case Constant.Words w -> {
                String[] out = new String[ROWS];
                Arrays.fill(out, w.text());
                yield out;
            }
            default -> throw notKnown(expression);
        };
    }

    // ---- conditions

    Truths truths(Expression expression) throws NotInMemory {
        Truths known = truths.get(expression);
        if (known != null) {
            return known;
        }
        var computed = new Truths(new byte[ROWS]);
        byte[] out = computed.values();
        switch (expression) {
            case Constant.Truth t -> Arrays.fill(out, Truths.of(t.value()));
            case Column c -> {
                if (!(columns.apply(c.name()) instanceof ColumnBuffer.Booleans b)) {
                    throw notKnown(c);
                }
                loops.add(rows -> {
                    for (int i = 0; i < rows; i++) {
                        out[i] = b.missing()[i] ? Truths.UNKNOWN : Truths.of(b.values()[i]);
                    }
                });
            }
            case Comparison c -> compare(c, out);
            case Between b -> {
                double[] x = compared(b.value(), b.low(), b.high());
                double[] low = compared(b.low(), b.value(), b.high());
                double[] high = compared(b.high(), b.value(), b.low());
                loops.add(rows -> {
                    for (int i = 0; i < rows; i++) {
                        // False where one comparison is, whatever is missing in the other.
                        boolean no = x[i] < low[i] || x[i] > high[i];
                        boolean yes = x[i] >= low[i] && x[i] <= high[i];
                        out[i] = yes ? Truths.YES : no ? Truths.NO : Truths.UNKNOWN;
                    }
                });
            }
            case OneOf o -> oneOf(o, out);
            case AllOf a -> all(a.parts(), out, Truths.NO);
            case AnyOf a -> all(a.parts(), out, Truths.YES);
            case Not n -> {
                byte[] of = truths(n.condition()).values();
                loops.add(rows -> {
                    for (int i = 0; i < rows; i++) {
                        out[i] = of[i] == Truths.UNKNOWN ? Truths.UNKNOWN : (byte) (Truths.YES - of[i]);
                    }
                });
            }
            case Missing m -> missing(m.value(), out);
            case FirstPresent f -> {
                byte[][] of = new byte[f.parts().size()][];
                for (int k = 0; k < of.length; k++) {
                    of[k] = truths(f.parts().get(k)).values();
                }
                loops.add(rows -> {
                    System.arraycopy(of[0], 0, out, 0, rows);
                    for (int k = 1; k < of.length; k++) {
                        for (int i = 0; i < rows; i++) {
                            out[i] = out[i] == Truths.UNKNOWN ? of[k][i] : out[i];
                        }
                    }
                });
            }
            case Call c -> ofCondition(c, out);
            default -> throw notKnown(expression);
        }
        truths.put(expression, computed);
        return computed;
    }

    private void ofCondition(Call call, byte[] out) throws NotInMemory {
        switch (call.function()) {
            case IS_NAN -> missing(call.parts().getFirst(), out);
            case IS_FINITE -> {
                double[] x = numbers(call.parts().getFirst());
                loops.add(rows -> {
                    for (int i = 0; i < rows; i++) {
                        out[i] = Truths.of(Math.abs(x[i]) <= Double.MAX_VALUE);
                    }
                });
            }
            case IS_INFINITE -> {
                double[] x = numbers(call.parts().getFirst());
                loops.add(rows -> {
                    for (int i = 0; i < rows; i++) {
                        out[i] = Double.isNaN(x[i]) ? Truths.UNKNOWN : Truths.of(Double.isInfinite(x[i]));
                    }
                });
            }
            default -> throw notKnown(call);
        }
    }

    /** A number beside others as real ones: whole numbers beside exact decimals have rules of their own. */
    private double[] compared(Expression expression, Expression... others) throws NotInMemory {
        boolean exact = expression.type() == ColumnType.LONG && !(expression instanceof Constant);
        for (Expression other : others) {
            if (exact && !(other.type() == ColumnType.DOUBLE && !(other instanceof Constant.Decimal))) {
                throw notKnown(expression);
            }
        }
        return numbers(expression);
    }

    private void compare(Comparison comparison, byte[] out) throws NotInMemory {
        Expression left = comparison.left();
        Expression right = comparison.right();
        if (left.type() == ColumnType.TEXT && right.type() == ColumnType.TEXT) {
            compareTexts(comparison, out);
        } else if (left.type() == ColumnType.LONG && right.type() == ColumnType.LONG) {
            compareWholes(comparison, out);
        } else if (isNumber(left) && isNumber(right)) {
            double[] a = compared(left, right);
            double[] b = compared(right, left);
            loops.add(
                    switch (comparison.sign()) {
                        case EQUAL ->
                            rows -> {
                                for (int i = 0; i < rows; i++) {
                                    out[i] = unordered(a[i], b[i]) ? Truths.UNKNOWN : Truths.of(a[i] == b[i]);
                                }
                            };
                        case DIFFERENT ->
                            rows -> {
                                for (int i = 0; i < rows; i++) {
                                    out[i] = unordered(a[i], b[i]) ? Truths.UNKNOWN : Truths.of(a[i] != b[i]);
                                }
                            };
                        case BELOW ->
                            rows -> {
                                for (int i = 0; i < rows; i++) {
                                    out[i] = unordered(a[i], b[i]) ? Truths.UNKNOWN : Truths.of(a[i] < b[i]);
                                }
                            };
                        case AT_MOST ->
                            rows -> {
                                for (int i = 0; i < rows; i++) {
                                    out[i] = unordered(a[i], b[i]) ? Truths.UNKNOWN : Truths.of(a[i] <= b[i]);
                                }
                            };
                        case ABOVE ->
                            rows -> {
                                for (int i = 0; i < rows; i++) {
                                    out[i] = unordered(a[i], b[i]) ? Truths.UNKNOWN : Truths.of(a[i] > b[i]);
                                }
                            };
                        case AT_LEAST ->
                            rows -> {
                                for (int i = 0; i < rows; i++) {
                                    out[i] = unordered(a[i], b[i]) ? Truths.UNKNOWN : Truths.of(a[i] >= b[i]);
                                }
                            };
                        case DISTINCT, NOT_DISTINCT -> throw notKnown(comparison);
                    });
        } else {
            throw notKnown(comparison);
        }
    }

    private static boolean unordered(double a, double b) {
        return Double.isNaN(a) || Double.isNaN(b);
    }

    private void compareWholes(Comparison comparison, byte[] out) throws NotInMemory {
        ColumnBuffer.Longs a = wholes(comparison.left());
        ColumnBuffer.Longs b = wholes(comparison.right());
        Comparison.Sign sign = comparison.sign();
        if (sign == Comparison.Sign.DISTINCT || sign == Comparison.Sign.NOT_DISTINCT) {
            throw notKnown(comparison);
        }
        loops.add(rows -> {
            for (int i = 0; i < rows; i++) {
                out[i] = a.missing()[i] || b.missing()[i]
                        ? Truths.UNKNOWN
                        : Truths.of(holds(sign, Long.compare(a.values()[i], b.values()[i])));
            }
        });
    }

    private static boolean holds(Comparison.Sign sign, int compared) {
        return switch (sign) {
            case EQUAL, NOT_DISTINCT -> compared == 0;
            case DIFFERENT, DISTINCT -> compared != 0;
            case BELOW -> compared < 0;
            case AT_MOST -> compared <= 0;
            case ABOVE -> compared > 0;
            case AT_LEAST -> compared >= 0;
        };
    }

    private void compareTexts(Comparison comparison, byte[] out) throws NotInMemory {
        boolean equal = comparison.sign() == Comparison.Sign.EQUAL;
        if (!equal && comparison.sign() != Comparison.Sign.DIFFERENT) {
            throw notKnown(comparison);
        }
        @Nullable String[] a = texts(comparison.left());
        @Nullable String[] b = texts(comparison.right());
        loops.add(rows -> {
            for (int i = 0; i < rows; i++) {
                out[i] = a[i] == null || b[i] == null ? Truths.UNKNOWN : Truths.of(a[i].equals(b[i]) == equal);
            }
        });
    }

    private void missing(Expression value, byte[] out) throws NotInMemory {
        Object buffer = value instanceof Column c ? columns.apply(c.name()) : value;
        if (buffer instanceof ColumnBuffer.Longs whole) {
            loops.add(rows -> {
                for (int i = 0; i < rows; i++) {
                    out[i] = Truths.of(whole.missing()[i]);
                }
            });
        } else if (buffer instanceof ColumnBuffer.Texts text) {
            loops.add(rows -> {
                for (int i = 0; i < rows; i++) {
                    out[i] = Truths.of(text.values()[i] == null);
                }
            });
        } else {
            double[] x = numbers(value);
            loops.add(rows -> {
                for (int i = 0; i < rows; i++) {
                    out[i] = Truths.of(Double.isNaN(x[i]));
                }
            });
        }
    }

    /**
     * Whether a number is one of some constants. Nearly all stars have none of them: the last bits, which are zero in all constants, tell most apart at once.
     */
    private void oneOf(OneOf oneOf, byte[] out) throws NotInMemory {
        if (oneOf.value().type() != ColumnType.DOUBLE
                || !oneOf.others().stream().allMatch(o -> o instanceof Constant.Real)) {
            throw notKnown(oneOf);
        }
        double[] x = numbers(oneOf.value());
        double[] wanted = oneOf.others().stream()
                .mapToDouble(o -> ((Constant.Real) o).value())
                .toArray();
        long zeros = Arrays.stream(wanted)
                .map(w -> w == 0 ? 1 : w)
                .mapToLong(w -> Long.lowestOneBit(Double.doubleToRawLongBits(w)) - 1)
                .reduce(-1L, (a, b) -> a & b);
        loops.add(rows -> {
            for (int i = 0; i < rows; i++) {
                out[i] = Double.isNaN(x[i])
                        ? Truths.UNKNOWN
                        : (Double.doubleToRawLongBits(x[i]) & zeros) == 0 ? among(x[i], wanted) : Truths.NO;
            }
        });
    }

    private static byte among(double x, double[] wanted) {
        for (double w : wanted) {
            if (x == w) {
                return Truths.YES;
            }
        }
        return Truths.NO;
    }

    /** All conditions, or one of them: the first that decides. */
    private void all(List<Expression> parts, byte[] out, byte deciding) throws NotInMemory {
        byte[][] of = new byte[parts.size()][];
        for (int k = 0; k < of.length; k++) {
            of[k] = truths(parts.get(k)).values();
        }
        byte neutral = (byte) (Truths.YES - deciding);
        loops.add(rows -> {
            Arrays.fill(out, 0, rows, neutral);
            for (byte[] condition : of) {
                for (int i = 0; i < rows; i++) {
                    out[i] = out[i] == deciding || condition[i] == deciding
                            ? deciding
                            : condition[i] == Truths.UNKNOWN ? Truths.UNKNOWN : out[i];
                }
            }
        });
    }

    private static NotInMemory notKnown(Expression expression) {
        return new NotInMemory(
                switch (expression) {
                    case RowNumber n -> "the number of a row";
                    default -> expression.toString();
                });
    }
}
