package org.cellarius.study.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cellarius.catalogue.InputError;

/**
 * Where the files that a study names are.
 *
 * @param studyFolder folder of the study file
 * @param data folder for {@code data:} paths
 * @param mock folder of the mock survey's files
 */
public record StudyFiles(Path studyFolder, Optional<Path> data, Path mock) {

    /** The study file itself, from a file or a folder. */
    public static Path studyFile(Path given) {
        Path file = Files.isDirectory(given) ? given.resolve("study.yaml") : given;
        if (!Files.exists(file)) {
            throw new InputError(
                    "there is no study '" + given + "'",
                    "",
                    "Give a study file, or a folder that holds study.yaml; 'cellarius studies' lists those that come with Cellarius");
        }
        return file;
    }

    /** The file that the study writes as {@code written}. */
    public Path resolve(String written, String where) {
        Path path = locate(written, where);
        if (!Files.exists(path)) {
            throw new InputError(
                    "there is no file '" + path + "'",
                    where,
                    written.startsWith("data:")
                            ? "The study's README says what to download; then run with --data FOLDER"
                            : "Check the path; it is relative to the study's folder");
        }
        if (!Files.isRegularFile(path)) {
            throw new InputError("'" + path + "' is not a file", where, "Name a catalogue file");
        }
        return path;
    }

    private Path locate(String written, String where) {
        if (written.startsWith("mock:")) {
            return mock.resolve(written.substring(5));
        }
        if (written.startsWith("data:")) {
            Path folder = data.orElseThrow(() -> new InputError(
                    "the study needs the file '" + written.substring(5) + "' of a data folder",
                    where,
                    "Run with --data FOLDER; the study's README says what to download"));
            return inside(folder, written.substring(5), "the data folder", where);
        }
        return inside(studyFolder, written, "the study's folder", where);
    }

    /** A study may come from a stranger: it reaches its own folder and the one it was given, and nothing else. */
    private static Path inside(Path folder, String written, String what, String where) {
        Path base = folder.toAbsolutePath().normalize();
        Path path = base.resolve(written).normalize();
        if (!path.startsWith(base)) {
            throw new InputError(
                    "'" + written + "' leads out of " + what,
                    where,
                    "Name a file inside it; other files are given as data:PATH with --data FOLDER");
        }
        return path;
    }
}
