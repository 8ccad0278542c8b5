package org.cellarius.measure.density;

import java.util.List;
import java.util.stream.IntStream;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Place;
import org.cellarius.galaxy.density.Extinction;

/** Magnitudes and colours of tracers as columns, mag. */
final class TracerNumbers {

    private TracerNumbers() {}

    /** Those that are wanted, in that order. */
    static double[][] picked(List<TracerSource.Named> wanted, List<TracerSource.Named> there, double[][] columns) {
        return wanted.stream().map(n -> columns[there.indexOf(n)]).toArray(double[][]::new);
    }

    /** The stars that lack no number. */
    static double[][] whole(Place place, double[][] columns) {
        int[] rows = IntStream.range(0, columns.length == 0 ? 0 : columns[0].length)
                .filter(i -> IntStream.range(0, columns.length).allMatch(k -> Double.isFinite(columns[k][i])))
                .toArray();
        if (rows.length == 0) {
            throw new InputError(
                    "no tracer has all magnitudes and colours that the selection asks for",
                    place.toString(),
                    "Look at the columns that the tracer names");
        }
        double[][] some = new double[columns.length][rows.length];
        for (int k = 0; k < columns.length; k++) {
            for (int i = 0; i < rows.length; i++) {
                some[k][i] = columns[k][rows[i]];
            }
        }
        return some;
    }

    /** Apparent ones as absolute ones free of dust. */
    static double[][] absolute(
            double[][] apparent, boolean[] magnitude, Extinction extinction, double[] distanceKpc, double[] upKpc) {
        double[][] all = new double[apparent.length][distanceKpc.length];
        for (int k = 0; k < all.length; k++) {
            for (int i = 0; i < distanceKpc.length; i++) {
                all[k][i] = apparent[k][i]
                        - extinction.mag(k, distanceKpc[i], upKpc[i])
                        - (magnitude[k] ? 5 * Math.log10(distanceKpc[i]) + 10 : 0);
            }
        }
        return all;
    }
}
