package org.cellarius.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files that appear whole or not at all: written under a hidden name beside the target, then renamed.
 *
 * <p>What is unfinished when the program ends, by an error or by Ctrl-C, is deleted. After a {@code kill -9} the hidden
 * {@code .name.partial-machine-process-number} remains; it is never taken for a result, and the next program that writes
 * into the folder deletes it, if that process of this machine is no more.
 */
public final class PartialFiles {

    private static final Set<Path> UNFINISHED = ConcurrentHashMap.newKeySet();
    private static final System.Logger LOG = System.getLogger(PartialFiles.class.getName());
    private static final AtomicLong NUMBER = new AtomicLong();

    private static final String MARK = ".partial-";
    private static final Pattern NAME = Pattern.compile("\\..*\\.partial-(.+)-([0-9]{1,18})-[0-9]+");
    private static final String MACHINE = machine();
    private static final Set<Path> SWEPT = ConcurrentHashMap.newKeySet();

    private static final int FIRST_LOOKS = 10;
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
                if (SWEPT.add(directory)) {
                    sweep(directory);
                }
                Path partial = directory.resolve("." + name + MARK + MACHINE + "-"
                        + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet());
                UNFINISHED.add(partial);
                return partial;
            }
        }
        // The program stops here, without a word about the files that vanish under it.
        new Semaphore(0).acquireUninterruptibly();
        throw new IllegalStateException("the program is ending");
    }

    /** Deletes what killed programs of this machine have left. */
    private static void sweep(Path directory) {
        try (DirectoryStream<Path> hidden = Files.newDirectoryStream(directory, ".*" + MARK + "*")) {
            for (Path path : hidden) {
                Matcher name = NAME.matcher(String.valueOf(path.getFileName()));
                if (name.matches()
                        && name.group(1).equals(MACHINE)
                        && ProcessHandle.of(Long.parseLong(name.group(2))).isEmpty()) {
                    delete(path);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // A folder that can be written but not listed: there is nothing to sweep then.
            LOG.log(System.Logger.Level.DEBUG, "could not list " + directory, e);
        }
    }

    /**
     * The programs that have unfinished files in a folder: those of this machine that run, and those of others, of which nobody knows.
     *
     * @return such as "process 4711", empty where there is none
     */
    static List<String> runningIn(Path directory) {
        var running = new TreeSet<String>();
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (DirectoryStream<Path> hidden = Files.newDirectoryStream(directory, ".*" + MARK + "*")) {
            for (Path path : hidden) {
                Matcher name = NAME.matcher(String.valueOf(path.getFileName()));
                if (!name.matches()) {
                    continue;
                }
                if (!name.group(1).equals(MACHINE)) {
                    running.add("process " + name.group(2) + " of " + name.group(1));
                } else if (ProcessHandle.of(Long.parseLong(name.group(2))).isPresent()) {
                    running.add("process " + name.group(2));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(running);
    }

    /** A folder may be shared with other machines, whose process numbers say nothing here. */
    private static String machine() {
        // Not InetAddress, which may ask the network.
        String name = System.getenv().getOrDefault("HOSTNAME", System.getenv().getOrDefault("COMPUTERNAME", "here"));
        try {
            Path kernel = Path.of("/proc/sys/kernel/hostname");
            name = Files.exists(kernel) ? Files.readString(kernel) : name;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "no name of the machine", e);
        }
        return name.strip().replaceAll("[^A-Za-z0-9]", "_");
    }

    /** The name that an unfinished file would have got, wherever its hidden one stands in a text. */
    public static String withoutMarks(String text) {
        return text.replaceAll("\\.+([^/\\\\]+?)(?:\\.partial-[A-Za-z0-9_]+-\\d+-\\d+)+", "$1");
    }

    /** At the end of the program other threads still run: nothing new is begun, and what they write meanwhile goes too. */
    private static void deleteUnfinished() {
        synchronized (UNFINISHED) {
            ending = true;
        }
        for (int look = 0; look < LAST_LOOKS && !UNFINISHED.isEmpty(); look++) {
            boolean left = UNFINISHED.stream().anyMatch(Files::exists);
            UNFINISHED.forEach(PartialFiles::delete);
            if (look >= FIRST_LOOKS && !left) {
                return;
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** Whether the program was interrupted: files vanish then, and errors about them say nothing. */
    public static boolean isEnding() {
        synchronized (UNFINISHED) {
            return ending;
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
            LOG.log(System.Logger.Level.DEBUG, "could not delete " + path, e);
        }
    }
}
