package org.cellarius.catalogue.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.unit.Unit;
import tools.jackson.databind.JsonNode;

/** A part of a study file that has passed the schema, with the places of its values. */
public final class Section {

    private final YamlDocument document;
    private final JsonNode node;
    private final String pointer;
    private final ToldDefaults defaults;

    private Section(YamlDocument document, JsonNode node, String pointer, ToldDefaults defaults) {
        this.document = document;
        this.node = node;
        this.pointer = pointer;
        this.defaults = defaults;
    }

    /** The whole document. */
    public static Section of(YamlDocument document) {
        return new Section(document, document.root(), "", new ToldDefaults());
    }

    public Place place() {
        return document.placeOf(pointer);
    }

    public Place place(String key) {
        return document.placeOf(YamlDocument.child(pointer, key));
    }

    /** What was left to defaults, in this section and all others of its document, as far as they were read. */
    public ToldDefaults defaults() {
        return defaults;
    }

    /** Notes what a key means that is not there, or more fully what stands there. */
    public void tell(String key, Object value) {
        defaults.tell(YamlDocument.child(pointer, key), value);
    }

    public boolean has(String key) {
        return node.has(key);
    }

    /** Whether this is a single word or number rather than a section of keys. */
    public boolean isScalar() {
        return node.isValueNode();
    }

    /** The text of this scalar. */
    public String scalar() {
        return node.asString();
    }

    public String text(String key) {
        return node.path(key).asString();
    }

    public Optional<String> optionalText(String key) {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    /** The text, or the usual one without the key. */
    public String textOr(String key, String usual) {
        return has(key) ? text(key) : told(key, usual, usual);
    }

    /** The whole number, or the usual one without the key. */
    public long integerOr(String key, long usual) {
        return has(key) ? integer(key) : told(key, usual, usual);
    }

    /** The number, or the usual one without the key. */
    public double numberOr(String key, double usual) {
        return has(key) ? number(key) : told(key, usual, usual);
    }

    private <T> T told(String key, T usual, Object written) {
        tell(key, written);
        return usual;
    }

    public long integer(String key) {
        return node.path(key).asLong();
    }

    public double number(String key) {
        return node.path(key).asDouble();
    }

    /** A list of numbers; empty without the key. */
    public List<Double> numbers(String key) {
        var numbers = new ArrayList<Double>();
        node.path(key).forEach(n -> numbers.add(n.asDouble()));
        return numbers;
    }

    /** A list of numbers or words as texts; empty without the key. */
    public List<String> texts(String key) {
        var texts = new ArrayList<String>();
        node.path(key).forEach(n -> texts.add(n.asString()));
        return texts;
    }

    /** The value that a word names: lower case, with hyphens. */
    public <T extends Enum<T>> T choice(String key, String kind, List<T> all) {
        return Choice.of(kind, text(key), all, Choice::word, place(key).toString());
    }

    /** The value that a word names, or the usual one without the key. */
    public <T extends Enum<T>> T choiceOr(String key, String kind, List<T> all, T usual) {
        return has(key) ? choice(key, kind, all) : told(key, usual, Choice.word(usual));
    }

    /** The value that a word of these names means, or the usual one without the key. */
    public <T> T namedOr(String key, List<T> all, Function<T, String> name, T usual) {
        return has(key)
                ? Choice.of(key, text(key), all, name, place(key).toString())
                : told(key, usual, name.apply(usual));
    }

    /** A number with a unit, in the wanted unit. */
    public double quantity(String key, String wantedUnit) {
        String text = text(key).strip();
        int blank = 0;
        while (blank < text.length() && !Character.isWhitespace(text.charAt(blank))) {
            blank++;
        }
        try {
            double factor = Unit.parse(text.substring(blank).strip()).factorTo(Unit.parse(wantedUnit));
            return Double.parseDouble(text.substring(0, blank)) * factor;
        } catch (InputError e) {
            throw new InputError(
                    "'" + text + "' is not possible for '" + key + "': " + e.what(),
                    place(key).toString(),
                    "Write a number and a unit such as " + wantedUnit);
        }
    }

    /** Whatever stands there. */
    public JsonNode value(String key) {
        return node.path(key);
    }

    /** The elements of a list, whatever they are. */
    public List<JsonNode> values(String key) {
        var values = new ArrayList<JsonNode>();
        node.path(key).forEach(values::add);
        return values;
    }

    public Section section(String key) {
        return new Section(document, node.path(key), YamlDocument.child(pointer, key), defaults);
    }

    public Optional<Section> optionalSection(String key) {
        return has(key) ? Optional.of(section(key)) : Optional.empty();
    }

    /** The entries of a map of sections, in order. */
    public Map<String, Section> entries() {
        var entries = new LinkedHashMap<String, Section>();
        for (String key : node.propertyNames()) {
            entries.put(key, section(key));
        }
        return entries;
    }

    /** The sections of a key that holds one or a list of them; empty without the key. */
    public List<Section> oneOrMore(String key) {
        if (!has(key)) {
            return List.of();
        }
        return node.path(key).isArray() ? elements(key) : List.of(section(key));
    }

    /** The elements of a list of sections. */
    public List<Section> elements(String key) {
        var elements = new ArrayList<Section>();
        Section list = section(key);
        for (int k = 0; k < list.node.size(); k++) {
            elements.add(new Section(document, list.node.get(k), list.pointer + "/" + k, defaults));
        }
        return elements;
    }
}
