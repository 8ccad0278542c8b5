package org.cellarius.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.galaxy.kinematics.VelocityEllipsoids;
import org.cellarius.study.yaml.YamlDocument;

/**
 * A study as values.
 *
 * @param name names the result folder
 * @param sun the named Sun; empty only where no phase space is derived
 * @param populations name to expression, in order
 * @param expected path of the CSV of expected numbers, as the study writes it
 * @param document the study file itself
 */
public record Study(
        String name,
        String title,
        String description,
        String authors,
        Optional<MockSurvey> mock,
        List<CatalogueSource> catalogues,
        Optional<Sun> sun,
        PhaseSpace phaseSpace,
        Optional<ErrorsSource> errors,
        Optional<OrbitsSource> orbits,
        Optional<VelocityEllipsoids> membership,
        Optional<Repeats> repeats,
        List<Cut> cuts,
        Map<String, String> populations,
        List<Product> products,
        Optional<String> expected,
        YamlDocument document) {
    public Study {
        catalogues = List.copyOf(catalogues);
        cuts = List.copyOf(cuts);
        products = List.copyOf(products);
    }
}
