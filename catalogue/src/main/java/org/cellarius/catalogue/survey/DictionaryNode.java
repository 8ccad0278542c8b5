package org.cellarius.catalogue.survey;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.NearestWord;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A part of a dictionary's YAML, with its place; nothing is constructed from it, and nothing is named twice. */
record DictionaryNode(String file, Node node) {
    private static final int DEEPEST = 8;
    private static final Set<Tag> PLAIN = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.MAP, Tag.SEQ);

    static DictionaryNode parse(String file, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        options.setAllowRecursiveKeys(false);
        try {
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                throw new InputError("the survey dictionary is empty", file, "Copy one that comes with Cellarius");
            }
            return new DictionaryNode(file, root);
        } catch (MarkedYAMLException e) {
            String where = e.getProblemMark() == null
                    ? file
                    : file + ":" + (e.getProblemMark().getLine() + 1) + ":"
                            + (e.getProblemMark().getColumn() + 1);
            throw new InputError(
                            "the YAML cannot be read: " + e.getProblem(),
                            where,
                            "Check indentation, colons and quotes near that place")
                    .withCause(e);
        } catch (YAMLException e) {
            throw new InputError(
                            "the YAML cannot be read: "
                                    + String.valueOf(e.getMessage())
                                            .lines()
                                            .findFirst()
                                            .orElse(""),
                            file,
                            "A dictionary needs no aliases and no deep levels")
                    .withCause(e);
        }
    }

    String where() {
        return file + ":" + (node.getStartMark().getLine() + 1) + ":"
                + (node.getStartMark().getColumn() + 1);
    }

    InputError wrong(String what, String remedy) {
        return new InputError(what, where(), remedy);
    }

    boolean isScalar() {
        return node instanceof ScalarNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    /** The entries of this section, in order. */
    Map<String, DictionaryNode> entries() {
        if (!(plain() instanceof MappingNode map)) {
            throw wrong("a section with keys should stand here", "Write  key: value  lines");
        }
        var entries = new LinkedHashMap<String, DictionaryNode>();
        for (NodeTuple tuple : map.getValue()) {
            var key = new DictionaryNode(file, tuple.getKeyNode());
            if (entries.put(key.text(), new DictionaryNode(file, tuple.getValueNode())) != null) {
                throw key.wrong("'" + key.text() + "' stands here a second time", "Keep one of the two");
            }
        }
        return entries;
    }

    /** The entries of this section, all of whose keys are known. */
    Map<String, DictionaryNode> entries(List<String> known) {
        Map<String, DictionaryNode> entries = entries();
        for (Map.Entry<String, DictionaryNode> entry : entries.entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw entry.getValue()
                        .wrong(
                                "unknown key '" + entry.getKey() + "'" + NearestWord.question(known, entry.getKey()),
                                "Allowed here: " + String.join(", ", known));
            }
        }
        return entries;
    }

    /** This word or number as it is written. */
    String text() {
        if (!(plain() instanceof ScalarNode scalar)) {
            throw wrong("a word or a number should stand here", "Write it behind the colon");
        }
        return scalar.getValue().strip();
    }

    /** The elements of this list, or this one word as a list. */
    List<DictionaryNode> elements() {
        if (isScalar()) {
            return List.of(this);
        }
        if (!(plain() instanceof SequenceNode list)) {
            throw wrong("a list should stand here", "Write  [first, second]");
        }
        var elements = new ArrayList<DictionaryNode>();
        list.getValue().forEach(n -> elements.add(new DictionaryNode(file, n)));
        return elements;
    }

    List<String> texts() {
        return elements().stream().map(DictionaryNode::text).toList();
    }

    int integer() {
        try {
            return Integer.parseInt(text());
        } catch (NumberFormatException e) {
            throw wrong("'" + text() + "' is no whole number", "Write a whole number")
                    .withCause(e);
        }
    }

    double number() {
        try {
            return Double.parseDouble(text());
        } catch (NumberFormatException e) {
            throw wrong("'" + text() + "' is no number", "Write a number").withCause(e);
        }
    }

    /** The value of a key that must be there. */
    DictionaryNode required(Map<String, DictionaryNode> entries, String key) {
        return Optional.ofNullable(entries.get(key))
                .orElseThrow(() -> wrong("the key '" + key + "' is missing", "Add it"));
    }

    /** The checks of a record, told with this place. */
    <T> T checked(Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()), "Change the dictionary").withCause(e);
        } catch (InputError e) {
            throw e.where().isEmpty() ? wrong(e.what(), e.remedy()).withCause(e) : e;
        }
    }

    private Node plain() {
        if (!PLAIN.contains(node.getTag())) {
            throw wrong(
                    node.getTag().equals(Tag.NULL)
                            ? "a value is missing"
                            : "the YAML tag " + node.getTag().getValue() + " is not allowed",
                    "Use plain texts, numbers and lists");
        }
        return node;
    }
}
