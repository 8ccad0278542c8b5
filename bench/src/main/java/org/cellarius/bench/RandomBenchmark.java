package org.cellarius.bench;

import java.util.concurrent.TimeUnit;
import org.cellarius.galaxy.random.CounterRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Random numbers keyed by star and draw, ns a number. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RandomBenchmark {

    private final CounterRandom random = new CounterRandom(1660);
    private final double[] drawn = new double[SurveyBlock.ROWS];

    @Benchmark
    @OperationsPerInvocation(SurveyBlock.ROWS)
    public double[] uniform() {
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = random.uniform(i, 0);
        }
        return drawn;
    }

    @Benchmark
    @OperationsPerInvocation(SurveyBlock.ROWS)
    public double[] normal() {
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = random.normal(i, 0);
        }
        return drawn;
    }
}
