package org.cellarius.catalogue.tap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;

/**
 * A query that comes with the program: a file {@code NAME.adql} whose first lines are comments {@code -- word: text}.
 *
 * @param name its word
 * @param title what it selects, in a line
 * @param paper whose sample it is, or {@code general}
 * @param service the archive that it is written for
 * @param text the whole file; {@code ${ra}} stands for a value
 * @param values what can be set, with what stands there otherwise
 */
public record Recipe(String name, String title, String paper, String service, String text, Map<String, String> values) {

    private static final List<String> NAMES = List.of(
            "gaia-cone",
            "gaia-phase-space",
            "gaia-by-source-id",
            "bailer-jones-distances",
            "hawkins2023-giants",
            "hawkins2023-obaf",
            "long2025-obaf",
            "vickers2021-lamost",
            "chen2025-lamost");

    private static final Pattern HEAD = Pattern.compile("(?m)^-- ([a-z]+): (.*)$");
    private static final Pattern SETTING = Pattern.compile("(?m)^-- set ([a-z_]+) = (\\S+) .*$");
    private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z_]+)}");
    private static final Pattern VALUE =
            Pattern.compile("[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?|[A-Za-z_][A-Za-z0-9_.]*");

    public Recipe {
        values = Map.copyOf(values);
    }

    /** The recipes, general ones first. */
    public static List<Recipe> all() {
        return NAMES.stream().map(Recipe::read).toList();
    }

    public static Recipe of(String name) {
        return read(Choice.of("recipe", name, NAMES, n -> n, "--recipe"));
    }

    /** The query alone, with values in their places; some archives stumble over comments. */
    public String adql(Map<String, String> given) {
        return filled(given).replaceAll("(?m)^--.*\\R?", "").strip();
    }

    /** The whole file, with values in their places. */
    public String filled(Map<String, String> given) {
        given.forEach(this::check);
        return PLACE.matcher(text).replaceAll(place -> {
            String word = place.group(1);
            return Matcher.quoteReplacement(given.getOrDefault(word, String.valueOf(values.get(word))));
        });
    }

    /** What stands in the head under a word, such as {@code source}; empty if nothing. */
    public String head(String word) {
        return HEAD.matcher(text)
                .results()
                .filter(line -> line.group(1).equals(word))
                .map(line -> line.group(2).strip())
                .findFirst()
                .orElse("");
    }

    /** Words of the places in the text. */
    Set<String> places() {
        var places = new TreeSet<String>();
        PLACE.matcher(text).results().forEach(place -> places.add(place.group(1)));
        return places;
    }

    private void check(String word, String value) {
        if (!values.containsKey(word)) {
            throw new InputError(
                    "the recipe '" + name + "' has no value '" + word + "'",
                    "--set",
                    values.isEmpty() ? "It has none" : "It has " + String.join(", ", values.keySet()));
        }
        if (!VALUE.matcher(value).matches()) {
            throw new InputError(
                    "'" + value + "' is neither a number nor a name", "--set " + word, "Give one of these");
        }
    }

    private static Recipe read(String name) {
        try (InputStream in = Recipe.class.getResourceAsStream(name + ".adql")) {
            if (in == null) {
                throw new IllegalStateException("the recipe " + name + " is missing");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var values = new LinkedHashMap<String, String>();
            SETTING.matcher(text).results().forEach(line -> values.put(line.group(1), line.group(2)));
            var plain = new Recipe(name, "", "", "", text, values);
            return new Recipe(name, plain.head("title"), plain.head("paper"), plain.head("service"), text, values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
