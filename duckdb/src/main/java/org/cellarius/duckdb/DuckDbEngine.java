package org.cellarius.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.cellarius.catalogue.ParquetTable;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.catalogue.Unreadable;
import org.cellarius.engine.Answers;
import org.cellarius.engine.Deduplication;
import org.cellarius.engine.Engine;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.HeldColumns;
import org.cellarius.engine.Packing;
import org.cellarius.engine.PartialFiles;
import org.cellarius.engine.PassedStars;
import org.cellarius.engine.Progress;
import org.cellarius.engine.Question;
import org.cellarius.engine.Relation;
import org.cellarius.engine.RunFailure;
import org.cellarius.engine.Selection;
import org.cellarius.engine.SkyMatch;
import org.cellarius.engine.SkyMatchResult;
import org.cellarius.engine.SkySide;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.StarStream;
import org.cellarius.engine.StarStreamSource;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.TableSummary;
import org.cellarius.engine.ThreadTasks;
import org.cellarius.engine.expression.Expression;
import org.cellarius.engine.stream.StreamBlock;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.Tasks;
import org.duckdb.DuckDBConnection;

/** An engine on an embedded DuckDB database that lives in memory and spills into its work directory. */
public final class DuckDbEngine implements Engine {

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
            DatabaseSettings.apply(connection, settings, work, spill);
            return engine;
        } catch (SQLException e) {
            throw new RunFailure("the database could not be started: " + ExpressionReader.firstLine(e), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** Writes the result of a query with the given columns' units and descriptions. */
    public StarTable write(String query, List<TableColumn> columns, Path output) {
        return write(query, columns, output, packing);
    }

    StarTable write(String query, List<TableColumn> columns, Path output, Packing packed) {
        PartialFiles.write(output, partial -> copy(query, columns, packed, partial));
        return open(output);
    }

    /** COPY to a path that nobody else sees yet. */
    void copy(String query, List<TableColumn> columns, Packing packed, Path partial) {
        execute("COPY (" + query + "\n) TO " + Sql.text(partial)
                + " (FORMAT parquet, " + sql(packed) + ", USE_TMP_FILE false"
                + ParquetSchema.metadata(columns, packed) + ")");
    }

    /** What a COPY is told. */
    private static String sql(Packing packed) {
        return switch (packed) {
            case PASSING -> "COMPRESSION uncompressed";
            case KEPT, PUBLIC -> "COMPRESSION zstd, COMPRESSION_LEVEL 1";
        };
    }

    @Override
    public StarStream stream(StarTable table) {
        return StarStream.of(new StarStreamSource.OfTable(table, table.columns()));
    }

    @Override
    public StarStream stream(TableFile file, List<String> columns, Progress progress) {
        return StarStream.of(new TableImport(this, connection, packing).source(file, columns, progress));
    }

    @Override
    public PassedStars write(StarStream stream, Path output, Progress progress) {
        return write(
                stream,
                output,
                StarStreamRun.batchRows(stream.source().columns().size()),
                progress);
    }

    /** In memory where the steps can be done there; else in the database, a batch at a time. */
    PassedStars write(StarStream stream, Path output, long batchRows, Progress progress) {
        return StreamBlock.fits(stream)
                ? new StreamIntoParquet(this, connection, threads).write(stream, output, progress)
                : inDatabase(stream, output, batchRows, progress);
    }

    PassedStars inDatabase(StarStream stream, Path output, long batchRows, Progress progress) {
        return new StarStreamRun(this, connection, threads, stream, batchRows, progress).write(output);
    }

    @Override
    public Tasks tasks() {
        return threads == 1 ? Tasks.IN_TURN : new ThreadTasks(threads);
    }

    @Override
    public List<TableColumn> columnsOf(TableFile file, List<String> named) {
        return new TableImport(this, connection, packing).columnsOf(file, named);
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
            List<Expression> inputs,
            List<String> kept,
            Path output,
            Progress progress) {
        return new KernelRun(this, connection, threads).run(table, kernel, inputs, kept, output, progress);
    }

    @Override
    public StarTable applyKernelInParts(
            StarTable table,
            ColumnKernel kernel,
            List<Expression> inputs,
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
    public boolean keepColumnsOf(
            StarTable table, List<Expression> numbers, List<Expression> conditions, Progress progress) {
        long room = (long) (Runtime.getRuntime().maxMemory() * HELD_PART_OF_HEAP);
        HeldColumns columns = held.get().filter(h -> h.isOf(table)).orElseGet(() -> new HeldColumns(table, room));
        held.set(Optional.of(columns));
        return columns.read(numbers, conditions, statistics().reader(table, progress));
    }

    @Override
    public Answers answer(StarTable table, Collection<? extends Question<?>> questions, Progress progress) {
        return statistics().answer(table, questions, progress);
    }

    @Override
    public void scan(Selection selection, BlockConsumer consumer, Progress progress) {
        statistics().scan(selection, consumer, progress);
    }

    private StatisticsRun statistics() {
        return new StatisticsRun(this, connection, threads, held.get());
    }

    @Override
    public StarTable write(Relation relation, Path output) {
        return write(RelationSql.query(relation), relation.columns(), output);
    }

    @Override
    public SmallTable read(Relation relation) {
        return SmallRows.read(connection, RelationSql.query(relation), relation.columns());
    }

    @Override
    public TableSummary summary(StarTable table, int sampleRows) {
        return SummaryInSql.of(this, table, sampleRows);
    }

    @Override
    public StarTable withoutRepeats(StarTable table, Deduplication repeats, Path output) {
        return write(RepeatsInSql.without(table, repeats), table.columns(), output);
    }

    @Override
    public StarTable repeatedPairs(StarTable table, Deduplication repeats, Path output) {
        return write(RepeatsInSql.pairs(table, repeats), List.of(), output);
    }

    @Override
    public void copy(StarTable table, Path output) {
        try {
            Files.copy(DuckDbTable.of(table).parquet(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Numbers of the only row of a query, for those who measure the database itself; NaN for null. */
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

    /** How many rows of a source fulfil each of some conditions. */
    List<Long> counts(List<Expression> conditions, String source) {
        return DoubleStream.of(numbers(conditions.stream()
                        .map(c -> "count(*) FILTER (" + ExpressionSql.of(c) + ")")
                        .collect(Collectors.joining(", ", "SELECT ", " FROM " + source))))
                .mapToObj(n -> (long) n)
                .toList();
    }

    /** All rows of a small result, as texts; empty for null. */
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

    /** A table as a source in SQL. */
    public String source(StarTable table) {
        return DuckDbTable.sql(table);
    }

    /** The same with a further column {@code file_row_number}, counted from 0. */
    public String numberedSource(StarTable table) {
        return DuckDbTable.of(table).numberedSql();
    }

    /** The file of a table that has been written. */
    public Path file(StarTable table) {
        return DuckDbTable.of(table).parquet();
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
