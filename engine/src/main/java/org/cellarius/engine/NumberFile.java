package org.cellarius.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Numbers in a file of the cache: a line with the key that they belong to, then all of them in double precision, the lowest byte first.
 *
 * @param path the file
 * @param key what the numbers belong to
 */
record NumberFile(Path path, String key) {

    private byte[] head() {
        return ("cellarius numbers " + key + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The numbers; empty where the file is another one, or not as it was written. */
    Optional<double[]> read() {
        if (!StageSeal.holds(path)) {
            return Optional.empty();
        }
        try {
            byte[] head = head();
            byte[] bytes = Files.readAllBytes(path);
            int rest = bytes.length - head.length;
            if (rest < 0 || rest % Double.BYTES != 0 || !Arrays.equals(head, Arrays.copyOf(bytes, head.length))) {
                return Optional.empty();
            }
            double[] numbers = new double[rest / Double.BYTES];
            ByteBuffer.wrap(bytes, head.length, rest)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asDoubleBuffer()
                    .get(numbers);
            return Optional.of(numbers);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void write(double[] numbers) {
        byte[] head = head();
        ByteBuffer bytes =
                ByteBuffer.allocate(head.length + Double.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(head).asDoubleBuffer().put(numbers);
        PartialFiles.write(path, partial -> {
            try {
                Files.write(partial, bytes.array());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        StageSeal.put(path);
    }
}
