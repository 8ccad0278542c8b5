package org.cellarius.bench;

import java.util.concurrent.TimeUnit;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.galaxy.population.QuantilePass;
import org.cellarius.galaxy.population.QuantileStep;
import org.cellarius.galaxy.population.QuantilesByGroup;
import org.cellarius.galaxy.population.RectangularCells;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Exact medians, ns a star: the counting pass alone, and all passes to the end. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class QuantileBenchmark {

    private final SurveyBlock stars = SurveyBlock.make();
    private final double[][][] blocks = SurveyBlock.blocks(stars.feH(), stars.x(), stars.y());
    private int turn;
    private final Grouping cells = RectangularCells.covering(0.25, 0.25, -13, -3, -5, 5);
    private final QuantilePass first = QuantilePass.first(cells, new double[] {0.5}, -3, 2);
    private QuantilePass.State counted = first.empty();

    /** The first, counting pass of medians in 1,681 cells. */
    @Benchmark
    @OperationsPerInvocation(SurveyBlock.ROWS)
    public QuantilePass.State countingPass() {
        counted = first.fold(counted, SurveyBlock.ROWS, blocks[turn++ % SurveyBlock.BLOCKS]);
        return counted;
    }

    /** Exact medians of 262,144 stars in 1,681 cells. */
    @Benchmark
    @OperationsPerInvocation(SurveyBlock.ROWS * SurveyBlock.BLOCKS)
    public QuantilesByGroup allPasses() {
        QuantileStep step = first;
        while (true) {
            switch (step) {
                case QuantilePass pass -> {
                    QuantilePass.State state = pass.empty();
                    for (double[][] block : blocks) {
                        state = pass.fold(state, SurveyBlock.ROWS, block);
                    }
                    step = pass.after(state);
                }
                case QuantilesByGroup done -> {
                    return done;
                }
            }
        }
    }
}
