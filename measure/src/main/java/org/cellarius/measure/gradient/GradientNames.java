package org.cellarius.measure.gradient;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellarius.catalogue.InputError;

/** The names of a gradient's tables and figures. */
final class GradientNames {

    private GradientNames() {}

    /** The table, the slopes of the slices, and a figure for each population and variant. */
    static List<String> of(Gradient gradient) {
        String name = gradient.head().name();
        List<String> cases = gradient.variants().stream()
                .flatMap(v -> ofVariant(name, gradient.of(v)))
                .toList();
        if (cases.stream().distinct().count() < cases.size()) {
            throw new InputError(
                    "two populations and variants of '" + name + "' would share a figure",
                    gradient.head().place().toString(),
                    "Give a variant another name");
        }
        return Stream.concat(Stream.of(name, name + SlopesOfSlices.SUFFIX), cases.stream())
                .toList();
    }

    private static Stream<String> ofVariant(String name, Gradient one) {
        List<String> populations = one.populations().isEmpty() ? List.of("") : one.populations();
        return populations.stream()
                .map(p -> Stream.of(name, p, one.variants().getFirst().name())
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining("-")));
    }
}
