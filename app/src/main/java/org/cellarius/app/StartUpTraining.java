package org.cellarius.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.catalogue.TableWriter;

/**
 * Runs the commands that start most often, once after a build, from the launcher: the virtual machine keeps what they load and
 * what runs hot in them, and starts with it from then on. There are two such caches, because what a start does not need slows it
 * down.
 */
public final class StartUpTraining {

    private static final int ROWS = 300_000;

    private StartUpTraining() {}

    /**
     * Trains.
     *
     * @param arguments the command, {@code match} or {@code check}; an empty folder; a study to check
     */
    public static void main(String[] arguments) {
        Path scratch = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "match" -> match(scratch);
            case "check" ->
                Cellarius.execute(
                        "check",
                        arguments[2],
                        "--cache",
                        scratch.resolve("cache").toString());
            default -> throw new InputError("no training '" + arguments[0] + "'", "", "Say match or check");
        }
    }

    private static void match(Path scratch) {
        String sky = scratch.resolve("sky.fits").toString();
        write(Path.of(sky));
        Cellarius.execute("match", sky, sky, scratch.resolve("out.fits").toString(), "--radius=2arcsec", "--find=each");
    }

    private static void write(Path file) {
        List<ColumnDescription> columns = List.of(
                new ColumnDescription("ra", ColumnType.DOUBLE, "deg", "", ""),
                new ColumnDescription("dec", ColumnType.DOUBLE, "deg", "", ""),
                new ColumnDescription("mag", ColumnType.DOUBLE, "mag", "", ""),
                new ColumnDescription("id", ColumnType.LONG, "", "", ""));
        TableWriter.write(file, TableFormat.FITS, columns, ROWS, wanted -> new Sky(wanted), Map.of(), note -> {});
    }

    /** Stars anywhere. */
    private static final class Sky implements BlockReader {
        private final Random random = new Random(1);
        private final List<ColumnBuffer> buffers;
        private int left = ROWS;

        Sky(int[] wanted) {
            this.buffers = IntStream.of(wanted)
                    .mapToObj(k -> ColumnBuffer.forBlock(k == 3 ? ColumnType.LONG : ColumnType.DOUBLE))
                    .toList();
        }

        @Override
        public int next() {
            int rows = Math.min(left, BLOCK_ROWS);
            left -= rows;
            for (ColumnBuffer buffer : buffers) {
                if (buffer instanceof ColumnBuffer.Doubles d) {
                    for (int i = 0; i < rows; i++) {
                        d.values()[i] = 90 * random.nextDouble();
                    }
                }
            }
            return rows;
        }

        @Override
        public ColumnBuffer column(int index) {
            return buffers.get(index);
        }

        @Override
        public void close() {
            left = 0;
        }
    }
}
