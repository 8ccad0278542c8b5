package org.cellarius.study.yaml;

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
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.NearestWord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schema of study files, and its complaints in the astronomer's words. */
public final class StudySchema {

    private static final String RESOURCE = "/org/cellarius/study/study.schema.json";

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

    /** Throws the mistakes of a document, all of them in one message, in the order of the file. */
    public static void check(YamlDocument document) {
        String text = text();
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text);
        JsonNode tree = JsonMapper.shared().readTree(text);
        record Mistake(Place place, InputError error) {}
        var mistakes = new ArrayList<Mistake>();
        for (Error error : schema.validate(document.root())) {
            String pointer = error.getInstanceLocation().toString();
            Place place = "additionalProperties".equals(error.getKeyword())
                    ? document.placeOfKey(pointer, String.valueOf(error.getProperty()))
                    : "propertyNames".equals(error.getKeyword())
                            ? document.placeOfKey(pointer, String.valueOf(error.getProperty()))
                            : document.placeOf(pointer);
            mistakes.add(new Mistake(place, explain(error, pointer, tree, place)));
        }
        mistakes.sort(Comparator.comparingInt((Mistake m) -> m.place().line())
                .thenComparingInt(m -> m.place().column()));
        List<InputError> errors = mistakes.stream().map(Mistake::error).toList();
        if (errors.size() == 1) {
            throw errors.getFirst();
        }
        if (!errors.isEmpty()) {
            var all = new StringBuilder();
            errors.stream()
                    .map(InputError::getMessage)
                    .distinct()
                    .limit(20)
                    .forEach(m -> all.append("\n  ").append(m));
            throw new InputError("the study file has " + errors.size() + " mistakes:" + all, "", "");
        }
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
                                + near(allowed, String.valueOf(error.getProperty())),
                        where,
                        "Allowed here: " + String.join(", ", allowed));
            }
            case "required" ->
                new InputError("the key '" + error.getProperty() + "' is missing in " + section, where, "Add it");
            case "enum" -> {
                var allowed = new ArrayList<String>();
                around.path("enum").forEach(n -> allowed.add(n.asString()));
                JsonNode node = error.getInstanceNode();
                String found = node == null ? "" : node.isValueNode() ? node.asString() : node.toString();
                yield new InputError(
                        "'" + found + "' is not possible for " + section + near(allowed, found),
                        where,
                        "Allowed: " + String.join(", ", allowed));
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
                        : "a value of type " + around.path("type").asString();
                boolean quantity = around.path("pattern").isString()
                        && around.path("description").asString("").contains("with its unit");
                yield quantity
                        ? new InputError(section + " needs a number with its unit", where, "For example 8.27 kpc")
                        : new InputError(
                                section + " should be " + wanted,
                                where,
                                around.path("description").asString("Write it so"));
            }
            default ->
                new InputError(
                        section + ": " + error.getMessage(),
                        where,
                        around.path("description").asString(""));
        };
    }

    private static JsonNode parentOf(Error error, JsonNode schema) {
        String fragment = error.getSchemaLocation().getFragment() == null
                ? ""
                : error.getSchemaLocation().getFragment().toString();
        int slash = fragment.lastIndexOf('/');
        String parent = slash > 0 ? fragment.substring(0, slash) : "";
        return parent.isEmpty() ? schema : schema.at(parent.startsWith("/") ? parent : "/" + parent);
    }

    private static String near(List<String> words, String word) {
        return NearestWord.in(words, word)
                .map(n -> "; did you mean '" + n + "'?")
                .orElse("");
    }
}
