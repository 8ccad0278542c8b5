package org.cellarius.galaxy.frame;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.kernel.DrawMath;
import org.cellarius.galaxy.random.CounterRandom;
import org.cellarius.galaxy.random.NormalBlocks;

/**
 * The Galactocentric state of one draw of a star's measurement, for those who want the draws themselves: inputs are those of {@link
 * PhaseSpaceDraws} and {@code draw}, the number of the draw from 0. The draws are those that {@link PhaseSpaceDraws} tells the moments
 * of, number by number.
 */
public final class DrawnStates implements ColumnKernel {

    private final GalactocentricFrame frame;
    private final ErrorColumns errors;
    private final MeasuredStars measured;
    private final CounterRandom random;

    public DrawnStates(GalactocentricFrame frame, ErrorColumns errors, long seed) {
        frame.requireVelocity();
        this.frame = frame;
        this.errors = errors;
        this.measured = new MeasuredStars(frame, errors);
        this.random = PhaseSpaceDraws.random(seed);
    }

    @Override
    public List<String> inputs() {
        return Stream.concat(measured.inputs().stream(), Stream.of("draw")).toList();
    }

    @Override
    public List<OutputColumn> outputs() {
        return Arrays.stream(PhaseSpaceQuantity.values())
                .map(q -> new OutputColumn(q.column(), q.unit(), q.column() + " of one draw of the measurement"))
                .toList();
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        var block = new DrawBlock(frame, errors, new NormalBlocks(random, DrawMath.best(), DrawBlock.LONGEST));
        double[] draws = in[in.length - 1];
        for (int i = 0; i < rows; i++) {
            status[i] = measured.judge(in, i);
            for (double[] column : out) {
                column[i] = Double.NaN;
            }
            boolean counted = draws[i] >= 0 && draws[i] == Math.rint(draws[i]);
            if (status[i] == StarStatus.OK && counted) {
                block.draw(1, measured.star(in, i, status[i]), (long) draws[i]);
                write(block.state, out, i);
            }
        }
    }

    private static void write(double[][] state, double[][] out, int i) {
        double x = state[0][0];
        double y = state[1][0];
        double vx = state[3][0];
        double vy = state[4][0];
        double r = Math.hypot(x, y);
        int column = 0;
        for (PhaseSpaceQuantity q : PhaseSpaceQuantity.values()) {
            out[column++][i] = switch (q) {
                case X -> x;
                case Y -> y;
                case Z -> state[2][0];
                case VX -> vx;
                case VY -> vy;
                case VZ, V_Z -> state[5][0];
                case R -> r;
                case PHI -> Math.toDegrees(Math.atan2(y, x));
                case V_R -> (x * vx + y * vy) / r;
                case V_PHI -> (y * vx - x * vy) / r;
            };
        }
    }
}
