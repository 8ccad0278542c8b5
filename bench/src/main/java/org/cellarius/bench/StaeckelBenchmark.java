package org.cellarius.bench;

import java.util.concurrent.TimeUnit;
import org.cellarius.galaxy.action.ActionForm;
import org.cellarius.galaxy.action.StaeckelChoice;
import org.cellarius.galaxy.action.StaeckelKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.potential.Potentials;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Summaries of orbits (actions, Zmax, peri- and apocentre, eccentricity) in the St&auml;ckel approximation, ns a star. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StaeckelBenchmark {

    private static final int BLOCKS = 16;

    private final StaeckelKernel direct = kernel("McMillan17", ActionForm.DIRECT);
    private final StaeckelKernel interpolated = kernel("McMillan17", ActionForm.INTERPOLATED);
    private final StaeckelKernel directFormulas = kernel("MWPotential2014", ActionForm.DIRECT);
    private final StaeckelKernel interpolatedFormulas = kernel("MWPotential2014", ActionForm.INTERPOLATED);
    private final double[][][] stars = new double[BLOCKS][][];
    private final double[][] out = new double[direct.outputs().size()][SurveyBlock.ROWS];
    private final StarStatus[] status = new StarStatus[SurveyBlock.ROWS];
    private int turn;

    public StaeckelBenchmark() {
        for (int block = 0; block < BLOCKS; block++) {
            stars[block] = DiscState.cylindrical((long) block * SurveyBlock.ROWS, SurveyBlock.ROWS);
        }
    }

    /** McMillan17, star by star. */
    @Benchmark
    @OperationsPerInvocation(SurveyBlock.ROWS)
    public double[][] direct() {
        return summaries(direct);
    }

    /** McMillan17, from tables in three integrals of motion. */
    @Benchmark
    @OperationsPerInvocation(SurveyBlock.ROWS)
    public double[][] interpolated() {
        return summaries(interpolated);
    }

    /** MWPotential2014, star by star. */
    @Benchmark
    @OperationsPerInvocation(SurveyBlock.ROWS)
    public double[][] directFormulas() {
        return summaries(directFormulas);
    }

    /** MWPotential2014, from tables. */
    @Benchmark
    @OperationsPerInvocation(SurveyBlock.ROWS)
    public double[][] interpolatedFormulas() {
        return summaries(interpolatedFormulas);
    }

    private double[][] summaries(StaeckelKernel kernel) {
        kernel.apply(SurveyBlock.ROWS, stars[turn++ % BLOCKS], out, status);
        return out;
    }

    private static StaeckelKernel kernel(String potential, ActionForm form) {
        return new StaeckelKernel(
                Potentials.named(potential), StaeckelChoice.standard().with(form));
    }

    /** How far the tables are from the star by star form. */
    static String check(String potential) {
        StaeckelKernel exact = kernel(potential, ActionForm.DIRECT);
        double[][] stars = DiscState.cylindrical(0, SurveyBlock.ROWS);
        double[][] one = new double[exact.outputs().size()][SurveyBlock.ROWS];
        double[][] other = new double[one.length][SurveyBlock.ROWS];
        exact.apply(SurveyBlock.ROWS, stars, one, new StarStatus[SurveyBlock.ROWS]);
        kernel(potential, ActionForm.INTERPOLATED)
                .apply(SurveyBlock.ROWS, stars, other, new StarStatus[SurveyBlock.ROWS]);
        var said = new StringBuilder("tables against star by star, median and 95 %:");
        var names = exact.outputs().stream().map(OutputColumn::name).toList();
        for (String name : new String[] {"zmax", "r_peri", "j_r"}) {
            int k = names.indexOf(name);
            RelativeErrors errors = RelativeErrors.of(other[k], one[k]);
            said.append(' ')
                    .append(name)
                    .append(' ')
                    .append(RelativeErrors.shown(errors.median()))
                    .append(", ")
                    .append(RelativeErrors.shown(errors.of95Percent()))
                    .append(';');
        }
        return said.substring(0, said.length() - 1);
    }
}
