package org.cellarius.bench;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.frame.DerivedQuantity;
import org.cellarius.galaxy.frame.DistanceErrorModel;
import org.cellarius.galaxy.frame.DrawPlan;
import org.cellarius.galaxy.frame.ErrorColumns;
import org.cellarius.galaxy.frame.ErrorColumns.Correlations;
import org.cellarius.galaxy.frame.ErrorColumns.Sky;
import org.cellarius.galaxy.frame.GalactocentricFrame;
import org.cellarius.galaxy.frame.PhaseSpaceDraws;
import org.cellarius.galaxy.frame.PhaseSpaceErrors;
import org.cellarius.galaxy.frame.PhaseSpaceErrors.Covariance;
import org.cellarius.galaxy.orbit.GuidingRadiusKernel;
import org.cellarius.galaxy.orbit.OrbitsOfDraws;
import org.cellarius.galaxy.potential.Potentials;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Monte-Carlo draws of phase space with transformation and moments, 100 a star, ns a draw. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DrawsBenchmark {

    private static final int STARS = 512;
    private static final int DRAWS = 100;
    /** Draws of one call. */
    static final int ITEMS = STARS * DRAWS;

    private static final int BLOCKS = 32;
    private static final GalactocentricFrame FRAME = new GalactocentricFrame(DiscState.SUN);
    private static final ErrorColumns INDEPENDENT =
            new ErrorColumns(DistanceErrorModel.NORMAL, Sky.EXACT, Correlations.NONE);
    private static final ErrorColumns CORRELATED =
            new ErrorColumns(DistanceErrorModel.NORMAL, Sky.EXACT, Correlations.GAIA_DISTANCE_FROM_PARALLAX);

    private final PhaseSpaceDraws independent = draws(INDEPENDENT, DRAWS, List.of());
    private final PhaseSpaceDraws correlated = draws(CORRELATED, DRAWS, List.of());
    private final PhaseSpaceDraws guidingRadii = draws(
            CORRELATED,
            DRAWS,
            List.of(new OrbitsOfDraws(new GuidingRadiusKernel(Potentials.named("McMillan17")), List.of("rg"))));
    private final double[][][] measured = new double[BLOCKS][][];
    private final double[][] out = new double[correlated.outputs().size()][STARS];
    private final double[][] more = new double[guidingRadii.outputs().size()][STARS];
    private final StarStatus[] status = new StarStatus[STARS];
    private int turn;

    public DrawsBenchmark() {
        for (int block = 0; block < BLOCKS; block++) {
            measured[block] = measured((long) block * STARS, STARS);
        }
    }

    /** Errors of the 11 quantities of phase space and the covariance of the cartesian state, independent measurements. */
    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public double[][] independent() {
        double[][] all = measured[turn++ % BLOCKS];
        double[][] in = new double[11][];
        System.arraycopy(all, 0, in, 0, 10);
        in[10] = all[13];
        independent.apply(STARS, in, out, status);
        return out;
    }

    /** The same with correlated distance and proper motions. */
    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public double[][] correlated() {
        correlated.apply(STARS, measured[turn++ % BLOCKS], out, status);
        return out;
    }

    /** The same and the guiding radius of every draw. */
    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public double[][] correlatedWithGuidingRadii() {
        guidingRadii.apply(STARS, measured[turn++ % BLOCKS], more, status);
        return more;
    }

    private static PhaseSpaceDraws draws(ErrorColumns errors, int draws, List<DerivedQuantity> derived) {
        Set<DrawPlan.Summary> summaries = EnumSet.of(DrawPlan.Summary.COVARIANCE);
        return new PhaseSpaceDraws(FRAME, errors, new DrawPlan(1660, draws, summaries, derived));
    }

    /** A measurement as {@link PhaseSpaceDraws} reads it with correlations: distances to 5 per cent, motions as Gaia's. */
    static double[][] measured(long first, int rows) {
        double[][] seen = DiscState.seen(first, rows);
        double[] values = {0.03, 0.03, 0.5, -0.2, 0.3, 0.1};
        double[][] in = new double[14][rows];
        System.arraycopy(seen, 0, in, 0, 6);
        for (int i = 0; i < rows; i++) {
            in[6][i] = 0.05 * seen[2][i];
            for (int k = 0; k < values.length; k++) {
                in[7 + k][i] = values[k];
            }
            in[13][i] = first + i;
        }
        return in;
    }

    /** Errors from many draws against first order, where the distances are good. */
    static String check() {
        int stars = 1000;
        int many = 2000;
        PhaseSpaceDraws kernel = draws(CORRELATED, many, List.of());
        double[][] in = measured(0, stars);
        for (int i = 0; i < stars; i++) {
            in[6][i] *= 0.1;
        }
        double[][] found = new double[kernel.outputs().size()][stars];
        kernel.apply(stars, in, found, new StarStatus[stars]);
        var firstOrder = new PhaseSpaceErrors(FRAME, CORRELATED, Covariance.LEFT_OUT);
        double[][] truth = new double[firstOrder.outputs().size()][stars];
        double[][] without = new double[13][];
        System.arraycopy(in, 0, without, 0, 13);
        firstOrder.apply(stars, without, truth, new StarStatus[stars]);
        var names = firstOrder.outputs().stream().map(OutputColumn::name).toList();
        var said = new StringBuilder("errors of %d draws / first order, mean of %d stars:".formatted(many, stars));
        for (String name : new String[] {"r_error", "v_r_error", "v_phi_error", "v_z_error"}) {
            int k = names.indexOf(name);
            double sum = 0;
            for (int i = 0; i < stars; i++) {
                sum += found[k][i] / truth[k][i];
            }
            said.append(" %s %.4f,".formatted(name, sum / stars));
        }
        return said.substring(0, said.length() - 1);
    }
}
