package org.cellarius.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.catalogue.yaml.Place;
import org.cellarius.galaxy.distance.DistanceMethod;

/**
 * Where the distances of a catalogue come from.
 *
 * @param method how they are found; empty for the catalogue's own column
 */
public record DistanceSource(Optional<DistanceMethod> method, Place place) {

    /** What was used, in words. */
    public String settings() {
        return method.map(DistanceMethod::settings).orElse("the catalogue's own");
    }

    /** The papers. */
    public List<String> citations() {
        return method.map(DistanceMethod::citations).orElse(List.of());
    }

    /** As the study writes it, with every default. */
    public Map<String, Object> words() {
        return DistanceWords.of(method);
    }
}
