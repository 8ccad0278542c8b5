package org.cellarius.engine.stream;

import org.cellarius.catalogue.ColumnType;
import org.cellarius.engine.condition.Loops;
import org.cellarius.engine.condition.NotInMemory;
import org.cellarius.engine.condition.RowValues;
import org.cellarius.engine.expression.Call;
import org.cellarius.engine.expression.Constant;

/**
 * Functions and operators of numbers as loops.
 *
 * @param values what they are of
 * @param mostRows that the loops are run for at once
 * @param loops receives the loops
 */
record NumberCalls(RowValues values, int mostRows, Loops loops) {

    /** The numbers of a call, after the loops ran. */
    double[] of(Call call) throws NotInMemory {
        return switch (call.function()) {
            case DIVIDE -> both(call);
            case ADD ->
                real(call).parts().size() == 1 ? values.numbers(call.parts().getFirst()) : both(call);
            case SUBTRACT -> real(call).parts().size() == 1 ? negated(call) : both(call);
            case MULTIPLY -> both(real(call));
            case ABS -> {
                double[] x = values.numbers(real(call).parts().getFirst());
                double[] out = new double[mostRows];
                loops.add(rows -> {
                    for (int i = 0; i < rows; i++) {
                        out[i] = Math.abs(x[i]);
                    }
                });
                yield out;
            }
            case SQRT -> {
                double[] x = values.numbers(real(call).parts().getFirst());
                double[] out = new double[mostRows];
                loops.add(rows -> {
                    for (int i = 0; i < rows; i++) {
                        out[i] = Math.sqrt(x[i]);
                    }
                });
                yield out;
            }
            case GREATEST -> extreme(real(call), true);
            case LEAST -> extreme(real(call), false);
            default -> ofPlatform(call);
        };
    }

    /** Of those that are not missing; of equal ones, such as both zeros, the first. */
    private double[] extreme(Call call, boolean greatest) throws NotInMemory {
        double[][] parts = new double[call.parts().size()][];
        for (int k = 0; k < parts.length; k++) {
            parts[k] = values.numbers(call.parts().get(k));
        }
        double[] out = new double[mostRows];
        loops.add(rows -> {
            System.arraycopy(parts[0], 0, out, 0, rows);
            for (int k = 1; k < parts.length; k++) {
                double[] next = parts[k];
                for (int i = 0; i < rows; i++) {
                    boolean better = greatest ? next[i] > out[i] : next[i] < out[i];
                    out[i] = better || Double.isNaN(out[i]) ? next[i] : out[i];
                }
            }
        });
        return out;
    }

    /** A call with a real number in it: whole numbers and exact decimals have rules of their own. */
    private static Call real(Call call) throws NotInMemory {
        if (call.parts().stream().allMatch(p -> p.type() != ColumnType.DOUBLE || p instanceof Constant)) {
            throw NotInMemory.of(call);
        }
        return call;
    }

    /** Functions that take every number as a real one. */
    private double[] ofPlatform(Call call) throws NotInMemory {
        double[] out = new double[mostRows];
        switch (call.parts().size()) {
            case 1 -> {
                var function = PlatformMathematics.ofOne(call.function()).orElseThrow(() -> NotInMemory.of(call));
                double[] x = values.numbers(call.parts().getFirst());
                loops.add(rows -> function.run(x, out, rows));
            }
            case 2 -> {
                var function = PlatformMathematics.ofTwo(call.function()).orElseThrow(() -> NotInMemory.of(call));
                double[] x = values.numbers(call.parts().getFirst());
                double[] y = values.numbers(call.parts().getLast());
                loops.add(rows -> function.run(x, y, out, rows));
            }
            default -> throw NotInMemory.of(call);
        }
        return out;
    }

    private double[] negated(Call call) throws NotInMemory {
        double[] x = values.numbers(call.parts().getFirst());
        double[] out = new double[mostRows];
        loops.add(rows -> {
            for (int i = 0; i < rows; i++) {
                out[i] = -x[i];
            }
        });
        return out;
    }

    private double[] both(Call call) throws NotInMemory {
        double[] a = values.numbers(call.parts().get(0));
        double[] b = values.numbers(call.parts().get(1));
        double[] out = new double[mostRows];
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
                    default -> throw NotInMemory.of(call);
                });
        return out;
    }
}
