package org.cellarius.engine.condition;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.engine.expression.AllOf;
import org.cellarius.engine.expression.AnyOf;
import org.cellarius.engine.expression.Between;
import org.cellarius.engine.expression.Call;
import org.cellarius.engine.expression.Comparison;
import org.cellarius.engine.expression.Constant;
import org.cellarius.engine.expression.Expression;
import org.cellarius.engine.expression.FirstPresent;
import org.cellarius.engine.expression.Missing;
import org.cellarius.engine.expression.Not;
import org.cellarius.engine.expression.OneOf;

/** Conditions on rows in memory, as loops over what lies there of them. Equal conditions are worked out once. */
public final class RowConditions {

    private final RowValues values;
    private final int mostRows;
    private final Loops loops;
    private final Map<Expression, Truths> known;

    /**
     * @param values the numbers and texts that are compared
     * @param mostRows that the loops are run for at once
     * @param loops receives the loops
     */
    public RowConditions(RowValues values, int mostRows, Loops loops) {
        this(values, mostRows, loops, new HashMap<>());
    }

    private RowConditions(RowValues values, int mostRows, Loops loops, Map<Expression, Truths> known) {
        this.values = values;
        this.mostRows = mostRows;
        this.loops = loops;
        this.known = known;
    }

    /** The same with loops that run only now and then, and use what has been worked out before. */
    public RowConditions within(RowValues others, Loops now) {
        return new RowConditions(others, mostRows, now, new HashMap<>(known));
    }

    /** Where a condition holds, after the loops ran. */
    public Truths of(Expression condition) throws NotInMemory {
        Truths before = known.get(condition);
        if (before != null) {
            return before;
        }
        var worked = new Truths(new byte[mostRows]);
        byte[] out = worked.values();
        Optional<RowValues.Read> read = values.read(condition);
        RowLoop loop =
                read.isPresent() ? (first, rows) -> read.get().copy(first, rows, out) : workedOut(condition, out);
        loops.add(rows -> loop.run(values.first(), rows));
        known.put(condition, worked);
        return worked;
    }

    private RowLoop workedOut(Expression condition, byte[] out) throws NotInMemory {
        return switch (condition) {
            case Constant.Truth t -> (first, rows) -> Arrays.fill(out, 0, rows, Truths.of(t.value()));
            case AllOf a -> all(parts(a), out);
            case AnyOf a -> any(parts(a), out);
            case Not n -> not(of(n.condition()).values(), out);
            case FirstPresent f -> firstKnown(f, out);
            case Comparison c -> compared(c, out);
            case Between b -> between(b, out);
            case OneOf o -> among(o, out);
            case Missing m -> missing(m.value(), out);
            case Call c -> ofNumber(c, out);
            default -> throw NotInMemory.of(condition);
        };
    }

    // ---- conditions made of others

    private byte[][] parts(Expression of) throws NotInMemory {
        byte[][] parts = new byte[of.parts().size()][];
        for (int k = 0; k < parts.length; k++) {
            parts[k] = of(of.parts().get(k)).values();
        }
        return parts;
    }

    private static RowLoop all(byte[][] parts, byte[] out) {
        return (first, rows) -> {
            Arrays.fill(out, 0, rows, Truths.YES);
            for (byte[] part : parts) {
                for (int i = 0; i < rows; i++) {
                    out[i] &= part[i];
                }
            }
        };
    }

    private static RowLoop any(byte[][] parts, byte[] out) {
        return (first, rows) -> {
            Arrays.fill(out, 0, rows, Truths.NO);
            for (byte[] part : parts) {
                for (int i = 0; i < rows; i++) {
                    out[i] |= part[i];
                }
            }
        };
    }

    private static RowLoop not(byte[] denied, byte[] out) {
        return (first, rows) -> {
            for (int i = 0; i < rows; i++) {
                out[i] = Truths.not(denied[i]);
            }
        };
    }

    private RowLoop firstKnown(FirstPresent of, byte[] out) throws NotInMemory {
        if (of.parts().size() == 2 && of.parts().getLast() instanceof Constant.Truth otherwise) {
            return known(of(of.parts().getFirst()).values(), otherwise.value(), out);
        }
        byte[][] parts = parts(of);
        return (first, rows) -> {
            System.arraycopy(parts[0], 0, out, 0, rows);
            for (int k = 1; k < parts.length; k++) {
                byte[] part = parts[k];
                for (int i = 0; i < rows; i++) {
                    out[i] = out[i] == Truths.UNKNOWN ? part[i] : out[i];
                }
            }
        };
    }

    /** What is unknown holds, or does not: a loop over bits, since every column of a file is looked through for its fillers so. */
    private static RowLoop known(byte[] part, boolean otherwise, byte[] out) {
        return otherwise
                ? (first, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        out[i] = (byte) ((part[i] | (part[i] << 1)) & Truths.YES);
                    }
                }
                : (first, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        out[i] = (byte) ((part[i] >> 1) | (part[i] & 0b10));
                    }
                };
    }

    // ---- comparisons

    private RowLoop ofNumber(Call call, byte[] out) throws NotInMemory {
        Expression of = call.parts().getFirst();
        return switch (call.function()) {
            case IS_NAN -> missing(of, out);
            case IS_FINITE -> NumberLoops.finite(values.numbers(of), out);
            case IS_INFINITE -> NumberLoops.infinite(values.numbers(of), out);
            default -> throw NotInMemory.of(call);
        };
    }

    private RowLoop compared(Comparison comparison, byte[] out) throws NotInMemory {
        Comparison.Sign sign = comparison.sign();
        Expression left = comparison.left();
        Expression right = comparison.right();
        if (sign == Comparison.Sign.DISTINCT || sign == Comparison.Sign.NOT_DISTINCT) {
            throw NotInMemory.of(comparison);
        }
        if (left.type() == ColumnType.LONG && right.type() == ColumnType.LONG) {
            return ExactLoops.compared(sign, values.wholes(left), values.wholes(right), out);
        }
        if (isNumber(left) && isNumber(right)) {
            double[] a = real(left, right);
            return right instanceof Constant limit
                    ? NumberLoops.compared(sign, a, RealConstant.of(limit), out)
                    : NumberLoops.compared(sign, a, real(right, left), out);
        }
        boolean equal = sign == Comparison.Sign.EQUAL;
        boolean told = equal || sign == Comparison.Sign.DIFFERENT;
        if (!told || left.type() != ColumnType.TEXT || right.type() != ColumnType.TEXT) {
            throw NotInMemory.of(comparison);
        }
        return ExactLoops.compared(values.texts(left), values.texts(right), equal, out);
    }

    private static boolean isNumber(Expression expression) {
        return expression.type() == ColumnType.DOUBLE || expression.type() == ColumnType.LONG;
    }

    /** A number beside others as real ones: whole numbers beside exact decimals have rules of their own. */
    private double[] real(Expression expression, Expression... others) throws NotInMemory {
        boolean exact = expression.type() == ColumnType.LONG && !(expression instanceof Constant);
        for (Expression other : others) {
            if (exact && (other.type() != ColumnType.DOUBLE || other instanceof Constant.Decimal)) {
                throw NotInMemory.of(expression);
            }
        }
        return values.numbers(expression);
    }

    private RowLoop between(Between between, byte[] out) throws NotInMemory {
        Expression low = between.low();
        Expression high = between.high();
        double[] x = real(between.value(), low, high);
        return low instanceof Constant.Real a && high instanceof Constant.Real b
                ? NumberLoops.between(x, a.value(), b.value(), out)
                : NumberLoops.between(x, real(low, between.value(), high), real(high, between.value(), low), out);
    }

    private RowLoop among(OneOf oneOf, byte[] out) throws NotInMemory {
        if (oneOf.value().type() != ColumnType.DOUBLE
                || !oneOf.others().stream().allMatch(o -> o instanceof Constant.Real)) {
            throw NotInMemory.of(oneOf);
        }
        double[] wanted = oneOf.others().stream()
                .mapToDouble(o -> ((Constant.Real) o).value())
                .toArray();
        return NumberLoops.among(values.numbers(oneOf.value()), wanted, out);
    }

    private RowLoop missing(Expression value, byte[] out) throws NotInMemory {
        return switch (value.type()) {
            case DOUBLE -> NumberLoops.missing(values.numbers(value), out);
            case LONG -> ExactLoops.missing(values.wholes(value), out);
            case TEXT -> ExactLoops.missing(values.texts(value), out);
            case BOOLEAN -> throw NotInMemory.of(value);
        };
    }
}
