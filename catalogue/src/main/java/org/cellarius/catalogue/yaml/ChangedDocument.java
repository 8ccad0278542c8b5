package org.cellarius.catalogue.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.NearestWord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes to a tree, step by step along their paths. */
final class ChangedDocument {

    private final JsonNode root;
    private final Map<String, Place> places;

    ChangedDocument(JsonNode root, Map<String, Place> places) {
        this.root = root;
        this.places = places;
    }

    /** Makes one change; mistakes in its value are told at the place where the change is written. */
    void apply(Change change) {
        List<String> steps = List.of(change.path().split("/", -1));
        JsonNode at = root;
        String pointer = "";
        for (int k = 0; k < steps.size() - 1; k++) {
            String step = keyOf(at, steps.get(k), change, true);
            at = at instanceof ArrayNode list ? list.get(Integer.parseInt(step)) : at.path(step);
            pointer = YamlDocument.child(pointer, step);
        }
        String last = keyOf(at, steps.getLast(), change, change.value().isEmpty());
        String whole = YamlDocument.child(pointer, last);
        places.keySet().removeIf(p -> p.equals(whole) || p.startsWith(whole + "/"));
        places.put(whole, change.place());
        places.put("key:" + whole, change.place());
        switch (at) {
            case ObjectNode object -> {
                if (change.value().isPresent()) {
                    object.set(last, change.value().get().deepCopy());
                } else {
                    object.remove(last);
                }
            }
            case ArrayNode list -> {
                if (change.value().isPresent()) {
                    list.set(Integer.parseInt(last), change.value().get().deepCopy());
                } else {
                    list.remove(Integer.parseInt(last));
                    moveUp(pointer, Integer.parseInt(last), list.size());
                }
            }
            default -> throw single(change, last);
        }
    }

    /** The places of a list's later elements, after one before them has been taken out. */
    private void moveUp(String list, int taken, int left) {
        for (int k = taken; k <= left; k++) {
            for (String kind : List.of("", "key:")) {
                String here = kind + list + "/" + k;
                places.keySet().removeIf(p -> p.equals(here) || p.startsWith(here + "/"));
                String next = kind + list + "/" + (k + 1);
                String to = here;
                Map.copyOf(places).forEach((p, place) -> {
                    if (p.equals(next) || p.startsWith(next + "/")) {
                        places.put(to + p.substring(next.length()), place);
                    }
                });
            }
        }
    }

    private static InputError single(Change change, String step) {
        return new InputError(
                "'" + change.path() + "' leads into a single value at '" + step + "'",
                change.place().toString(),
                "Write that value as a section in the study itself, then its parts can be varied");
    }

    /** The key or the index that a step means. */
    private static String keyOf(JsonNode at, String step, Change change, boolean mustBeThere) {
        return switch (at) {
            case ObjectNode object -> {
                if (mustBeThere && !object.has(step)) {
                    throw unknown(change, step, List.copyOf(object.propertyNames()));
                }
                yield step;
            }
            case ArrayNode list -> {
                var names = new ArrayList<String>();
                StreamSupport.stream(list.spliterator(), false)
                        .forEach(e -> names.add(e.path("name").asString("")));
                int found = names.indexOf(step);
                yield String.valueOf(
                        found >= 0
                                ? found
                                : IntStream.range(0, list.size())
                                        .filter(k -> String.valueOf(k).equals(step))
                                        .findFirst()
                                        .orElseThrow(() -> unknown(change, step, names)));
            }
            default -> throw single(change, step);
        };
    }

    private static InputError unknown(Change change, String step, List<String> names) {
        return new InputError(
                "the study has no '" + step + "' on the way '" + change.path() + "'"
                        + NearestWord.question(names, step),
                change.place().toString(),
                "There are: " + String.join(", ", names));
    }
}
