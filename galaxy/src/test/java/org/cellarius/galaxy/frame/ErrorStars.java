package org.cellarius.galaxy.frame;

import java.util.List;
import org.cellarius.galaxy.column.ColumnKernel;

/** Stars with errors, as columns by name; every star stands for one difficulty. */
final class ErrorStars {

    /** A star near the north pole, near the south pole, near the Sun, in the disc, far away, exactly known, with bounds askew. */
    static final List<String> NAMES = List.of("north", "south", "near", "disc", "far", "exact", "askew");

    private static final double[][] STARS = {
        // ra, dec, distance, pmra, pmdec, rv, distance_error, lo, hi, pm errors, rv error, ra, dec errors
        {120, 89.999, 1.5, 4, -7, 30, 0.05, 1.46, 1.56, 0.02, 0.03, 0.5, 0.1, 0.1},
        {10, -89.999, 2.5, -3, -1, -60, 0.06, 2.42, 2.55, 0.02, 0.02, 1.5, 0.1, 0.2},
        {269.45, 4.69, 0.01, -80, 1036, -110, 0.0002, 0.0099, 0.0103, 0.05, 0.06, 0.2, 0.05, 0.05},
        {95, 20, 1.2, 0.4, -2.2, 12, 0.02, 1.18, 1.23, 0.015, 0.012, 1, 0.02, 0.02},
        {285, -30, 12, -2.5, -5.5, 80, 0.1, 11.9, 12.12, 0.02, 0.02, 3, 0.02, 0.02},
        {200, 40, 3, 1, 2, 3, 0, 3, 3, 0, 0, 0, 0, 0},
        {350, 60, 2, -1, -4, -20, 0.03, 1.98, 2.06, 0.02, 0.02, 1, 0.03, 0.03}
    };

    private static final List<String> COLUMNS = List.of(
            "ra",
            "dec",
            "distance",
            "pmra",
            "pmdec",
            "radial_velocity",
            "distance_error",
            "distance_lo",
            "distance_hi",
            "pmra_error",
            "pmdec_error",
            "radial_velocity_error",
            "ra_error",
            "dec_error");

    private ErrorStars() {}

    /** The columns that a kernel reads; errors other than the distance's times {@code scale}, the distance's too. */
    static double[][] columns(ColumnKernel kernel, double scale) {
        return kernel.inputs().stream().map(c -> column(c, scale)).toArray(double[][]::new);
    }

    private static double[] column(String name, double scale) {
        double[] column = new double[STARS.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = value(name, STARS[i], i, scale);
        }
        return column;
    }

    private static double value(String name, double[] star, int i, double scale) {
        if (name.equals("star_number")) {
            return i;
        }
        if (name.endsWith("_corr")) {
            return switch (name) {
                case "pmra_pmdec_corr" -> 0.6;
                case "parallax_pmra_corr" -> -0.4;
                case "parallax_pmdec_corr" -> 0.2;
                case "ra_pmra_corr" -> 0.3;
                default -> 0.1;
            };
        }
        double value = star[COLUMNS.indexOf(name)];
        if (name.equals("distance_lo") || name.equals("distance_hi")) {
            return star[2] + scale * (value - star[2]);
        }
        return name.endsWith("_error") ? scale * value : value;
    }
}
