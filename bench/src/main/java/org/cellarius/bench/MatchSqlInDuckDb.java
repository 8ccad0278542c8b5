package org.cellarius.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellarius.duckdb.DuckDbEngine;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.Progress;
import org.cellarius.engine.SkyMatch;
import org.cellarius.engine.SkyMatch.Join;
import org.cellarius.engine.SkySide;
import org.cellarius.engine.StarTable;

/**
 * Skies, the pairs that are right, and those that the match as SQL gives in DuckDB: {@code MatchSqlInDuckDb FOLDER [--quick]}. Leaves in
 * the folder what the same match in Spark needs: {@code cases.tsv} (name, both tables) and a query {@code NAME.sql} for each. {@link
 * MatchSqlBesideSpark} compares.
 */
final class MatchSqlInDuckDb {

    private final DuckDbEngine engine;
    private final Path folder;
    private final MatchSqlSkies skies;

    private MatchSqlInDuckDb(DuckDbEngine engine, Path folder, MatchSqlSkies skies) {
        this.engine = engine;
        this.folder = folder;
        this.skies = skies;
    }

    static MatchSqlSkies skies(List<String> arguments) {
        return arguments.contains("--quick") ? new MatchSqlSkies(1_000, 10_000) : new MatchSqlSkies(3_000, 100_000);
    }

    public static void main(String[] args) {
        Path folder = Scratch.folder(Path.of(args[0]).toAbsolutePath());
        try (DuckDbEngine engine = DuckDbEngine.open(EngineSettings.in(folder, List.of()))) {
            new MatchSqlInDuckDb(engine, folder, skies(List.of(args))).run();
        }
    }

    private void run() {
        var list = new ArrayList<String>();
        var times = new ArrayList<String>();
        for (MatchSqlCase of : MatchSqlCase.all()) {
            StarTable a = sky(of, "a", skies.a(of));
            StarTable b = sky(of, "b", skies.b(of));
            if (list.isEmpty()) {
                // What a first query costs is no property of this one.
                joined(of, a, b);
            }
            truth(of, a, b);
            long begun = System.nanoTime();
            joined(of, a, b);
            times.add(of.name() + "\t" + (System.nanoTime() - begun) * 1e-9);
            list.add(String.join(
                    "\t",
                    of.name(),
                    engine.database().file(a).toString(),
                    engine.database().file(b).toString()));
            write(of.name() + ".sql", List.of(of.sql()));
        }
        write("cases.tsv", list);
        write("duckdb.tsv", times);
    }

    private StarTable sky(MatchSqlCase of, String side, String query) {
        Path file = folder.resolve(of.skyName() + "-" + side + ".parquet");
        return Files.exists(file) ? engine.open(file) : engine.database().write(query, MatchSqlSkies.COLUMNS, file);
    }

    private void joined(MatchSqlCase of, StarTable a, StarTable b) {
        String query = of.sql()
                .replace("FROM a_sky", "FROM " + engine.database().source(a))
                .replace("FROM b_sky", "FROM " + engine.database().source(b));
        engine.database().write(query, List.of(), folder.resolve(of.name() + ".duckdb.parquet"));
    }

    private void truth(MatchSqlCase of, StarTable a, StarTable b) {
        Path file = folder.resolve(of.name() + ".truth.parquet");
        switch (of.sky()) {
            case CROWDED -> engine.database().write(allPairs(of, a, b), List.of(), file);
            case UNIFORM -> {
                StarTable zones = engine.match(
                                new SkySide(a, a.value("ra"), a.value("dec"), Optional.empty()),
                                new SkySide(b, b.value("ra"), b.value("dec"), Optional.empty()),
                                new SkyMatch(of.radius(), of.find(), Join.INNER),
                                folder.resolve("zones.parquet"),
                                Progress.SILENT)
                        .table();
                engine.database()
                        .write(
                                "SELECT id AS id_a, id_2 AS id_b, separation FROM "
                                        + engine.database().source(zones) + " ORDER BY id_a, separation",
                                List.of(),
                                file);
            }
        }
    }

    /** A cross join by the formula of Vincenty, which shares nothing with the haversine, and what a word means by its definition. */
    private String allPairs(MatchSqlCase of, StarTable a, StarTable b) {
        String nearest = switch (of.find()) {
            case ALL, BEST -> "true";
            case EACH -> "rank_of_a = 1";
            case SYMMETRIC -> "rank_of_a = 1 AND rank_of_b = 1";
        };
        return """
                SELECT id_a, id_b, separation FROM (
                  SELECT id_a, id_b, separation, row_number() OVER (PARTITION BY id_a ORDER BY separation, id_b) AS rank_of_a,
                    row_number() OVER (PARTITION BY id_b ORDER BY separation, id_a) AS rank_of_b
                  FROM (
                    SELECT a.id AS id_a, b.id AS id_b, 3600 * degrees(atan2(
                      sqrt(pow(cos(radians(b.dec)) * sin(radians(a.ra - b.ra)), 2)
                        + pow(cos(radians(a.dec)) * sin(radians(b.dec)) - sin(radians(a.dec)) * cos(radians(b.dec)) * cos(radians(a.ra - b.ra)), 2)),
                      sin(radians(a.dec)) * sin(radians(b.dec)) + cos(radians(a.dec)) * cos(radians(b.dec)) * cos(radians(a.ra - b.ra)))) AS separation
                    FROM %s a, %s b
                    WHERE abs(a.ra) <= 360 AND abs(b.ra) <= 360 AND abs(a.dec) <= 90 AND abs(b.dec) <= 90) pairs
                  WHERE separation <= %s) ranked
                WHERE %s ORDER BY id_a, separation, id_b""".formatted(engine.database().source(a), engine.database().source(b), of.radiusArcsec(), nearest);
    }

    private void write(String name, List<String> lines) {
        try {
            Files.write(folder.resolve(name), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
