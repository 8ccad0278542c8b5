package org.cellarius.study.vary;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.ResultRow;

/**
 * The numbers of a study beside those with other settings.
 *
 * @param own the study's own numbers by product
 * @param measured products with each alternative
 * @param sliceLabels what the slices of products are slices of, as axes write it
 */
record Alternatives(
        VarySource vary,
        Map<String, List<ResultRow>> own,
        Map<String, ProductResult> products,
        List<Measured> measured,
        Map<String, String> sliceLabels) {

    /** The systematic error of a number by one setting; NaN where no alternative gives a number. */
    double systematic(String product, ResultRow row, VariedSetting setting) {
        double[] others = others(product, row, setting);
        double[] all = DoubleStream.concat(DoubleStream.of(row.value()), DoubleStream.of(others))
                .toArray();
        if (others.length == 0 || Double.isNaN(row.value())) {
            return Double.NaN;
        }
        return of(vary.systematic(), row.value(), all);
    }

    static double of(Systematic definition, double own, double[] all) {
        return switch (definition) {
            case LARGEST_DEVIATION ->
                DoubleStream.of(all).map(v -> Math.abs(v - own)).max().orElse(Double.NaN);
            case HALF_RANGE ->
                0.5
                        * (DoubleStream.of(all).max().orElse(Double.NaN)
                                - DoubleStream.of(all).min().orElse(Double.NaN));
            case STANDARD_DEVIATION -> {
                double mean = DoubleStream.of(all).average().orElse(Double.NaN);
                yield Math.sqrt(
                        DoubleStream.of(all).map(v -> (v - mean) * (v - mean)).sum() / (all.length - 1));
            }
        };
    }

    double[] others(String product, ResultRow row, VariedSetting setting) {
        return of(product, setting)
                .flatMap(m -> m.rows().stream())
                .filter(row::sameSlice)
                .mapToDouble(ResultRow::value)
                .filter(Double::isFinite)
                .toArray();
    }

    Stream<Measured> of(String product, VariedSetting setting) {
        return measured.stream()
                .filter(m -> m.product().equals(product) && m.setting().equals(setting.name()));
    }

    static boolean lacks(Measured alternative, ResultRow row) {
        return alternative.rows().stream().filter(row::sameSlice).noneMatch(r -> Double.isFinite(r.value()));
    }
}
