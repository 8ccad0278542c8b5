package org.cellarius.study.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.PartialFiles;
import org.cellarius.study.StarFile;
import org.cellarius.study.result.ResultIndex;
import org.cellarius.study.run.RunOptions.Overwrite;

/**
 * The folder in which a result appears, whole or not at all.
 *
 * <p>An old result gives way only when the new one is complete, and only if nothing but results lies in it: a mistyped
 * {@code --out} must not cost somebody's other work. While the two change places the old one has a hidden name; if the program is
 * killed in that moment, the next run puts it back.
 */
record ResultFolder(Path path, Overwrite overwrite) {

    static final String PROVENANCE = "provenance.json";

    private static final Set<String> OURS = Stream.concat(
                    Stream.of(
                            PROVENANCE,
                            "figures",
                            "tables",
                            "report.html",
                            ResultIndex.FILE,
                            StarFile.ALWAYS,
                            "study.yaml",
                            "study.resolved.yaml"),
                    Arrays.stream(StarFile.values()).map(StarFile::file))
            .collect(Collectors.toUnmodifiableSet());
    private static final String MARK = ".replaced-";

    /** The folder, or what a link of that name points to. */
    static ResultFolder at(Path given, Overwrite overwrite) {
        try {
            return new ResultFolder(Files.exists(given) ? given.toRealPath() : given, overwrite);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses what must not be replaced; first puts back what a killed run took away. */
    void check() {
        restore();
        if (!Files.exists(path)) {
            return;
        }
        if (overwrite == Overwrite.REFUSE) {
            throw new InputError(
                    "the result folder '" + path + "' exists",
                    "",
                    "Choose another with --out, or replace it with --force");
        }
        if (!Files.exists(path.resolve(PROVENANCE))) {
            throw new InputError(
                    "'" + path + "' holds no result of Cellarius and is not replaced", "", "Choose another with --out");
        }
        List<String> others = others();
        if (!others.isEmpty()) {
            throw new InputError(
                    "'" + path + "' holds also what Cellarius did not write: " + String.join(", ", others),
                    "",
                    "Move that elsewhere, or choose another folder with --out");
        }
    }

    private List<String> others() {
        try (var inside = Files.list(path)) {
            return inside.map(p -> String.valueOf(p.getFileName()))
                    .filter(name -> !OURS.contains(name))
                    .sorted()
                    .limit(10)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A hidden folder beside it, in which the result is made. */
    Path reserve() {
        try {
            return Files.createDirectory(PartialFiles.reserve(path));
        } catch (UncheckedIOException | IOException | IllegalArgumentException e) {
            throw new InputError("no folder can be made for '" + path + "'", "", "Choose another place with --out")
                    .withCause(e);
        }
    }

    /** The finished result takes its place. */
    void publish(Path finished) {
        // Another run may have been faster.
        check();
        if (!Files.exists(path)) {
            PartialFiles.publish(finished, path);
            return;
        }
        // Not among the unfinished files, which an interrupted program deletes: until the new folder stands, the old
        // one is all there is.
        Path whole = path.toAbsolutePath().normalize();
        Path old = whole.resolveSibling(
                "." + whole.getFileName() + MARK + ProcessHandle.current().pid());
        PartialFiles.publish(whole, old);
        try {
            PartialFiles.publish(finished, whole);
        } catch (UncheckedIOException e) {
            PartialFiles.publish(old, whole);
            throw e;
        }
        PartialFiles.delete(old);
    }

    /** What a run left that was killed while the results changed places: the only result is put back, a second one goes. */
    private void restore() {
        Path whole = path.toAbsolutePath().normalize();
        Path parent = whole.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return;
        }
        Pattern name = Pattern.compile(Pattern.quote("." + whole.getFileName() + MARK) + "([0-9]{1,18})");
        try (DirectoryStream<Path> hidden = Files.newDirectoryStream(parent, ".*")) {
            for (Path left : hidden) {
                Matcher m = name.matcher(String.valueOf(left.getFileName()));
                if (!m.matches() || ProcessHandle.of(Long.parseLong(m.group(1))).isPresent()) {
                    continue;
                }
                if (Files.exists(whole)) {
                    PartialFiles.delete(left);
                } else {
                    PartialFiles.publish(left, whole);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
