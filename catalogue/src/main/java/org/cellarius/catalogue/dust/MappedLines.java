package org.cellarius.catalogue.dust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Lines of sight in a file of single-precision numbers that is mapped, not held: pages of it can leave the memory at any time. The file has no name
 * any more and goes with the program.
 */
public final class MappedLines {

    private static final ValueLayout.OfFloat NUMBER =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment numbers;
    private final int distances;
    private final int each;

    private MappedLines(MemorySegment numbers, int distances, int each) {
        this.numbers = numbers;
        this.distances = distances;
        this.each = each;
    }

    /** Some lines after another. */
    interface Source {
        /** Numbers of some lines: by line, then distance, then which. */
        float[] lines(int from, int count);
    }

    /** Copies lines, some thousands at a time. */
    static MappedLines of(Source source, int lines, int distances, int each) {
        try {
            Path file = Files.createTempFile("cellarius-dust", ".lines");
            try (FileChannel out = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
                int block = Math.max(1, (4 << 20) / (distances * each));
                for (int from = 0; from < lines; from += block) {
                    float[] values = source.lines(from, Math.min(block, lines - from));
                    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
                    bytes.asFloatBuffer().put(values);
                    while (bytes.hasRemaining()) {
                        out.write(bytes);
                    }
                }
                return new MappedLines(
                        out.map(FileChannel.MapMode.READ_ONLY, 0, 4L * lines * distances * each, Arena.ofAuto()),
                        distances,
                        each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a line and a distance, from 0: the best value (0), the quantile 0.16 (1) or 0.84 (2). */
    public double value(int line, int distance, int which) {
        return numbers.get(NUMBER, 4 * (((long) line * distances + distance) * each + which));
    }
}
