package org.cellarius.study;

import java.util.List;
import java.util.Optional;
import org.cellarius.study.yaml.Place;

/**
 * A quantity that a product uses.
 *
 * @param expression expression over the star table
 * @param label for figures; empty to derive it
 * @param unit for figures and tables; empty to derive it
 * @param range range of the figure's axis: two numbers, or none
 */
public record AxisSource(
        String expression, Optional<String> label, Optional<String> unit, List<Double> range, Place place) {
    public AxisSource {
        range = List.copyOf(range);
    }
}
