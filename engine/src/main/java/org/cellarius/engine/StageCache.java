package org.cellarius.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.cellarius.catalogue.InputError;

/**
 * Results of stages, found again by the hash of everything that went into them: the stage's name and settings, the hashes
 * of its inputs, the version of the product. Files appear whole or not at all, so a killed run resumes at the stage it was in.
 */
public final class StageCache {

    private final Path directory;
    private final String version;
    private final Progress progress;
    private final Function<String, Optional<String>> words;

    /**
     * @param directory where stage files are kept; may be deleted at any time between runs
     * @param version version of the product: another version does not trust the files
     */
    public StageCache(Path directory, String version) {
        this(directory, version, Progress.SILENT, stage -> Optional.empty());
    }

    private StageCache(Path directory, String version, Progress progress, Function<String, Optional<String>> words) {
        this.directory = directory;
        this.version = version;
        this.progress = progress;
        this.words = words;
    }

    /**
     * The same cache, telling what it makes.
     *
     * @param told what is said of a stage while it is made, by its name; empty where the stage tells itself
     */
    public StageCache telling(Progress listener, Function<String, Optional<String>> told) {
        return new StageCache(directory, version, listener, told);
    }

    public Path directory() {
        return directory;
    }

    /** The key of a stage: 16 hexadecimal digits would do, 32 leave no doubt. */
    public String key(String stage, List<String> parts) {
        MessageDigest digest = sha256();
        digest.update((version + "\n" + stage + "\n").getBytes(StandardCharsets.UTF_8));
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    /** Where the table of a stage is kept. */
    public Path tableOf(String stage, String key) {
        return directory.resolve(stage + "-" + key + ".parquet");
    }

    /**
     * Makes what takes long in parts, which lie in a folder until the whole is there: a run that was killed goes on with those of the last. While another run makes the
     * same, this one has parts of its own.
     *
     * @param make keeps its parts in the folder
     */
    public <T> T inParts(String stage, String key, Function<Path, T> make) {
        Path parts = directory.resolve(stage + "-" + key + ".parts");
        Path lock = directory.resolve(stage + "-" + key + ".lock");
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Claim claim = Claim.on(lock)) {
            if (claim.held()) {
                T made = make.apply(parts);
                PartialFiles.delete(parts);
                return made;
            }
        }
        Path own = PartialFiles.reserve(parts);
        try {
            return make.apply(own);
        } finally {
            PartialFiles.discard(own);
        }
    }

    /** The table of a stage: from the cache, or made now. */
    public StarTable table(Engine engine, String stage, String key, Function<Path, StarTable> make) {
        return passed(engine, stage, key, 0, file -> new PassedStars(make.apply(file), List.of()))
                .table();
    }

    /**
     * What a stage gives, and what was counted as its stars passed: from its file in the cache, or made now. A file whose bytes are not those that were written, by a full
     * disk, a failing one or another program, is made anew in its place, so that others who read it are not disturbed.
     *
     * @param counts how many things are to have been counted; a file with others is made anew
     * @param make writes the file
     */
    public PassedStars passed(Engine engine, String stage, String key, int counts, Function<Path, PassedStars> make) {
        Path file = tableOf(stage, key);
        Optional<StageSeal> seal = StageSeal.read(file);
        if (seal.isPresent() && seal.get().notes().size() == counts) {
            try {
                return new PassedStars(
                        engine.open(file),
                        seal.get().notes().stream().map(Tally.Found::parse).toList());
            } catch (InputError unusable) {
                again(file);
            }
        } else if (Files.exists(file)) {
            again(file);
        }
        PassedStars made = words.apply(stage)
                .map(step -> progress.during(step, () -> make.apply(file)))
                .orElseGet(() -> make.apply(file));
        StageSeal.put(file, made.found().stream().map(Tally.Found::text).toList());
        return made;
    }

    /** A stage that writes two tables says of the one that is not its result that it is whole. */
    public void written(String stage, String key) {
        StageSeal.put(tableOf(stage, key));
    }

    private void again(Path file) {
        progress.note("the cached table " + file.getFileName() + " is not as it was written; it is made anew");
    }

    /**
     * A folder of files that a stage writes: from the cache, or made now, also where one of them is not as it was written.
     *
     * @param files names of the files
     * @param make writes them into an empty folder
     */
    public Path folder(String stage, String key, List<String> files, Consumer<Path> make) {
        Path folder = directory.resolve(stage + "-" + key);
        if (Files.isDirectory(folder)) {
            if (files.stream().map(folder::resolve).allMatch(StageSeal::holds)) {
                return folder;
            }
            again(folder);
            PartialFiles.delete(folder);
        }
        Path partial = PartialFiles.reserve(folder);
        try {
            Files.createDirectories(partial);
            make.accept(partial);
            files.forEach(name -> StageSeal.put(partial.resolve(name)));
            PartialFiles.publish(partial, folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            PartialFiles.discard(partial);
        }
    }

    /**
     * Numbers that take long to make: from the cache, or made now, also where they are not as they were written. Without room for them they are made each time.
     *
     * @param sound whether numbers can be those that are wanted
     */
    public double[] numbers(String stage, String key, Predicate<double[]> sound, Supplier<double[]> make) {
        var file = new NumberFile(directory.resolve(stage + "-" + key + ".numbers"), key);
        Optional<double[]> kept = file.read().filter(sound);
        if (kept.isPresent()) {
            return kept.get();
        }
        if (Files.exists(file.path())) {
            again(file.path());
        }
        double[] made = make.get();
        try {
            file.write(made);
        } catch (UncheckedIOException e) {
            progress.note("the table " + file.path().getFileName() + " could not be kept (" + e.getMessage()
                    + "); it is made again next time");
        }
        return made;
    }

    /** SHA-256 of a file's content, in hexadecimal. */
    public static String sha256Of(Path file) {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** SHA-256 of a text in UTF-8, in hexadecimal. */
    public static String sha256OfText(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
