package org.cellarius.galaxy.mock;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.random.CounterRandom;

/**
 * Another observation of the same stars, of which y is known to lie on a line: y is drawn from the line at the star's x, then everything that has
 * an error is measured anew.
 *
 * <p>The catalogue's own values serve as true ones, though they are measured themselves: the mock is a little wider than the Galaxy, by the errors, and
 * as wide as the sample. Inputs: {@code star_number}, {@code x}, {@code slice}, {@code y}, {@code y_error}, then for each column observed its value and its errors below and above.
 * Values that are missing stay missing, and so does y where x is. Errors are drawn independently of each other.
 *
 * @param truth the lines
 * @param y name and unit of y
 * @param observed the columns measured anew
 * @param random numbers of this mock
 */
public record MockObservations(LineTruth truth, OutputColumn y, List<OutputColumn> observed, CounterRandom random)
        implements ColumnKernel {

    private static final int BEFORE_OBSERVED = 5;

    public MockObservations {
        observed = List.copyOf(observed);
    }

    @Override
    public List<String> inputs() {
        var inputs = new ArrayList<>(List.of("star_number", "x", "slice", "y", "y_error"));
        for (OutputColumn column : observed) {
            inputs.addAll(List.of(column.name(), column.name() + "_below", column.name() + "_above"));
        }
        return inputs;
    }

    @Override
    public List<OutputColumn> outputs() {
        var outputs = new ArrayList<>(List.of(y));
        outputs.addAll(observed);
        return outputs;
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        for (int i = 0; i < rows; i++) {
            long star = (long) in[0][i];
            double error = in[4][i] >= 0 ? in[4][i] : 0;
            out[0][i] = Double.isNaN(in[3][i])
                    ? Double.NaN
                    : truth.at(truth.sliceOf(in[2][i]), in[1][i], random.normal(star, 0))
                            + error * random.normal(star, 1);
            for (int k = 0; k < observed.size(); k++) {
                int column = BEFORE_OBSERVED + 3 * k;
                out[1 + k][i] = in[column][i] + twoPiece(in[column + 1][i], in[column + 2][i], star, 2 + 2 * k);
            }
            status[i] = StarStatus.OK;
        }
    }

    /** An error of two half normals, one as often as the other, so that the median stays (Vickers et al. 2021); none where an error is missing. */
    private double twoPiece(double below, double above, long star, int draw) {
        if (!(below >= 0 && above >= 0 && below + above > 0)) {
            return 0;
        }
        double size = Math.abs(random.normal(star, draw));
        return random.uniform(star, draw) < 0.5 ? -below * size : above * size;
    }
}
