package org.cellarius.duckdb;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.engine.TableColumn;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.jspecify.annotations.Nullable;

/**
 * Rows that Java makes, as a table function of the database: one reader, in order, block by block.
 *
 * <p>The database hands exceptions back as texts; the first one is kept in the registered source so that the astronomer gets
 * the sentence and not its echo.
 */
final class BlockSource implements DuckDBTableFunction<Object, Object, Object> {

    private static final AtomicLong NUMBER = new AtomicLong();

    /** Fills the next rows, at most the writer's capacity; 0 at the end. */
    @FunctionalInterface
    interface Filler {
        int fill(DuckDBDataChunkWriter chunk) throws Exception;
    }

    private final List<TableColumn> columns;
    private final Filler filler;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    private BlockSource(List<TableColumn> columns, Filler filler) {
        this.columns = columns;
        this.filler = filler;
    }

    /** The registered source: its name in SQL and what went wrong in it. */
    record Registered(String sql, AtomicReference<@Nullable Throwable> failure) {}

    static Registered register(DuckDBConnection connection, List<TableColumn> columns, Filler filler)
            throws java.sql.SQLException {
        var source = new BlockSource(columns, filler);
        String name = "cellarius_blocks_" + NUMBER.incrementAndGet();
        DuckDBFunctions.tableFunction().withName(name).withFunction(source).register(connection);
        return new Registered(name + "()", source.failure);
    }

    @Override
    public Object bind(DuckDBTableFunctionBindInfo info) {
        for (TableColumn column : columns) {
            info.addResultColumn(column.name(), duckDbType(column.type()));
        }
        return this;
    }

    @Override
    public Object init(DuckDBTableFunctionInitInfo info) {
        info.setMaxThreads(1);
        return this;
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk) throws Exception {
        try {
            return filler.fill(chunk);
        } catch (Exception | Error e) {
            failure.compareAndSet(null, e);
            throw e;
        }
    }

    private static DuckDBColumnType duckDbType(ColumnType type) {
        return switch (type) {
            case DOUBLE -> DuckDBColumnType.DOUBLE;
            case LONG -> DuckDBColumnType.BIGINT;
            case BOOLEAN -> DuckDBColumnType.BOOLEAN;
            case TEXT -> DuckDBColumnType.VARCHAR;
        };
    }
}
