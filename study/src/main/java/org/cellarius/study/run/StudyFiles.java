package org.cellarius.study.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.NearestWord;

/**
 * Where the files that a study names are.
 *
 * @param studyFolder folder of the study file
 * @param data the folders that the command line opens
 * @param mock folder of the mock survey's files
 * @param hashes of the files that the run reads
 */
public record StudyFiles(Path studyFolder, DataFolders data, Path mock, InputHashes hashes) {

    /** Names that are looked through for one that was meant. */
    private static final int MOST_NAMES = 2000;

    /** The study file itself, from a file or a folder. */
    public static Path studyFile(Path given) {
        return studyFile(given, List.of());
    }

    /**
     * The same.
     *
     * @param names studies that go by their name, for one that is misspelt
     */
    public static Path studyFile(Path given, List<String> names) {
        Path file = Files.isDirectory(given) ? given.resolve("study.yaml") : given;
        if (!Files.exists(file)) {
            throw new InputError(
                    "there is no study '" + given + "'"
                            + NearestWord.in(names, String.valueOf(given.getFileName()))
                                    .map(n -> "; did you mean '" + n + "'?")
                                    .orElseGet(() -> near(file)),
                    "",
                    "Give a study file, or a folder that holds study.yaml; 'cellarius studies' lists those that come with Cellarius");
        }
        return file;
    }

    /** The file that the study writes as {@code written}. */
    public Path resolve(String written, String where) {
        Path path = locate(written, where);
        if (!Files.exists(path)) {
            throw new InputError("there is no file '" + path + "'" + near(path), where, remedy(written));
        }
        if (!Files.isRegularFile(path)) {
            throw new InputError("'" + path + "' is not a file", where, "Name a catalogue file");
        }
        return path;
    }

    /** The file or folder that the study writes as {@code written}. */
    Path resolveFileOrFolder(String written, String where) {
        Path path = locate(written, where);
        if (!Files.exists(path)) {
            throw new InputError("there is no file or folder '" + path + "'" + near(path), where, remedy(written));
        }
        return path;
    }

    /** A file itself, or the files of a folder by their names. */
    static List<Path> within(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> there = Files.list(path)) {
            return there.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A study may come from a stranger: it reaches its own folder and those that the command line opens, and nothing else. */
    private Path locate(String written, String where) {
        if (written.startsWith("mock:")) {
            return mock.resolve(written.substring(5));
        }
        Optional<DataFolders.Within> within = data.nameOf(written);
        if (within.isPresent()) {
            return inFolders(written, within.get(), where);
        }
        Path base = studyFolder.toAbsolutePath().normalize();
        Optional<Path> elsewhere = inDataFolders(written, base, where);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        Path path = base.resolve(
                        written.startsWith("~/") ? System.getProperty("user.home") + written.substring(1) : written)
                .normalize();
        if (!path.startsWith(base) && !data.hold(path)) {
            throw new InputError(
                    "'" + written + "' lies outside the study's folder",
                    where,
                    "Open its folder to the study:  --data " + (path.getParent() == null ? path : path.getParent()));
        }
        return path;
    }

    /** A study that was moved, as the resolved one of a result folder: what is not beside it is looked for in the folders opened to it. */
    private Optional<Path> inDataFolders(String written, Path base, String where) {
        if (written.startsWith("~/") || Path.of(written).isAbsolute() || Files.exists(base.resolve(written))) {
            return Optional.empty();
        }
        List<Path> there = data.called("data").stream()
                .map(f -> f.resolve(written).normalize())
                .filter(data::hold)
                .filter(Files::exists)
                .distinct()
                .toList();
        if (there.size() > 1) {
            throw several(written, there, written, where);
        }
        return there.stream().findFirst();
    }

    private static InputError several(String written, List<Path> there, String path, String where) {
        return new InputError(
                "'" + written + "' is in several of the data folders: "
                        + there.stream().map(Path::toString).collect(Collectors.joining(", ")),
                where,
                "Give the folders names, --data NAME=FOLDER, and write NAME:" + path);
    }

    private Path inFolders(String written, DataFolders.Within within, String where) {
        List<Path> folders = data.called(within.name());
        if (folders.isEmpty()) {
            throw new InputError(
                    "the study needs the file '" + within.path() + "' of a data folder",
                    where,
                    "Run with --data FOLDER" + readme());
        }
        List<Path> paths = folders.stream()
                .map(f -> inside(f, within.path(), written, where))
                .toList();
        List<Path> there = paths.stream().filter(Files::exists).toList();
        if (there.size() > 1) {
            throw several(written, there, within.path(), where);
        }
        return there.isEmpty() ? paths.getFirst() : there.getFirst();
    }

    private static Path inside(Path folder, String path, String written, String where) {
        Path whole = folder.resolve(path).normalize();
        if (!whole.startsWith(folder)) {
            throw new InputError(
                    "'" + written + "' leads out of the data folder '" + folder + "'",
                    where,
                    "Name a file inside it, or open another folder with --data NAME=FOLDER");
        }
        return whole;
    }

    private String remedy(String written) {
        return data.nameOf(written)
                .map(w -> "Check the path; it is looked for in "
                        + data.called(w.name()).stream().map(Path::toString).collect(Collectors.joining(", "))
                        + " (--data)" + readme())
                .or(() -> DataFolders.unknownName(written)
                        .map(name ->
                                "If '" + name + "' names a data folder, say where it is: --data " + name + "=FOLDER"))
                .orElse("Check the path; it is relative to the study's folder");
    }

    /** Studies that come with Cellarius tell where their files come from. */
    private String readme() {
        return Files.exists(studyFolder.resolve("README.md")) ? "; the study's README says what to download" : "";
    }

    private static String near(Path path) {
        Path folder = path.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return "";
        }
        try (Stream<Path> there = Files.list(folder)) {
            List<String> names = there.limit(MOST_NAMES)
                    .map(p -> String.valueOf(p.getFileName()))
                    .sorted()
                    .toList();
            return NearestWord.question(names, String.valueOf(path.getFileName()));
        } catch (IOException e) {
            // A folder that cannot be listed has no better name to offer; the message stands without.
            return "";
        }
    }
}
