package org.cellarius.galaxy.frame;

import java.util.List;
import org.cellarius.galaxy.frame.DrawPlan.Summary;
import org.cellarius.galaxy.kernel.DrawMath;
import org.cellarius.galaxy.random.CounterRandom;
import org.cellarius.galaxy.random.NormalBlocks;

/** Draws one star after the other and writes what is told about them; the arrays of one call of {@link PhaseSpaceDraws}. */
final class StarSampler {

    private static final int QUANTITIES = PhaseSpaceQuantity.values().length;
    private static final int PHI = placeOf(PhaseSpaceQuantity.PHI);
    private static final int V_Z = placeOf(PhaseSpaceQuantity.V_Z);

    /** Where r, v_r and v_phi stand among the quantities. */
    private static final int[] CYLINDRICAL = {
        placeOf(PhaseSpaceQuantity.R), placeOf(PhaseSpaceQuantity.V_R), placeOf(PhaseSpaceQuantity.V_PHI)
    };

    private final DrawPlan plan;
    private final DrawBlock block;
    private final CylindricalBlock cylindrical = new CylindricalBlock();
    private final DrawMoments moments;
    private final DerivedDraws derived;
    private final int derivedColumns;
    private final KeptDraws kept;
    private final double[] degrees = DrawBlock.array();
    private final double[] means = new double[QUANTITIES];
    private final double[] deviations = new double[QUANTITIES];
    private double[][] covariance = new double[6][6];

    StarSampler(GalactocentricFrame frame, ErrorColumns errors, DrawPlan plan, CounterRandom random, DrawMath math) {
        this.plan = plan;
        this.block = new DrawBlock(frame, errors, new NormalBlocks(random, math, DrawBlock.LONGEST));
        this.moments = new DrawMoments(math, block.movesOnSky());
        this.derived = new DerivedDraws(plan);
        this.derivedColumns = DerivedDraws.columns(plan.derived()).size();
        int quantities = QUANTITIES + derivedColumns;
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
        for (int k = 0; k < CYLINDRICAL.length; k++) {
            kept.keep(CYLINDRICAL[k], n, cylindrical.values[k]);
        }
        cylindrical.anglesInDegrees(n, degrees);
        kept.keep(PHI, n, degrees);
        kept.keep(V_Z, n, block.state[5]);
    }

    private void finish(DrawnStar star) {
        double[] state = moments.stateMean(star.axes());
        covariance = moments.stateCovariance(star.axes());
        for (int k = 0; k < 6; k++) {
            means[k] = state[k];
            deviations[k] = Math.sqrt(Math.max(0, covariance[k][k]));
        }
        for (int k = 0; k < CYLINDRICAL.length; k++) {
            means[CYLINDRICAL[k]] = moments.cylindricalMean(k);
            deviations[CYLINDRICAL[k]] = moments.cylindricalError(k);
        }
        means[PHI] = wrapped(cylindrical.originDeg() + moments.angleMeanDeg());
        deviations[PHI] = moments.angleErrorDeg();
        means[V_Z] = means[5];
        deviations[V_Z] = deviations[5];
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
        for (int d = 0; d < derivedColumns; d++) {
            out[column++][row] = derived.mean(d);
            out[column++][row] = derived.error(d);
            out[column++][row] = derived.known(d);
            if (plan.tells(Summary.PERCENTILES)) {
                column = putPercentiles(QUANTITIES + d, out, column, row);
            }
        }
        if (plan.tells(Summary.COVARIANCE)) {
            derived.writeCovariances(out, column, row);
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
            out[from + k][row] = quantity == PHI ? wrapped(cylindrical.originDeg() + p) : p;
        }
        return from + percentiles.length;
    }

    private static int placeOf(PhaseSpaceQuantity quantity) {
        return List.of(PhaseSpaceQuantity.values()).indexOf(quantity);
    }

    /** An angle in (&minus;180, 180] degrees. */
    private static double wrapped(double degrees) {
        double turned = Math.IEEEremainder(degrees, 360);
        return turned <= -180 ? turned + 360 : turned;
    }
}
