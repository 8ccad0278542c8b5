package org.cellarius.study.run;

import java.util.List;
import org.cellarius.catalogue.Choice;
import org.cellarius.engine.SkyMatch;
import org.cellarius.galaxy.action.FocalDistance;
import org.cellarius.galaxy.action.StaeckelChoice;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.galaxy.kinematics.VelocityReference.CircularOrbit;
import org.cellarius.galaxy.kinematics.VelocityReference.LocalStandardOfRest;
import org.cellarius.study.CatalogueSource;
import org.cellarius.study.ErrorsSource;
import org.cellarius.study.MatchSource;
import org.cellarius.study.OrbitsSource;
import org.cellarius.study.Product;
import org.cellarius.study.Study;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The study with every default written out: what was done, for a referee to run again. */
final class ResolvedStudy {

    private ResolvedStudy() {}

    /**
     * The study as text.
     *
     * @param written as the study file says it
     * @param study the same with the columns that survey dictionaries gave it
     */
    static String yaml(Study written, Study study) {
        ObjectNode root = study.document().root().deepCopy().asObject();
        root.put("title", study.title());
        root.put("phase-space", study.phaseSpace().word());
        study.errors().ifPresent(e -> {
            ObjectNode node = root.withObject("/errors");
            if (e.method() == ErrorsSource.Method.DRAWS) {
                node.put("seed", e.seed());
            }
            node.put("sky", Choice.word(e.columns().sky()));
            node.put("correlations", Choice.word(e.columns().correlations()));
            ArrayNode summaries = node.putArray("summaries");
            e.summaryWords().forEach(summaries::add);
        });
        study.membership().ifPresent(m -> {
            ObjectNode node = root.withObject("/membership");
            node.put(
                    "relative-to",
                    switch (m.relativeTo()) {
                        case LocalStandardOfRest r -> "lsr";
                        case CircularOrbit r -> "circular-orbit";
                    });
            ObjectNode drifts = node.putObject("asymmetric-drifts");
            drifts.put("thin", m.ellipsoids().thin().asymmetricDriftKms() + " km/s");
            drifts.put("thick", m.ellipsoids().thick().asymmetricDriftKms() + " km/s");
            drifts.put("halo", m.ellipsoids().halo().asymmetricDriftKms() + " km/s");
        });
        study.orbits().map(OrbitsSource::plan).ifPresent(plan -> {
            ObjectNode node = root.withObject("/orbits");
            node.put("method", plan.method().word())
                    .put("span", plan.span().gyr() + " Gyr")
                    .put("accuracy", plan.accuracy().word())
                    .put("zmax", plan.zmax().word())
                    .put("stop", plan.ending().word());
            StaeckelChoice actions = plan.approximation();
            node.withObject("/actions")
                    .put(
                            "focal-distance",
                            actions.focal() instanceof FocalDistance.Fixed fixed
                                    ? fixed.focalDistanceKpc() + " kpc"
                                    : actions.focal().word())
                    .put("through", actions.reference().word())
                    .put("form", actions.form().word())
                    .put("columns", actions.columns().word());
        });
        study.sun().ifPresent(s -> root.set("sun", sun(root.objectNode(), s)));
        study.mock().ifPresent(m -> root.withObject("/mock").set("sun", sun(root.objectNode(), m.sun())));
        for (CatalogueSource catalogue : study.catalogues()) {
            ObjectNode node = root.withObject("/catalogues/" + catalogue.name());
            node.put("title", catalogue.title());
            if (!catalogue.citation().isEmpty()) {
                node.put("citation", catalogue.citation());
            }
            catalogue.epochYear().ifPresent(year -> node.put("epoch", year));
            catalogue
                    .distance()
                    .ifPresent(d -> node.set("distance", root.objectNode().pojoNode(d.words())));
            ResolvedColumns.write(catalogue.file(), node);
            for (int k = 0; k < catalogue.joins().size(); k++) {
                CatalogueSource.Join join = catalogue.joins().get(k);
                ObjectNode one = entry(node.path("join"), k);
                ResolvedColumns.write(join.file(), one);
                one.put("unmatched", Choice.word(join.unmatched()));
            }
            for (int k = 0; k < catalogue.matches().size(); k++) {
                MatchSource match = catalogue.matches().get(k);
                ObjectNode one = entry(node.path("match"), k);
                ResolvedColumns.write(match.file(), one);
                one.put("unmatched", match.sky().join() == SkyMatch.Join.LEFT ? "keep" : "drop");
                match.motion().ifPresent(m -> one.put("moved", Choice.word(m.moved())));
            }
        }
        study.vary()
                .ifPresent(v -> root.withObject("/vary")
                        .put("quantity", v.quantity())
                        .put("systematic", Choice.word(v.systematic()))
                        .set("products", names(root, v.products())));
        for (Product.TrendRemoval correction : study.corrections()) {
            root.withObject("/corrections/" + correction.head().name())
                    .put("title", correction.head().title())
                    .put("beyond", Choice.word(correction.beyond()));
        }
        for (Product product : study.products()) {
            ObjectNode node = root.withObject("/products/" + product.head().name());
            node.put("title", product.head().title());
            switch (product) {
                case Product.Gradient p -> node.put("minimum-count", p.minimumCount());
                case Product.RunningMedianProfile p -> node.put("window", p.window());
                case Product.BinnedMedianLine p -> node.put("minimum-count", p.minimumCount());
                case Product.MedianMap p -> node.put("minimum-count", p.minimumCount());
                case Product.Distribution p -> node.put("minimum-count", p.minimumCount());
                case Product.TrendRemoval p -> node.put("beyond", Choice.word(p.beyond()));
            }
        }
        return "# The study as it was run: all defaults written out.\n"
                + ResolvedColumns.surveys(written)
                + YAMLMapper.builder().build().writeValueAsString(root);
    }

    /** An element of a list, or the only one, which can stand without a list. */
    private static ObjectNode entry(JsonNode oneOrMore, int k) {
        return (oneOrMore.isArray() ? oneOrMore.get(k) : oneOrMore).asObject();
    }

    private static ArrayNode names(ObjectNode root, List<String> names) {
        ArrayNode array = root.arrayNode();
        names.forEach(array::add);
        return array;
    }

    private static ObjectNode sun(ObjectNode node, Sun sun) {
        node.put("R0", sun.r0Kpc() + " kpc");
        node.put("z", sun.zKpc() + " kpc");
        sun.velocity().ifPresent(v -> {
            node.put("U", v.uKms() + " km/s");
            node.put("V", v.vKms() + " km/s");
            node.put("W", v.wKms() + " km/s");
        });
        sun.peculiarMotion()
                .ifPresent(v -> node.putObject("peculiar-motion")
                        .put("U", v.uKms() + " km/s")
                        .put("V", v.vKms() + " km/s")
                        .put("W", v.wKms() + " km/s"));
        node.put("source", sun.name() + ": " + sun.citation());
        return node;
    }
}
