package org.cellarius.galaxy.frame;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.frame.DrawPlan.Summary;
import org.cellarius.galaxy.kernel.DrawMath;
import org.cellarius.galaxy.random.CounterRandom;

/**
 * Errors of phase space from draws of the measurement, each star's from its own sequence (seed, star, draw).
 *
 * <p>Inputs: those of {@link PhaseSpaceKernel}, then those of {@link ErrorColumns}, then {@code star_number}, a whole number
 * that tells the star apart, for example its row in the whole table. Outputs: {@code x_error} &hellip; {@code v_z_error}
 * (standard deviations, divisor n &minus; 1; of {@code phi} the circular one), then the {@link Summary summaries} asked
 * for, then for each {@link DerivedQuantity} {@code _mean _error} and {@code _draws}, the number of draws that have it, and
 * its percentiles where asked for, then with covariances those of the derived quantities with each other, {@code rg_zmax_cov} &hellip; Draws are kept for one star at a time, and only for percentiles.
 */
public final class PhaseSpaceDraws implements ColumnKernel {

    private static final String[] FRACTION_NAMES = {"_p16", "_p50", "_p84"};

    private final GalactocentricFrame frame;
    private final ErrorColumns errors;
    private final MeasuredStars measured;
    private final DrawPlan plan;
    private final DrawMath math;
    private final CounterRandom random;

    public PhaseSpaceDraws(GalactocentricFrame frame, ErrorColumns errors, DrawPlan plan) {
        this(frame, errors, plan, DrawMath.best());
    }

    /** With a chosen form of the random numbers and sums, to hold twins against each other. */
    public PhaseSpaceDraws(GalactocentricFrame frame, ErrorColumns errors, DrawPlan plan, DrawMath math) {
        frame.requireVelocity();
        this.frame = frame;
        this.errors = errors;
        this.measured = new MeasuredStars(frame, errors);
        this.plan = plan;
        this.math = math;
        this.random = random(plan.seed());
    }

    static CounterRandom random(long seed) {
        return new CounterRandom(seed).forPurpose("phase-space");
    }

    @Override
    public List<String> inputs() {
        return measured.inputs();
    }

    @Override
    public List<OutputColumn> outputs() {
        var columns = new ArrayList<OutputColumn>();
        String of = " of " + plan.draws() + " draws";
        for (PhaseSpaceQuantity q : PhaseSpaceQuantity.values()) {
            columns.add(new OutputColumn(q.column() + "_error", q.unit(), "standard deviation" + of));
        }
        if (plan.tells(Summary.MEANS)) {
            for (PhaseSpaceQuantity q : PhaseSpaceQuantity.values()) {
                columns.add(new OutputColumn(q.column() + "_mean", q.unit(), "mean" + of));
            }
        }
        if (plan.tells(Summary.PERCENTILES)) {
            for (PhaseSpaceQuantity q : PhaseSpaceQuantity.values()) {
                addPercentiles(columns, q.column(), q.unit(), of);
            }
        }
        if (plan.tells(Summary.COVARIANCE)) {
            columns.addAll(Covariances.columns());
        }
        for (OutputColumn d : DerivedDraws.columns(plan.derived())) {
            columns.add(new OutputColumn(d.name() + "_mean", d.unit(), d.description() + ", mean" + of));
            columns.add(new OutputColumn(d.name() + "_error", d.unit(), d.description() + ", standard deviation" + of));
            columns.add(new OutputColumn(d.name() + "_draws", "", "draws that have " + d.name()));
            if (plan.tells(Summary.PERCENTILES)) {
                addPercentiles(columns, d.name(), d.unit(), of);
            }
        }
        if (plan.tells(Summary.COVARIANCE)) {
            columns.addAll(DerivedDraws.covariances(plan.derived()));
        }
        return List.copyOf(columns);
    }

    private static void addPercentiles(List<OutputColumn> columns, String name, String unit, String of) {
        for (int k = 0; k < KeptDraws.FRACTIONS.length; k++) {
            columns.add(new OutputColumn(
                    name + FRACTION_NAMES[k], unit, Math.round(100 * KeptDraws.FRACTIONS[k]) + "th percentile" + of));
        }
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        var sampler = new StarSampler(frame, errors, plan, random, math);
        for (int i = 0; i < rows; i++) {
            status[i] = measured.judge(in, i);
            switch (status[i]) {
                case OK, NO_VELOCITY, NO_ERRORS -> {
                    sampler.sample(measured.star(in, i, status[i]));
                    sampler.write(out, i);
                }
                case NO_POSITION,
                        NO_PARALLAX,
                        NO_ZERO_POINT,
                        PARALLAX_NOT_POSITIVE,
                        NO_PHOTOMETRY,
                        NO_DISTANCE,
                        BAD_CORRELATIONS,
                        UNBOUND,
                        NOT_CONVERGED,
                        NOT_INTEGRATED,
                        SELECTION_UNKNOWN,
                        NOT_COVERED,
                        NEVER_SELECTED,
                        NO_OBSERVABLE,
                        OUTSIDE_GRID,
                        EDGE,
                        NO_LABEL,
                        OUTSIDE_TRAINING,
                        OUTSIDE_MAP,
                        BEFORE_FIRST,
                        BEYOND_LAST,
                        NOT_RELIABLE -> {
                    for (double[] column : out) {
                        column[i] = Double.NaN;
                    }
                }
            }
        }
    }
}
