package org.cellarius.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.cellarius.galaxy.fit.LineMethod;
import org.cellarius.galaxy.fit.LineSums;
import org.cellarius.galaxy.fit.LinesByGroup;
import org.cellarius.galaxy.population.Grouping;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Sums of straight lines, ns a star. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LinesBenchmark {

    private final SurveyBlock stars = SurveyBlock.make();
    private final double[][][] blocks = SurveyBlock.blocks(stars.rKpc(), stars.feH(), stars.feHError(), stars.height());
    private final double[][] one = blocks[0];
    private int turn;
    private final LinesByGroup sliced =
            new LinesByGroup(LineMethod.WLS, new Grouping.Slices(List.of(0.0, 0.25, 0.5, 1.0, 2.0)));
    private final int[] usable = IntStream.range(0, SurveyBlock.ROWS)
            .filter(i -> Double.isFinite(one[0][i]) && Double.isFinite(one[1][i]))
            .toArray();
    private LineSums[] state = sliced.empty();

    /** Weighted lines in four slices of |z|: choosing the slice is part of it. */
    @Benchmark
    @OperationsPerInvocation(SurveyBlock.ROWS)
    public LineSums[] weightedLinesInFourSlices() {
        state = sliced.fold(state, SurveyBlock.ROWS, blocks[turn++ % SurveyBlock.BLOCKS]);
        return state;
    }

    /** The sums alone, every star counting one. */
    @Benchmark
    @OperationsPerInvocation(SurveyBlock.ROWS)
    public LineSums sumsOfOneLine() {
        return LineSums.of(usable.length, usable, one[0], one[1], new double[0]);
    }
}
