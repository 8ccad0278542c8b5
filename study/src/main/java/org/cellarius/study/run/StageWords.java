package org.cellarius.study.run;

import java.util.Optional;

/** What is said of a stage while the database makes its table. */
final class StageWords {

    private StageWords() {}

    /** By the stage's name; empty for those that tell themselves. */
    static Optional<String> of(String stage) {
        return switch (stage) {
            case "join" -> Optional.of("joining catalogues");
            case "match", "match-counts" -> Optional.of("matching catalogues");
            case "united" -> Optional.of("uniting catalogues");
            case "repeats" -> Optional.of("looking for repeated stars");
            case "corrected" -> Optional.of("correcting");
            default -> Optional.empty();
        };
    }
}
