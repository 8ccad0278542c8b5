package org.cellarius.galaxy.frame;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.frame.DrawPlan.Summary;
import org.cellarius.galaxy.kernel.ArrayMath;
import org.cellarius.galaxy.kernel.DrawMath;
import org.cellarius.galaxy.random.CounterRandom;
import org.cellarius.galaxy.random.NormalBlocks;

/**
 * Errors of phase space from draws of the measurement, each star's from its own sequence (seed, star, draw).
 *
 * <p>Inputs: those of {@link PhaseSpaceKernel}, then those of {@link ErrorColumns}, then {@code star_number}, a whole number
 * that tells the star apart, for example its row in the whole table. Outputs: {@code x_error} &hellip; {@code v_z_error}
 * (standard deviations, divisor n &minus; 1; of {@code phi} the circular one), then the {@link Summary summaries} asked
 * for, then for each {@link DerivedQuantity} {@code _mean _error} and {@code _draws}, the number of draws that have it, and
 * its percentiles where asked for. Draws are kept for one star at a time, and only for percentiles.
 */
public final class PhaseSpaceDraws implements ColumnKernel {

    /** The fractions of a normal distribution below &minus;1, 0 and +1 standard deviations, as surveys round them. */
    private static final double[] FRACTIONS = {0.16, 0.5, 0.84};

    private static final String[] FRACTION_NAMES = {"_p16", "_p50", "_p84"};
    private static final int QUANTITIES = PhaseSpaceQuantity.values().length;

    private final GalactocentricFrame frame;
    private final ErrorColumns errors;
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
        this.plan = plan;
        this.math = math;
        this.random = new CounterRandom(plan.seed()).forPurpose("phase-space");
    }

    @Override
    public List<String> inputs() {
        var names = new ArrayList<>(List.of("ra", "dec", "distance", "pmra", "pmdec", "radial_velocity"));
        names.addAll(errors.names());
        names.add("star_number");
        return List.copyOf(names);
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
        return List.copyOf(columns);
    }

    private static void addPercentiles(List<OutputColumn> columns, String name, String unit, String of) {
        for (int k = 0; k < FRACTIONS.length; k++) {
            columns.add(new OutputColumn(
                    name + FRACTION_NAMES[k], unit, Math.round(100 * FRACTIONS[k]) + "th percentile" + of));
        }
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        var scratch = new Scratch();
        for (int i = 0; i < rows; i++) {
            status[i] = StarMeasurement.judge(in[0][i], in[1][i], in[2][i], in[3][i], in[4][i], in[5][i]);
            StarErrors star = errors.read(in[2][i], in, PhaseSpaceErrors.MEASURED, i);
            double number = in[in.length - 1][i];
            if (status[i] == StarStatus.OK) {
                status[i] = number == Math.rint(number) ? star.judge() : StarStatus.NO_ERRORS;
            }
            switch (status[i]) {
                case OK, NO_VELOCITY, NO_ERRORS -> {
                    scratch.sample(drawn((long) number, star, in, i));
                    scratch.write(out, i);
                }
                case NO_POSITION, NO_DISTANCE, BAD_CORRELATIONS -> {
                    for (double[] column : out) {
                        column[i] = Double.NaN;
                    }
                }
            }
        }
    }

    private DrawnStar drawn(long number, StarErrors star, double[][] in, int i) {
        LocalAxes axes = LocalAxes.at(in[0][i], in[1][i]).seenIn(frame.rotation);
        return new DrawnStar(number, axes, in[2][i], in[3][i], in[4][i], in[5][i], star, star.factor());
    }

    /** The arrays of one call, used star after star. */
    private final class Scratch {
        private final DrawBlock block = new DrawBlock(frame, errors, new NormalBlocks(random, math, DrawBlock.LONGEST));
        private final CylindricalBlock cylindrical = new CylindricalBlock();
        private final DrawMoments moments = new DrawMoments(math, block.movesOnSky());
        private final DerivedDraws derived = new DerivedDraws(plan.derived());
        private final KeptDraws kept = new KeptDraws(
                plan.tells(Summary.PERCENTILES)
                        ? QUANTITIES + DerivedDraws.columns(plan.derived()).size()
                        : 0,
                plan.draws());
        private final double[] degrees = DrawBlock.array();
        private final double[] means = new double[QUANTITIES];
        private final double[] deviations = new double[QUANTITIES];
        private double[][] covariance = new double[6][6];

        void sample(DrawnStar star) {
            block.nominal(star);
            cylindrical.measureFrom(block.state[0][0], block.state[1][0]);
            cylindrical.of(1, block.state);
            moments.start(block, cylindrical);
            derived.start();
            kept.start();
            for (int from = 0; from < plan.draws(); from += DrawBlock.LONGEST) {
                int n = Math.min(DrawBlock.LONGEST, plan.draws() - from);
                block.draw(n, star, from);
                cylindrical.of(n, block.state);
                moments.add(n, block, cylindrical);
                derived.add(n, block.state, kept);
                keep(n);
            }
            finish(star);
        }

        private void keep(int n) {
            if (!kept.wanted()) {
                return;
            }
            for (int k = 0; k < 6; k++) {
                kept.keep(k, n, block.state[k]);
            }
            cylindrical.angles(n, ArrayMath.best(), degrees);
            kept.keep(6, n, cylindrical.values[0]);
            kept.keep(7, n, degrees);
            kept.keep(8, n, cylindrical.values[1]);
            kept.keep(9, n, cylindrical.values[2]);
            kept.keep(10, n, block.state[5]);
        }

        private void finish(DrawnStar star) {
            double[] state = moments.stateMean(star.axes());
            covariance = moments.stateCovariance(star.axes());
            for (int k = 0; k < 6; k++) {
                means[k] = state[k];
                deviations[k] = Math.sqrt(Math.max(0, covariance[k][k]));
            }
            for (int k = 0; k < 3; k++) {
                int column = k == 0 ? 6 : 7 + k;
                means[column] = moments.cylindricalMean(k);
                deviations[column] = moments.cylindricalError(k);
            }
            means[7] = wrapped(cylindrical.originDeg() + moments.angleMeanDeg());
            deviations[7] = moments.angleErrorDeg();
            means[10] = means[5];
            deviations[10] = deviations[5];
        }

        void write(double[][] out, int row) {
            int column = put(deviations, out, 0, row);
            if (plan.tells(Summary.MEANS)) {
                column = put(means, out, column, row);
            }
            if (plan.tells(Summary.PERCENTILES)) {
                for (int k = 0; k < QUANTITIES; k++) {
                    column = putPercentiles(k, out, column, row);
                }
            }
            if (plan.tells(Summary.COVARIANCE)) {
                Covariances.write(covariance, out, column, row);
                column += 21;
            }
            for (int d = 0; column < out.length; d++) {
                out[column++][row] = derived.mean(d);
                out[column++][row] = derived.error(d);
                out[column++][row] = derived.known(d);
                if (plan.tells(Summary.PERCENTILES)) {
                    column = putPercentiles(QUANTITIES + d, out, column, row);
                }
            }
        }

        private int put(double[] values, double[][] out, int from, int row) {
            for (int k = 0; k < values.length; k++) {
                out[from + k][row] = values[k];
            }
            return from + values.length;
        }

        private int putPercentiles(int quantity, double[][] out, int from, int row) {
            kept.sort(quantity);
            for (int k = 0; k < FRACTIONS.length; k++) {
                double p = kept.percentile(quantity, FRACTIONS[k]);
                // The azimuth is kept as the angle from the star's own.
                out[from + k][row] = quantity == 7 ? wrapped(cylindrical.originDeg() + p) : p;
            }
            return from + FRACTIONS.length;
        }
    }

    /** An angle in (&minus;180, 180] degrees. */
    private static double wrapped(double degrees) {
        double turned = Math.IEEEremainder(degrees, 360);
        return turned <= -180 ? turned + 360 : turned;
    }
}
