package org.cellarius.engine.sky;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.engine.SkyMatch;
import org.cellarius.engine.TableColumn;
import org.cellarius.galaxy.sky.MatchedPairs;
import org.cellarius.galaxy.sky.Separation;

/** Rows of two tables in memory side by side, with the match's own columns behind them, in the order of A. */
final class JoinedRows implements BlockReader {

    /**
     * A match of two tables in memory.
     *
     * @param a the first table
     * @param b the second table
     * @param pairs who belongs to whom
     * @param join which rows of A come
     * @param own names of the match's own columns
     * @param movedOfA whether a row of A was carried to the other epoch; empty where none was to be
     * @param movedOfB the same of B
     */
    record Match(
            HeldTable a,
            HeldTable b,
            MatchedPairs pairs,
            SkyMatch.Join join,
            List<String> own,
            Optional<IntPredicate> movedOfA,
            Optional<IntPredicate> movedOfB) {

        /** Number of rows that come. */
        long rows() {
            return switch (join) {
                case INNER -> pairs.count();
                case LEFT -> a.rows();
            };
        }
    }

    private final Match match;
    private final int[] columns;
    private final List<ColumnBuffer> buffers = new ArrayList<>();
    private final int[] rowsOfA = new int[BLOCK_ROWS];
    private final int[] rowsOfB = new int[BLOCK_ROWS];
    private int next;

    /** Of all columns, A's, B's and the match's own, those with some numbers. */
    JoinedRows(Match match, List<TableColumn> all, int[] columns) {
        this.match = match;
        this.columns = columns;
        Arrays.stream(columns)
                .forEach(k -> buffers.add(ColumnBuffer.forBlock(all.get(k).type())));
    }

    @Override
    public int next() {
        int count = choose();
        int ofA = match.a().columns().size();
        int ofBoth = ofA + match.b().columns().size();
        for (int k = 0; k < columns.length; k++) {
            int column = columns[k];
            if (column < ofA) {
                match.a().gather(column, rowsOfA, count, buffers.get(k));
            } else if (column < ofBoth) {
                match.b().gather(column - ofA, rowsOfB, count, buffers.get(k));
            } else {
                own(match.own().get(column - ofBoth), count, buffers.get(k));
            }
        }
        return count;
    }

    private int choose() {
        int count = 0;
        int[] partners = match.pairs().partners();
        for (; next < partners.length && count < BLOCK_ROWS; next++) {
            if (partners[next] >= 0 || match.join() == SkyMatch.Join.LEFT) {
                rowsOfA[count] = next;
                rowsOfB[count++] = partners[next];
            }
        }
        return count;
    }

    private void own(String name, int count, ColumnBuffer into) {
        switch (name) {
            case SkyMatch.SEPARATION -> separations(count, ((ColumnBuffer.Doubles) into).values());
            case SkyMatch.MOVED -> moved(count, (ColumnBuffer.Booleans) into);
            default -> throw new IllegalArgumentException("no column '" + name + "' of a match in memory");
        }
    }

    private void separations(int count, double[] arcsec) {
        for (int i = 0; i < count; i++) {
            arcsec[i] = rowsOfB[i] < 0
                    ? Double.NaN
                    : Separation.arcsecOf(match.pairs().haversines()[rowsOfA[i]]);
        }
    }

    private void moved(int count, ColumnBuffer.Booleans into) {
        for (int i = 0; i < count; i++) {
            boolean known = match.movedOfA().isPresent() || rowsOfB[i] >= 0;
            into.missing()[i] = !known;
            into.values()[i] = known
                    && (match.movedOfA().isPresent()
                            ? match.movedOfA().get().test(rowsOfA[i])
                            : match.movedOfB().orElseThrow().test(rowsOfB[i]));
        }
    }

    @Override
    public ColumnBuffer column(int index) {
        return buffers.get(index);
    }

    @Override
    public void close() {
        next = match.pairs().partners().length;
    }
}
