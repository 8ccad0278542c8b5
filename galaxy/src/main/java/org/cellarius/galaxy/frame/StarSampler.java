package org.cellarius.galaxy.frame;

import org.cellarius.galaxy.frame.DrawPlan.Summary;
import org.cellarius.galaxy.kernel.ArrayMath;
import org.cellarius.galaxy.kernel.DrawMath;
import org.cellarius.galaxy.random.CounterRandom;
import org.cellarius.galaxy.random.NormalBlocks;

/** Draws one star after the other and writes what is told about them; the arrays of one call of {@link PhaseSpaceDraws}. */
final class StarSampler {

    private static final int QUANTITIES = PhaseSpaceQuantity.values().length;

    private final DrawPlan plan;

    private final DrawBlock block;
    private final CylindricalBlock cylindrical = new CylindricalBlock();
    private final DrawMoments moments;
    private final DerivedDraws derived;
    private final KeptDraws kept;
    private final double[] degrees = DrawBlock.array();
    private final double[] means = new double[QUANTITIES];
    private final double[] deviations = new double[QUANTITIES];
    private double[][] covariance = new double[6][6];

    StarSampler(GalactocentricFrame frame, ErrorColumns errors, DrawPlan plan, CounterRandom random, DrawMath math) {
        this.plan = plan;
        this.block = new DrawBlock(frame, errors, new NormalBlocks(random, math, DrawBlock.LONGEST));
        this.moments = new DrawMoments(math, block.movesOnSky());
        this.derived = new DerivedDraws(plan.derived());
        int quantities = QUANTITIES + DerivedDraws.columns(plan.derived()).size();
        this.kept = new KeptDraws(plan.tells(Summary.PERCENTILES) ? quantities : 0, plan.draws());
    }

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
        double[] percentiles = kept.percentiles(quantity);
        for (int k = 0; k < percentiles.length; k++) {
            double p = percentiles[k];
            // The azimuth is kept as the angle from the star's own.
            out[from + k][row] = quantity == 7 ? wrapped(cylindrical.originDeg() + p) : p;
        }
        return from + percentiles.length;
    }

    /** An angle in (&minus;180, 180] degrees. */
    private static double wrapped(double degrees) {
        double turned = Math.IEEEremainder(degrees, 360);
        return turned <= -180 ? turned + 360 : turned;
    }
}
