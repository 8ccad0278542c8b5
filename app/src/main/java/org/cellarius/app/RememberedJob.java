package org.cellarius.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.tap.TapJob;
import org.cellarius.engine.PartialFiles;

/**
 * The address of a job at an archive, in a hidden file beside the output until that is whole: the same command goes on with the job after
 * a kill. Two lines: the hash of the question, and the address.
 *
 * @param file the hidden file
 * @param question hash of all that the job was asked
 */
record RememberedJob(Path file, String question) {

    static RememberedJob beside(Path target, List<String> question) {
        Path absolute = target.toAbsolutePath().normalize();
        return new RememberedJob(absolute.resolveSibling("." + absolute.getFileName() + ".tap-job"), hash(question));
    }

    /** The job of the same question, if there is one. */
    Optional<TapJob> job() {
        return read().filter(lines -> lines.getFirst().equals(question)).flatMap(RememberedJob::address);
    }

    /** The job of another question, which would be forgotten. */
    Optional<TapJob> otherJob() {
        return read().filter(lines -> !lines.getFirst().equals(question)).flatMap(RememberedJob::address);
    }

    void keep(TapJob job) {
        PartialFiles.write(file, partial -> {
            try {
                Files.writeString(partial, question + "\n" + job.address() + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    void forget() {
        PartialFiles.delete(file);
    }

    /** A damaged file is none. */
    private Optional<List<String>> read() {
        try {
            List<String> lines = Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
            return lines.size() == 2 ? Optional.of(lines) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<TapJob> address(List<String> lines) {
        try {
            return Optional.of(TapJob.at(lines.get(1)));
        } catch (InputError e) {
            return Optional.empty();
        }
    }

    private static String hash(List<String> question) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : question) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
