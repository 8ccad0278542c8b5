package org.cellarius.duckdb;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.Progress;
import org.cellarius.engine.RunFailure;
import org.cellarius.engine.Selection;
import org.cellarius.engine.StageSeal;
import org.cellarius.engine.StarStream;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Expression;
import org.cellarius.engine.expression.RowNumber;
import org.cellarius.galaxy.column.ColumnKernel;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;

/**
 * Runs a kernel from Parquet to Parquet in one streaming pass.
 *
 * <p>The kernel's inputs are read as chunks on a connection of their own; its outputs enter the writing query as a table
 * function, beside the kept columns of the same file: both sides keep the file's order, so rows are joined by position.
 */
final class KernelRun {

    /** Rows of a part: half a minute of orbits. */
    static final long PART_ROWS = 1 << 15;

    private final Database database;
    private final DuckDBConnection connection;
    private final int threads;

    KernelRun(Database database, int threads) {
        this.database = database;
        this.connection = database.connection();
        this.threads = threads;
    }

    StarTable run(
            StarTable table,
            ColumnKernel kernel,
            List<Expression> inputs,
            List<String> kept,
            Path output,
            Progress progress) {
        List<TableColumn> written = StarStream.outputs(kernel);
        List<TableColumn> all = joined(table, kernel, inputs, kept, written);
        progress.begin("computing", table.rows());
        try {
            return compute(
                    Selection.of(table, inputs),
                    kernel,
                    written,
                    progress,
                    source -> write(beside(table, kept, source.sql()), all, output, source));
        } finally {
            progress.end();
        }
    }

    /** Kernel results first, in parts that stay when the program is killed; then all of them beside the kept columns. */
    StarTable runInParts(
            StarTable table,
            ColumnKernel kernel,
            List<Expression> inputs,
            List<String> kept,
            Path parts,
            Path output,
            Progress progress) {
        List<TableColumn> written = StarStream.outputs(kernel);
        List<TableColumn> all = joined(table, kernel, inputs, kept, written);
        var files = new ArrayList<Path>();
        progress.begin("computing", table.rows());
        try {
            for (long from = 0; from < table.rows(); from += PART_ROWS) {
                long to = Math.min(table.rows(), from + PART_ROWS);
                Path part = parts.resolve("part-" + from / PART_ROWS + ".parquet");
                if (holds(part, to - from)) {
                    progress.advance(to - from);
                } else {
                    Selection rows = Selection.of(table, inputs)
                            .where(new RowNumber()
                                    .isAtLeast(Expression.of(from))
                                    .and(new RowNumber().isBelow(Expression.of(to))));
                    compute(
                            rows,
                            kernel,
                            written,
                            progress,
                            source -> write("SELECT * FROM " + source.sql(), written, part, source));
                    StageSeal.put(part);
                }
                files.add(part);
            }
        } finally {
            progress.end();
        }
        if (files.isEmpty()) {
            return run(table, kernel, inputs, kept, output, progress);
        }
        String derived = "(SELECT * FROM " + Sql.parquet(files) + ")";
        return progress.during(
                "putting the parts together", () -> database.write(beside(table, kept, derived), all, output));
    }

    /** Whether a part is there and whole; a damaged one is made anew. */
    private boolean holds(Path part, long rows) {
        try {
            return StageSeal.holds(part) && database.open(part).rows() == rows;
        } catch (InputError damaged) {
            return false;
        }
    }

    private static List<TableColumn> joined(
            StarTable table,
            ColumnKernel kernel,
            List<Expression> inputs,
            List<String> kept,
            List<TableColumn> written) {
        if (inputs.size() != kernel.inputs().size()) {
            throw new IllegalArgumentException("the kernel wants " + kernel.inputs() + ", got expressions " + inputs);
        }
        var all = new ArrayList<TableColumn>();
        kept.forEach(name -> all.add(table.require(name, "")));
        all.addAll(written);
        return all;
    }

    /** The kept columns and derived ones in the same order of rows. */
    private static String beside(StarTable table, List<String> kept, String derived) {
        String keptSql = kept.stream().map(Sql::name).collect(Collectors.joining(", "));
        return kept.isEmpty()
                ? "SELECT * FROM " + derived
                : "SELECT a.*, b.* FROM (SELECT " + keptSql + " FROM " + DuckDbTable.sql(table) + ") a POSITIONAL JOIN "
                        + derived + " b";
    }

    /** The outputs and status alone, in place of a table of the database. */
    void into(StarTable table, ColumnKernel kernel, List<Expression> inputs, String name) {
        compute(Selection.of(table, inputs), kernel, StarStream.outputs(kernel), Progress.SILENT, source -> {
            try {
                database.execute("CREATE OR REPLACE TABLE " + name + " AS SELECT * FROM " + source.sql());
            } catch (RunFailure | InputError e) {
                throw source.failure().get() instanceof RuntimeException mine ? mine : e;
            }
            return table;
        });
    }

    private StarTable compute(
            Selection rows,
            ColumnKernel kernel,
            List<TableColumn> written,
            Progress progress,
            Function<BlockSource.Registered, StarTable> sink) {
        try (DuckDBConnection reading = connection.duplicate();
                DuckDBPreparedStatement statement = reading.prepare(SelectionSql.of(rows));
                DuckDBChunkedResult result = statement.query();
                var blocks = new KernelBlocks(kernel, in -> read(result, in), threads)) {
            BlockSource.Registered source = BlockSource.register(connection, written, writer -> {
                int count = blocks.next(writer);
                progress.advance(count);
                return count;
            });
            return sink.apply(source);
        } catch (SQLException e) {
            throw DatabaseFailure.of(e);
        }
    }

    StarTable generate(long rows, ColumnKernel kernel, Path output, Progress progress) {
        List<TableColumn> written = StarStream.outputs(kernel);
        progress.begin("generating", rows);
        var next = new Object() {
            long row;
        };
        KernelBlocks.Source numbers = in -> {
            int count = (int) Math.min(KernelBlocks.ROWS, rows - next.row);
            for (int i = 0; i < count; i++) {
                in[0][i] = next.row + i;
            }
            next.row += count;
            return count;
        };
        try (var blocks = new KernelBlocks(kernel, numbers, threads)) {
            BlockSource.Registered source = BlockSource.register(connection, written, writer -> {
                int count = blocks.next(writer);
                progress.advance(count);
                return count;
            });
            return write("SELECT * FROM " + source.sql(), written, output, source);
        } catch (SQLException e) {
            throw DatabaseFailure.of(e);
        } finally {
            progress.end();
        }
    }

    private static int read(DuckDBChunkedResult result, double[][] in) throws SQLException {
        if (!result.nextChunk()) {
            return 0;
        }
        int rows = (int) result.chunk().rowCount();
        for (int k = 0; k < in.length; k++) {
            TypedRows.read(result.chunk().vector(k), 0, rows, in[k], 0);
        }
        return rows;
    }

    private StarTable write(String query, List<TableColumn> columns, Path output, BlockSource.Registered source) {
        try {
            return database.write(query, columns, output);
        } catch (RunFailure | InputError e) {
            Throwable own = source.failure().get();
            if (own instanceof RuntimeException mine) {
                throw mine;
            }
            throw e;
        }
    }
}
