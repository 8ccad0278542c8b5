package org.cellarius.galaxy.distance;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;

/**
 * A star's parallax without its zero point.
 *
 * @param parallaxMas parallax less the zero point, mas
 * @param errorMas its standard error, mas
 * @param zeroPointMas what was subtracted, mas; NaN where unknown
 */
record ParallaxInput(double parallaxMas, double errorMas, double zeroPointMas, StarStatus status) {

    private static final int MEASURED = 2;

    /** Largest number that is taken for an angle between stars and the Sun: a tenth of a radian would be 2e7 mas. */
    private static final double LARGEST_MAS = 1e7;

    private static final double SMALLEST_ERROR_MAS = 1e-9;

    /** No parallax is better: smaller errors are lost among the digits of 1/r. */
    private static final double SMALLEST_RELATIVE_ERROR = 1e-10;

    static List<String> columns(ParallaxZeroPoint zeroPoint) {
        var names = new ArrayList<>(List.of("parallax", "parallax_error"));
        names.addAll(zeroPoint.columns());
        return List.copyOf(names);
    }

    static OutputColumn zeroPointColumn() {
        return new OutputColumn(
                "parallax_zero_point", "mas", "subtracted from the parallax before it became a distance");
    }

    static ParallaxInput read(ParallaxZeroPoint zeroPoint, double[][] in, int row) {
        double measured = in[0][row];
        double error = in[1][row];
        double zero = zeroPoint.zeroPointMas(in, MEASURED, row);
        boolean known = Math.abs(measured) <= LARGEST_MAS
                && error >= Math.max(SMALLEST_ERROR_MAS, SMALLEST_RELATIVE_ERROR * Math.abs(measured))
                && error <= LARGEST_MAS;
        StarStatus status =
                !known ? StarStatus.NO_PARALLAX : Double.isNaN(zero) ? StarStatus.NO_ZERO_POINT : StarStatus.OK;
        return new ParallaxInput(measured - zero, error, zero, status);
    }
}
