package org.cellarius.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellarius.catalogue.ParquetTable;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.catalogue.Unreadable;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.Partial;
import org.cellarius.galaxy.column.Tasks;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;

/** An engine on an embedded DuckDB database that lives in memory and spills into its work directory. */
public final class DuckDbEngine implements Engine {

    /** Rows of a block that a statistic folds: fixed, so that sums do not depend on threads or chunk sizes. */
    private static final int FOLD_ROWS = 4096;

    private static final int SMALL_BLOCK = 1024;

    /** How much of the virtual machine's memory columns that are asked for again and again may take. */
    private static final double HELD_PART_OF_HEAP = 1.0 / 3;

    private final DuckDBConnection connection;
    /** A folder that goes with this engine; empty where another one of the same database owns it. */
    private final Optional<Path> spill;

    private final int threads;
    private final Packing packing;
    private final Set<String> remarks;
    private final AtomicReference<Optional<HeldColumns>> held;
    /** Read before; reading asks the database several times. */
    private final Map<Asked, Expression> expressions;

    private record Asked(String text, StarTable table) {}

    private DuckDbEngine(
            DuckDBConnection connection,
            Optional<Path> spill,
            int threads,
            Packing packing,
            Set<String> remarks,
            AtomicReference<Optional<HeldColumns>> held,
            Map<Asked, Expression> expressions) {
        this.remarks = remarks;
        this.held = held;
        this.expressions = expressions;
        this.connection = connection;
        this.spill = spill;
        this.threads = threads;
        this.packing = packing;
    }

    /** Opens an engine that may read the given files and write its own directories, and nothing else. */
    public static DuckDbEngine open(EngineSettings settings) {
        Path work = settings.workDirectory().toAbsolutePath().normalize();
        Path spill = PartialFiles.reserve(work.resolve("spill"));
        try {
            Files.createDirectories(spill);
            var connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
            var engine = new DuckDbEngine(
                    connection,
                    Optional.of(spill),
                    settings.threads(),
                    settings.packing(),
                    Collections.synchronizedSet(new LinkedHashSet<>()),
                    new AtomicReference<>(Optional.empty()),
                    new ConcurrentHashMap<>());
            engine.configure(settings, work, spill);
            return engine;
        } catch (SQLException e) {
            throw new RunFailure("the database could not be started: " + ExpressionReader.firstLine(e), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void configure(EngineSettings settings, Path work, Path spill) throws SQLException {
        var files = new ArrayList<String>();
        var directories = new ArrayList<String>(List.of(work.toString()));
        settings.writable()
                .forEach(d -> directories.add(d.toAbsolutePath().normalize().toString()));
        for (Path path : settings.readable()) {
            (Files.isDirectory(path) ? directories : files)
                    .add(path.toAbsolutePath().normalize().toString());
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(PresentNumbers.MACRO);
        }
        for (String setting : List.of(
                "threads = " + settings.threads(),
                "memory_limit = '" + settings.memoryMiB() + "MiB'",
                "temp_directory = " + Sql.text(spill),
                "preserve_insertion_order = true",
                // Of whole numbers too, as of decimals: a remainder or quotient by zero is missing.
                "error_on_division_by_zero = false",
                // DuckDB 2.0.0 can wait for ever for its own writers when a COPY fails; without them nothing is slower
                // here.
                "async_threads = 0",
                "enable_progress_bar = false",
                "autoinstall_known_extensions = false",
                "autoload_known_extensions = false",
                "allowed_directories = " + Sql.list(asPathsAndPatterns(directories)),
                "allowed_paths = " + Sql.list(asPathsAndPatterns(files)),
                "enable_external_access = false",
                "lock_configuration = true")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET " + setting);
            }
        }
    }

    /** The database looks at what it is asked for, a pattern, and at what it then opens, a path. */
    private static List<String> asPathsAndPatterns(List<String> paths) {
        return Stream.concat(paths.stream(), paths.stream().map(p -> Sql.pattern(Path.of(p))))
                .distinct()
                .toList();
    }

    @Override
    public Engine beside() {
        try {
            return new DuckDbEngine(
                    connection.duplicate(), Optional.empty(), threads, packing, remarks, held, expressions);
        } catch (SQLException e) {
            throw DatabaseFailure.of(e);
        }
    }

    @Override
    public StarTable importTable(TableFile file, Optional<List<String>> columns, Path output, Progress progress) {
        return new TableImport(this, connection, packing).run(file, columns, output, progress);
    }

    @Override
    public StarTable convertToParquet(TableFile file, Path output, Progress progress) {
        return new TableImport(this, connection, Packing.PUBLIC).run(file, Optional.empty(), output, progress);
    }

    @Override
    public List<TableColumn> columnsOf(TableFile file) {
        return new TableImport(this, connection, packing).columnsOf(file);
    }

    @Override
    public StarTable open(Path parquet) {
        return ParquetSchema.read(this, parquet);
    }

    @Override
    public StarTable openForeign(Path parquet) {
        return ParquetSchema.readForeign(this, parquet);
    }

    @Override
    public List<String> notesOf(TableFile file) {
        return switch (file) {
            case ParquetTable parquet ->
                ParquetSchema.foreign(this, parquet.path()).leftOut().stream()
                        .map(Unreadable::toString)
                        .toList();
            case StreamedTable streamed -> List.of();
        };
    }

    @Override
    public StarTable write(String query, List<TableColumn> columns, Path output) {
        return write(query, columns, output, packing);
    }

    StarTable write(String query, List<TableColumn> columns, Path output, Packing packed) {
        PartialFiles.write(output, partial -> copy(query, columns, packed, partial));
        return open(output);
    }

    /** The same with what was counted as the rows passed. */
    StarTable write(String query, List<TableColumn> columns, List<Tally.Found> counted, Path output) {
        PartialFiles.write(output, partial -> copy(query, columns, packing, counted, partial));
        return open(output);
    }

    /** COPY to a path that nobody else sees yet. */
    void copy(String query, List<TableColumn> columns, Packing packed, Path partial) {
        copy(query, columns, packed, List.of(), partial);
    }

    private void copy(
            String query, List<TableColumn> columns, Packing packed, List<Tally.Found> counted, Path partial) {
        execute("COPY (" + query + "\n) TO " + Sql.text(partial)
                + " (FORMAT parquet, " + packed.sql() + ", USE_TMP_FILE false"
                + ParquetSchema.metadata(columns, packed, counted) + ")");
    }

    @Override
    public StarStream stream(StarTable table) {
        return StarStream.of(this, new StarStreamSource.OfTable(table, table.columns()));
    }

    @Override
    public StarStream stream(TableFile file, List<String> columns, Progress progress) {
        return StarStream.of(this, new TableImport(this, connection, packing).source(file, columns, progress));
    }

    @Override
    public StarStream compute(StarStream before, ColumnKernel kernel, List<String> inputs, List<String> kept) {
        return before.compute(this, kernel, inputs, kept);
    }

    @Override
    public PassedStars write(StarStream stream, Path output, Progress progress) {
        return write(
                stream,
                output,
                StarStreamRun.batchRows(stream.source().columns().size()),
                progress);
    }

    PassedStars write(StarStream stream, Path output, long batchRows, Progress progress) {
        return new StarStreamRun(this, connection, threads, stream, batchRows, progress).write(output);
    }

    @Override
    public StarTable shape(List<TableColumn> columns) {
        String list = columns.stream()
                .map(c -> "CAST(NULL AS " + DuckDbTypes.sqlType(c.type()) + ") AS " + Sql.name(c.name()))
                .collect(Collectors.joining(", "));
        return new StarTable(new StarTable.InDatabase("(SELECT " + list + " WHERE false)"), columns, 0);
    }

    @Override
    public Tasks tasks() {
        return threads == 1 ? Tasks.IN_TURN : new ThreadTasks(threads);
    }

    @Override
    public PassedStars openPassed(Path parquet) {
        StarTable table = open(parquet);
        return new PassedStars(table, ParquetSchema.counted(this, parquet));
    }

    @Override
    public List<TableColumn> columnsOf(TableFile file, List<String> named) {
        return new TableImport(this, connection, packing).columnsOf(file, named);
    }

    @Override
    public Tally.Found count(StarTable table, Tally tally) {
        return tally.in(this, table);
    }

    /** A table of the database without rows. */
    void makeEmpty(String name, List<TableColumn> columns) {
        execute(columns.stream()
                .map(c -> Sql.name(c.name()) + " " + DuckDbTypes.sqlType(c.type()))
                .collect(Collectors.joining(", ", "CREATE OR REPLACE TABLE " + name + " (", ")")));
    }

    @Override
    public StarTable store(SmallTable table, Path output) {
        var next = new Object() {
            int row;
        };
        try {
            BlockSource.Registered source = BlockSource.register(connection, table.columns(), writer -> {
                int rows = Math.min(SMALL_BLOCK, table.rows().size() - next.row);
                for (int i = 0; i < rows; i++) {
                    List<SmallTable.Value> row = table.rows().get(next.row + i);
                    for (int k = 0; k < row.size(); k++) {
                        TypedRows.write(row.get(k), i, writer.vector(k));
                    }
                }
                next.row += rows;
                return rows;
            });
            return write("SELECT * FROM " + source.sql(), table.columns(), output);
        } catch (SQLException e) {
            throw DatabaseFailure.of(e);
        }
    }

    @Override
    public void export(StarTable table, Path output, Progress progress) {
        new TableExport(this, connection).write(table, output, TableFormat.ofOutput(output), progress);
    }

    @Override
    public StarTable applyKernel(
            StarTable table,
            ColumnKernel kernel,
            List<String> inputs,
            List<String> kept,
            Path output,
            Progress progress) {
        return new KernelRun(this, connection, threads).run(table, kernel, inputs, kept, output, progress);
    }

    @Override
    public StarTable applyKernelInParts(
            StarTable table,
            ColumnKernel kernel,
            List<String> inputs,
            List<String> kept,
            Path parts,
            Path output,
            Progress progress) {
        return new KernelRun(this, connection, threads)
                .runInParts(table, kernel, inputs, kept, parts, output, progress);
    }

    @Override
    public SkyMatchResult match(SkySide a, SkySide b, SkyMatch match, Path output, Progress progress) {
        return new SkyMatchRun(this, connection, threads).run(a, b, match, output, progress);
    }

    @Override
    public StarTable generate(long rows, ColumnKernel kernel, Path output, Progress progress) {
        return new KernelRun(this, connection, threads).generate(rows, kernel, output, progress);
    }

    @Override
    public void keepColumnsOf(StarTable table) {
        held.updateAndGet(before -> before.filter(h -> h.isOf(table))
                .or(() -> Optional.of(
                        new HeldColumns(table, (long) (Runtime.getRuntime().maxMemory() * HELD_PART_OF_HEAP)))));
    }

    /** The rows of a selection in memory, where its table is kept there. */
    private Optional<HeldColumns.Rows> inMemory(Selection selection, Progress progress) {
        return held.get()
                .flatMap(h -> h.of(
                        selection,
                        (expressions, consumer) ->
                                read(Selection.of(selection.table(), expressions), consumer, progress)));
    }

    @Override
    public long count(Selection selection) {
        return held.get().flatMap(h -> h.count(selection)).orElseGet(() -> (long) numbers("SELECT count(*) FROM "
                + selection.table().sql()
                + selection.where().map(w -> " WHERE (" + w + "\n)").orElse(""))[0]);
    }

    @Override
    public <S> S fold(Selection selection, Partial<S> partial, Progress progress) {
        int columns = selection.expressions().size();
        if (columns != partial.columns()) {
            throw new IllegalArgumentException(
                    "the statistic reads " + partial.columns() + " columns, got " + selection.expressions());
        }
        Optional<HeldColumns.Rows> rowsInMemory = inMemory(selection, progress);
        if (rowsInMemory.isPresent()) {
            return rowsInMemory.get().fold(partial, FOLD_ROWS);
        }
        double[][] block = new double[columns][FOLD_ROWS];
        var folding = new Object() {
            S state = partial.empty();
            int held;
        };
        readChunks(selection.sql(), selection.table().rows(), "reading stars", progress, (chunk, rows) -> {
            int from = 0;
            while (from < rows) {
                int taken = Math.min(rows - from, FOLD_ROWS - folding.held);
                for (int k = 0; k < columns; k++) {
                    TypedRows.read(chunk.vector(k), from, taken, block[k], folding.held);
                }
                from += taken;
                folding.held += taken;
                if (folding.held == FOLD_ROWS) {
                    folding.state = partial.fold(folding.state, FOLD_ROWS, block);
                    folding.held = 0;
                }
            }
        });
        return folding.held > 0 ? partial.fold(folding.state, folding.held, block) : folding.state;
    }

    @Override
    public void scan(Selection selection, BlockConsumer consumer, Progress progress) {
        inMemory(selection, progress)
                .ifPresentOrElse(rows -> rows.scan(consumer, FOLD_ROWS), () -> read(selection, consumer, progress));
    }

    private void read(Selection selection, BlockConsumer consumer, Progress progress) {
        int columns = selection.expressions().size();
        double[][] block = new double[columns][FOLD_ROWS];
        readChunks(selection.sql(), selection.table().rows(), "reading stars", progress, (chunk, rows) -> {
            for (int k = 0; k < columns; k++) {
                TypedRows.read(chunk.vector(k), 0, rows, block[k], 0);
            }
            consumer.accept(rows, block);
        });
    }

    /** Receives the chunks of a result. */
    @FunctionalInterface
    interface ChunkConsumer {
        void accept(org.duckdb.DuckDBDataChunkReader chunk, int rows) throws SQLException;
    }

    private void readChunks(String sql, long total, String step, Progress progress, ChunkConsumer consumer) {
        progress.begin(step, total);
        // A connection of its own: a streaming result blocks the connection it runs on.
        try (DuckDBConnection own = connection.duplicate();
                DuckDBPreparedStatement statement = own.prepare(sql);
                DuckDBChunkedResult result = statement.query()) {
            while (result.nextChunk()) {
                int rows = (int) result.chunk().rowCount();
                consumer.accept(result.chunk(), rows);
                progress.advance(rows);
            }
        } catch (SQLException e) {
            throw DatabaseFailure.of(e);
        } finally {
            progress.end();
        }
    }

    @Override
    public double[] numbers(String query) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            double[] numbers = new double[result.getMetaData().getColumnCount()];
            for (int k = 0; k < numbers.length; k++) {
                double v = result.getDouble(k + 1);
                numbers[k] = result.wasNull() ? Double.NaN : v;
            }
            return numbers;
        } catch (SQLException e) {
            throw DatabaseFailure.of(e);
        }
    }

    @Override
    public List<List<Optional<String>>> rows(String query) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            var rows = new ArrayList<List<Optional<String>>>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                var row = new ArrayList<Optional<String>>(columns);
                for (int k = 1; k <= columns; k++) {
                    row.add(Optional.ofNullable(result.getString(k)));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw DatabaseFailure.of(e);
        }
    }

    @Override
    public Expression expression(String text, StarTable table, String where) {
        var asked = new Asked(text, table);
        Expression known = expressions.get(asked);
        if (known == null) {
            known = ExpressionReader.read(connection, text, table, where, remarks);
            expressions.put(asked, known);
        }
        return known;
    }

    @Override
    public List<String> remarks() {
        synchronized (remarks) {
            return List.copyOf(remarks);
        }
    }

    DuckDBConnection connection() {
        return connection;
    }

    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw DatabaseFailure.of(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw DatabaseFailure.of(e);
        } finally {
            spill.ifPresent(PartialFiles::discard);
        }
    }
}
