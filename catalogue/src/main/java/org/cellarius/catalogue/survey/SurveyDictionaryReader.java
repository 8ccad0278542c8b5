package org.cellarius.catalogue.survey;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.survey.SurveyColumn.Origin;

/** Makes a {@link SurveyDictionary} of a YAML text; every mistake is an {@link InputError} with its place. */
public final class SurveyDictionaryReader {
    private static final List<String> KEYS = List.of(
            "survey",
            "title",
            "citation",
            "epoch",
            "caution",
            "sources",
            "known-from",
            "recognised-by",
            "needs",
            "fillers",
            "columns",
            "flags");
    private static final List<String> COLUMN_KEYS = List.of(
            "from", "expression", "needs", "unit", "to", "fillers", "description", "identifiers-of", "known-from");
    private static final List<String> FLAG_KEYS =
            List.of("from", "bits", "characters", "fillers", "description", "known-from");

    private final List<String> fillers;
    private final Evidence usual;

    private SurveyDictionaryReader(List<String> fillers, Evidence usual) {
        this.fillers = fillers;
        this.usual = usual;
    }

    /**
     * Reads a dictionary.
     *
     * @param file its name in messages
     */
    public static SurveyDictionary read(String file, String text) {
        DictionaryNode root = DictionaryNode.parse(file, text);
        Map<String, DictionaryNode> e = root.entries(KEYS);
        var reader = new SurveyDictionaryReader(
                Optional.ofNullable(e.get("fillers"))
                        .map(SurveyDictionaryReader::fillers)
                        .orElse(List.of()),
                Optional.ofNullable(e.get("known-from"))
                        .map(SurveyDictionaryReader::evidence)
                        .orElse(Evidence.DOCUMENTATION));
        var columns = new ArrayList<SurveyColumn>();
        root.required(e, "columns").entries().forEach((name, node) -> columns.add(reader.column(name, node)));
        var flags = new ArrayList<SurveyFlags>();
        Optional.ofNullable(e.get("flags"))
                .ifPresent(f -> f.entries().forEach((name, node) -> flags.add(reader.flags(name, node))));
        List<Set<String>> recognisedBy = sets(root.required(e, "recognised-by"));
        return root.checked(() -> new SurveyDictionary(
                root.required(e, "survey").text(),
                root.required(e, "title").text(),
                root.required(e, "citation").text(),
                Optional.ofNullable(e.get("epoch")).map(DictionaryNode::number),
                Optional.ofNullable(e.get("caution")).map(DictionaryNode::text),
                root.required(e, "sources").texts(),
                recognisedBy,
                Optional.ofNullable(e.get("needs"))
                        .map(SurveyDictionaryReader::sets)
                        .orElse(recognisedBy),
                columns,
                flags,
                text));
    }

    private static FlagNames names(String flag, FlagReading reading, DictionaryNode node) {
        Map<String, Integer> places = new LinkedHashMap<>();
        node.entries().forEach((name, place) -> places.put(name, place.integer()));
        return node.checked(() -> new FlagNames(flag, reading, places));
    }

    private SurveyColumn column(String name, DictionaryNode node) {
        if (node.isScalar() || node.isList()) {
            return node.checked(() -> new SurveyColumn(
                    name,
                    new Origin.Spelled(node.texts()),
                    Optional.empty(),
                    Optional.empty(),
                    fillers,
                    "",
                    Optional.empty(),
                    usual));
        }
        Map<String, DictionaryNode> e = node.entries(COLUMN_KEYS);
        if (e.containsKey("from") == e.containsKey("expression")) {
            throw node.wrong("the column '" + name + "' needs either 'from' or 'expression'", "Give one of the two");
        }
        return node.checked(() -> new SurveyColumn(
                name,
                e.containsKey("from")
                        ? new Origin.Spelled(node.required(e, "from").texts())
                        : new Origin.Computed(
                                node.required(e, "expression").text(),
                                node.required(e, "needs").texts()),
                Optional.ofNullable(e.get("unit")).map(DictionaryNode::text),
                Optional.ofNullable(e.get("to")).map(DictionaryNode::text),
                fillersOr(e),
                text(e, "description"),
                Optional.ofNullable(e.get("identifiers-of")).map(SurveyDictionaryReader::release),
                evidence(e)));
    }

    private SurveyFlags flags(String name, DictionaryNode node) {
        Map<String, DictionaryNode> e = node.entries(FLAG_KEYS);
        if (e.containsKey("bits") == e.containsKey("characters")) {
            throw node.wrong("the flag '" + name + "' needs either 'bits' or 'characters'", "Give one of the two");
        }
        FlagNames names = e.containsKey("bits")
                ? names(name, FlagReading.BIT, node.required(e, "bits"))
                : names(name, FlagReading.DIGIT, node.required(e, "characters"));
        // The usual fillers are of measurements: among bits -9999 would be a number like others.
        return node.checked(() -> new SurveyFlags(
                names,
                node.required(e, "from").texts(),
                Optional.ofNullable(e.get("fillers"))
                        .map(SurveyDictionaryReader::fillers)
                        .orElse(List.of()),
                text(e, "description"),
                evidence(e)));
    }

    private List<String> fillersOr(Map<String, DictionaryNode> e) {
        return Optional.ofNullable(e.get("fillers"))
                .map(SurveyDictionaryReader::fillers)
                .orElse(fillers);
    }

    private Evidence evidence(Map<String, DictionaryNode> e) {
        return Optional.ofNullable(e.get("known-from"))
                .map(SurveyDictionaryReader::evidence)
                .orElse(usual);
    }

    private static Evidence evidence(DictionaryNode node) {
        return Choice.of("kind of evidence", node.text(), Arrays.asList(Evidence.values()), Choice::word, node.where());
    }

    private static GaiaRelease release(DictionaryNode node) {
        return Choice.of("release of Gaia", node.text(), GaiaRelease.all(), GaiaRelease::word, node.where());
    }

    private static String text(Map<String, DictionaryNode> e, String key) {
        return Optional.ofNullable(e.get(key)).map(DictionaryNode::text).orElse("");
    }

    private static List<String> fillers(DictionaryNode node) {
        List<String> fillers = node.texts();
        for (DictionaryNode element : node.elements()) {
            try {
                new BigDecimal(element.text());
            } catch (NumberFormatException e) {
                // A word: fillers of text columns are such.
                if (element.text().isEmpty()) {
                    throw element.wrong("an empty filler", "Write the value that stands for missing")
                            .withCause(e);
                }
            }
        }
        return fillers;
    }

    /** One set of columns as a list of words, or several as a list of lists. */
    private static List<Set<String>> sets(DictionaryNode node) {
        List<DictionaryNode> elements = node.elements();
        boolean one = elements.stream().allMatch(DictionaryNode::isScalar);
        return (one ? Stream.of(node) : elements.stream())
                .map(n -> (Set<String>) new TreeSet<>(n.texts()))
                .toList();
    }
}
