package org.cellarius.study.result;

import java.util.List;
import java.util.Optional;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.cellarius.galaxy.fit.Closure;

/**
 * How well a method finds the known slope of a slice.
 *
 * @param population empty where the product has one
 * @param variant empty where the product has one
 * @param slice number of the slice, from 1
 * @param low lower edge of the slice; NaN without slices
 * @param high upper edge of the slice
 * @param unit of the slope
 * @param truth the slope of the mock
 * @param failure why samples have no line, most of them; empty if all have one
 */
public record ClosureLine(
        String product,
        String population,
        String variant,
        int slice,
        double low,
        double high,
        String method,
        String unit,
        double truth,
        Closure closure,
        Optional<String> failure) {

    /** As a table. */
    public static SmallTable table(List<ClosureLine> lines) {
        var table = new SmallTable.Builder()
                .text("product", "name of the product")
                .as(ColumnRole.Key.PRODUCT)
                .text("population", "population; empty where there is one")
                .as(ColumnRole.Key.POPULATION)
                .text("variant", "variant; empty where there is one")
                .as(ColumnRole.Key.VARIANT)
                .slices("")
                .text("method", "the line")
                .text("unit", "unit of the slopes")
                .as(ColumnRole.Other.UNIT)
                .number("truth", "", "slope of the mock stars")
                .number("bias", "", "mean slope found minus the truth")
                .number("bias_error", "", "standard error of the bias")
                .as(new ColumnRole.ErrorOf("bias"))
                .number("scatter", "", "standard deviation of the slopes found: what the stated error should be")
                .number("stated_error", "", "mean of the stated errors")
                .number("coverage_68", "", "fraction of samples whose 68 % interval holds the truth")
                .number("coverage_95", "", "the same for 95 %")
                .count("samples", "mock samples")
                .count("failed", "of them without a line")
                .text("failure", "why, most of them");
        for (ClosureLine l : lines) {
            Closure c = l.closure();
            table.row(
                    l.product(),
                    l.population(),
                    l.variant(),
                    l.slice(),
                    l.low(),
                    l.high(),
                    l.method(),
                    l.unit(),
                    l.truth(),
                    c.bias(),
                    c.biasError(),
                    c.scatter(),
                    c.statedError(),
                    c.coverage68(),
                    c.coverage95(),
                    c.samples(),
                    c.failed(),
                    l.failure().orElse(""));
        }
        return table.build();
    }
}
