package org.cellarius.measure.smooth;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Section;
import tools.jackson.databind.JsonNode;

/**
 * The wish to see what is left beside the mean at each radius, and its Fourier modes.
 *
 * @param rings of radius in which modes are told: lower edge, upper edge, unit of the first coordinate
 * @param modes periods in a turn, rising
 */
record Rings(List<double[]> rings, List<Integer> modes) {
    Rings {
        rings = List.copyOf(rings);
        modes = List.copyOf(modes);
        if (modes.isEmpty() || modes.stream().anyMatch(m -> m < 1 || m > 20)) {
            throw new IllegalArgumentException("modes " + modes + ": from 1 to 20 can be fitted");
        }
        if (modes.stream().distinct().count() < modes.size()) {
            throw new IllegalArgumentException("modes " + modes + ": each can stand once");
        }
    }

    static Rings read(Section s) {
        var rings = new ArrayList<double[]>();
        for (JsonNode ring : s.values("rings")) {
            double low = ring.path(0).asDouble();
            double high = ring.path(1).asDouble();
            if (!(high > low)) {
                throw new InputError(
                        "the ring from " + low + " to " + high + " does not rise",
                        s.place("rings").toString(),
                        "Write [smallest, largest] for each ring");
            }
            rings.add(new double[] {low, high});
        }
        List<Integer> modes = s.numbers("modes").stream().map(Double::intValue).toList();
        if (modes.isEmpty()) {
            s.tell("modes", List.of(1, 2));
            modes = List.of(1, 2);
        }
        List<Integer> wanted = modes;
        return s.place("modes").checked(() -> new Rings(rings, wanted));
    }
}
