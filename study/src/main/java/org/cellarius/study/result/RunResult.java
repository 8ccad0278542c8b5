package org.cellarius.study.result;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cellarius.engine.StarTable;
import org.cellarius.measure.product.Measurements;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.study.Study;

/** A study that has been run.
 *
 * @param lost products that its stars do not allow */
public record RunResult(
        Study study,
        Path folder,
        StarTable stars,
        Cutflow cutflow,
        List<ProductResult> products,
        List<Measurements.Lost> lost,
        Optional<Comparison> comparison) {
    public RunResult {
        products = List.copyOf(products);
        lost = List.copyOf(lost);
    }
}
