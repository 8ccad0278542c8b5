package org.cellarius.study.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.Mistakes;
import org.cellarius.catalogue.survey.GaiaRelease;
import org.cellarius.catalogue.yaml.YamlDocument;
import org.cellarius.galaxy.distance.ModulusErrors;
import org.cellarius.galaxy.distance.PeriodLuminosityRelation;
import org.cellarius.galaxy.distance.Pulsation;
import org.cellarius.galaxy.sky.Find;
import org.cellarius.study.CatalogueSource;
import org.cellarius.study.DistanceWords;
import org.cellarius.study.MatchSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StudySchemaTest {

    private final JsonNode schema = JsonMapper.shared().readTree(StudySchema.text());

    @Test
    void theSchemaIsAValidJsonSchema() {
        var metaSchema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(metaSchema.validate(schema)).isEmpty();
        JsonNode broken = schema.deepCopy().asObject().put("type", "objekt");
        assertThat(metaSchema.validate(broken)).isNotEmpty();
    }

    /** Editors offer what the program knows. */
    @Test
    void theSchemaNamesEveryLine() {
        JsonNode method = schema.at("/$defs/line-method");
        for (JsonNode words : List.of(method.path("examples"), method.at("/properties/name/examples"))) {
            assertThat(words.valueStream().map(JsonNode::asString))
                    .containsExactlyInAnyOrderElementsOf(org.cellarius.measure.fit.LineChoice.METHODS);
        }
        List<String> settings = List.copyOf(method.path("properties").propertyNames());
        for (var setting : org.cellarius.measure.fit.LineSetting.values()) {
            assertThat(settings).contains(setting.word());
        }
    }

    /** The same for distances. */
    @Test
    void theSchemaNamesEveryWayToADistance() {
        JsonNode distance = schema.at("/$defs/distance/properties");
        words(distance, "from", Stream.of(DistanceWords.From.values()).map(Choice::word));
        words(distance, "errors", Stream.of(ModulusErrors.values()).map(Choice::word));
        words(distance, "pulsation", Stream.of(Pulsation.values()).map(Choice::word));
        words(distance, "relation", PeriodLuminosityRelation.named().stream().map(PeriodLuminosityRelation::name));
    }

    /** The same for joins and matches; what takes a file takes it with the same words everywhere. */
    @Test
    void theSchemaNamesEveryWayToBringFilesTogether() {
        JsonNode catalogue = schema.at("/$defs/catalogue/properties");
        JsonNode join = schema.at("/$defs/join/properties");
        JsonNode match = schema.at("/$defs/match/properties");
        words(
                join,
                "identifiers",
                Stream.of(CatalogueSource.Identifiers.values()).map(Choice::word));
        words(
                schema.at("/$defs/column/properties"),
                "identifiers-of",
                GaiaRelease.all().stream().map(GaiaRelease::word));
        words(match, "find", Stream.of(Find.values()).map(Choice::word));
        words(match, "moved", Stream.of(MatchSource.Side.values()).map(Choice::word));
        for (JsonNode entry : List.of(join, match)) {
            words(
                    entry,
                    "unmatched",
                    Stream.of(CatalogueSource.Unmatched.values()).map(Choice::word));
            for (String key : List.of("format", "hdu", "columns", "survey", "flags")) {
                assertThat(entry.path(key).toString())
                        .as(key)
                        .isEqualTo(catalogue.path(key).toString());
            }
        }
    }

    private static void words(JsonNode properties, String key, Stream<String> known) {
        assertThat(properties.path(key).path("enum").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(known.toList());
    }

    @Test
    void everyDefinitionIsUsedAndEveryReferenceIsDefined() {
        Set<String> used = new HashSet<>();
        schema.findValues("$ref").forEach(r -> used.add(r.asString()));
        List<String> defined = schema.path("$defs").propertyNames().stream()
                .map(n -> "#/$defs/" + n)
                .toList();
        assertThat(used).containsExactlyInAnyOrderElementsOf(defined);
    }

    @Test
    void everySectionRefusesUnknownKeys() {
        assertThat(objectsThatTakeAnything(schema, "#")).isEmpty();
    }

    /** Objects with properties that do not say what becomes of other keys; the parts under if/then are checked where they lead. */
    private static List<String> objectsThatTakeAnything(JsonNode node, String at) {
        var open = new java.util.ArrayList<String>();
        for (String key : node.propertyNames()) {
            if (!key.equals("allOf")) {
                open.addAll(objectsThatTakeAnything(node.path(key), at + "/" + key));
            }
        }
        boolean describesKeys = node.path("properties").isObject() && !node.has("allOf") && !at.endsWith("properties");
        if (describesKeys && !node.has("additionalProperties")) {
            open.add(at);
        }
        return open;
    }

    @ParameterizedTest
    @MethodSource("studies")
    void everyStudyThatComesWithCellariusPassesIt(Path study) {
        var mistakes = new Mistakes();
        assertThat(StudySchema.check(YamlDocument.read(study), mistakes)).isPresent();
        assertThatCode(mistakes::check).doesNotThrowAnyException();
    }

    static Stream<Path> studies() throws IOException {
        Path folder = Path.of(System.getProperty("cellarius.root", "..")).resolve("studies");
        try (Stream<Path> files = Files.walk(folder, 2)) {
            List<Path> studies = files.filter(f -> f.endsWith("study.yaml")).toList();
            assertThat(studies).isNotEmpty();
            return studies.stream();
        }
    }
}
