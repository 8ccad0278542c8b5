package org.cellarius.bench;

import java.util.concurrent.TimeUnit;
import org.cellarius.galaxy.potential.ForceField;
import org.cellarius.galaxy.potential.Potentials;
import org.cellarius.galaxy.random.CounterRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Both components of the force, ns a star: McMillan17 as a bicubic and as a biquintic table, MWPotential2014 by formulas. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ForceFieldBenchmark {

    /** As many as the integrator follows at once. */
    private static final int STARS = 128;

    private static final int BLOCKS = 32;

    private final ForceField bicubic = ForceField.of(Potentials.named("McMillan17"));
    private final ForceField biquintic = ForceField.accurate(Potentials.named("McMillan17"));
    private final ForceField formulas = ForceField.of(Potentials.named("MWPotential2014"));
    private final double[][] radiusKpc = new double[BLOCKS][STARS];
    private final double[][] zKpc = new double[BLOCKS][STARS];
    private final double[][] acceleration = new double[2][STARS];
    private int turn;

    /** Places all over the disc: 4 to 14 kpc, 1 kpc to either side of the plane. */
    public ForceFieldBenchmark() {
        var random = new CounterRandom(1543);
        for (int block = 0; block < BLOCKS; block++) {
            for (int i = 0; i < STARS; i++) {
                radiusKpc[block][i] = 4 + 10 * random.uniform(block * STARS + i, 0);
                zKpc[block][i] = 2 * random.uniform(block * STARS + i, 1) - 1;
            }
        }
    }

    @Benchmark
    @OperationsPerInvocation(STARS)
    public double[][] bicubic() {
        return accelerations(bicubic);
    }

    @Benchmark
    @OperationsPerInvocation(STARS)
    public double[][] biquintic() {
        return accelerations(biquintic);
    }

    @Benchmark
    @OperationsPerInvocation(STARS)
    public double[][] formulas() {
        return accelerations(formulas);
    }

    private double[][] accelerations(ForceField field) {
        int block = turn++ % BLOCKS;
        field.accelerations(STARS, radiusKpc[block], zKpc[block], acceleration[0], acceleration[1]);
        return acceleration;
    }
}
