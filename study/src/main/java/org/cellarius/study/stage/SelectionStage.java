package org.cellarius.study.stage;

import java.util.List;
import java.util.Optional;
import org.cellarius.study.SelectionSource;

/**
 * Probabilities with which a catalogue holds its stars.
 *
 * @param catalogue its name
 */
public record SelectionStage(String catalogue, SelectionSource selection) implements StudyStage {

    @Override
    public String plan() {
        return "selection of " + catalogue + ": " + selection.settings();
    }

    @Override
    public Optional<String> methods() {
        return Optional.of("Selection function of " + catalogue + ": " + selection.settings()
                + ". The parts are taken as independent; a share k of n counted stars is (k + 1)/(n + 2), with the variance of the Beta distribution of a flat prior ("
                + String.join("; ", selection.citations()) + ").");
    }

    @Override
    public List<String> citations() {
        return selection.citations();
    }
}
