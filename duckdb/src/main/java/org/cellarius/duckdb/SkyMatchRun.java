package org.cellarius.duckdb;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Progress;
import org.cellarius.engine.SkyMatch;
import org.cellarius.engine.SkyMatchResult;
import org.cellarius.engine.SkyMatchSummary;
import org.cellarius.engine.SkySide;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.ThreadTasks;
import org.cellarius.engine.sky.CandidateBlocks;
import org.cellarius.engine.sky.MatchColumns;
import org.cellarius.engine.sky.MatchSummaries;
import org.cellarius.engine.sky.Pairing;
import org.cellarius.engine.sky.SkyReader;
import org.cellarius.engine.sky.SkyStream;
import org.cellarius.galaxy.sky.ChanceMatches;
import org.cellarius.galaxy.sky.Find;
import org.cellarius.galaxy.sky.MatchCounts;
import org.cellarius.galaxy.sky.PositionErrors;
import org.cellarius.galaxy.sky.SkySearch;
import org.cellarius.galaxy.sky.SkyZones;
import org.duckdb.DuckDBConnection;

/**
 * Matches two tables on the sky: places are read into memory, matched there, and the database joins the rows by their numbers.
 *
 * <p>In memory are places and neighbours, 80 bytes a row: of B alone for {@code all} and {@code each}, of A and B for {@code best}
 * and {@code symmetric}; all other columns stay in their files.
 */
final class SkyMatchRun {

    private final Engine engine;
    private final Database database;
    private final DuckDBConnection connection;
    private final int threads;

    SkyMatchRun(Engine engine, Database database, int threads) {
        this.engine = engine;
        this.database = database;
        this.connection = database.connection();
        this.threads = threads;
    }

    SkyMatchResult run(SkySide a, SkySide b, SkyMatch match, Path output, Progress progress) {
        boolean alone = match.find() == Find.ALL || match.find() == Find.EACH;
        return alone && match.sigmas().isEmpty()
                ? rowByRow(a, b, match, output, progress)
                : together(a, b, match, output, progress);
    }

    /** Rows of A do not know of each other: they pass, and only B is in memory. */
    private SkyMatchResult rowByRow(SkySide a, SkySide b, SkyMatch match, Path output, Progress progress) {
        checkMemory(b.table().rows());
        SkyReader.Sky skyOfB = SkyReader.read(engine, b, progress);
        var zones = new SkyZones(skyOfB.places(), match.radius(), new ThreadTasks(threads));
        var counts = new MatchCounts(match.radius(), skyOfB.places().rows());
        try (var stars = new SkyStream(engine, a, progress);
                var blocks = new CandidateBlocks(stars, zones, threads)) {
            var rows = new MatchRows(
                    counts,
                    a.motion().map(m -> stars::moved),
                    b.motion().map(m -> skyOfB.moved()::get),
                    Optional.empty());
            StarTable table = write(a, b, match, candidates(blocks, match, rows, counts), output);
            var chance = ChanceMatches.of(stars.sample(), zones, match.radius(), match.find());
            var sideOfA = new SkyMatchSummary.Side(
                    a.table().rows(), stars.placed(), counts.matched(), counts.ambiguous(), stars.movedRows());
            return new SkyMatchResult(table, MatchSummaries.of(sideOfA, skyOfB, match, counts, chance));
        } catch (SQLException e) {
            throw DatabaseFailure.of(e);
        }
    }

    private static CandidateRows candidates(
            CandidateBlocks blocks, SkyMatch match, MatchRows rows, MatchCounts counts) {
        int most = match.find() == Find.ALL ? Integer.MAX_VALUE : 1;
        return new CandidateRows(blocks, most, match.join(), rows, counts);
    }

    /** Whom a row of A gets depends on the others, or on its error: both tables' places are in memory. */
    private SkyMatchResult together(SkySide a, SkySide b, SkyMatch match, Path output, Progress progress) {
        checkMemory(a.table().rows() + b.table().rows());
        SkyReader.Sky skyOfA = SkyReader.read(engine, a, progress);
        SkyReader.Sky skyOfB = SkyReader.read(engine, b, progress);
        var zones = new SkyZones(skyOfB.places(), match.radius(), new ThreadTasks(threads));
        Optional<PositionErrors> errors = errors(match, skyOfA, skyOfB);
        var search = new SkySearch(skyOfA.places(), zones, errors);
        var counts = new MatchCounts(match.radius(), skyOfB.places().rows());
        var rows = new MatchRows(
                counts, a.motion().map(m -> skyOfA.moved()::get), b.motion().map(m -> skyOfB.moved()::get), errors);
        try {
            StarTable table;
            if (match.find() == Find.ALL) {
                try (var blocks = new CandidateBlocks(search, threads)) {
                    table = write(a, b, match, candidates(blocks, match, rows, counts), output);
                }
            } else {
                var pairs = new Pairing(search, match.radius(), skyOfB.places().rows(), new ThreadTasks(threads))
                        .find(match.find(), counts);
                table = write(a, b, match, new PartnerRows(pairs, match.join(), rows), output);
            }
            var chance = ChanceMatches.of(search, match.radius(), match.find());
            return new SkyMatchResult(
                    table,
                    MatchSummaries.of(
                            MatchSummaries.side(skyOfA, counts.matched(), counts.ambiguous()),
                            skyOfB,
                            match,
                            counts,
                            chance));
        } catch (SQLException e) {
            throw DatabaseFailure.of(e);
        }
    }

    private static Optional<PositionErrors> errors(SkyMatch match, SkyReader.Sky a, SkyReader.Sky b) {
        return match.sigmas().isPresent()
                ? Optional.of(new PositionErrors(
                        a.errorsArcsec(), b.errorsArcsec(), match.sigmas().getAsDouble()))
                : Optional.empty();
    }

    private StarTable write(SkySide a, SkySide b, SkyMatch match, BlockSource.Filler matches, Path output)
            throws SQLException {
        BlockSource.Registered source = BlockSource.register(connection, MatchRows.COLUMNS, matches);
        boolean moved = a.motion().isPresent() || b.motion().isPresent();
        MatchColumns columns = MatchColumns.of(a.table().columns(), b.table().columns(), moved, match);
        String order = match.find() == Find.ALL ? "m.row_of_a, m.separation, m.row_of_b" : "m.row_of_a";
        String query = """
                SELECT %s FROM %s m
                JOIN (SELECT * FROM %s) a ON a.file_row_number = m.row_of_a
                LEFT JOIN (SELECT * FROM %s) b ON b.file_row_number = m.row_of_b
                ORDER BY %s
                """.formatted(
                        selected(columns),
                        source.sql(),
                        DuckDbTable.of(a.table()).numberedSql(),
                        DuckDbTable.of(b.table()).numberedSql(),
                        order);
        return database.write(query, columns.all(), output);
    }

    /** The columns of A's row a, B's row b and the match m. */
    private static String selected(MatchColumns columns) {
        return IntStream.range(0, columns.all().size())
                .mapToObj(k -> {
                    MatchColumns.Source source = columns.sources().get(k);
                    String table = switch (source.side()) {
                        case A -> "a.";
                        case B -> "b.";
                        case MATCH -> "m.";
                    };
                    return table + Sql.name(source.column()) + " AS "
                            + Sql.name(columns.all().get(k).name());
                })
                .collect(Collectors.joining(", "));
    }

    private static void checkMemory(long rows) {
        long needed = SkyReader.BYTES_PER_ROW * rows;
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
