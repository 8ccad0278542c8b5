package org.cellarius.engine.stream;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.engine.StarStream;
import org.cellarius.engine.condition.Loops;
import org.cellarius.engine.condition.NotInMemory;
import org.cellarius.engine.condition.RealConstant;
import org.cellarius.engine.condition.RowConditions;
import org.cellarius.engine.condition.RowValues;
import org.cellarius.engine.condition.Truths;
import org.cellarius.engine.expression.Call;
import org.cellarius.engine.expression.Cases;
import org.cellarius.engine.expression.Column;
import org.cellarius.engine.expression.Constant;
import org.cellarius.engine.expression.Conversion;
import org.cellarius.engine.expression.Expression;
import org.cellarius.engine.expression.FirstPresent;
import org.cellarius.engine.expression.StarFunction;
import org.cellarius.engine.expression.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * Expressions as loops over the buffers of a block. Known are operations whose result IEEE 754 fixes to the last bit, and functions of the platform's own
 * library ({@link PlatformMathematics}); no whole number can leave its range. So a database gives the same.
 */
final class BufferExpressions implements RowValues {

    private static final int FIRST = 0;

    /** Whole numbers that need no more than 63 bits. */
    private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,18}");

    private final Function<String, ColumnBuffer> columns;
    private final Loops loops;
    private final Map<Expression, double[]> numbers;
    private final RowConditions conditions;
    private final int mostRows;

    /**
     * @param columns the buffers of the columns by name
     * @param mostRows that a buffer holds
     * @param loops receives the loops
     */
    BufferExpressions(Function<String, ColumnBuffer> columns, int mostRows, Loops loops) {
        this.columns = columns;
        this.mostRows = mostRows;
        this.loops = loops;
        this.numbers = new HashMap<>();
        this.conditions = new RowConditions(this, mostRows, loops);
    }

    private BufferExpressions(BufferExpressions before, Loops others) {
        this.columns = before.columns;
        this.mostRows = before.mostRows;
        this.loops = others;
        this.numbers = new HashMap<>(before.numbers);
        this.conditions = before.conditions.within(this, others);
    }

    /** The same with loops that run only now and then, and use what has been computed before. */
    BufferExpressions within(Loops others) {
        return new BufferExpressions(this, others);
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
        var buffer = new ColumnBuffer.Booleans(new boolean[mostRows], new boolean[mostRows]);
        loops.add(rows -> {
            for (int i = 0; i < rows; i++) {
                buffer.values()[i] = of.values()[i] == Truths.YES;
                buffer.missing()[i] = of.values()[i] == Truths.UNKNOWN;
            }
        });
        return buffer;
    }

    Truths truths(Expression condition) throws NotInMemory {
        return conditions.of(condition);
    }

    @Override
    public int first() {
        return FIRST;
    }

    @Override
    public Optional<Read> read(Expression condition) {
        return condition instanceof Column c && columns.apply(c.name()) instanceof ColumnBuffer.Booleans b
                ? Optional.of((first, rows, into) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = b.missing()[i] ? Truths.UNKNOWN : Truths.of(b.values()[i]);
                    }
                })
                : Optional.empty();
    }

    // ---- numbers: NaN is missing

    @Override
    public double[] numbers(Expression expression) throws NotInMemory {
        double[] known = numbers.get(expression);
        if (known != null) {
            return known;
        }
        double[] computed = switch (expression) {
            case Column c -> ofColumn(c);
            case Constant c -> filled(RealConstant.of(c));
            case Call c -> new NumberCalls(this, mostRows, loops).of(c);
            case Conversion c -> converted(c);
            case Cases c -> ofCases(c);
            case FirstPresent f -> first(f);
            default -> throw NotInMemory.of(expression);
        };
        numbers.put(expression, computed);
        return computed;
    }

    private static boolean isNumber(Expression expression) {
        return expression.type() == ColumnType.DOUBLE || expression.type() == ColumnType.LONG;
    }

    private double[] converted(Conversion conversion) throws NotInMemory {
        if (conversion.wanted() != ValueType.DOUBLE || !isNumber(conversion.value())) {
            throw NotInMemory.of(conversion);
        }
        return numbers(conversion.value());
    }

    private double[] ofColumn(Column column) throws NotInMemory {
        return switch (columns.apply(column.name())) {
            case ColumnBuffer.Doubles d -> d.values();
            case ColumnBuffer.Longs d -> {
                double[] out = new double[mostRows];
                loops.add(rows -> {
                    for (int i = 0; i < rows; i++) {
                        out[i] = d.missing()[i] ? Double.NaN : d.values()[i];
                    }
                });
                yield out;
            }
            case ColumnBuffer.Booleans b -> throw NotInMemory.of(column);
            case ColumnBuffer.Texts t -> throw NotInMemory.of(column);
        };
    }

    private double[] filled(double value) {
        double[] out = new double[mostRows];
        Arrays.fill(out, value);
        return out;
    }

    private double[] ofCases(Cases cases) throws NotInMemory {
        // Whole numbers that stand there, such as those of statuses, are real numbers as well.
        if (cases.type() != ColumnType.DOUBLE && !cases.results().stream().allMatch(Constant.Whole.class::isInstance)) {
            throw NotInMemory.of(cases);
        }
        double[] out = new double[mostRows];
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
            throw NotInMemory.of(of);
        }
        List<Expression> parts = of.parts();
        double[] out = new double[mostRows];
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

    @Override
    public ColumnBuffer.Longs wholes(Expression expression) throws NotInMemory {
        return switch (expression) {
            case Column c -> ofWholeColumn(c);
            case Conversion c -> ofWholeConversion(c);
            case Constant.Whole w -> {
                if (w.type() != ColumnType.LONG) {
                    throw NotInMemory.of(w);
                }
                yield filled(Long.parseLong(w.digits()));
            }
            case Call c -> ofWholeCall(c);
            case Cases c -> ofWholeCases(c);
            default -> throw NotInMemory.of(expression);
        };
    }

    /** Of whole numbers, and of digits that stand there, such as those of a mask of bits. */
    private ColumnBuffer.Longs ofWholeConversion(Conversion conversion) throws NotInMemory {
        if (conversion.wanted() != ValueType.BIGINT) {
            throw NotInMemory.of(conversion);
        }
        if (conversion.value() instanceof Constant.Words w
                && DIGITS.matcher(w.text()).matches()) {
            return filled(Long.parseLong(w.text()));
        }
        if (conversion.value().type() != ColumnType.LONG) {
            throw NotInMemory.of(conversion);
        }
        return wholes(conversion.value());
    }

    private ColumnBuffer.Longs filled(long value) {
        var out = new ColumnBuffer.Longs(new long[mostRows], new boolean[mostRows]);
        Arrays.fill(out.values(), value);
        return out;
    }

    private ColumnBuffer.Longs ofWholeColumn(Column column) throws NotInMemory {
        if (columns.apply(column.name()) instanceof ColumnBuffer.Longs longs) {
            return longs;
        }
        throw NotInMemory.of(column);
    }

    private ColumnBuffer.Longs ofWholeCall(Call call) throws NotInMemory {
        boolean bits = call.function() == StarFunction.AND_BITS;
        if (!bits && !(call.function() == StarFunction.ADD && isRow(call))) {
            throw NotInMemory.of(call);
        }
        ColumnBuffer.Longs a = wholes(call.parts().get(0));
        ColumnBuffer.Longs b = wholes(call.parts().get(1));
        var out = new ColumnBuffer.Longs(new long[mostRows], new boolean[mostRows]);
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
            throw NotInMemory.of(cases);
        }
        ColumnBuffer.Longs then = wholes(cases.cases().getFirst().then());
        byte[] holds = truths(cases.cases().getFirst().when()).values();
        var out = new ColumnBuffer.Longs(new long[mostRows], new boolean[mostRows]);
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

    @Override
    public @Nullable String[] texts(Expression expression) throws NotInMemory {
        return switch (expression) {
            case Column c -> {
                if (!(columns.apply(c.name()) instanceof ColumnBuffer.Texts texts)) {
                    throw NotInMemory.of(c);
                }
                yield texts.values();
            }
            case Constant.Words w -> {
                String[] out = new String[mostRows];
                Arrays.fill(out, w.text());
                yield out;
            }
            case Cases c -> ofTextCase(c);
            default -> throw NotInMemory.of(expression);
        };
    }

    private @Nullable String[] ofTextCase(Cases cases) throws NotInMemory {
        if (cases.cases().size() != 1 || cases.otherwise().isPresent()) {
            throw NotInMemory.of(cases);
        }
        @Nullable String[] then = texts(cases.cases().getFirst().then());
        byte[] holds = truths(cases.cases().getFirst().when()).values();
        @Nullable String[] out = new String[mostRows];
        loops.add(rows -> {
            for (int i = 0; i < rows; i++) {
                out[i] = holds[i] == Truths.YES ? then[i] : null;
            }
        });
        return out;
    }
}
