package org.cellarius.galaxy.population;

/** Bins [e_k, e_{k+1}) of {@link EvenSteps}, their edges laid out so that stars by the million find theirs. */
final class EvenBins {

    private final EvenSteps steps;
    private final double first;
    private final double[] edges;

    /**
     * Bins.
     *
     * @param first number of the first step
     * @param count how many
     */
    EvenBins(EvenSteps steps, long first, int count) {
        this.steps = steps;
        this.first = first;
        edges = new double[count + 1];
        for (int k = 0; k <= count; k++) {
            edges[k] = steps.at(this.first + k);
        }
    }

    int count() {
        return edges.length - 1;
    }

    /** Lower edge of a bin; of their number, the upper edge of the last. */
    double edge(int bin) {
        return edges[bin];
    }

    double[] edges() {
        return edges.clone();
    }

    /** The bin of a value; &minus;1 for none. */
    int of(double value) {
        double k = steps.guess(value) - first;
        // NaN fails both comparisons. A neighbour may still hold what the division put outside.
        if (!(k >= -1 && k <= count())) {
            return -1;
        }
        int bin = (int) k;
        if (bin < count() && value >= edges[bin + 1]) {
            bin++;
        } else if (bin >= 0 && value < edges[bin]) {
            bin--;
        }
        return bin < count() ? bin : -1;
    }
}
