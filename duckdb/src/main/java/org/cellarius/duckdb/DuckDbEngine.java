package org.cellarius.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
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

    private final Database database;
    /** A folder that goes with this engine; empty where another one of the same database owns it. */
    private final Optional<Path> spill;
    /** Where what memory does not hold lies meanwhile. */
    private final Path scratch;

    private final int threads;
    private final Packing packing;
    private final Set<String> remarks;
    private final AtomicReference<Optional<HeldColumns>> held;
    /** Read before; reading asks the database several times. */
    private final Map<Asked, Expression> expressions;

    private record Asked(String text, StarTable table) {}

    private DuckDbEngine(
            Database database,
            Optional<Path> spill,
            Path scratch,
            int threads,
            Packing packing,
            Set<String> remarks,
            AtomicReference<Optional<HeldColumns>> held,
            Map<Asked, Expression> expressions) {
        this.remarks = remarks;
        this.held = held;
        this.expressions = expressions;
        this.database = database;
        this.spill = spill;
        this.scratch = scratch;
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
                    new Database(connection, settings.packing()),
                    Optional.of(spill),
                    spill,
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
        return new DuckDbEngine(
                database.beside(), Optional.empty(), scratch, threads, packing, remarks, held, expressions);
    }

    @Override
    public StarTable importTable(TableFile file, Optional<List<String>> columns, Path output, Progress progress) {
        return new TableImport(database, packing).run(file, columns, output, progress);
    }

    @Override
    public StarTable convertToParquet(TableFile file, Path output, Progress progress) {
        return new TableImport(database, Packing.PUBLIC).run(file, Optional.empty(), output, progress);
    }

    @Override
    public List<TableColumn> columnsOf(TableFile file) {
        return new TableImport(database, packing).columnsOf(file);
    }

    @Override
    public StarTable open(Path parquet) {
        return database.open(parquet);
    }

    @Override
    public StarTable openForeign(Path parquet) {
        return database.openForeign(parquet);
    }

    @Override
    public List<String> notesOf(TableFile file) {
        return switch (file) {
            case ParquetTable parquet ->
                ParquetSchema.foreign(database, parquet.path()).leftOut().stream()
                        .map(Unreadable::toString)
                        .toList();
            case StreamedTable streamed -> List.of();
        };
    }

    @Override
    public StarStream stream(StarTable table) {
        return StarStream.of(new StarStreamSource.OfTable(table, table.columns()));
    }

    @Override
    public StarStream stream(TableFile file, List<String> columns, Progress progress) {
        return StarStream.of(new TableImport(database, packing).source(file, columns, progress));
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
                ? new StreamIntoParquet(this, database, packing, threads).write(stream, output, progress)
                : inDatabase(stream, output, batchRows, progress);
    }

    PassedStars inDatabase(StarStream stream, Path output, long batchRows, Progress progress) {
        return new StarStreamRun(database, threads, stream, batchRows, progress).write(output);
    }

    @Override
    public Tasks tasks() {
        return threads == 1 ? Tasks.IN_TURN : new ThreadTasks(threads);
    }

    @Override
    public List<TableColumn> columnsOf(TableFile file, List<String> named) {
        return new TableImport(database, packing).columnsOf(file, named);
    }

    @Override
    public StarTable store(SmallTable table, Path output) {
        var next = new Object() {
            int row;
        };
        try {
            BlockSource.Registered source = BlockSource.register(database.connection(), table.columns(), writer -> {
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
            return database.write("SELECT * FROM " + source.sql(), table.columns(), output);
        } catch (SQLException e) {
            throw DatabaseFailure.of(e);
        }
    }

    @Override
    public void export(StarTable table, Path output, Progress progress) {
        new TableExport(database).write(table, output, TableFormat.ofOutput(output), progress);
    }

    @Override
    public StarTable applyKernel(
            StarTable table,
            ColumnKernel kernel,
            List<Expression> inputs,
            List<String> kept,
            Path output,
            Progress progress) {
        return new KernelRun(database, threads).run(table, kernel, inputs, kept, output, progress);
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
        return new KernelRun(database, threads).runInParts(table, kernel, inputs, kept, parts, output, progress);
    }

    @Override
    public SkyMatchResult match(SkySide a, SkySide b, SkyMatch match, Path output, Progress progress) {
        return new SkyMatchRun(this, database, threads).run(a, b, match, output, progress);
    }

    @Override
    public StarTable generate(long rows, ColumnKernel kernel, Path output, Progress progress) {
        return new KernelRun(database, threads).generate(rows, kernel, output, progress);
    }

    @Override
    public StarTable generate(
            PrimitiveIterator.OfLong numbers, long rows, ColumnKernel kernel, Path output, Progress progress) {
        new KernelIntoParquet(kernel, threads).write(numbers, rows, output, progress);
        return open(output);
    }

    @Override
    public boolean keepColumnsOf(
            StarTable table, List<Expression> numbers, List<Expression> conditions, Progress progress) {
        long room = (long) (Runtime.getRuntime().maxMemory() * HELD_PART_OF_HEAP);
        HeldColumns columns =
                held.get().filter(h -> h.isOf(table)).orElseGet(() -> new HeldColumns(table, room, threads));
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
        return new StatisticsRun(database, threads, held.get(), scratch);
    }

    @Override
    public StarTable write(Relation relation, Path output) {
        return database.write(RelationSql.query(relation), relation.columns(), output);
    }

    @Override
    public SmallTable read(Relation relation) {
        return SmallRows.read(database.connection(), RelationSql.query(relation), relation.columns());
    }

    @Override
    public TableSummary summary(StarTable table, int sampleRows) {
        return SummaryInSql.of(database, table, sampleRows);
    }

    @Override
    public StarTable withoutRepeats(StarTable table, Deduplication repeats, Path output) {
        return KeptRows.fits(table)
                ? new KeptRows(this, database, packing, threads)
                        .without(table, RepeatsInSql.worse(table, repeats), output)
                : database.write(RepeatsInSql.without(table, repeats), table.columns(), output);
    }

    @Override
    public StarTable repeatedPairs(StarTable table, Deduplication repeats, Path output) {
        return database.write(RepeatsInSql.pairs(table, repeats), List.of(), output);
    }

    @Override
    public void copy(StarTable table, Path output) {
        try {
            Files.copy(DuckDbTable.of(table).parquet(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Expression expression(String text, StarTable table, String where) {
        var asked = new Asked(text, table);
        Expression known = expressions.get(asked);
        if (known == null) {
            known = ExpressionReader.read(database.connection(), text, table, where, remarks);
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

    /** The database itself, for those who measure it. */
    public Database database() {
        return database;
    }

    @Override
    public void close() {
        try {
            database.close();
        } finally {
            spill.ifPresent(PartialFiles::discard);
        }
    }
}
