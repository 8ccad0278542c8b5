package org.cellarius.duckdb;

import java.sql.SQLException;
import org.cellarius.engine.SkyMatch;
import org.cellarius.galaxy.sky.MatchedPairs;
import org.duckdb.DuckDBDataChunkWriter;

/** Matches that give each row of A one row of B at most. */
final class PartnerRows implements BlockSource.Filler {

    private final MatchedPairs pairs;
    private final SkyMatch.Join join;
    private final MatchRows rows;
    private int next;

    PartnerRows(MatchedPairs pairs, SkyMatch.Join join, MatchRows rows) {
        this.pairs = pairs;
        this.join = join;
        this.rows = rows;
    }

    @Override
    public int fill(DuckDBDataChunkWriter chunk) throws SQLException {
        int at = 0;
        for (; next < pairs.partners().length && at < MatchRows.CAPACITY; next++) {
            if (pairs.matched(next)) {
                rows.match(chunk, at++, next, pairs.partners()[next], pairs.haversines()[next]);
            } else if (join == SkyMatch.Join.LEFT) {
                rows.alone(chunk, at++, next);
            }
        }
        return at;
    }
}
