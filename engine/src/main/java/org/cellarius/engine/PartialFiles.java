package org.cellarius.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Files that appear whole or not at all: written under a hidden name beside the target, then renamed.
 *
 * <p>What is unfinished when the program ends, by an error or by Ctrl-C, is deleted. After a {@code kill -9} the hidden
 * {@code .name.partial-*} remains; it is never taken for a result.
 */
public final class PartialFiles {

    private static final Set<Path> UNFINISHED = ConcurrentHashMap.newKeySet();
    private static final AtomicLong NUMBER = new AtomicLong();

    private static final int LAST_LOOKS = 40;
    private static boolean ending;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(PartialFiles::deleteUnfinished, "delete-partial-files"));
    }

    private PartialFiles() {}

    /** Writes a file: {@code writer} gets the hidden path. An existing target is replaced. */
    public static void write(Path target, Consumer<Path> writer) {
        Path partial = reserve(target);
        try {
            writer.accept(partial);
            publish(partial, target);
        } finally {
            discard(partial);
        }
    }

    /** A hidden path beside the target, deleted at the end of the program unless published before. */
    public static Path reserve(Path target) {
        Path absolute = target.toAbsolutePath().normalize();
        Path directory = absolute.getParent();
        Path name = absolute.getFileName();
        if (directory == null || name == null) {
            throw new IllegalArgumentException("'" + target + "' cannot be written: it is the root directory");
        }
        synchronized (UNFINISHED) {
            if (!ending) {
                try {
                    Files.createDirectories(directory);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                Path partial = directory.resolve(
                        "." + name + ".partial-" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet());
                UNFINISHED.add(partial);
                return partial;
            }
        }
        // The program stops here, without a word about the files that vanish under it.
        new Semaphore(0).acquireUninterruptibly();
        throw new IllegalStateException("the program is ending");
    }

    /** At the end of the program other threads still run: nothing new is begun, and what they write meanwhile goes too. */
    private static void deleteUnfinished() {
        synchronized (UNFINISHED) {
            ending = true;
        }
        for (int look = 0; look < LAST_LOOKS && !UNFINISHED.isEmpty(); look++) {
            boolean left = UNFINISHED.stream().anyMatch(Files::exists);
            UNFINISHED.forEach(PartialFiles::delete);
            if (look > 0 && !left) {
                return;
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** Renames a finished file or directory to its target. */
    public static void publish(Path partial, Path target) {
        try {
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            UNFINISHED.remove(partial);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes what is left of an unpublished file or directory. */
    public static void discard(Path partial) {
        if (UNFINISHED.contains(partial)) {
            delete(partial);
            UNFINISHED.remove(partial);
        }
    }

    /** Deletes a file or a directory with all in it; what cannot be deleted is left. */
    public static void delete(Path path) {
        try {
            if (!Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                return;
            }
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(
                        Path directory, @org.jspecify.annotations.Nullable IOException e) throws IOException {
                    Files.deleteIfExists(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // Nothing more can be done while cleaning up; the hidden name tells what the rest is.
            System.Logger log = System.getLogger(PartialFiles.class.getName());
            log.log(System.Logger.Level.DEBUG, "could not delete " + path, e);
        }
    }
}
