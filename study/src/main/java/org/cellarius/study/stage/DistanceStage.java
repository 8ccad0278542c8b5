package org.cellarius.study.stage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cellarius.study.DistanceSource;

/**
 * Distances of a catalogue.
 *
 * @param catalogue its name
 */
public record DistanceStage(String catalogue, DistanceSource distance) implements StudyStage {

    @Override
    public String plan() {
        return "distances of " + catalogue + ": " + distance.settings();
    }

    @Override
    public Optional<String> methods() {
        return Optional.of("Distances of " + catalogue + ": " + distance.settings() + "."
                + distance.citations().stream().map(p -> " " + p + ".").collect(Collectors.joining()));
    }

    @Override
    public List<String> citations() {
        return distance.citations();
    }
}
