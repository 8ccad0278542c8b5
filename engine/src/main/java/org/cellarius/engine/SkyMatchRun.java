package org.cellarius.engine;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import org.cellarius.catalogue.InputError;
import org.cellarius.galaxy.sky.ChanceMatches;
import org.cellarius.galaxy.sky.Find;
import org.cellarius.galaxy.sky.MatchCounts;
import org.cellarius.galaxy.sky.MatchedPairs;
import org.cellarius.galaxy.sky.NearestPairs;
import org.cellarius.galaxy.sky.SkyZones;
import org.duckdb.DuckDBConnection;

/**
 * Matches two tables on the sky: places are read into memory, matched there, and the database joins the rows by their numbers.
 *
 * <p>In memory are places and neighbours, 80 bytes a row: of B alone for {@code all} and {@code each}, of A and B for {@code best}
 * and {@code symmetric}; all other columns stay in their files.
 */
final class SkyMatchRun {

    private static final long BYTES_PER_ROW = 80;

    private final DuckDbEngine engine;
    private final DuckDBConnection connection;
    private final int threads;

    SkyMatchRun(DuckDbEngine engine, DuckDBConnection connection, int threads) {
        this.engine = engine;
        this.connection = connection;
        this.threads = threads;
    }

    SkyMatchResult run(SkySide a, SkySide b, SkyMatch match, Path output, Progress progress) {
        return switch (match.find()) {
            case ALL, EACH -> rowByRow(a, b, match, output, progress);
            case BEST, SYMMETRIC -> together(a, b, match, output, progress);
        };
    }

    /** Rows of A do not know of each other: they pass, and only B is in memory. */
    private SkyMatchResult rowByRow(SkySide a, SkySide b, SkyMatch match, Path output, Progress progress) {
        checkMemory(b.table().rows());
        SkyReader.Sky skyOfB = SkyReader.read(engine, b, progress);
        var zones = new SkyZones(skyOfB.places(), match.radius());
        var counts = new MatchCounts(match.radius(), skyOfB.places().rows());
        try (var stars = new SkyStream(engine, a, progress);
                var blocks = new CandidateBlocks(stars, zones, threads)) {
            var rows = new MatchRows(
                    counts, a.motion().map(m -> stars::moved), b.motion().map(m -> skyOfB.moved()::get));
            int most = match.find() == Find.ALL ? Integer.MAX_VALUE : 1;
            var matches = new CandidateRows(blocks, most, match.join(), rows, counts);
            StarTable table = write(a, b, match.find(), matches, output);
            var chance = ChanceMatches.of(stars.sample(), zones, match.radius(), match.find());
            var sideOfA = new SkyMatchResult.Side(
                    a.table().rows(), stars.placed(), counts.matched(), counts.ambiguous(), stars.movedRows());
            return result(table, sideOfA, skyOfB, match, counts, chance);
        } catch (SQLException e) {
            throw DuckDbEngine.failure(e);
        }
    }

    /** Whom a row of A gets depends on the others: both tables' places are in memory. */
    private SkyMatchResult together(SkySide a, SkySide b, SkyMatch match, Path output, Progress progress) {
        checkMemory(a.table().rows() + b.table().rows());
        SkyReader.Sky skyOfA = SkyReader.read(engine, a, progress);
        SkyReader.Sky skyOfB = SkyReader.read(engine, b, progress);
        var zones = new SkyZones(skyOfB.places(), match.radius());
        var counts = new MatchCounts(match.radius(), skyOfB.places().rows());
        var rows = new MatchRows(
                counts, a.motion().map(m -> skyOfA.moved()::get), b.motion().map(m -> skyOfB.moved()::get));
        try (var blocks = CandidateBlocks.of(skyOfA.places(), zones, threads)) {
            NearestPairs nearest = nearest(blocks, skyOfA, skyOfB, counts);
            MatchedPairs pairs = match.find() == Find.BEST ? nearest.best(skyOfA.places(), zones) : nearest.symmetric();
            StarTable table = write(a, b, match.find(), new PartnerRows(pairs, match.join(), rows), output);
            var chance = ChanceMatches.of(skyOfA.places(), zones, match.radius(), match.find());
            return result(table, side(skyOfA, counts.matched(), counts.ambiguous()), skyOfB, match, counts, chance);
        } catch (SQLException e) {
            throw DuckDbEngine.failure(e);
        }
    }

    private static NearestPairs nearest(
            CandidateBlocks blocks, SkyReader.Sky skyOfA, SkyReader.Sky skyOfB, MatchCounts counts) {
        var nearest = new NearestPairs(skyOfA.places().rows(), skyOfB.places().rows());
        for (var next = blocks.next(); next.isPresent(); next = blocks.next()) {
            CandidateBlocks.Block block = next.get();
            for (int row = 0; row < block.rows(); row++) {
                counts.candidates(block.found(), block.begin(row), block.ends()[row]);
                for (int k = block.begin(row); k < block.ends()[row]; k++) {
                    nearest.offer(
                            block.first() + row,
                            block.found().row(k),
                            block.found().haversine(k));
                }
            }
        }
        return nearest;
    }

    private StarTable write(SkySide a, SkySide b, Find find, BlockSource.Filler matches, Path output)
            throws SQLException {
        BlockSource.Registered source = BlockSource.register(connection, MatchRows.COLUMNS, matches);
        boolean moved = a.motion().isPresent() || b.motion().isPresent();
        MatchColumns columns = MatchColumns.of(a.table(), b.table(), moved);
        String order = find == Find.ALL ? "m.row_of_a, m.separation, m.row_of_b" : "m.row_of_a";
        String query = """
                SELECT %s FROM %s m
                JOIN (SELECT * FROM %s) a ON a.file_row_number = m.row_of_a
                LEFT JOIN (SELECT * FROM %s) b ON b.file_row_number = m.row_of_b
                ORDER BY %s
                """.formatted(
                        columns.selected(),
                        source.sql(),
                        a.table().numberedSql(),
                        b.table().numberedSql(),
                        order);
        return engine.write(query, columns.all(), output);
    }

    private static SkyMatchResult result(
            StarTable table,
            SkyMatchResult.Side a,
            SkyReader.Sky b,
            SkyMatch match,
            MatchCounts counts,
            ChanceMatches chance) {
        var histogram = new ArrayList<SkyMatchResult.Bin>();
        double width = match.radius().arcsec() / MatchCounts.BINS;
        double weight = chance.known() ? (double) a.placed() / chance.sampled() : Double.NaN;
        for (int k = 0; k < MatchCounts.BINS; k++) {
            histogram.add(new SkyMatchResult.Bin(
                    k * width, (k + 1) * width, counts.histogram()[k], weight * chance.histogram()[k]));
        }
        return new SkyMatchResult(
                table,
                a,
                side(b, counts.matchedOfB(), counts.ambiguousOfB()),
                counts.matches(),
                counts.candidates(),
                histogram,
                chance.share(),
                chance.shareError());
    }

    private static SkyMatchResult.Side side(SkyReader.Sky sky, long matched, long ambiguous) {
        return new SkyMatchResult.Side(
                sky.places().rows(),
                sky.places().placed(),
                matched,
                ambiguous,
                sky.moved().cardinality());
    }

    private static void checkMemory(long rows) {
        long needed = BYTES_PER_ROW * rows;
        long there = Runtime.getRuntime().maxMemory();
        if (rows > Integer.MAX_VALUE - 16 || needed > there) {
            throw new InputError(
                    "places of %,d rows need %,d MiB of memory; the program may use %,d MiB"
                            .formatted(rows, needed >> 20, there >> 20),
                    "",
                    "Give it more with CELLARIUS_JAVA_OPTIONS=-Xmx%dg, or match parts of the sky"
                            .formatted((needed >> 30) + 1));
        }
    }
}
