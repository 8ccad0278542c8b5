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
 * what runs hot in them, and starts with it from then on. There are several such caches, because what a start does not need slows
 * it down.
 */
public final class StartUpTraining {

    private static final int MATCHED_STARS = 300_000;

    private static final List<ColumnDescription> PLACES = List.of(
            new ColumnDescription("ra", ColumnType.DOUBLE, "deg", "", ""),
            new ColumnDescription("dec", ColumnType.DOUBLE, "deg", "", ""),
            new ColumnDescription("mag", ColumnType.DOUBLE, "mag", "", ""),
            new ColumnDescription("id", ColumnType.LONG, "", "", ""));

    private StartUpTraining() {}

    /**
     * Trains.
     *
     * @param arguments the command, {@code match}, {@code check} or {@code run}; an empty folder; a study to check or run
     */
    public static void main(String[] arguments) {
        Path scratch = Path.of(arguments[1]);
        String cache = scratch.resolve("stages").toString();
        switch (arguments[0]) {
            case "match" -> match(scratch);
            case "check" -> {
                Cellarius.execute("--help");
                Cellarius.execute("check", arguments[2], "--cache", cache);
            }
            // Orbits are not trained: it makes no run with orbits faster, and the others carry its profiles.
            case "run" ->
                Cellarius.execute(
                        "run",
                        arguments[2],
                        "--cache",
                        cache,
                        "--out",
                        scratch.resolve("result").toString());
            default -> throw new InputError("no training '" + arguments[0] + "'", "", "Say match, check or run");
        }
    }

    private static void match(Path scratch) {
        String sky = scratch.resolve("sky.fits").toString();
        write(Path.of(sky), PLACES, MATCHED_STARS);
        Cellarius.execute("match", sky, sky, scratch.resolve("out.fits").toString(), "--radius=2arcsec", "--find=each");
    }

    private static void write(Path file, List<ColumnDescription> columns, int rows) {
        TableWriter.write(
                file, TableFormat.FITS, columns, rows, wanted -> new Sky(columns, wanted, rows), Map.of(), note -> {});
    }

    /** Stars in the first quadrant, not far from the Sun. */
    private static final class Sky implements BlockReader {
        private final Random random = new Random(1);
        private final List<ColumnBuffer> buffers;
        private final double[] largest;
        private int left;

        Sky(List<ColumnDescription> columns, int[] wanted, int rows) {
            this.left = rows;
            this.buffers = IntStream.of(wanted)
                    .mapToObj(k -> ColumnBuffer.forBlock(columns.get(k).type()))
                    .toList();
            this.largest = IntStream.of(wanted)
                    .mapToDouble(k -> columns.get(k).unit().equals("deg") ? 90 : 3)
                    .toArray();
        }

        @Override
        public int next() {
            int rows = Math.min(left, BLOCK_ROWS);
            left -= rows;
            for (int k = 0; k < largest.length; k++) {
                if (buffers.get(k) instanceof ColumnBuffer.Doubles d) {
                    for (int i = 0; i < rows; i++) {
                        d.values()[i] = largest[k] * random.nextDouble();
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
