package org.cellarius.study.learned;

import java.util.List;
import org.cellarius.galaxy.learned.LearnedDensity;
import org.cellarius.galaxy.learned.LearnedTarget;
import org.cellarius.galaxy.learned.Predictions;

/**
 * A learned density with what has to be known of it.
 *
 * @param target what it is of
 * @param labels what it is given, in the order of training
 * @param origin where it comes from
 * @param density the density itself
 */
public record LearnedModel(LearnedTarget target, List<Label> labels, Origin origin, LearnedDensity density) {

    /**
     * A label.
     *
     * @param name of its column
     * @param unit in which it was learned; empty for pure numbers, and where none was told
     */
    public record Label(String name, String unit) {}

    /**
     * Where a model comes from.
     *
     * @param table name of the file of training stars
     * @param sha256 of its content, in hexadecimal
     * @param seed of the forest
     * @param program version of the program that learned it
     */
    public record Origin(String table, String sha256, long seed, String program) {}

    public LearnedModel {
        labels = List.copyOf(labels);
    }

    /** Names of the labels' columns. */
    public List<String> names() {
        return labels.stream().map(Label::name).toList();
    }

    /**
     * The columns that it gives a table of stars.
     *
     * @param percentiles further ones, per cent, between 1 and 99
     */
    public Predictions kernel(List<Integer> percentiles) {
        return new Predictions(density, target, names(), percentiles);
    }

    /** What it is, in one line. */
    public String told() {
        return "%s%s%s from %s; learned from %,d stars of %s (SHA-256 %s), seed %d"
                .formatted(
                        target.logarithmic() ? "ln " : "",
                        target.name(),
                        target.unit().isEmpty() ? "" : " (" + target.unit() + ")",
                        String.join(", ", names()),
                        density.stars().stars(),
                        origin.table(),
                        origin.sha256()
                                .substring(0, Math.min(12, origin.sha256().length())),
                        origin.seed());
    }
}
