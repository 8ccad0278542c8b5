package org.cellarius.engine;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBPreparedStatement;

/**
 * Runs a kernel from Parquet to Parquet in one streaming pass.
 *
 * <p>The kernel's inputs are read as chunks on a connection of their own; its outputs enter the writing query as a table
 * function, beside the kept columns of the same file: both sides keep the file's order, so rows are joined by position.
 */
final class KernelRun {

    private static final String STATUS = "status";
    private static final int CHUNK = 2048;

    private final DuckDbEngine engine;
    private final DuckDBConnection connection;

    KernelRun(DuckDbEngine engine, DuckDBConnection connection) {
        this.engine = engine;
        this.connection = connection;
    }

    StarTable run(
            StarTable table,
            ColumnKernel kernel,
            List<String> inputs,
            List<String> kept,
            Path output,
            Progress progress) {
        if (inputs.size() != kernel.inputs().size()) {
            throw new IllegalArgumentException("the kernel wants " + kernel.inputs() + ", got expressions " + inputs);
        }
        List<TableColumn> written = outputColumns(kernel);
        var all = new ArrayList<TableColumn>();
        kept.forEach(name -> all.add(table.require(name, table.parquet().toString())));
        all.addAll(written);
        progress.begin("computing", table.rows());
        try (DuckDBConnection reading = connection.duplicate();
                DuckDBPreparedStatement statement =
                        reading.prepare(Selection.of(table, inputs).sql());
                DuckDBChunkedResult result = statement.query()) {
            var block = new Block(kernel);
            BlockSource.Registered source = BlockSource.register(connection, written, writer -> {
                if (!result.nextChunk()) {
                    return 0;
                }
                int rows = (int) result.chunk().rowCount();
                for (int k = 0; k < block.in.length; k++) {
                    TypedRows.read(result.chunk().vector(k), 0, rows, block.in[k], 0);
                }
                block.apply(rows, writer);
                progress.advance(rows);
                return rows;
            });
            String keptSql = kept.stream().map(Sql::name).collect(Collectors.joining(", "));
            String query = kept.isEmpty()
                    ? "SELECT * FROM " + source.sql()
                    : "SELECT a.*, b.* FROM (SELECT " + keptSql + " FROM " + table.sql() + ") a POSITIONAL JOIN "
                            + source.sql() + " b";
            return write(query, all, output, source);
        } catch (SQLException e) {
            throw DuckDbEngine.failure(e);
        } finally {
            progress.end();
        }
    }

    StarTable generate(long rows, ColumnKernel kernel, Path output, Progress progress) {
        List<TableColumn> written = outputColumns(kernel);
        progress.begin("generating", rows);
        try {
            var block = new Block(kernel);
            var next = new Object() {
                long row;
            };
            BlockSource.Registered source = BlockSource.register(connection, written, writer -> {
                int count = (int) Math.min(CHUNK, rows - next.row);
                for (int i = 0; i < count; i++) {
                    block.in[0][i] = next.row + i;
                }
                next.row += count;
                block.apply(count, writer);
                progress.advance(count);
                return count;
            });
            return write("SELECT * FROM " + source.sql(), written, output, source);
        } catch (SQLException e) {
            throw DuckDbEngine.failure(e);
        } finally {
            progress.end();
        }
    }

    private StarTable write(String query, List<TableColumn> columns, Path output, BlockSource.Registered source) {
        try {
            return engine.write(query, columns, output);
        } catch (RunFailure e) {
            Throwable own = source.failure().get();
            if (own instanceof RuntimeException mine) {
                throw mine;
            }
            throw e;
        }
    }

    private static List<TableColumn> outputColumns(ColumnKernel kernel) {
        var columns = new ArrayList<TableColumn>();
        for (OutputColumn c : kernel.outputs()) {
            columns.add(new TableColumn(c.name(), ColumnType.DOUBLE, c.unit(), c.description()));
        }
        columns.add(new TableColumn(STATUS, ColumnType.TEXT, "", "OK, or what could not be computed and why"));
        return columns;
    }

    /** Buffers of one block. */
    private static final class Block {
        final ColumnKernel kernel;
        final double[][] in;
        final double[][] out;
        final StarStatus[] status = new StarStatus[CHUNK];
        final String[] word = new String[CHUNK];

        Block(ColumnKernel kernel) {
            this.kernel = kernel;
            this.in = new double[kernel.inputs().size()][CHUNK];
            this.out = new double[kernel.outputs().size()][CHUNK];
        }

        void apply(int rows, DuckDBDataChunkWriter writer) {
            kernel.apply(rows, in, out, status);
            for (int k = 0; k < out.length; k++) {
                TypedRows.write(out[k], rows, writer.vector(k));
            }
            // A full block goes over in one native call; one call per star costs a tenth of the whole path.
            var words = rows == CHUNK ? word : new String[rows];
            for (int i = 0; i < rows; i++) {
                words[i] = status[i].name();
            }
            writer.vector(out.length).setStrings(0, words);
        }
    }
}
