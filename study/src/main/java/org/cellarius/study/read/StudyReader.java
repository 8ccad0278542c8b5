package org.cellarius.study.read;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.Mistakes;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.catalogue.yaml.YamlDocument;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.galaxy.kinematics.KinematicMembership;
import org.cellarius.measure.product.Product;
import org.cellarius.measure.product.StarWeight;
import org.cellarius.measure.trend.CorrectionReader;
import org.cellarius.measure.trend.TrendRemoval;
import org.cellarius.study.AgesSource;
import org.cellarius.study.CatalogueSource;
import org.cellarius.study.Cut;
import org.cellarius.study.EpochSource;
import org.cellarius.study.ErrorsSource;
import org.cellarius.study.MockSurvey;
import org.cellarius.study.OrbitsSource;
import org.cellarius.study.PhaseSpace;
import org.cellarius.study.Repeats;
import org.cellarius.study.StarFile;
import org.cellarius.study.StatedUnit;
import org.cellarius.study.Study;
import org.cellarius.study.VelocityFrame;
import org.cellarius.study.vary.VaryReader;
import org.cellarius.study.vary.VarySource;
import tools.jackson.databind.JsonNode;

/** Makes a {@link Study} of a study file: schema first, then what a schema cannot say. */
public final class StudyReader {

    private StudyReader() {}

    /** Reads a study; its mistakes are told all at once, each an {@link InputError} with its place. */
    public static Study read(YamlDocument document) {
        var mistakes = new Mistakes();
        toFillIn(document, document.root(), "", mistakes);
        Optional<Study> study =
                StudySchema.check(document, mistakes).flatMap(d -> mistakes.attempt(() -> read(d, mistakes)));
        mistakes.check();
        return study.orElseThrow();
    }

    /** What a draft leaves to the user; units are told with their columns. */
    private static void toFillIn(YamlDocument document, JsonNode node, String pointer, Mistakes mistakes) {
        if (node.isString() && node.asString().equals(StatedUnit.FILL_IN) && !pointer.endsWith("/unit")) {
            mistakes.add(new InputError(
                    "'" + pointer.substring(1).replace('/', '.') + "' is still to be filled in",
                    document.placeOf(pointer).toString(),
                    "Write it in place of " + StatedUnit.FILL_IN));
        }
        if (node.isObject()) {
            node.properties().forEach(e -> toFillIn(document, e.getValue(), pointer + "/" + e.getKey(), mistakes));
        }
        for (int k = 0; node.isArray() && k < node.size(); k++) {
            toFillIn(document, node.get(k), pointer + "/" + k, mistakes);
        }
    }

    /** Parts that depend on a wrong one are read with something else in its place, or not at all. */
    private static Study read(YamlDocument document, Mistakes mistakes) {
        Section root = Section.of(document);
        Map<String, Section> named = root.section("catalogues").entries();
        List<CatalogueSource> catalogues = named.entrySet().stream()
                .flatMap(
                        e -> mistakes.attempt(() -> CatalogueReader.catalogue(e.getKey(), e.getValue(), root)).stream())
                .toList();
        List<String> names = List.copyOf(named.keySet());
        PhaseSpace phaseSpace = phaseSpace(root);
        Optional<Sun> sun = mistakes.attempt(() -> SunReader.sun(root, phaseSpace), Sun.byName("hawkins2023"));
        Map<String, String> populations = new LinkedHashMap<>();
        root.optionalSection("populations")
                .ifPresent(s -> s.entries().forEach((name, e) -> populations.put(name, e.scalar())));
        Map<String, Section> measured = root.section("products").entries();
        Optional<StarWeight> weight = StarWeight.read(root);
        List<Product> products = measured.entrySet().stream()
                .flatMap(
                        e -> mistakes
                                .attempt(() ->
                                        ProductReader.product(e.getKey(), e.getValue(), populations.keySet(), weight))
                                .stream())
                .toList();
        Optional<MockSurvey> mock =
                mistakes.attempt(() -> root.optionalSection("mock").map(MockReader::mock), Optional.empty());
        Optional<EpochSource> epoch = catalogues.size() == names.size()
                ? mistakes.attempt(() -> EpochReader.epoch(root, catalogues), Optional.empty())
                : Optional.empty();
        Optional<AgesSource> ages = mistakes.attempt(() -> AgesReader.ages(root), Optional.empty());
        Set<VelocityFrame> frames = mistakes.attempt(() -> VelocityFrameReader.frames(root, phaseSpace, sun), Set.of());
        Optional<ErrorsSource> errors = mistakes.attempt(() -> ErrorsReader.errors(root, phaseSpace), Optional.empty());
        Optional<OrbitsSource> orbits = mistakes.attempt(() -> OrbitsReader.orbits(root, phaseSpace), Optional.empty());
        Optional<KinematicMembership> membership =
                mistakes.attempt(() -> MembershipReader.membership(root, phaseSpace, sun), Optional.empty());
        Optional<Repeats> repeats = mistakes.attempt(
                () -> root.optionalSection("deduplicate").map(s -> repeats(s, names)), Optional.empty());
        List<Cut> cuts = root.has("cuts") ? cuts(root.elements("cuts"), names, mistakes) : List.of();
        List<TrendRemoval> corrections = mistakes.attempt(() -> CorrectionReader.corrections(root), List.of());
        Optional<VarySource> vary = products.size() == measured.size()
                ? mistakes.attempt(() -> VaryReader.vary(root, products), Optional.empty())
                : Optional.empty();
        mistakes.check();
        var study = new Study(
                root.text("study"),
                root.textOr("title", root.text("study")),
                root.optionalText("description").orElse(""),
                root.optionalSection("report")
                        .flatMap(r -> r.optionalText("authors"))
                        .orElse(""),
                mock,
                catalogues,
                epoch,
                ages,
                sun,
                phaseSpace,
                frames,
                errors,
                orbits,
                membership,
                repeats,
                cuts,
                corrections,
                populations,
                products,
                vary,
                starFiles(root),
                root.optionalSection("report").flatMap(r -> r.optionalText("expected")),
                document,
                root.defaults());
        checkMockFiles(study, study.document().root().has("mock"));
        DistanceReader.check(study.catalogues(), study.errors());
        ProductNames.check(study);
        return study;
    }

    /** @param written whether there is a section 'mock', be it right or wrong */
    private static void checkMockFiles(Study study, boolean written) {
        for (CatalogueSource catalogue : study.catalogues()) {
            for (CatalogueSource.FileSource file : catalogue.files()) {
                if (!file.path().startsWith("mock:")) {
                    continue;
                }
                if (study.mock().isEmpty() && written) {
                    continue;
                }
                if (study.mock().isEmpty()) {
                    throw new InputError(
                            "'" + file.path() + "' is a file of a mock survey, but the study has no 'mock' section",
                            file.place().toString(),
                            "Add the section, or name a real file");
                }
                file.place().oneOf(file.path().substring(5), study.mock().get().files(), "a file of the mock survey");
            }
        }
    }

    private static List<StarFile> starFiles(Section root) {
        List<String> words = root.value("stars").isArray()
                ? root.texts("stars")
                : root.optionalText("stars").stream().toList();
        String place = root.place("stars").toString();
        return words.stream()
                .distinct()
                .map(word -> Choice.of(
                        "format of the star table", word, Arrays.asList(StarFile.values()), Choice::word, place))
                .toList();
    }

    private static PhaseSpace phaseSpace(Section root) {
        return root.namedOr("phase-space", Arrays.asList(PhaseSpace.values()), PhaseSpace::word, PhaseSpace.NONE);
    }

    private static Repeats repeats(Section s, List<String> catalogues) {
        Section keep = s.section("keep");
        boolean highest = keep.has("highest");
        String expression = keep.text(highest ? "highest" : "lowest");
        Optional<String> catalogue = s.optionalText("catalogue");
        catalogue.ifPresent(c -> s.place("catalogue").oneOf(c, catalogues, "a catalogue"));
        double radiusArcsec = s.quantity("radius", "arcsec");
        if (!(radiusArcsec > 0 && radiusArcsec <= 3600)) {
            throw new InputError(
                    "a radius of " + radiusArcsec + " arcsec",
                    s.place("radius").toString(),
                    "It must lie between 0 and 3600 arcsec");
        }
        return new Repeats(
                radiusArcsec,
                highest ? expression : "-(" + expression + ")",
                (highest ? "highest " : "lowest ") + expression,
                catalogue,
                keep.place());
    }

    private static List<Cut> cuts(List<Section> sections, List<String> catalogues, Mistakes mistakes) {
        List<Cut> cuts = sections.stream()
                .flatMap(s -> mistakes.attempt(() -> cut(s, catalogues)).stream())
                .toList();
        Set<String> names = new HashSet<>();
        for (Cut cut : cuts) {
            if (!names.add(cut.name())) {
                mistakes.add(new InputError(
                        "there are two cuts named '" + cut.name() + "'",
                        cut.place().toString(),
                        "Give each a name of its own, so that the cut flow tells them apart"));
            }
        }
        return cuts;
    }

    private static Cut cut(Section s, List<String> catalogues) {
        s.optionalText("catalogue").ifPresent(c -> s.place("catalogue").oneOf(c, catalogues, "a catalogue"));
        return new Cut(s.text("name"), s.text("keep"), s.optionalText("catalogue"), s.place("keep"));
    }
}
