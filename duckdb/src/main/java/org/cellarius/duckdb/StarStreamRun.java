package org.cellarius.duckdb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.engine.Awaited;
import org.cellarius.engine.Derived;
import org.cellarius.engine.FileColumn;
import org.cellarius.engine.PassedStars;
import org.cellarius.engine.Progress;
import org.cellarius.engine.Relation;
import org.cellarius.engine.StarStream;
import org.cellarius.engine.StarStreamSource;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.Tally;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.column.ColumnKernel;

/**
 * Takes the rows of a stream through its steps, a batch at a time: the batch lies in the memory of the database, so that what is counted, computed and kept of it costs
 * no second reading. Kernels write their outputs into tables that stand beside the batch by position.
 */
final class StarStreamRun {

    /** Four row groups: enough for the threads. */
    private static final long MOST_ROWS = 4 * 122_880L;
    /** What a batch of a wide source may take. */
    private static final long BATCH_BYTES = 64L << 20;
    /** As many as a reader gives at once. */
    private static final long FEWEST_ROWS = BlockReader.BLOCK_ROWS;

    private static final AtomicLong NUMBER = new AtomicLong();

    /** Something done with each batch. */
    private sealed interface Work {}

    /** Conditions counted in what a query gives of the batch. */
    private record Counting(Tally tally, String of) implements Work {}

    /** A kernel whose outputs become a table. */
    private record Computing(ColumnKernel kernel, List<Expression> inputs, DuckDbTable of, String outputs)
            implements Work {}

    private final Database database;
    private final int threads;
    private final StarStream stream;
    private final Progress progress;
    private final long batchRows;
    private final long number = NUMBER.incrementAndGet();
    private final List<Work> works = new ArrayList<>();
    private final String passed;
    private final List<Tally.Found> found = new ArrayList<>();
    private boolean started;

    StarStreamRun(Database database, int threads, StarStream stream, long batchRows, Progress progress) {
        this.batchRows = batchRows;
        this.database = database;
        this.threads = threads;
        this.stream = stream;
        this.progress = progress;
        this.passed = planned();
    }

    /** Rows of a batch of that many columns. */
    static long batchRows(int columns) {
        return Math.clamp(BATCH_BYTES / (8L * Math.max(1, columns)), FEWEST_ROWS, MOST_ROWS);
    }

    private String name(String what) {
        return "stream_" + number + "_" + what;
    }

    private String batch() {
        return name("source");
    }

    private String nextBatch() {
        return name("next");
    }

    private String result() {
        return name("result");
    }

    /** Notes what is done with each batch; gives the query of what comes out of it. */
    private String planned() {
        String sql = batch();
        List<TableColumn> columns = stream.source().columns();
        for (StarStream.Step step : stream.steps()) {
            switch (step) {
                case StarStream.Projected p -> {
                    sql = "("
                            + RelationSql.query(Relation.of(table(sql, columns)).project(p.derived())) + ")";
                    columns = p.derived().stream().map(Derived::column).toList();
                }
                case StarStream.Kept k ->
                    sql = "(SELECT * FROM " + sql + " WHERE " + ExpressionSql.of(k.condition()) + ")";
                case StarStream.Counted c -> {
                    works.add(new Counting(c.tally(), sql));
                    found.add(Tally.Found.nothing(c.tally().counts().size()));
                }
                case StarStream.Computed c -> {
                    String outputs = name("kernel" + works.size());
                    works.add(new Computing(c.kernel(), c.inputs(), table(sql, columns), outputs));
                    String kept = c.kept().stream().map(k -> Sql.name(k.name())).collect(Collectors.joining(", "));
                    sql = kept.isEmpty()
                            ? outputs
                            : "(SELECT a.*, b.* FROM (SELECT " + kept + " FROM " + sql + ") a POSITIONAL JOIN "
                                    + outputs + " b)";
                    columns = Stream.concat(c.kept().stream(), StarStream.outputs(c.kernel()).stream())
                            .toList();
                }
            }
        }
        return sql;
    }

    private static DuckDbTable table(String sql, List<TableColumn> columns) {
        return new DuckDbTable(new DuckDbTable.InDatabase(sql), columns, 0);
    }

    /** The table, and what was counted on the way, in the order of the steps. */
    PassedStars write(Path output) {
        try {
            read();
            StarTable written = progress.during(
                    "writing the stars", () -> database.write("SELECT * FROM " + result(), stream.columns(), output));
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
                Database ahead = database.beside();
                ExecutorService reading = Executors.newSingleThreadExecutor()) {
            var batches = new FileBatches(ahead, reader, source.columns(), nextBatch(), batchRows, progress);
            Future<Long> next = reading.submit(batches::fill);
            long rows;
            do {
                rows = Awaited.result(next, "reading");
                database.execute("DROP TABLE IF EXISTS " + batch());
                database.execute("ALTER TABLE " + nextBatch() + " RENAME TO " + batch());
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
                        ? ExpressionSql.ROW_NUMBER + " AS " + StarStream.ROW
                        : SinglePrecision.meant(c))
                .collect(Collectors.joining(", "));
        long rows = source.table().rows();
        long from = 0;
        do {
            long to = Math.min(rows, from + batchRows);
            fill("SELECT " + names + " FROM " + DuckDbTable.of(source.table()).numberedSql()
                    + " WHERE file_row_number >= " + from + " AND file_row_number < " + to);
            through(to - from);
            progress.advance(to - from);
            from = to;
        } while (from < rows);
    }

    private void fill(String query) {
        database.execute("CREATE OR REPLACE TABLE " + batch() + " AS " + query);
    }

    /** Takes a batch through all steps. */
    private void through(long rows) {
        int counted = 0;
        for (Work work : works) {
            switch (work) {
                case Counting c -> {
                    found.set(counted, found.get(counted).plus(c.tally().counted(w -> database.counts(w, c.of()))));
                    counted++;
                }
                case Computing c ->
                    new KernelRun(database, threads)
                            .into(
                                    new DuckDbTable(c.of().source(), c.of().columns(), rows),
                                    c.kernel(),
                                    c.inputs(),
                                    c.outputs());
            }
        }
        database.execute(
                started
                        ? "INSERT INTO " + result() + " SELECT * FROM " + passed
                        : "CREATE OR REPLACE TABLE " + result() + " AS SELECT * FROM " + passed);
        started = true;
    }

    private void drop() {
        database.execute("DROP TABLE IF EXISTS " + batch());
        database.execute("DROP TABLE IF EXISTS " + nextBatch());
        database.execute("DROP TABLE IF EXISTS " + result());
        for (Work work : works) {
            if (work instanceof Computing c) {
                database.execute("DROP TABLE IF EXISTS " + c.outputs());
            }
        }
    }
}
