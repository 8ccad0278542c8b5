package org.cellarius.catalogue.yaml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cellarius.catalogue.InputError;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A YAML file as a JSON tree that remembers where each key and value stands. */
public final class YamlDocument {

    private static final long LARGEST_BYTES = 1 << 20;
    private static final int MOST_NODES = 100_000;

    private final String file;
    private final String text;
    private final JsonNode root;
    private final Map<String, Place> places;

    private YamlDocument(String file, String text, JsonNode root, Map<String, Place> places) {
        this.file = file;
        this.text = text;
        this.root = root;
        this.places = places;
    }

    /** Reads a file. */
    public static YamlDocument read(Path path) {
        try {
            if (Files.size(path) > LARGEST_BYTES) {
                throw new InputError(
                        "'" + path + "' is larger than a megabyte",
                        "",
                        "A study file is a short text; give the study, not a catalogue");
            }
            return parse(path.toString(), Files.readString(path, StandardCharsets.UTF_8));
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new InputError("'" + path + "' is not UTF-8 text", "", "Save the study file as UTF-8").withCause(e);
        } catch (IOException e) {
            throw new InputError("'" + path + "' cannot be read", "", "Check the path and its permissions")
                    .withCause(e);
        }
    }

    /** Parses a text; {@code file} is the name used in messages. */
    public static YamlDocument parse(String file, String text) {
        var settings = LoadSettings.builder()
                .setAllowDuplicateKeys(true)
                .setMaxAliasesForCollections(50)
                .setCodePointLimit((int) LARGEST_BYTES)
                .setLabel(file)
                .build();
        try {
            Node node = new Compose(settings)
                    .composeString(text)
                    .orElseThrow(() -> new InputError(
                            "the study file is empty", file, "Start from one of the studies that come with Cellarius"));
            var places = new HashMap<String, Place>();
            JsonNode root = new Conversion(file, places).convert(node, "");
            return new YamlDocument(file, text, root, places);
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark();
            String where = mark.map(m -> placeOf(file, m).toString()).orElse(file);
            throw new InputError(
                            "the YAML cannot be read: " + e.getProblem(),
                            where,
                            "Check indentation, colons and quotes near that place")
                    .withCause(e);
        } catch (StackOverflowError e) {
            throw new InputError("the YAML is nested too deeply", file, "No study needs so many brackets or levels")
                    .withCause(e);
        } catch (YamlEngineException e) {
            throw new InputError(
                            "the YAML cannot be read: "
                                    + String.valueOf(e.getMessage())
                                            .lines()
                                            .findFirst()
                                            .orElse(""),
                            file,
                            "Check the file")
                    .withCause(e);
        }
    }

    /** The same document with changes, made in their order; its text is still that of the file. */
    public YamlDocument changed(List<Change> changes) {
        JsonNode copy = root.deepCopy();
        var moved = new HashMap<>(places);
        var changed = new ChangedDocument(copy, moved);
        changes.forEach(changed::apply);
        return new YamlDocument(file, text, copy, moved);
    }

    public JsonNode root() {
        return root;
    }

    public String text() {
        return text;
    }

    public String file() {
        return file;
    }

    /** Where the value of that JSON pointer stands, or the nearest thing around it. */
    public Place placeOf(String pointer) {
        String p = pointer;
        while (true) {
            Place place = places.get(p);
            if (place != null) {
                return place;
            }
            int slash = p.lastIndexOf('/');
            if (slash < 0) {
                return new Place(file, 1, 1);
            }
            p = p.substring(0, slash);
        }
    }

    /** Where a key of the object at that pointer stands. */
    public Place placeOfKey(String pointer, String key) {
        return Optional.ofNullable(places.get("key:" + child(pointer, key))).orElseGet(() -> placeOf(pointer));
    }

    /**
     * What stands where a message says, keys and values, the innermost first.
     *
     * @param where may hold more than the place
     */
    public List<String> pointersAt(String where) {
        return places.entrySet().stream()
                .filter(e -> Pattern.compile(Pattern.quote(e.getValue().toString()) + "(?![0-9])")
                        .matcher(where)
                        .find())
                .map(e -> e.getKey().startsWith("key:") ? e.getKey().substring(4) : e.getKey())
                .filter(p -> !p.isEmpty() && !p.contains("~") && !root.at(p).isMissingNode())
                .distinct()
                .sorted(Comparator.comparingInt((String p) ->
                                (int) p.chars().filter(c -> c == '/').count())
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    static String child(String pointer, String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    private static Place placeOf(String file, Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** YAML nodes to JSON nodes. */
    private static final class Conversion {
        private final String file;
        private final Map<String, Place> places;
        private int nodes;

        Conversion(String file, Map<String, Place> places) {
            this.file = file;
            this.places = places;
        }

        JsonNode convert(Node node, String pointer) {
            Place place =
                    node.getStartMark().map(m -> YamlDocument.placeOf(file, m)).orElse(new Place(file, 1, 1));
            if (++nodes > MOST_NODES || pointer.length() > 2000) {
                throw new InputError(
                        "the study file is too large or too deep",
                        place.toString(),
                        "Keep it below " + MOST_NODES + " entries");
            }
            places.put(pointer, place);
            return switch (node) {
                case MappingNode map -> object(map, pointer);
                case SequenceNode list -> {
                    ArrayNode array = JsonNodeFactory.instance.arrayNode();
                    for (Node element : list.getValue()) {
                        array.add(convert(element, pointer + "/" + array.size()));
                    }
                    yield array;
                }
                case ScalarNode scalar -> scalar(scalar, place);
                default ->
                    throw new InputError(
                            "this kind of YAML is not understood here",
                            place.toString(),
                            "Use plain keys, texts, numbers and lists");
            };
        }

        private ObjectNode object(MappingNode map, String pointer) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (NodeTuple tuple : map.getValue()) {
                Place place = tuple.getKeyNode()
                        .getStartMark()
                        .map(m -> YamlDocument.placeOf(file, m))
                        .orElse(new Place(file, 1, 1));
                if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                    throw new InputError("a key must be a word", place.toString(), "Write  key: value");
                }
                if (object.has(key.getValue())) {
                    throw new InputError(
                            "the key '" + key.getValue() + "' stands here a second time",
                            place.toString(),
                            "Keep one of the two");
                }
                String at = child(pointer, key.getValue());
                places.put("key:" + at, place);
                object.set(key.getValue(), convert(tuple.getValueNode(), at));
            }
            return object;
        }

        private static JsonNode scalar(ScalarNode scalar, Place place) {
            String value = scalar.getValue();
            Tag tag = scalar.getTag();
            JsonNodeFactory json = JsonNodeFactory.instance;
            try {
                if (tag.equals(Tag.INT)) {
                    return json.numberNode(new java.math.BigInteger(value).longValueExact());
                }
                if (tag.equals(Tag.FLOAT)) {
                    return json.numberNode(Double.parseDouble(value));
                }
            } catch (ArithmeticException | NumberFormatException e) {
                throw new InputError(
                                "'" + value + "' is not a usable number", place.toString(), "Write a decimal number")
                        .withCause(e);
            }
            if (tag.equals(Tag.BOOL)) {
                return json.booleanNode(Boolean.parseBoolean(value));
            }
            if (tag.equals(Tag.NULL)) {
                throw new InputError(
                        "a value is missing", place.toString(), "Write a value after the colon, or remove the key");
            }
            if (tag.equals(Tag.STR)) {
                return json.stringNode(value);
            }
            throw new InputError(
                    "the YAML tag " + tag.getValue() + " is not allowed",
                    place.toString(),
                    "Use plain texts and numbers");
        }
    }
}
