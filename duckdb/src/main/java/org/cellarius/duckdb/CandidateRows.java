package org.cellarius.duckdb;

import java.sql.SQLException;
import java.util.Optional;
import org.cellarius.engine.SkyMatch;
import org.cellarius.engine.sky.CandidateBlocks;
import org.cellarius.galaxy.sky.MatchCounts;
import org.duckdb.DuckDBDataChunkWriter;

/** Every candidate as a match, written as they are found: not all of them are in memory at once. */
final class CandidateRows implements BlockSource.Filler {

    private final CandidateBlocks blocks;
    private final SkyMatch.Join join;
    private final MatchRows rows;
    private final MatchCounts counts;
    private final int most;
    private Optional<CandidateBlocks.Block> current = Optional.empty();
    private int row;
    private int candidate;

    /** At most so many candidates of each row of A, the nearest first. */
    CandidateRows(CandidateBlocks blocks, int most, SkyMatch.Join join, MatchRows rows, MatchCounts counts) {
        this.most = most;
        this.blocks = blocks;
        this.join = join;
        this.rows = rows;
        this.counts = counts;
    }

    @Override
    public int fill(DuckDBDataChunkWriter chunk) throws SQLException {
        int at = 0;
        while (at < MatchRows.CAPACITY) {
            if (current.isEmpty()) {
                current = blocks.next();
                row = 0;
                candidate = 0;
                if (current.isEmpty()) {
                    return at;
                }
                count(current.get());
            }
            at = fill(current.get(), chunk, at);
            if (row == current.get().rows()) {
                current = Optional.empty();
            }
        }
        return at;
    }

    /** Goes on with a block until it ends or the chunk is full. */
    private int fill(CandidateBlocks.Block block, DuckDBDataChunkWriter chunk, int from) throws SQLException {
        int at = from;
        while (row < block.rows() && at < MatchRows.CAPACITY) {
            int a = block.first() + row;
            int begin = block.begin(row);
            int end = begin + Math.min(block.ends()[row] - begin, most);
            if (candidate < end) {
                rows.match(
                        chunk,
                        at++,
                        a,
                        block.found().row(candidate),
                        block.found().haversine(candidate));
                candidate++;
            } else if (join == SkyMatch.Join.LEFT && block.begin(row) == block.ends()[row]) {
                rows.alone(chunk, at++, a);
            }
            if (candidate == end) {
                candidate = block.ends()[row];
                row++;
            }
        }
        return at;
    }

    private void count(CandidateBlocks.Block block) {
        for (int k = 0; k < block.rows(); k++) {
            counts.candidates(block.found(), block.begin(k), block.ends()[k]);
        }
    }
}
