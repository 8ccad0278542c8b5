package org.cellarius.duckdb;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.sky.MatchColumns;
import org.cellarius.galaxy.sky.MatchCounts;
import org.cellarius.galaxy.sky.PositionErrors;
import org.cellarius.galaxy.sky.Separation;
import org.duckdb.DuckDBDataChunkWriter;

/**
 * Writes matches for the database, in the order of A, and counts them: row of A, row of B or nothing, separation, whether the star
 * that was to be carried to another epoch was.
 */
final class MatchRows {

    static final String ROW_OF_A = "row_of_a";
    static final String ROW_OF_B = "row_of_b";

    static final List<TableColumn> COLUMNS = Stream.concat(
                    Stream.of(
                            new TableColumn(ROW_OF_A, ColumnType.LONG, "", ""),
                            new TableColumn(ROW_OF_B, ColumnType.LONG, "", "")),
                    MatchColumns.OWN.stream())
            .toList();

    /** Rows that the database takes at once. */
    static final int CAPACITY = KernelBlocks.ROWS;

    private final MatchCounts counts;
    private final Optional<IntPredicate> movedOfA;
    private final Optional<IntPredicate> movedOfB;
    private final Optional<PositionErrors> errors;

    MatchRows(
            MatchCounts counts,
            Optional<IntPredicate> movedOfA,
            Optional<IntPredicate> movedOfB,
            Optional<PositionErrors> errors) {
        this.errors = errors;
        this.counts = counts;
        this.movedOfA = movedOfA;
        this.movedOfB = movedOfB;
    }

    void match(DuckDBDataChunkWriter chunk, int at, int a, int b, double haversine) throws SQLException {
        double separation = Separation.arcsecOf(haversine);
        chunk.vector(0).setLong(at, a);
        chunk.vector(1).setLong(at, b);
        chunk.vector(2).setDouble(at, separation);
        tellMoved(chunk, at, a, b);
        tellSigma(chunk, at, a, b, separation);
        counts.match(a, b, separation);
    }

    void alone(DuckDBDataChunkWriter chunk, int at, int a) throws SQLException {
        chunk.vector(0).setLong(at, a);
        chunk.vector(1).setNull(at);
        chunk.vector(2).setNull(at);
        chunk.vector(3).setNull(at);
        chunk.vector(4).setNull(at);
        if (movedOfA.isPresent()) {
            chunk.vector(3).setBoolean(at, movedOfA.get().test(a));
        }
    }

    private void tellSigma(DuckDBDataChunkWriter chunk, int at, int a, int b, double separation) throws SQLException {
        double combined = errors.isPresent() ? errors.get().combinedArcsec(a, b) : 0;
        if (combined > 0) {
            chunk.vector(4).setDouble(at, separation / combined);
        } else {
            chunk.vector(4).setNull(at);
        }
    }

    private void tellMoved(DuckDBDataChunkWriter chunk, int at, int a, int b) throws SQLException {
        if (movedOfA.isPresent()) {
            chunk.vector(3).setBoolean(at, movedOfA.get().test(a));
        } else if (movedOfB.isPresent()) {
            chunk.vector(3).setBoolean(at, movedOfB.get().test(b));
        } else {
            chunk.vector(3).setNull(at);
        }
    }
}
