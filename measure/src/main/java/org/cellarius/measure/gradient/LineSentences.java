package org.cellarius.measure.gradient;

import java.util.stream.Collectors;
import org.cellarius.galaxy.fit.LineEstimator;
import org.cellarius.measure.fit.LineWords;

/** What a report says of a line: formula, priors, and where its errors come from. */
final class LineSentences {

    private LineSentences() {}

    static String of(Gradient gradient) {
        LineEstimator line = gradient.probe();
        boolean ages = gradient.ageSlices(gradient.variants().getFirst()).isPresent()
                && gradient.line().ageBin().isEmpty()
                && gradient.line().knowsAges();
        return line.word() + " (" + line.description() + "): " + line.formula() + "."
                + (ages ? " The bin is that of each slice." : "") + settings(gradient) + " " + line.statedErrors();
    }

    /** Priors and computation, where there are any. */
    private static String settings(Gradient gradient) {
        String told = LineWords.of(gradient.line()).entrySet().stream()
                .filter(e -> switch (e.getKey()) {
                    case "prior", "computation", "steps", "walkers", "seed" -> true;
                    default -> false;
                })
                .map(e -> e.getKey() + " "
                        + e.getValue()
                                .toString()
                                .replace("{", "")
                                .replace("}", "")
                                .replace("=", " "))
                .collect(Collectors.joining("; "));
        return told.isEmpty() ? "" : " With " + told + ".";
    }
}
