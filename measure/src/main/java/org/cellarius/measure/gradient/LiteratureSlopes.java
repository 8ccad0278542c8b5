package org.cellarius.measure.gradient;

import java.util.List;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.figure.ErrorBars;
import org.cellarius.figure.Layer;
import org.cellarius.figure.PointStyle;

/**
 * Slopes of another paper, to stand beside ours.
 *
 * @param label who measured them
 * @param at places along the slices, in their unit
 * @param slope in the unit of our slopes
 * @param error one sigma; empty where none is told
 */
public record LiteratureSlopes(String label, List<Double> at, List<Double> slope, List<Double> error) {
    public LiteratureSlopes {
        at = List.copyOf(at);
        slope = List.copyOf(slope);
        error = List.copyOf(error);
        if (at.isEmpty() || at.size() != slope.size() || !(error.isEmpty() || error.size() == at.size())) {
            throw new IllegalArgumentException(
                    "the slopes of '" + label + "': " + at.size() + " places, " + slope.size() + " slopes and "
                            + error.size() + " errors; there must be as many of each, or no error");
        }
    }

    /** The section {@code literature} of a gradient. */
    static List<LiteratureSlopes> read(Section gradient) {
        return gradient.elements("literature").stream()
                .map(s -> s.place()
                        .checked(() -> new LiteratureSlopes(
                                s.text("label"), s.numbers("at"), s.numbers("slope"), s.numbers("error"))))
                .toList();
    }

    /**
     * As open symbols.
     *
     * @param series number of its colour and symbol
     */
    Layer layer(int series) {
        double[] errors = error.isEmpty()
                ? new double[at.size()]
                : error.stream().mapToDouble(v -> v).toArray();
        return ErrorBars.vertical(
                numbers(at), numbers(slope), errors, PointStyle.series(series).open(), label);
    }

    /** From the lowest to the highest end of its bars. */
    double[] reach() {
        double[] reach = new double[2 * at.size()];
        for (int i = 0; i < at.size(); i++) {
            double e = error.isEmpty() ? 0 : error.get(i);
            reach[2 * i] = slope.get(i) - e;
            reach[2 * i + 1] = slope.get(i) + e;
        }
        return reach;
    }

    private static double[] numbers(List<Double> of) {
        return of.stream().mapToDouble(v -> v).toArray();
    }
}
