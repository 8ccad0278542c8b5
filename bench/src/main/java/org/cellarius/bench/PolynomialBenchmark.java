package org.cellarius.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A loop that every good compiler vectorises: a polynomial of the seventh degree, written out, on numbers that stay in the
 * first-level cache. The control of the watch on vectorisation: if this loses nothing without SIMD, the watch is blind on
 * this machine.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PolynomialBenchmark {

    private static final int ROWS = 1024;

    private final double[] x = new double[ROWS];
    private final double[] y = new double[ROWS];

    /** Fills x with numbers in [0, 1). */
    public PolynomialBenchmark() {
        for (int i = 0; i < ROWS; i++) {
            x[i] = i / (double) ROWS;
        }
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public double[] polynomial() {
        evaluate(x, y);
        return y;
    }

    private static void evaluate(double[] x, double[] y) {
        for (int i = 0; i < ROWS; i++) {
            double t = x[i];
            y[i] = ((((((0.1 * t + 0.2) * t + 0.3) * t + 0.4) * t + 0.5) * t + 0.6) * t + 0.7) * t + 0.8;
        }
    }
}
