package org.cellarius.measure.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.galaxy.fit.AgeMixtureLine;
import org.cellarius.galaxy.fit.Chen2025Line;
import org.cellarius.galaxy.fit.LineEstimator;
import org.cellarius.galaxy.fit.ResampledLine;
import org.cellarius.galaxy.fit.Resampling;
import org.cellarius.galaxy.fit.Span;

/**
 * The line that a user chose, with every setting: given, or the one that docs/science/fits.md states. {@link LineReader} makes it of words,
 * {@link LineWords} says it in words again.
 *
 * @param method which line
 * @param form the line, but for its age bin
 * @param ageBin Gyr. {@code chen2025} and {@code age-mixture} know it ({@link LineEstimator#inputs} says that they need ages); for the other lines the stars are cut by it
 *     before ({@link org.cellarius.galaxy.fit.LineStars#ofAges})
 * @param resampling how stars are drawn anew for the errors; empty: the line's own errors
 * @param place where the method is named, for messages
 */
public record LineChoice(
        LineMethodWord method, LineForm form, Optional<Span> ageBin, Optional<Resampling> resampling, String place) {

    /** The words of all methods, for schemas and messages. */
    public static final List<String> METHODS =
            Arrays.stream(LineMethodWord.values()).map(LineMethodWord::word).toList();

    /** A method without settings of its own. */
    public static LineChoice of(String method, String place) {
        return LineReader.read(GivenLine.plain(method, place));
    }

    /** The line that is meant. */
    public LineEstimator estimator() {
        LineEstimator line = single();
        return resampling.isPresent() ? new ResampledLine(line, resampling.get()) : line;
    }

    private LineEstimator single() {
        return switch (form) {
            case LineForm.Whole f -> f.line();
            case LineForm.Chen2025 f -> {
                Chen2025Line paper = Chen2025Line.ofPaper(ageBin);
                yield new Chen2025Line(
                        ageBin, paper.ages(), paper.metallicities(), paper.radii(), f.priors(), f.computation());
            }
            case LineForm.OfAgeBins f -> {
                Span reported = ageBin.orElseThrow(() -> new InputError(
                        "the age mixture reports one bin", place, "Name it with " + LineSetting.AGE_BIN.word()));
                List<Double> edges = f.edgesAround(reported);
                yield new AgeMixtureLine(edges, edges.indexOf(reported.low()), f.priors(), f.computation());
            }
        };
    }

    /** Whether the line takes an age bin into its likelihood. */
    public boolean knowsAges() {
        return switch (form) {
            case LineForm.Whole f -> false;
            case LineForm.Chen2025 f -> true;
            case LineForm.OfAgeBins f -> true;
        };
    }

    /**
     * The same line for one of several neighbouring age bins; lines that know no ages stay as they are.
     *
     * @param edges of the bins, Gyr
     * @param bin its number, from 0
     */
    public LineChoice inAgeBin(List<Double> edges, int bin) {
        Optional<Span> span = Optional.of(new Span(edges.get(bin), edges.get(bin + 1)));
        return switch (form) {
            case LineForm.Whole f -> this;
            case LineForm.Chen2025 f -> new LineChoice(method, f, span, resampling, place);
            case LineForm.OfAgeBins f -> {
                Optional<List<Double>> all = f.edgesGyr().or(() -> Optional.of(List.copyOf(edges)));
                yield new LineChoice(
                        method, new LineForm.OfAgeBins(all, f.priors(), f.computation()), span, resampling, place);
            }
        };
    }
}
