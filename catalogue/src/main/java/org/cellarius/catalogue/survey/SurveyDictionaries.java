package org.cellarius.catalogue.survey;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;

/** The dictionaries that come with the program, and those that a user wrote. */
public final class SurveyDictionaries {
    private static final long LARGEST_BYTES = 1 << 20;
    private static final String INDEX = "surveys.txt";

    private SurveyDictionaries() {}

    /** Reading them takes time, and most commands need none. */
    private static final class Shipped {
        private static final Map<String, SurveyDictionary> ALL = load();

        private static Map<String, SurveyDictionary> load() {
            var all = new LinkedHashMap<String, SurveyDictionary>();
            for (String line : resource(INDEX).lines().toList()) {
                if (!line.isBlank()) {
                    String file = line.strip() + ".yaml";
                    SurveyDictionary dictionary = SurveyDictionaryReader.read(file, resource(file));
                    all.put(dictionary.name(), dictionary);
                }
            }
            return all;
        }
    }

    /** Those that come with the program. */
    public static List<SurveyDictionary> shipped() {
        return List.copyOf(Shipped.ALL.values());
    }

    /** The shipped dictionary of that name, or an error with the nearest one. */
    public static SurveyDictionary named(String name, String where) {
        return Choice.of("survey dictionary", name, shipped(), SurveyDictionary::name, where);
    }

    /** Whether a text means a file of the user's rather than a shipped dictionary. */
    public static boolean isFile(String written) {
        return written.endsWith(".yaml") || written.endsWith(".yml") || written.contains("/");
    }

    /** A dictionary that a user wrote. */
    public static SurveyDictionary read(Path path, String where) {
        try {
            if (!Files.isRegularFile(path)) {
                throw new InputError(
                        "there is no survey dictionary '" + path + "'",
                        where,
                        "Check the path; `cellarius surveys` lists those that come with Cellarius");
            }
            if (Files.size(path) > LARGEST_BYTES) {
                throw new InputError(
                        "'" + path + "' is larger than a megabyte", where, "A survey dictionary is a short text");
            }
            return SurveyDictionaryReader.read(path.toString(), Files.readString(path));
        } catch (CharacterCodingException e) {
            throw new InputError("'" + path + "' is not UTF-8 text", where, "Save the dictionary as UTF-8")
                    .withCause(e);
        } catch (IOException e) {
            throw new InputError("'" + path + "' cannot be read", where, "Check the path and its permissions")
                    .withCause(e);
        }
    }

    /** The shipped dictionaries that a table with these columns is recognised as, the one with most of its columns first. */
    public static List<SurveyMatch> recognised(List<String> fileColumns) {
        return shipped().stream()
                .map(d -> d.match(fileColumns))
                .filter(SurveyMatch::recognised)
                .sorted(Comparator.comparingInt(SurveyMatch::found).reversed())
                .toList();
    }

    private static String resource(String name) {
        try (InputStream in = SurveyDictionaries.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
