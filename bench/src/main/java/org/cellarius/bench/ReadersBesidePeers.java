package org.cellarius.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.catalogue.TableSelection;
import org.cellarius.catalogue.TableWriter;
import uk.ac.starlink.fits.FitsTableBuilder;
import uk.ac.starlink.table.RowAccess;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StoragePolicy;
import uk.ac.starlink.util.FileDataSource;
import uk.ac.starlink.votable.DataFormat;
import uk.ac.starlink.votable.VOTableVersion;
import uk.ac.starlink.votable.VOTableWriter;

/** Readers of FITS and VOTable beside STIL, astropy and the disk cache. Alone: {@code ReadersBesidePeers SCRATCH [--quick]}. */
final class ReadersBesidePeers {
    private static final int FITS_COLUMNS = 100;
    private static final int VOTABLE_COLUMNS = 10;
    private static final int REPETITIONS = 5;

    private final Path scratch;
    private final long fitsRows;
    private final long votableRows;

    ReadersBesidePeers(boolean quick, Path scratch) {
        this.scratch = scratch;
        this.fitsRows = quick ? 50_000 : 1_000_000;
        this.votableRows = quick ? 20_000 : 200_000;
    }

    public static void main(String[] args) {
        boolean quick = List.of(args).contains("--quick");
        System.out.println(new ReadersBesidePeers(
                        quick, Scratch.folder(Path.of(args[0], "readers").toAbsolutePath()))
                .section());
    }

    String section() {
        try {
            return measured();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String measured() throws IOException {
        String load = Machine.load();
        String text = """
                ### Readers

                A FITS binary table of %,d rows and %d columns of double precision, of which %d are read, from the disk cache; and a VOTable of
                %,d rows and %d columns, all of which are read. One thread each, median of %d times after one that does not count (range). Targets: at least STIL's
                speed and half of what the disk cache gives; five times astropy's speed. Load average at the start: %s.

                %s
                %s""".formatted(
                        fitsRows,
                        FITS_COLUMNS,
                        chosen().size(),
                        votableRows,
                        VOTABLE_COLUMNS,
                        REPETITIONS,
                        load,
                        fits(),
                        votable());
        Scratch.clear(scratch);
        return text;
    }

    /** Every tenth column. */
    private static List<String> chosen() {
        return IntStream.range(0, FITS_COLUMNS / 10)
                .mapToObj(k -> "c" + (10 * k + 3))
                .toList();
    }

    private String fits() throws IOException {
        Path file = scratch.resolve("wide.fits");
        write(file, TableFormat.FITS, fitsRows, FITS_COLUMNS);
        double gigabytes = Files.size(file) * 1e-9;
        double[] sums = new double[2];
        Timing raw = Timing.ofWarm(REPETITIONS, () -> bytes(file));
        Timing ours = Timing.ofWarm(REPETITIONS, () -> sums[0] = sum(file, chosen()));
        Timing stil = Timing.ofWarm(REPETITIONS, () -> sums[1] = sumOfStil(file));
        if (sums[0] != sums[1]) {
            throw new IllegalStateException("the sums differ: " + sums[0] + " and " + sums[1]);
        }
        var table = new Table("FITS, 10 of 100 columns", "s", "GB/s of the file", "million rows/s");
        for (var row : List.of(
                Map.entry("bytes alone, read in blocks of 2 MiB", raw),
                Map.entry("Cellarius", ours),
                Map.entry("STIL, random access by cells", stil))) {
            Timing t = row.getValue();
            table.row(
                    row.getKey(),
                    t.shown(),
                    "%.2f".formatted(gigabytes / t.medianSeconds()),
                    t.millionRowsPerSecond(fitsRows));
        }
        Files.delete(file);
        return table.markdown();
    }

    private String votable() throws IOException {
        var table = new Table("VOTable", "program", "s", "million rows/s");
        for (DataFormat format : List.of(DataFormat.TABLEDATA, DataFormat.BINARY2)) {
            Path file = scratch.resolve("t.vot");
            writeVoTable(file, format);
            List<String> all =
                    IntStream.range(0, VOTABLE_COLUMNS).mapToObj(k -> "c" + k).toList();
            Timing ours = Timing.ofWarm(REPETITIONS, () -> sum(file, all));
            table.row(format, "Cellarius", ours.shown(), ours.millionRowsPerSecond(votableRows));
            Python.with("astropy").ifPresent(python -> {
                Timing astropy = Timing.read(Python.run(python, "votable.py", scratch, "t.vot", REPETITIONS)
                        .getFirst());
                table.row(format, "astropy", astropy.shown(), astropy.millionRowsPerSecond(votableRows));
            });
        }
        return table.markdown();
    }

    private static void write(Path file, TableFormat format, long rows, int columns) {
        TableWriter.write(
                file,
                format,
                MadeColumns.descriptions(columns),
                rows,
                indices -> new MadeColumns(rows, indices),
                Map.of(),
                note -> {});
    }

    /** By way of FITS, since only STIL writes all serialisations. */
    private void writeVoTable(Path file, DataFormat format) throws IOException {
        Path fits = scratch.resolve("t.fits");
        write(fits, TableFormat.FITS, votableRows, VOTABLE_COLUMNS);
        try (OutputStream out = Files.newOutputStream(file)) {
            new VOTableWriter(format, true, VOTableVersion.V13).writeStarTable(stil(fits), out);
        }
        Files.delete(fits);
    }

    private static StarTable stil(Path file) throws IOException {
        return new FitsTableBuilder()
                .makeStarTable(new FileDataSource(file.toFile()), true, StoragePolicy.getDefaultPolicy());
    }

    private static double sum(Path file, List<String> columns) {
        var table = (StreamedTable) TableFile.open(file, TableSelection.automatic());
        double sum = 0;
        try (BlockReader reader = table.read(columns)) {
            for (int rows = reader.next(); rows > 0; rows = reader.next()) {
                for (int k = 0; k < columns.size(); k++) {
                    if (reader.column(k) instanceof ColumnBuffer.Doubles d) {
                        sum += d.values()[rows - 1];
                    }
                }
            }
        }
        return sum;
    }

    /** Every cell is fetched; summed are those that the other reader sums. */
    private static double sumOfStil(Path file) {
        double sum = 0;
        try {
            StarTable table = stil(file);
            try (RowAccess access = table.getRowAccess()) {
                for (long row = 0; row < table.getRowCount(); row++) {
                    access.setRowIndex(row);
                    boolean last = row % BlockReader.BLOCK_ROWS == BlockReader.BLOCK_ROWS - 1
                            || row == table.getRowCount() - 1;
                    for (int k = 0; k < FITS_COLUMNS / 10; k++) {
                        double value = ((Number) access.getCell(10 * k + 3)).doubleValue();
                        sum += last ? value : 0;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sum;
    }

    private static void bytes(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 21);
            while (channel.read(buffer) >= 0) {
                buffer.clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
