package org.cellarius.measure.distribution;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.engine.expression.Expression;
import org.cellarius.figure.Markup;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.SlicesSource;
import org.cellarius.measure.product.Stars;

/** A second cut of the sample: each part is a panel with all slices. */
final class PanelSlices {

    private PanelSlices() {}

    /**
     * A part of the sample.
     *
     * @param number from 1
     * @param low lower edge, inclusive; NaN where the sample is one panel
     * @param high upper edge, exclusive
     * @param title in words; empty where the sample is one panel
     * @param condition of its stars
     */
    record Panel(int number, double low, double high, String title, Expression condition) {

        boolean isWhole() {
            return title.isEmpty();
        }

        String plainTitle() {
            return Markup.plain(title);
        }
    }

    static List<Panel> of(Optional<SlicesSource> slicing, Stars stars) {
        return slicing.map(s -> {
                    Quantity by = stars.quantity(s.of());
                    return IntStream.range(0, s.edges().size() - 1)
                            .mapToObj(k -> panel(by, s.edges(), k))
                            .toList();
                })
                .orElseGet(() -> List.of(new Panel(1, Double.NaN, Double.NaN, "", Expression.always())));
    }

    private static Panel panel(Quantity by, List<Double> edges, int k) {
        double low = edges.get(k);
        double high = edges.get(k + 1);
        return new Panel(
                k + 1,
                low,
                high,
                "%s ≤ %s < %s%s"
                        .formatted(
                                Numbers.edge(low, edges),
                                by.label(),
                                Numbers.edge(high, edges),
                                by.unit().isEmpty() ? "" : " " + by.unit()),
                by.value().isAtLeast(Expression.of(low)).and(by.value().isBelow(Expression.of(high))));
    }

    /** The unit of what the panels are cut by. */
    static String unit(Optional<SlicesSource> slicing, Stars stars) {
        return slicing.map(s -> stars.quantity(s.of()).unit()).orElse("");
    }
}
