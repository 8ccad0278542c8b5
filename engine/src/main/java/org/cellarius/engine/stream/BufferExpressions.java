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
import org.cellarius.engine.expression.Call;
import org.cellarius.engine.expression.Cases;
import org.cellarius.engine.expression.Column;
import org.cellarius.engine.expression.Constant;
import org.cellarius.engine.expression.Conversion;
import org.cellarius.engine.expression.Expression;
import org.cellarius.engine.expression.FirstPresent;
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
    private final BufferConditions conditions;

    /**
     * @param columns the buffers of the columns by name
     * @param loops receives the loops
     */
    BufferExpressions(Function<String, ColumnBuffer> columns, Loops loops) {
        this(columns, loops, new HashMap<>(), Map.of());
    }

    private BufferExpressions(
            Function<String, ColumnBuffer> columns,
            Loops loops,
            Map<Expression, double[]> numbers,
            Map<Expression, Truths> truths) {
        this.columns = columns;
        this.loops = loops;
        this.numbers = numbers;
        this.conditions = new BufferConditions(this, loops, truths);
    }

    /** The same with loops that run only now and then, and use what has been computed before. */
    BufferExpressions within(Loops others) {
        return new BufferExpressions(columns, others, new HashMap<>(numbers), conditions.known());
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

    /** The buffer of a column. */
    ColumnBuffer buffer(String column) {
        return columns.apply(column);
    }

    Truths truths(Expression condition) throws NotInMemory {
        return conditions.truths(condition);
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

    static boolean isNumber(Expression expression) {
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
        // Whole numbers that stand there, such as those of statuses, are real numbers as well.
        if (cases.type() != ColumnType.DOUBLE && !cases.results().stream().allMatch(Constant.Whole.class::isInstance)) {
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

    ColumnBuffer.Longs wholes(Expression expression) throws NotInMemory {
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

    @Nullable
    String[] texts(Expression expression) throws NotInMemory {
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

    static NotInMemory notKnown(Expression expression) {
        return new NotInMemory(
                switch (expression) {
                    case RowNumber n -> "the number of a row";
                    default -> expression.toString();
                });
    }
}
