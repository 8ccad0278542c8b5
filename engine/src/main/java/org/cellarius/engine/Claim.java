package org.cellarius.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The right to work in a place that one run at a time may use; it ends with the program, however that ends. */
final class Claim implements AutoCloseable {

    private final Optional<FileChannel> channel;

    private Claim(Optional<FileChannel> channel) {
        this.channel = channel;
    }

    /** Claims the place that a file stands for; not held where another has it, or where files cannot be locked. */
    @SuppressWarnings("StreamResourceLeak") // closed with the claim
    static Claim on(Path file) {
        try {
            FileChannel opened = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(opened).isPresent()) {
                return new Claim(Optional.of(opened));
            }
            opened.close();
        } catch (IOException e) {
            // Without a lock the place may be another's.
        }
        return new Claim(Optional.empty());
    }

    private static Optional<FileLock> locked(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException anotherThread) {
            return Optional.empty();
        }
    }

    boolean held() {
        return channel.isPresent();
    }

    @Override
    public void close() {
        if (channel.isEmpty()) {
            return;
        }
        // The file stays: another run may be about to lock it.
        try {
            channel.get().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
