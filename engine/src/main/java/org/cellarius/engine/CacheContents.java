package org.cellarius.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cellarius.catalogue.InputError;

/**
 * What lies in a folder of stages.
 *
 * @param folder the folder
 * @param stages what {@link StageCache} has put there, by name
 * @param seals their checksums, and locks of those that are made in parts
 * @param others names of what it has not
 */
public record CacheContents(Path folder, List<Stage> stages, List<Path> seals, List<String> others) {

    private static final Pattern NAME =
            Pattern.compile("([a-z][a-z-]*)-[0-9a-f]{32}(?:\\.parquet|\\.parts|\\.numbers)?(\\.crc32c|\\.lock)?");

    /**
     * The result of a stage, or its parts.
     *
     * @param stage its name, such as orbits
     * @param bytes how much room it takes
     */
    public record Stage(Path path, String stage, long bytes) {}

    public CacheContents {
        stages = List.copyOf(stages);
        seals = List.copyOf(seals);
        others = List.copyOf(others);
    }

    /** Looks at a folder; one that is not there holds nothing. */
    public static CacheContents of(Path folder) {
        var stages = new ArrayList<Stage>();
        var seals = new ArrayList<Path>();
        var others = new ArrayList<String>();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new InputError("'" + folder + "' is not a folder", "", "Name the folder of a cache");
        }
        if (Files.isDirectory(folder)) {
            try (Stream<Path> inside = Files.list(folder)) {
                inside.sorted().forEach(path -> {
                    Matcher name = NAME.matcher(String.valueOf(path.getFileName()));
                    if (name.matches() && !Files.isSymbolicLink(path) && name.group(2) != null) {
                        seals.add(path);
                    } else if (name.matches() && !Files.isSymbolicLink(path)) {
                        stages.add(new Stage(path, name.group(1), bytesOf(path)));
                    } else {
                        others.add(String.valueOf(path.getFileName()));
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new CacheContents(folder, stages, seals, others);
    }

    public long bytes() {
        return stages.stream().mapToLong(Stage::bytes).sum();
    }

    /** Deletes the stages and nothing else; refuses while a run may be reading them. */
    public void clear() {
        List<String> running = PartialFiles.runningIn(folder);
        if (!running.isEmpty()) {
            throw new InputError(
                    "a run is using the cache '" + folder + "' (" + String.join(", ", running) + ")",
                    "",
                    "Wait until it is done");
        }
        for (Stage stage : stages) {
            PartialFiles.delete(stage.path());
            if (Files.exists(stage.path(), LinkOption.NOFOLLOW_LINKS)) {
                throw new UncheckedIOException(new IOException(stage.path() + " cannot be deleted"));
            }
        }
        seals.forEach(PartialFiles::delete);
    }

    private static long bytesOf(Path path) {
        var sum = new Object() {
            long bytes;
        };
        try {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    sum.bytes += attributes.size();
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    // Gone since it was listed: a run is at work.
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sum.bytes;
    }
}
