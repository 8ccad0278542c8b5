package org.cellarius.study.vary;

import java.util.List;
import org.cellarius.measure.product.ResultRow;

/**
 * A product measured with an alternative.
 *
 * @param setting the setting's name
 * @param alternative the alternative's name
 * @param stars stars after the cuts
 * @param rows the numbers; empty where the product could not be measured
 */
public record Measured(String setting, String alternative, String product, long stars, List<ResultRow> rows) {
    public Measured {
        rows = List.copyOf(rows);
    }
}
