package org.cellarius.study.stage;

import java.util.Optional;
import org.cellarius.study.Repeats;

/** Of repeated stars the best one is kept. */
public record RepeatsStage(Repeats repeats) implements StudyStage {

    @Override
    public String plan() {
        return "remove repeated stars within %s arcsec, keep the %s"
                .formatted(repeats.radiusArcsec(), repeats.described());
    }

    @Override
    public Optional<String> methods() {
        return Optional.of("Of rows within %s arcsec of each other the one with the %s was kept."
                .formatted(repeats.radiusArcsec(), repeats.described()));
    }
}
