package org.cellarius.bench;

import java.util.concurrent.TimeUnit;
import org.cellarius.galaxy.potential.GuidingRadii;
import org.cellarius.galaxy.potential.Potential;
import org.cellarius.galaxy.potential.Potentials;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Guiding radii of whole columns, ns a star. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GuidingRadiusBenchmark {

    private final GuidingRadii radii = Potentials.named("McMillan17").guidingRadii();
    private final double[][] angularMomentum = new double[SurveyBlock.BLOCKS][];
    private final double[] found = new double[SurveyBlock.ROWS];
    private int turn;

    public GuidingRadiusBenchmark() {
        for (int block = 0; block < SurveyBlock.BLOCKS; block++) {
            angularMomentum[block] = angularMomenta((long) block * SurveyBlock.ROWS);
        }
    }

    /** McMillan17. */
    @Benchmark
    @OperationsPerInvocation(SurveyBlock.ROWS)
    public double[] column() {
        radii.radiiKpc(SurveyBlock.ROWS, angularMomentum[turn++ % SurveyBlock.BLOCKS], found);
        return found;
    }

    private static double[] angularMomenta(long first) {
        double[][] stars = DiscState.cylindrical(first, SurveyBlock.ROWS);
        double[] momenta = new double[SurveyBlock.ROWS];
        for (int i = 0; i < momenta.length; i++) {
            momenta[i] = stars[0][i] * stars[4][i];
        }
        return momenta;
    }

    /** The angular momentum of the circular orbit at the radius that was found. */
    static String check() {
        Potential potential = Potentials.named("McMillan17");
        double[] wanted = angularMomenta(0);
        double[] radiusKpc = new double[wanted.length];
        potential.guidingRadii().radiiKpc(wanted.length, wanted, radiusKpc);
        double[] back = new double[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = Math.abs(wanted[i]);
            back[i] = potential.circularOrbits().angularMomentumKpcKms(radiusKpc[i]);
        }
        return "R v_c(R) against L_z, largest: "
                + RelativeErrors.shown(RelativeErrors.of(back, wanted).largest());
    }
}
