package org.cellarius.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.galaxy.population.Moments;
import org.cellarius.galaxy.population.MomentsByGroup;
import org.cellarius.galaxy.population.RectangularCells;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Moments per slice and per cell of a map, ns a star. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MomentsBenchmark {

    private final SurveyBlock stars = SurveyBlock.make();
    private final double[][][] byHeight = SurveyBlock.blocks(stars.feH(), stars.height());
    private final double[][][] byPlace = SurveyBlock.blocks(stars.feH(), stars.x(), stars.y());
    private int turn;
    private final MomentsByGroup slices = new MomentsByGroup(new Grouping.Slices(List.of(0.0, 0.25, 0.5, 1.0, 2.0)));
    private final MomentsByGroup map = new MomentsByGroup(RectangularCells.covering(0.25, 0.25, -13, -3, -5, 5));
    private final MomentsByGroup largeMap = new MomentsByGroup(RectangularCells.covering(0.02, 0.02, -13, -3, -5, 5));
    private Moments[] slicesState = slices.empty();
    private Moments[] mapState = map.empty();
    private Moments[] largeMapState = largeMap.empty();

    /** Four slices of |z|. */
    @Benchmark
    @OperationsPerInvocation(SurveyBlock.ROWS)
    public Moments[] fourSlices() {
        slicesState = slices.fold(slicesState, SurveyBlock.ROWS, byHeight[turn++ % SurveyBlock.BLOCKS]);
        return slicesState;
    }

    /** A map of 1,681 cells. */
    @Benchmark
    @OperationsPerInvocation(SurveyBlock.ROWS)
    public Moments[] mapOf1681Cells() {
        mapState = map.fold(mapState, SurveyBlock.ROWS, byPlace[turn++ % SurveyBlock.BLOCKS]);
        return mapState;
    }

    /** A map of 251,001 cells, most of them without a star in any one block. */
    @Benchmark
    @OperationsPerInvocation(SurveyBlock.ROWS)
    public Moments[] mapOf251001Cells() {
        largeMapState = largeMap.fold(largeMapState, SurveyBlock.ROWS, byPlace[turn++ % SurveyBlock.BLOCKS]);
        return largeMapState;
    }
}
