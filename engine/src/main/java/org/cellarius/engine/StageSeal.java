package org.cellarius.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Length and checksum of a stage's file, kept beside it: a file whose bytes changed since it was written is not used. Written after
 * the file has got its name, so a file without a seal is one whose writer was killed.
 *
 * @param bytes length of the file
 * @param crc32c Castagnoli checksum of the file and the notes, which processors compute faster than a disk reads
 * @param notes lines that belong to the file, such as what was counted as it was written
 */
public record StageSeal(long bytes, long crc32c, List<String> notes) {

    static final String SUFFIX = ".crc32c";
    private static final int CHUNK = 1 << 20;

    public StageSeal {
        notes = List.copyOf(notes);
    }

    /** Where the seal of a file lies. */
    static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + SUFFIX);
    }

    /** Seals a file that was just written. */
    public static void put(Path file) {
        put(file, List.of());
    }

    /** The same with notes. */
    static void put(Path file, List<String> notes) {
        String text = of(file, notes).text();
        PartialFiles.write(beside(file), path -> {
            try {
                Files.writeString(path, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Whether a file is there as it was sealed. */
    public static boolean holds(Path file) {
        return read(file).isPresent();
    }

    /** The seal of a file that is there as it was sealed; else empty. */
    static Optional<StageSeal> read(Path file) {
        try {
            if (!Files.exists(file) || !Files.exists(beside(file))) {
                return Optional.empty();
            }
            String written = Files.readString(beside(file));
            StageSeal now = of(file, written.lines().skip(1).toList());
            return Optional.of(now).filter(seal -> seal.text().equals(written));
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private String text() {
        return bytes + " " + Long.toHexString(crc32c) + "\n"
                + String.join("", notes.stream().map(n -> n + "\n").toList());
    }

    private static StageSeal of(Path file, List<String> notes) {
        var checksum = new CRC32C();
        long bytes = 0;
        ByteBuffer buffer = ByteBuffer.allocateDirect(CHUNK);
        try (FileChannel channel = FileChannel.open(file)) {
            while (channel.read(buffer) >= 0) {
                buffer.flip();
                bytes += buffer.remaining();
                checksum.update(buffer);
                buffer.clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        checksum.update(String.join("\n", notes).getBytes(StandardCharsets.UTF_8));
        return new StageSeal(bytes, checksum.getValue(), notes);
    }
}
