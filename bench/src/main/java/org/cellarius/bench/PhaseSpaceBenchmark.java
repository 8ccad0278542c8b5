package org.cellarius.bench;

import java.util.concurrent.TimeUnit;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.frame.PhaseSpaceKernel;
import org.cellarius.galaxy.frame.PhaseSpaceKernel.Motions;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Sky to Galactocentric coordinates, ns a star. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PhaseSpaceBenchmark {

    private final double[][][] blocks = SurveyBlock.blocks(SurveyBlock.make().phaseSpace());
    private int turn;
    private final PhaseSpaceKernel positions = SurveyBlock.kernel(Motions.UNKNOWN);
    private final PhaseSpaceKernel sixDimensional = SurveyBlock.kernel(Motions.KNOWN);
    private final double[][] out = new double[sixDimensional.outputs().size()][SurveyBlock.ROWS];
    private final StarStatus[] status = new StarStatus[SurveyBlock.ROWS];

    /** l, b, x, y, z, r, phi from ra, dec, distance. */
    @Benchmark
    @OperationsPerInvocation(SurveyBlock.ROWS)
    public double[][] positions() {
        positions.apply(SurveyBlock.ROWS, next(), out, status);
        return out;
    }

    /** The same with velocities. */
    @Benchmark
    @OperationsPerInvocation(SurveyBlock.ROWS)
    public double[][] sixDimensional() {
        sixDimensional.apply(SurveyBlock.ROWS, next(), out, status);
        return out;
    }

    private double[][] next() {
        return blocks[turn++ % SurveyBlock.BLOCKS];
    }
}
