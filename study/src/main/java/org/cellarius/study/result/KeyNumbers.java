package org.cellarius.study.result;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellarius.engine.TableColumn;
import org.cellarius.measure.product.KeyNumber;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.study.Study;
import org.cellarius.study.vary.RobustnessMatrix;

/** The numbers of a study that a reader looks for first. */
public final class KeyNumbers {

    private KeyNumbers() {}

    /** Those of its products, in their order. */
    public static List<KeyNumber> of(Study study, List<ProductResult> results) {
        var all = new ArrayList<KeyNumber>();
        for (ProductResult result : results) {
            if (result.head().name().equals(RobustnessMatrix.NAME)) {
                all.addAll(robustness(result, results));
            }
            study.products().stream()
                    .filter(p -> p.head().name().equals(result.head().name()))
                    .findFirst()
                    .ifPresent(p -> all.addAll(KeyNumber.of(p, result)));
        }
        return all;
    }

    private static List<KeyNumber> robustness(ProductResult matrix, List<ProductResult> results) {
        return RobustnessMatrix.numbers(matrix).stream()
                .map(number -> new KeyNumber(
                        matrix.head().name(),
                        Stream.of(number.product(), KeyNumber.sample(number.row()))
                                .filter(w -> !w.isEmpty())
                                .collect(Collectors.joining(", ")),
                        OptionalLong.of(number.row().n()),
                        number.quantity(),
                        number.row().value(),
                        number.row().error(),
                        number.systematic(),
                        results.stream()
                                .filter(r -> r.head().name().equals(number.product()))
                                .flatMap(r -> KeyNumber.column(r.main(), number.quantity()).stream())
                                .map(TableColumn::unit)
                                .findFirst()
                                .orElse(""),
                        number.row().status(),
                        number.reason()))
                .toList();
    }
}
