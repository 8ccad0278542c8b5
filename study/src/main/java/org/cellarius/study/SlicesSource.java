package org.cellarius.study;

import java.util.List;

/** Slices of a sample: [e0, e1), [e1, e2), &hellip; of a quantity. */
public record SlicesSource(AxisSource of, List<Double> edges) {
    public SlicesSource {
        edges = List.copyOf(edges);
    }
}
