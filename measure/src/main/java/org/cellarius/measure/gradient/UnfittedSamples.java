package org.cellarius.measure.gradient;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cellarius.galaxy.fit.FittedLine;
import org.cellarius.measure.product.Sample;

/** Samples without a line: those without one for the same reason are told together, each with its number of stars. */
final class UnfittedSamples {

    private record Sample(String name, FittedLine line) {

        /** The number of stars as it stands in the reason. */
        String stars() {
            String n = " (" + line.n() + ")";
            return line.reason().contains(n) ? n : "";
        }

        String reason() {
            return stars().isEmpty() ? line.reason() : line.reason().replace(stars(), "");
        }
    }

    private final Map<String, List<Sample>> byReason = new LinkedHashMap<>();

    void add(String name, FittedLine line) {
        var sample = new Sample(name, line);
        byReason.computeIfAbsent(sample.reason(), r -> new ArrayList<>()).add(sample);
    }

    /** In the order of their first appearance. */
    List<String> sentences() {
        return byReason.entrySet().stream()
                .map(e -> Remarks.sentence(
                        e.getValue().size() == 1
                                ? alone(e.getValue().getFirst())
                                : e.getValue().stream()
                                                .map(s -> s.name() + s.stars())
                                                .collect(Collectors.joining("; "))
                                        + " were not fitted: " + e.getKey()))
                .toList();
    }

    private static String alone(Sample sample) {
        return sample.name() + " was not fitted: " + sample.line().reason();
    }
}
