package org.cellarius.bench;

import java.util.concurrent.TimeUnit;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.kinematics.MembershipKernel;
import org.cellarius.galaxy.kinematics.VelocityEllipsoids;
import org.cellarius.galaxy.random.CounterRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Kinematic membership probabilities, ns a star. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MembershipBenchmark {

    private final MembershipKernel kernel = new MembershipKernel(VelocityEllipsoids.BENSBY_2003);
    private final double[][][] velocities = new double[SurveyBlock.BLOCKS][][];
    private final double[][] out = new double[kernel.outputs().size()][SurveyBlock.ROWS];
    private final StarStatus[] status = new StarStatus[SurveyBlock.ROWS];
    private int turn;

    public MembershipBenchmark() {
        for (int block = 0; block < SurveyBlock.BLOCKS; block++) {
            velocities[block] = velocities((long) block * SurveyBlock.ROWS);
        }
    }

    /** Thin disc, thick disc, halo. */
    @Benchmark
    @OperationsPerInvocation(SurveyBlock.ROWS)
    public double[][] threePopulations() {
        kernel.apply(SurveyBlock.ROWS, velocities[turn++ % SurveyBlock.BLOCKS], out, status);
        return out;
    }

    private static double[][] velocities(long first) {
        var random = new CounterRandom(2003);
        double[][] uvw = new double[3][SurveyBlock.ROWS];
        double[] mean = {0, -30, 0};
        double[] spread = {50, 40, 30};
        for (int i = 0; i < SurveyBlock.ROWS; i++) {
            for (int k = 0; k < 3; k++) {
                uvw[k][i] = mean[k] + spread[k] * random.normal(first + i, k);
            }
        }
        return uvw;
    }

    /** Against products of normal densities, written out. */
    static String check() {
        var kernel = new MembershipKernel(VelocityEllipsoids.BENSBY_2003);
        double[][] uvw = velocities(0);
        double[][] out = new double[kernel.outputs().size()][SurveyBlock.ROWS];
        kernel.apply(SurveyBlock.ROWS, uvw, out, new StarStatus[SurveyBlock.ROWS]);
        double largest = 0;
        for (int i = 0; i < SurveyBlock.ROWS; i++) {
            double u = uvw[0][i];
            double v = uvw[1][i];
            double w = uvw[2][i];
            double thin = density(0.94, -15, 35, 20, 16, u, v, w);
            double thick = density(0.06, -46, 67, 38, 35, u, v, w);
            double halo = density(0.0015, -220, 160, 90, 90, u, v, w);
            largest = Math.max(largest, Math.abs(out[0][i] - thin / (thin + thick + halo)));
        }
        return "P(thin) against the densities written out, largest difference: " + RelativeErrors.shown(largest);
    }

    private static double density(
            double share, double drift, double su, double sv, double sw, double u, double v, double w) {
        double chi2 = u * u / (su * su) + (v - drift) * (v - drift) / (sv * sv) + w * w / (sw * sw);
        return share / (su * sv * sw) * Math.exp(-0.5 * chi2);
    }
}
