package org.cellarius.galaxy.distance;

import java.util.List;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;

/**
 * 1/parallax, for stars whose parallaxes are good to a few per cent: beyond, it is biased, and it knows no distance where the
 * parallax is not positive (Luri et al. 2018, 2018A&amp;A...616A...9L).
 *
 * <p>Inputs: {@code parallax parallax_error} (mas), then those of the zero point. Outputs: {@code distance} (kpc), {@code distance_lo
 * distance_hi} (1/(&varpi; &plusmn; &sigma;); the latter is missing where &sigma; &ge; &varpi;), {@code distance_error}
 * (&sigma;/&varpi;&sup2;, first order), {@code parallax_zero_point} (mas).
 */
public record InverseParallaxKernel(ParallaxZeroPoint zeroPoint) implements ColumnKernel {

    @Override
    public List<String> inputs() {
        return ParallaxInput.columns(zeroPoint);
    }

    @Override
    public List<OutputColumn> outputs() {
        return List.of(
                new OutputColumn("distance", "kpc", "1/parallax"),
                new OutputColumn("distance_lo", "kpc", "1/(parallax + error)"),
                new OutputColumn("distance_hi", "kpc", "1/(parallax - error)"),
                new OutputColumn("distance_error", "kpc", "error of 1/parallax, first order"),
                ParallaxInput.zeroPointColumn());
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        for (int i = 0; i < rows; i++) {
            var star = ParallaxInput.read(zeroPoint, in, i);
            double parallax = star.parallaxMas();
            double error = star.errorMas();
            status[i] = star.status() == StarStatus.OK && !(parallax > 0)
                    ? StarStatus.PARALLAX_NOT_POSITIVE
                    : star.status();
            out[4][i] = star.zeroPointMas();
            if (status[i] == StarStatus.OK) {
                out[0][i] = 1 / parallax;
                out[1][i] = 1 / (parallax + error);
                out[2][i] = error < parallax ? 1 / (parallax - error) : Double.NaN;
                out[3][i] = error / (parallax * parallax);
            } else {
                Missing.distances(out, i, List.of(4));
            }
        }
    }
}
