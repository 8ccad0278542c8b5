package org.cellarius.study.read;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.galaxy.distance.DistanceMethod;
import org.cellarius.galaxy.frame.ErrorColumns.Correlations;
import org.cellarius.study.CatalogueSource;
import org.cellarius.study.DistanceSource;
import org.cellarius.study.DistanceWords;
import org.cellarius.study.DistanceWords.From;
import org.cellarius.study.ErrorsSource;

/** The section {@code distance} of a study, and those of its catalogues, which come first. */
final class DistanceReader {

    private static final List<String> SETTINGS =
            List.of("zero-point", "prior", "length", "relation", "pulsation", "scatter", "errors", "extinction");

    private DistanceReader() {}

    /** The catalogue with its distances: its own section, else the study's. */
    static CatalogueSource withDistance(CatalogueSource catalogue, Section own, Section root) {
        return own.optionalSection("distance")
                .or(() -> root.optionalSection("distance"))
                .map(s -> {
                    DistanceSource source = source(s, catalogue);
                    own.tell("distance", source.words());
                    return catalogue.withDistance(source);
                })
                .orElse(catalogue);
    }

    private static DistanceSource source(Section s, CatalogueSource catalogue) {
        Map<String, String> settings = new HashMap<>();
        SETTINGS.forEach(key -> s.optionalText(key).ifPresent(text -> settings.put(key, text)));
        var words = new DistanceWords(
                s.choice("from", "source of distances", Arrays.asList(From.values())),
                settings,
                s.numbers("percentiles").stream().map(Double::intValue).toList(),
                key -> s.place(key).toString());
        return new DistanceSource(words.method(catalogue::has), s.place());
    }

    /** Errors of phase space must know whether distances share the errors of the proper motions. */
    static void check(List<CatalogueSource> catalogues, Optional<ErrorsSource> errors) {
        errors.ifPresent(e -> catalogues.forEach(
                c -> c.distance().flatMap(DistanceSource::method).ifPresent(m -> check(c, m, e))));
    }

    private static void check(CatalogueSource catalogue, DistanceMethod method, ErrorsSource errors) {
        boolean wrong = errors.columns().correlations()
                == (method.fromParallax() ? Correlations.GAIA : Correlations.GAIA_DISTANCE_FROM_PARALLAX);
        if (wrong) {
            throw new InputError(
                    "the distances of '" + catalogue.name() + "' come from "
                            + (method.fromParallax()
                                    ? "the parallax, whose errors are correlated with those of the proper motion"
                                    : "photometry, and their errors have nothing to do with those of the proper motion"),
                    errors.place().toString(),
                    method.fromParallax()
                            ? "Say  correlations: gaia-distance-from-parallax  (or none)"
                            : "Say  correlations: gaia  (or none)");
        }
    }
}
