package org.cellarius.galaxy.posterior;

import java.util.Optional;
import org.cellarius.galaxy.random.CounterRandom;

/** Where chains begin: spread as the posterior is about its mode, or about the stated start where no mode is found. */
record Starts(double[] centre, Cholesky width) {

    static Starts of(OpenPosterior density) {
        double[] start = density.coordinates(density.posterior().start());
        double[] widths = density.widths(start);
        Optional<Mode> mode = Mode.of(density, start, widths);
        double[] centre = mode.map(Mode::coordinates).orElse(start);
        Optional<Cholesky> width = mode.flatMap(m -> Cholesky.of(m.precision())).flatMap(p -> Cholesky.of(p.inverse()));
        return new Starts(centre, width.orElseGet(() -> diagonal(widths)));
    }

    private static Cholesky diagonal(double[] widths) {
        double[][] factor = new double[widths.length][widths.length];
        for (int k = 0; k < widths.length; k++) {
            factor[k][k] = 0.1 * widths[k];
        }
        return new Cholesky(factor);
    }

    double[] draw(CounterRandom random, int chain) {
        double[] z = new double[centre.length];
        for (int k = 0; k < z.length; k++) {
            z[k] = random.normal(chain, k);
        }
        double[] place = width.times(z);
        for (int k = 0; k < z.length; k++) {
            place[k] += centre[k];
        }
        return place;
    }
}
