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
import java.util.function.Function;
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

    /** Where a stage that takes long keeps its parts until its table is whole. */
    public Path partsOf(String stage, String key) {
        return directory.resolve(stage + "-" + key + ".parts");
    }

    /** The table of a stage: from the cache, or made now. */
    public StarTable table(Engine engine, String stage, String key, Function<Path, StarTable> make) {
        Path file = tableOf(stage, key);
        if (Files.exists(file)) {
            try {
                return engine.open(file);
            } catch (InputError damaged) {
                // Cut short by a full disk or another program: made anew.
                PartialFiles.delete(file);
            }
        }
        return words.apply(stage)
                .map(step -> progress.during(step, () -> make.apply(file)))
                .orElseGet(() -> make.apply(file));
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
