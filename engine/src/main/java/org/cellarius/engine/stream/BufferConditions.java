package org.cellarius.engine.stream;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.engine.expression.AllOf;
import org.cellarius.engine.expression.AnyOf;
import org.cellarius.engine.expression.Between;
import org.cellarius.engine.expression.Call;
import org.cellarius.engine.expression.Column;
import org.cellarius.engine.expression.Comparison;
import org.cellarius.engine.expression.Constant;
import org.cellarius.engine.expression.Expression;
import org.cellarius.engine.expression.FirstPresent;
import org.cellarius.engine.expression.Missing;
import org.cellarius.engine.expression.Not;
import org.cellarius.engine.expression.OneOf;
import org.jspecify.annotations.Nullable;

/** Conditions as loops over the buffers of a block. */
final class BufferConditions {

    private static final int ROWS = BlockReader.BLOCK_ROWS;

    private final BufferExpressions of;
    private final Loops loops;
    private final Map<Expression, Truths> truths;

    /**
     * @param of computes the numbers and texts that are compared
     * @param loops receives the loops
     * @param truths what has been computed before
     */
    BufferConditions(BufferExpressions of, Loops loops, Map<Expression, Truths> truths) {
        this.of = of;
        this.loops = loops;
        this.truths = new HashMap<>(truths);
    }

    /** What has been computed. */
    Map<Expression, Truths> known() {
        return truths;
    }

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
                if (!(of.buffer(c.name()) instanceof ColumnBuffer.Booleans b)) {
                    throw BufferExpressions.notKnown(c);
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
                byte[] denied = truths(n.condition()).values();
                loops.add(rows -> {
                    for (int i = 0; i < rows; i++) {
                        out[i] = denied[i] == Truths.UNKNOWN ? Truths.UNKNOWN : (byte) (Truths.YES - denied[i]);
                    }
                });
            }
            case Missing m -> missing(m.value(), out);
            case FirstPresent f -> {
                byte[][] parts = values(f.parts());
                loops.add(rows -> {
                    System.arraycopy(parts[0], 0, out, 0, rows);
                    for (int k = 1; k < parts.length; k++) {
                        for (int i = 0; i < rows; i++) {
                            out[i] = out[i] == Truths.UNKNOWN ? parts[k][i] : out[i];
                        }
                    }
                });
            }
            case Call c -> ofCondition(c, out);
            default -> throw BufferExpressions.notKnown(expression);
        }
        truths.put(expression, computed);
        return computed;
    }

    private void ofCondition(Call call, byte[] out) throws NotInMemory {
        switch (call.function()) {
            case IS_NAN -> missing(call.parts().getFirst(), out);
            case IS_FINITE -> {
                double[] x = of.numbers(call.parts().getFirst());
                loops.add(rows -> {
                    for (int i = 0; i < rows; i++) {
                        out[i] = Truths.of(Math.abs(x[i]) <= Double.MAX_VALUE);
                    }
                });
            }
            case IS_INFINITE -> {
                double[] x = of.numbers(call.parts().getFirst());
                loops.add(rows -> {
                    for (int i = 0; i < rows; i++) {
                        out[i] = Double.isNaN(x[i]) ? Truths.UNKNOWN : Truths.of(Double.isInfinite(x[i]));
                    }
                });
            }
            default -> throw BufferExpressions.notKnown(call);
        }
    }

    /** A number beside others as real ones: whole numbers beside exact decimals have rules of their own. */
    private double[] compared(Expression expression, Expression... others) throws NotInMemory {
        boolean exact = expression.type() == ColumnType.LONG && !(expression instanceof Constant);
        for (Expression other : others) {
            if (exact && !(other.type() == ColumnType.DOUBLE && !(other instanceof Constant.Decimal))) {
                throw BufferExpressions.notKnown(expression);
            }
        }
        return of.numbers(expression);
    }

    private void compare(Comparison comparison, byte[] out) throws NotInMemory {
        Expression left = comparison.left();
        Expression right = comparison.right();
        if (left.type() == ColumnType.TEXT && right.type() == ColumnType.TEXT) {
            compareTexts(comparison, out);
        } else if (left.type() == ColumnType.LONG && right.type() == ColumnType.LONG) {
            compareWholes(comparison, out);
        } else if (BufferExpressions.isNumber(left) && BufferExpressions.isNumber(right)) {
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
                        case DISTINCT, NOT_DISTINCT -> throw BufferExpressions.notKnown(comparison);
                    });
        } else {
            throw BufferExpressions.notKnown(comparison);
        }
    }

    private static boolean unordered(double a, double b) {
        return Double.isNaN(a) || Double.isNaN(b);
    }

    private void compareWholes(Comparison comparison, byte[] out) throws NotInMemory {
        ColumnBuffer.Longs a = of.wholes(comparison.left());
        ColumnBuffer.Longs b = of.wholes(comparison.right());
        Comparison.Sign sign = comparison.sign();
        if (sign == Comparison.Sign.DISTINCT || sign == Comparison.Sign.NOT_DISTINCT) {
            throw BufferExpressions.notKnown(comparison);
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
            throw BufferExpressions.notKnown(comparison);
        }
        @Nullable String[] a = of.texts(comparison.left());
        @Nullable String[] b = of.texts(comparison.right());
        loops.add(rows -> {
            for (int i = 0; i < rows; i++) {
                out[i] = a[i] == null || b[i] == null ? Truths.UNKNOWN : Truths.of(a[i].equals(b[i]) == equal);
            }
        });
    }

    private void missing(Expression value, byte[] out) throws NotInMemory {
        Object buffer = value instanceof Column c ? of.buffer(c.name()) : value;
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
            double[] x = of.numbers(value);
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
            throw BufferExpressions.notKnown(oneOf);
        }
        double[] x = of.numbers(oneOf.value());
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
        byte[][] conditions = values(parts);
        byte neutral = (byte) (Truths.YES - deciding);
        loops.add(rows -> {
            Arrays.fill(out, 0, rows, neutral);
            for (byte[] condition : conditions) {
                for (int i = 0; i < rows; i++) {
                    out[i] = out[i] == deciding || condition[i] == deciding
                            ? deciding
                            : condition[i] == Truths.UNKNOWN ? Truths.UNKNOWN : out[i];
                }
            }
        });
    }

    private byte[][] values(List<Expression> parts) throws NotInMemory {
        byte[][] values = new byte[parts.size()][];
        for (int k = 0; k < values.length; k++) {
            values[k] = truths(parts.get(k)).values();
        }
        return values;
    }
}
