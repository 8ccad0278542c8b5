package org.cellarius.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.cellarius.catalogue.BlockReader;
import org.duckdb.DuckDBConnection;

/**
 * Takes the rows of a stream through its steps, a batch at a time: the batch lies in the memory of the database, so that what is counted, computed and kept of it costs
 * no second reading.
 */
final class StarStreamRun {

    /** Four row groups: enough for the threads. */
    private static final long MOST_ROWS = 4 * 122_880L;
    /** What a batch of a wide source may take. */
    private static final long BATCH_BYTES = 64L << 20;
    /** As many as a reader gives at once. */
    private static final long FEWEST_ROWS = BlockReader.BLOCK_ROWS;

    private final DuckDbEngine engine;
    private final DuckDBConnection connection;
    private final int threads;
    private final StarStream stream;
    private final Progress progress;
    private final long batchRows;
    private final List<Tally.Found> found = new ArrayList<>();
    private boolean started;

    StarStreamRun(
            DuckDbEngine engine,
            DuckDBConnection connection,
            int threads,
            StarStream stream,
            long batchRows,
            Progress progress) {
        this.batchRows = batchRows;
        this.engine = engine;
        this.connection = connection;
        this.threads = threads;
        this.stream = stream;
        this.progress = progress;
        for (StarStream.Step step : stream.steps()) {
            if (step instanceof StarStream.Counted c) {
                found.add(Tally.Found.nothing(c.tally().counts().size()));
            }
        }
    }

    /** Rows of a batch of that many columns. */
    static long batchRows(int columns) {
        return Math.clamp(BATCH_BYTES / (8L * Math.max(1, columns)), FEWEST_ROWS, MOST_ROWS);
    }

    /** The table, and what was counted on the way, in the order of the steps. */
    PassedStars write(Path output) {
        try {
            read();
            StarTable written = progress.during(
                    "writing the stars",
                    () -> engine.write(
                            "SELECT * FROM " + stream.result(), stream.shape().columns(), found, output));
            return new PassedStars(written, found);
        } finally {
            drop();
        }
    }

    private void read() {
        StarStreamSource.Reading reading = stream.source().reading();
        progress.begin(reading.step(), reading.rows().orElse(0L));
        try {
            switch (stream.source()) {
                case StarStreamSource.OfFile file -> file(file);
                case StarStreamSource.OfTable table -> table(table);
            }
        } finally {
            progress.end();
        }
    }

    /** While a batch goes through the steps the next one is read, on a connection and a thread of its own. */
    private void file(StarStreamSource.OfFile source) {
        try (BlockReader reader = source.file()
                        .read(source.chosen().stream().map(FileColumn::inFile).toList());
                var ahead = (DuckDbEngine) engine.beside();
                ExecutorService reading = Executors.newSingleThreadExecutor()) {
            var batches = new FileBatches(ahead, reader, source.columns(), stream.nextBatch(), batchRows, progress);
            Future<Long> next = reading.submit(batches::fill);
            long rows;
            do {
                rows = Awaited.result(next, "reading");
                engine.execute("DROP TABLE IF EXISTS " + stream.batch());
                engine.execute("ALTER TABLE " + stream.nextBatch() + " RENAME TO " + stream.batch());
                if (rows >= batchRows) {
                    next = reading.submit(batches::fill);
                }
                through(rows);
            } while (rows >= batchRows);
        }
    }

    private void table(StarStreamSource.OfTable source) {
        String names = source.columns().stream()
                .map(c -> c.equals(StarStreamSource.NUMBER)
                        ? Selection.ROW_NUMBER + " AS " + StarStream.ROW
                        : SinglePrecision.meant(c))
                .collect(Collectors.joining(", "));
        long rows = source.table().rows();
        long from = 0;
        do {
            long to = Math.min(rows, from + batchRows);
            fill("SELECT " + names + " FROM " + source.table().numberedSql() + " WHERE file_row_number >= " + from
                    + " AND file_row_number < " + to);
            through(to - from);
            progress.advance(to - from);
            from = to;
        } while (from < rows);
    }

    private void fill(String query) {
        engine.execute("CREATE OR REPLACE TABLE " + stream.batch() + " AS " + query);
    }

    /** Takes a batch through all steps. */
    private void through(long rows) {
        int counted = 0;
        for (StarStream.Step step : stream.steps()) {
            switch (step) {
                case StarStream.Projected p -> {}
                case StarStream.Kept k -> {}
                case StarStream.Counted c -> {
                    found.set(counted, found.get(counted).plus(c.tally().in(engine, c.of())));
                    counted++;
                }
                case StarStream.Computed c -> compute(c, rows);
            }
        }
        String passed = "SELECT * FROM " + stream.shape().sql();
        engine.execute(
                started
                        ? "INSERT INTO " + stream.result() + " " + passed
                        : "CREATE OR REPLACE TABLE " + stream.result() + " AS " + passed);
        started = true;
    }

    private void compute(StarStream.Computed step, long rows) {
        StarTable before = new StarTable(step.before().source(), step.before().columns(), rows);
        new KernelRun(engine, connection, threads)
                .into(before, step.kernel(), step.inputs(), step.outputs().sql());
    }

    private void drop() {
        engine.execute("DROP TABLE IF EXISTS " + stream.batch());
        engine.execute("DROP TABLE IF EXISTS " + stream.nextBatch());
        engine.execute("DROP TABLE IF EXISTS " + stream.result());
        for (StarStream.Step step : stream.steps()) {
            if (step instanceof StarStream.Computed c) {
                engine.execute("DROP TABLE IF EXISTS " + c.outputs().sql());
            }
        }
    }
}
