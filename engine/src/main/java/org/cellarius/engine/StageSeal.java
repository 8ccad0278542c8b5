package org.cellarius.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * Length and checksum of a stage's file, kept beside it: a file whose bytes changed since it was written is not used. Written after
 * the file has got its name, so a file without a seal is one whose writer was killed.
 *
 * @param bytes length of the file
 * @param crc32c its Castagnoli checksum, which processors compute faster than a disk reads
 */
public record StageSeal(long bytes, long crc32c) {

    static final String SUFFIX = ".crc32c";
    private static final int CHUNK = 1 << 20;

    /** Where the seal of a file lies. */
    static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + SUFFIX);
    }

    /** Seals a file that was just written. */
    public static void put(Path file) {
        String text = of(file).text() + "\n";
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
        try {
            if (!Files.exists(file) || !Files.exists(beside(file))) {
                return false;
            }
            return Files.readString(beside(file)).strip().equals(of(file).text());
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private String text() {
        return bytes + " " + Long.toHexString(crc32c);
    }

    private static StageSeal of(Path file) {
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
        return new StageSeal(bytes, checksum.getValue());
    }
}
