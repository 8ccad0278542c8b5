package org.cellarius.study.run;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a closure test does.
 *
 * @param samples mock samples of each population and variant, at least 2
 * @param seed of the random numbers
 * @param methods words of the lines to try; empty for each product's own
 * @param products names of the gradients to try; empty for all
 * @param slope slope of all slices, units of the products; empty for what is found in the study's own stars
 * @param scatter intrinsic scatter of all slices; empty for what is found
 */
public record ClosurePlan(
        int samples,
        long seed,
        List<String> methods,
        List<String> products,
        OptionalDouble slope,
        OptionalDouble scatter) {
    public ClosurePlan {
        methods = List.copyOf(methods);
        products = List.copyOf(products);
        if (samples < 2 || samples > 100_000) {
            throw new IllegalArgumentException("a closure test of " + samples + " samples: give from 2 to 100000");
        }
    }
}
