package org.cellarius.measure.fit;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.galaxy.fit.Span;
import org.cellarius.galaxy.population.EvenSteps;

/** Age bins beside a given one. */
final class AgeBins {

    private static final double OLDEST_GYR = 13;

    private AgeBins() {}

    /** Edges of bins as wide as this one on both sides, from 0 to 13 Gyr. */
    static List<Double> around(Span bin) {
        double width = bin.high() - bin.low();
        var steps = EvenSteps.from(bin.low(), bin.high());
        var edges = new ArrayList<Double>();
        int below = (int) Math.floor(bin.low() / width + 1e-9);
        for (int k = below; k > 0; k--) {
            edges.add(steps.at(-k));
        }
        edges.add(bin.low());
        edges.add(bin.high());
        for (int k = 2; steps.at(k) < OLDEST_GYR + 1e-9; k++) {
            edges.add(steps.at(k));
        }
        return edges;
    }
}
