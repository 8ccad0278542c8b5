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
 * A loop that every good compiler vectorises: unit vectors turned by a matrix, ns a star. The control of the watch on
 * vectorisation: if this loses nothing without SIMD, the watch itself is blind on this machine.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RotationBenchmark {

    private final SurveyBlock stars = SurveyBlock.of(SurveyBlock.ROWS);
    private final double[] turnedX = new double[SurveyBlock.ROWS];
    private final double[] turnedY = new double[SurveyBlock.ROWS];

    @Benchmark
    @OperationsPerInvocation(SurveyBlock.ROWS)
    public double[] turnInThePlane() {
        turn(0.8, 0.6, stars.x(), stars.y(), turnedX, turnedY);
        return turnedX;
    }

    private static void turn(double cos, double sin, double[] x, double[] y, double[] toX, double[] toY) {
        for (int i = 0; i < SurveyBlock.ROWS; i++) {
            toX[i] = cos * x[i] - sin * y[i];
            toY[i] = sin * x[i] + cos * y[i];
        }
    }
}
