package org.cellarius.study.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cellarius.catalogue.InputError;

/**
 * The folders that a command line opens to a study; nothing else outside the study's own folder is read.
 *
 * @param unnamed where files written as {@code data:PATH} are looked for
 * @param named where files written as {@code NAME:PATH} are
 */
public record DataFolders(List<Path> unnamed, Map<String, Path> named) {
    /** No folder but the study's own. */
    public static final DataFolders NONE = new DataFolders(List.of(), Map.of());

    private static final String USUAL_NAME = "data";
    private static final Pattern NAMED = Pattern.compile("([A-Za-z][A-Za-z0-9_-]*)=(.+)", Pattern.DOTALL);
    private static final Pattern WRITTEN = Pattern.compile("([A-Za-z][A-Za-z0-9_-]*):(.*)", Pattern.DOTALL);

    public DataFolders {
        unnamed = unnamed.stream().map(DataFolders::whole).toList();
        var whole = new LinkedHashMap<String, Path>();
        named.forEach((name, folder) -> whole.put(name, whole(folder)));
        named = Collections.unmodifiableMap(whole);
    }

    /**
     * What a user gives, each a {@code FOLDER} or a {@code NAME=FOLDER}; a folder whose own name looks like the second is written
     * {@code ./NAME=FOLDER}.
     */
    public static DataFolders of(List<String> given) {
        var unnamed = new ArrayList<Path>();
        var named = new LinkedHashMap<String, Path>();
        for (String one : given) {
            Matcher m = NAMED.matcher(one);
            boolean hasName = m.matches();
            Path folder = Path.of(hasName ? m.group(2) : one);
            if (!Files.isDirectory(folder)) {
                throw new InputError(
                        "there is no folder '" + folder + "'",
                        "--data",
                        "Give the folder of the study's files, as FOLDER or NAME=FOLDER"
                                + (hasName && Files.isDirectory(Path.of(one))
                                        ? "; for '" + one + "' write ./" + one
                                        : ""));
            }
            if (!hasName || m.group(1).equals(USUAL_NAME)) {
                unnamed.add(folder);
            } else if (m.group(1).equals("mock")) {
                throw new InputError(
                        "a data folder cannot be called 'mock'", "--data", "mock: is for the files of a mock survey");
            } else if (named.put(m.group(1), folder) != null) {
                throw new InputError(
                        "two data folders are called '" + m.group(1) + "'", "--data", "Give each a name of its own");
            }
        }
        return new DataFolders(unnamed, named);
    }

    /** A path in one of the folders, as a study writes it: {@code data:PATH} or {@code NAME:PATH}. */
    record Within(String name, String path) {}

    /** How a study names a folder; empty where the path has no such name in front. */
    Optional<Within> nameOf(String written) {
        Matcher m = WRITTEN.matcher(written);
        return m.matches() && (m.group(1).equals(USUAL_NAME) || named.containsKey(m.group(1)))
                ? Optional.of(new Within(m.group(1), m.group(2)))
                : Optional.empty();
    }

    /** A name in front of a path that no folder has. */
    static Optional<String> unknownName(String written) {
        Matcher m = WRITTEN.matcher(written);
        return m.matches() ? Optional.of(m.group(1)) : Optional.empty();
    }

    /** The folders that a name in a study stands for. */
    List<Path> called(String name) {
        return name.equals(USUAL_NAME) ? unnamed : List.of(named.getOrDefault(name, Path.of("")));
    }

    /** Whether a path lies in one of the folders. */
    boolean hold(Path path) {
        return all().anyMatch(path::startsWith);
    }

    /** All folders. */
    Stream<Path> all() {
        return Stream.concat(unnamed.stream(), named.values().stream());
    }

    private static Path whole(Path folder) {
        return folder.toAbsolutePath().normalize();
    }
}
