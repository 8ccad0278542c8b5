package org.cellarius.study.read;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.Mistakes;
import org.cellarius.catalogue.NearestWord;
import org.cellarius.catalogue.yaml.Change;
import org.cellarius.catalogue.yaml.Place;
import org.cellarius.catalogue.yaml.YamlDocument;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The JSON Schema of study files, and its complaints in the astronomer's words. */
public final class StudySchema {

    private static final String RESOURCE = "/org/cellarius/study/study.schema.json";

    /** What to write in place of words that are gone. */
    private static final Map<String, String> FORMER = Map.of(
            "map", "A map is a plane now: write  kind: plane  and  statistic: median, and leave the rest as it is");

    /** What the types of a JSON Schema are called here. */
    private static final Map<String, String> TYPES = Map.of(
            "string", "a text",
            "number", "a number",
            "integer", "a whole number",
            "boolean", "true or false",
            "array", "a list",
            "object", "a section of  key: value  lines");

    private StudySchema() {}

    /** The schema as text, for editors. */
    public static String text() {
        try (InputStream in = StudySchema.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the study schema is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Tells the mistakes of a document, in the order of the file.
     *
     * @param mistakes receives them
     * @return the document if its structure allows it to be read on, with misspelt words of a choice mended, so that
     *     they hide no further mistakes; empty if not
     */
    public static Optional<YamlDocument> check(YamlDocument document, Mistakes mistakes) {
        Found found = found(document);
        found.told().forEach(mistakes::add);
        if (found.isEmpty()) {
            return Optional.of(document);
        }
        YamlDocument mended = document.changed(found.spellings());
        Found left = found(mended);
        left.told().forEach(mistakes::add);
        return left.isEmpty() ? Optional.of(mended) : Optional.empty();
    }

    /** The document with misspelt words of a choice mended; itself where there are none. */
    public static YamlDocument spelled(YamlDocument document) {
        List<Change> spellings = found(document).spellings();
        return spellings.isEmpty() ? document : document.changed(spellings);
    }

    private record Mistake(Place place, InputError error) {}

    /**
     * What the schema says of a document.
     *
     * @param told in the order of the file
     * @param spellings changes that mend misspelt words of a choice
     */
    private record Found(List<InputError> told, List<Change> spellings) {
        boolean isEmpty() {
            return told.isEmpty();
        }
    }

    private static Found found(YamlDocument document) {
        String text = text();
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text);
        JsonNode tree = JsonMapper.shared().readTree(text);
        var mistakes = new ArrayList<Mistake>();
        var spellings = new ArrayList<Change>();
        for (Error error : schema.validate(document.root())) {
            String pointer = error.getInstanceLocation().toString();
            Place place = "additionalProperties".equals(error.getKeyword())
                    ? document.placeOfKey(pointer, String.valueOf(error.getProperty()))
                    : "propertyNames".equals(error.getKeyword())
                            ? document.placeOfKey(pointer, String.valueOf(error.getProperty()))
                            : document.placeOf(pointer);
            mistakes.add(new Mistake(place, explain(error, pointer, tree, place)));
            if ("enum".equals(error.getKeyword())) {
                NearestWord.in(words(parentOf(error, tree).path("enum")), wordOf(error.getInstanceNode()))
                        .ifPresent(near -> spellings.add(
                                Change.to(pointer.substring(1), JsonNodeFactory.instance.stringNode(near), place)));
            }
        }
        mistakes.sort(Comparator.comparingInt((Mistake m) -> m.place().line())
                .thenComparingInt(m -> m.place().column()));
        return new Found(mistakes.stream().map(Mistake::error).toList(), spellings);
    }

    private static List<String> words(JsonNode list) {
        var words = new ArrayList<String>();
        list.forEach(n -> words.add(n.asString()));
        return words;
    }

    private static String wordOf(@Nullable JsonNode node) {
        return node == null ? "" : node.isValueNode() ? node.asString() : node.toString();
    }

    private static InputError explain(Error error, String pointer, JsonNode schema, Place place) {
        String section =
                pointer.isEmpty() ? "the study" : "'" + pointer.substring(1).replace('/', '.') + "'";
        JsonNode around = parentOf(error, schema);
        String where = place.toString();
        return switch (String.valueOf(error.getKeyword())) {
            case "additionalProperties" -> {
                List<String> allowed = new ArrayList<>(around.path("properties").propertyNames());
                yield new InputError(
                        "unknown key '" + error.getProperty() + "' in " + section
                                + NearestWord.question(allowed, String.valueOf(error.getProperty())),
                        where,
                        "Allowed here: " + String.join(", ", allowed));
            }
            case "required" ->
                new InputError("the key '" + error.getProperty() + "' is missing in " + section, where, "Add it");
            case "enum" -> {
                List<String> allowed = words(around.path("enum"));
                String found = wordOf(error.getInstanceNode());
                yield new InputError(
                        "'" + found + "' is not possible for " + section + NearestWord.question(allowed, found),
                        where,
                        FORMER.getOrDefault(found, "Allowed: " + String.join(", ", allowed)));
            }
            case "pattern" ->
                new InputError(
                        "'" + error.getInstanceNode().asString() + "' is not written as " + section + " wants it",
                        where,
                        around.path("description").asString("See the schema"));
            case "propertyNames" ->
                new InputError(
                        "a name in " + section + " is not written as names are" + ": '" + error.getProperty() + "'",
                        where,
                        around.path("propertyNames")
                                .path("description")
                                .asString("Small letters, digits, '-' and '_', beginning with a letter"));
            case "type" -> {
                String wanted = around.path("type").isArray()
                        ? "a text or a section"
                        : TYPES.getOrDefault(
                                around.path("type").asString(),
                                "a value of type " + around.path("type").asString());
                boolean quantity = around.path("pattern").isString()
                        && around.path("description").asString("").contains("with its unit");
                yield quantity
                        ? new InputError(section + " needs a number with its unit", where, "For example 8.27 kpc")
                        : new InputError(
                                section + " should be " + wanted + butIs(error.getInstanceNode()),
                                where,
                                quotes(error.getInstanceNode(), around.path("type"))
                                        .orElseGet(
                                                () -> around.path("description").asString("See `cellarius schema`")));
            }
            default ->
                new InputError(
                        section + ": " + error.getMessage(),
                        where,
                        around.path("description").asString(""));
        };
    }

    /** A text that stands where something else is wanted. */
    private static String butIs(@Nullable JsonNode found) {
        return found != null && found.isString() ? ", and is '" + found.asString() + "'" : "";
    }

    /** What YAML takes for a list, a truth or a number, where a text was meant: it wants quotes. */
    private static Optional<String> quotes(@Nullable JsonNode found, JsonNode type) {
        boolean text = type.asString("").equals("string") || words(type).contains("string");
        if (found == null || !text) {
            return Optional.empty();
        }
        if (found.isArray() && found.size() == 1 && found.get(0).isValueNode()) {
            return Optional.of("YAML reads brackets as a list; put the text in quotes: \"["
                    + found.get(0).asString() + "]\"");
        }
        return found.isValueNode() && !found.isString()
                ? Optional.of("YAML reads this as " + (found.isBoolean() ? "yes or no" : "a number")
                        + "; put the text in quotes: \"" + found.asString() + "\"")
                : Optional.empty();
    }

    private static JsonNode parentOf(Error error, JsonNode schema) {
        String fragment = error.getSchemaLocation().getFragment() == null
                ? ""
                : error.getSchemaLocation().getFragment().toString();
        int slash = fragment.lastIndexOf('/');
        String parent = slash > 0 ? fragment.substring(0, slash) : "";
        return parent.isEmpty() ? schema : schema.at(parent.startsWith("/") ? parent : "/" + parent);
    }
}
