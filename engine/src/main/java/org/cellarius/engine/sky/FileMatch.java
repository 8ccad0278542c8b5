package org.cellarius.engine.sky;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.catalogue.TableWriter;
import org.cellarius.engine.Awaited;
import org.cellarius.engine.ColumnList;
import org.cellarius.engine.FileColumn;
import org.cellarius.engine.PartialFiles;
import org.cellarius.engine.PlaceColumns;
import org.cellarius.engine.Progress;
import org.cellarius.engine.SkyMatch;
import org.cellarius.engine.SkyMatchSummary;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.ThreadTasks;
import org.cellarius.galaxy.frame.Epochs;
import org.cellarius.galaxy.sky.ChanceMatches;
import org.cellarius.galaxy.sky.Find;
import org.cellarius.galaxy.sky.MatchCounts;
import org.cellarius.galaxy.sky.MatchedPairs;
import org.cellarius.galaxy.sky.Separation;
import org.cellarius.galaxy.sky.SkyPlaces;
import org.cellarius.galaxy.sky.SkySearch;
import org.cellarius.galaxy.sky.SkyZones;

/**
 * Matches two files on the sky in memory, without the database: the same rows as {@link Engine#match} gives, sooner. For tables that
 * are streamed, know their number of rows and fit into a part of the memory, where a row of A gets one row of B at most.
 */
public final class FileMatch {

    private static final int ROWS_PLACED_AT_ONCE = 8192;

    private final StreamedTable fileA;
    private final StreamedTable fileB;
    private final List<FileColumn> columnsA;
    private final List<FileColumn> columnsB;

    private FileMatch(StreamedTable fileA, StreamedTable fileB) {
        this.fileA = fileA;
        this.fileB = fileB;
        this.columnsA = FileColumn.of(fileA.columns());
        this.columnsB = FileColumn.of(fileB.columns());
    }

    /** The match of two files to a third one of a format; empty where the database has to do it. */
    public static Optional<FileMatch> of(TableFile a, TableFile b, SkyMatch match, TableFormat out) {
        boolean possible = match.find() != Find.ALL && match.sigmas().isEmpty() && streams(out);
        return possible
                        && a instanceof StreamedTable streamedA
                        && b instanceof StreamedTable streamedB
                        && streamedA.rowCount().isPresent()
                        && streamedB.rowCount().isPresent()
                ? Optional.of(new FileMatch(streamedA, streamedB)).filter(FileMatch::fits)
                : Optional.empty();
    }

    private static boolean streams(TableFormat out) {
        return switch (out) {
            case FITS, VOTABLE, ECSV, HDF5, FEATHER -> true;
            case CSV, TSV, TEXT, CDS, PARQUET -> false;
        };
    }

    private boolean fits() {
        return Math.max(rowsOf(fileA), rowsOf(fileB)) < Integer.MAX_VALUE - 16 && roomForLetters() > 0;
    }

    /** Bytes that are left for the letters of words, of the third of the memory that a match takes. */
    private long roomForLetters() {
        return (long) (Runtime.getRuntime().maxMemory() / 3.0
                - HeldTable.bytes(columnsA, rowsOf(fileA))
                - HeldTable.bytes(columnsB, rowsOf(fileB))
                - SkyReader.BYTES_PER_ROW * ((double) rowsOf(fileA) + rowsOf(fileB)));
    }

    private static long rowsOf(StreamedTable file) {
        return file.rowCount().orElseThrow();
    }

    public ColumnList columnsOfA() {
        return new ColumnList(columnsA.stream().map(FileColumn::column).toList());
    }

    public ColumnList columnsOfB() {
        return new ColumnList(columnsB.stream().map(FileColumn::column).toList());
    }

    /** Tells which columns have other names than in their files. */
    public void tellRenamed(Progress progress) {
        note(fileA, columnsA, progress);
        note(fileB, columnsB, progress);
    }

    /**
     * What a match wrote.
     *
     * @param columns the columns of the file
     * @param rows its number of rows
     * @param summary what was counted
     */
    public record Written(ColumnList columns, long rows, SkyMatchSummary summary) {}

    /** A file's rows, their places at the epoch of the match, which of them were carried there. */
    private record Read(HeldTable table, SkyReader.Sky sky) {}

    /**
     * Matches, and writes the rows side by side.
     *
     * @param beforeWriting called when all is found and nothing is written
     * @return empty if the words turned out to be too long for the memory: then the database has to do it, and nothing is written
     */
    public Optional<Written> write(
            PlaceColumns placesA,
            PlaceColumns placesB,
            SkyMatch match,
            Path output,
            TableFormat format,
            int threads,
            Progress progress,
            Runnable beforeWriting) {
        try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
            var letters = new AtomicLong(roomForLetters());
            Future<Optional<Read>> readingB =
                    beside.submit(() -> read(fileB, columnsB, placesB, letters, Progress.SILENT));
            Optional<Read> readA = read(fileA, columnsA, placesA, letters, progress);
            Optional<Read> readB = Awaited.result(readingB, "the match");
            if (readA.isEmpty() || readB.isEmpty()) {
                return Optional.empty();
            }
            Read a = readA.get();
            Read b = readB.get();
            var tasks = new ThreadTasks(threads);
            var search = new SkySearch(
                    a.sky().places(), new SkyZones(b.sky().places(), match.radius(), tasks), Optional.empty());
            var counts = new MatchCounts(match.radius(), b.table().rows());
            MatchedPairs pairs =
                    new Pairing(search, match.radius(), b.table().rows(), tasks).find(match.find(), counts);
            Future<ChanceMatches> chance = beside.submit(() -> ChanceMatches.of(search, match.radius(), match.find()));
            count(pairs, counts);
            boolean moved = placesA.motion().isPresent() || placesB.motion().isPresent();
            List<TableColumn> columns = MatchColumns.of(
                            columnsOfA().all(), columnsOfB().all(), moved, match)
                    .all();
            var joined = new JoinedRows.Match(
                    a.table(),
                    b.table(),
                    pairs,
                    match.join(),
                    MatchColumns.own(moved, match).stream()
                            .map(TableColumn::name)
                            .toList(),
                    placesA.motion().map(m -> a.sky().moved()::get),
                    placesB.motion().map(m -> b.sky().moved()::get));
            ChanceMatches byChance = Awaited.result(chance, "the match");
            beforeWriting.run();
            PartialFiles.write(
                    output,
                    partial -> TableWriter.write(
                            partial,
                            format,
                            columns.stream().map(TableColumn::described).toList(),
                            joined.rows(),
                            indices -> new JoinedRows(joined, columns, indices),
                            Map.of(),
                            progress::note));
            var sideA = MatchSummaries.side(a.sky(), counts.matched(), counts.ambiguous());
            return Optional.of(new Written(
                    new ColumnList(columns),
                    joined.rows(),
                    MatchSummaries.of(sideA, b.sky(), match, counts, byChance)));
        }
    }

    private static void note(StreamedTable file, List<FileColumn> columns, Progress progress) {
        String renamed = FileColumn.renamed(columns);
        if (!renamed.isEmpty()) {
            progress.note(file.path() + ": " + renamed);
        }
    }

    private static Optional<Read> read(
            StreamedTable file, List<FileColumn> columns, PlaceColumns places, AtomicLong letters, Progress progress) {
        return HeldTable.read(file, columns, letters, progress).map(table -> read(table, columns, places));
    }

    private static Read read(HeldTable table, List<FileColumn> columns, PlaceColumns places) {
        double[][] in = places.all().stream()
                .map(c -> table.numbers(HeldTable.placeOf(c.column(), columns), c))
                .toArray(double[][]::new);
        var moved = new BitSet();
        return new Read(table, new SkyReader.Sky(placed(places, in, table.rows(), moved), moved, new double[0]));
    }

    /** Places at the epoch of the match. */
    private static SkyPlaces placed(PlaceColumns places, double[][] in, int rows, BitSet moved) {
        if (places.motion().isEmpty()) {
            return new SkyPlaces(in[0], in[1]);
        }
        var placed = new SkyPlaces(new double[rows], new double[rows]);
        Optional<Epochs> epochs = places.motion().map(PlaceColumns.Motion::epochs);
        for (int from = 0; from < rows; from += ROWS_PLACED_AT_ONCE) {
            int first = from;
            int count = Math.min(ROWS_PLACED_AT_ONCE, rows - from);
            double[][] block = Arrays.stream(in)
                    .map(column -> Arrays.copyOfRange(column, first, first + count))
                    .toArray(double[][]::new);
            SkyReader.place(epochs, count, block, placed.raDeg(), placed.decDeg(), from, moved, from);
        }
        return placed;
    }

    private static void count(MatchedPairs pairs, MatchCounts counts) {
        for (int a = 0; a < pairs.partners().length; a++) {
            if (pairs.matched(a)) {
                counts.match(a, pairs.partners()[a], Separation.arcsecOf(pairs.haversines()[a]));
            }
        }
    }
}
