package org.cellarius.engine.stream;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.cellarius.engine.expression.StarFunction;

/**
 * Sines, logarithms and powers of the platform's C library: those that a database on the same machine computes with. IEEE 754 leaves their last bit open, so Java's own
 * may differ there; the same library gives the same bits (the twin test of streams holds them together).
 */
final class PlatformMathematics {

    private static final FunctionDescriptor OF_ONE =
            FunctionDescriptor.of(ValueLayout.JAVA_DOUBLE, ValueLayout.JAVA_DOUBLE);
    private static final FunctionDescriptor OF_TWO =
            FunctionDescriptor.of(ValueLayout.JAVA_DOUBLE, ValueLayout.JAVA_DOUBLE, ValueLayout.JAVA_DOUBLE);

    private PlatformMathematics() {}

    /** A loop from arguments to values. */
    @FunctionalInterface
    interface Loop {
        void run(double[] x, double[] out, int rows);
    }

    /** A loop from pairs of arguments to values. A value is missing where an argument is, also 1 to a power that is missing. */
    @FunctionalInterface
    interface LoopOfTwo {
        void run(double[] x, double[] y, double[] out, int rows);
    }

    /** The loop of a function with one argument; empty if the platform has none. */
    static Optional<Loop> ofOne(StarFunction function) {
        return nameOfOne(function).flatMap(n -> handle(n, OF_ONE)).map(f -> (x, out, rows) -> {
            try {
                for (int i = 0; i < rows; i++) {
                    out[i] = (double) f.invokeExact(x[i]);
                }
            } catch (Throwable e) {
                throw new IllegalStateException("the C library's function failed: " + function, e);
            }
        });
    }

    /** The loop of a function with two arguments; empty if the platform has none. */
    static Optional<LoopOfTwo> ofTwo(StarFunction function) {
        return nameOfTwo(function).flatMap(n -> handle(n, OF_TWO)).map(f -> (x, y, out, rows) -> {
            try {
                for (int i = 0; i < rows; i++) {
                    out[i] = Double.isNaN(x[i]) || Double.isNaN(y[i]) ? Double.NaN : (double) f.invokeExact(x[i], y[i]);
                }
            } catch (Throwable e) {
                throw new IllegalStateException("the C library's function failed: " + function, e);
            }
        });
    }

    private static Optional<String> nameOfOne(StarFunction function) {
        return switch (function) {
            case CBRT, EXP, LOG2, SIN, COS, TAN, ASIN, ACOS, ATAN, SINH, COSH, TANH ->
                Optional.of(function.words().getFirst());
            case LN -> Optional.of("log");
            case LOG -> Optional.of("log10");
            default -> Optional.empty();
        };
    }

    private static Optional<String> nameOfTwo(StarFunction function) {
        return switch (function) {
            case POWER -> Optional.of("pow");
            case ATAN2 -> Optional.of("atan2");
            default -> Optional.empty();
        };
    }

    @SuppressWarnings("restricted")
    private static Optional<MethodHandle> handle(String name, FunctionDescriptor shape) {
        Linker linker = Linker.nativeLinker();
        // None of them calls back or waits: the thread need not leave Java.
        return linker.defaultLookup()
                .find(name)
                .map(place -> linker.downcallHandle(place, shape, Linker.Option.critical(false)));
    }
}
