package org.cellarius.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cellarius.catalogue.yaml.ToldDefaults;
import org.cellarius.catalogue.yaml.YamlDocument;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Progress;
import org.cellarius.engine.StarTable;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.galaxy.kinematics.KinematicMembership;
import org.cellarius.measure.product.Product;
import org.cellarius.measure.product.Stars;
import org.cellarius.measure.trend.TrendRemoval;
import org.cellarius.study.vary.VarySource;

/**
 * A study as values.
 *
 * @param name names the result folder
 * @param epoch the epoch to which the catalogues are carried; empty where they stay at their own
 * @param ages ages by isochrones
 * @param sun the named Sun; empty only where no phase space is derived
 * @param velocityFrames relative to what velocities are written beside those of phase space
 * @param corrections trends removed after the cuts, in order; each adds a column
 * @param populations name to expression, in order
 * @param vary the same products with other settings
 * @param starFiles formats of the star table beside Parquet, in the order of the study
 * @param expected path of the CSV of expected numbers, as the study writes it
 * @param document the study file itself
 * @param defaults what it leaves to defaults
 */
public record Study(
        String name,
        String title,
        String description,
        String authors,
        Optional<MockSurvey> mock,
        List<CatalogueSource> catalogues,
        Optional<EpochSource> epoch,
        Optional<AgesSource> ages,
        Optional<Sun> sun,
        PhaseSpace phaseSpace,
        Set<VelocityFrame> velocityFrames,
        Optional<ErrorsSource> errors,
        Optional<OrbitsSource> orbits,
        Optional<KinematicMembership> membership,
        Optional<Repeats> repeats,
        List<Cut> cuts,
        List<TrendRemoval> corrections,
        Map<String, String> populations,
        List<Product> products,
        Optional<VarySource> vary,
        List<StarFile> starFiles,
        Optional<String> expected,
        YamlDocument document,
        ToldDefaults defaults) {
    public Study {
        catalogues = List.copyOf(catalogues);
        velocityFrames = Set.copyOf(velocityFrames);
        cuts = List.copyOf(cuts);
        corrections = List.copyOf(corrections);
        products = List.copyOf(products);
        starFiles = List.copyOf(starFiles);
    }

    /** The stars of a table as its products measure them. */
    public Stars stars(Engine engine, StarTable table, Progress progress) {
        var named = new LinkedHashMap<String, Stars.Population>();
        populations.forEach((name, condition) ->
                named.put(name, new Stars.Population(condition, document.placeOf("/populations/" + name))));
        return new Stars(engine, table, named, sun, cuts.stream().map(Cut::name).toList(), progress);
    }

    /** The same study of these catalogues. */
    public Study of(List<CatalogueSource> others) {
        return new Study(
                name,
                title,
                description,
                authors,
                mock,
                others,
                epoch,
                ages,
                sun,
                phaseSpace,
                velocityFrames,
                errors,
                orbits,
                membership,
                repeats,
                cuts,
                corrections,
                populations,
                products,
                vary,
                starFiles,
                expected,
                document,
                defaults);
    }
}
