package org.cellarius.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cellarius.duckdb.DuckDbEngine;
import org.cellarius.duckdb.Sql;
import org.cellarius.engine.EngineSettings;

/**
 * The pairs of {@link MatchSqlInDuckDb} beside those of the same queries in Spark: {@code MatchSqlBesideSpark FOLDER [--quick]} prints a
 * table. Exit code 1 where a pair is not in all three, or twice in one.
 */
final class MatchSqlBesideSpark {

    private final DuckDbEngine engine;
    private final Path folder;

    private MatchSqlBesideSpark(DuckDbEngine engine, Path folder) {
        this.engine = engine;
        this.folder = folder;
    }

    public static void main(String[] args) {
        Path folder = Path.of(args[0]).toAbsolutePath();
        long different;
        try (DuckDbEngine engine = DuckDbEngine.open(EngineSettings.in(folder, List.of()))) {
            different = new MatchSqlBesideSpark(engine, folder).compared(MatchSqlInDuckDb.skies(List.of(args)));
        }
        if (different > 0) {
            System.err.printf("bench: %,d pairs are not the same everywhere%n", different);
            System.exit(1);
        }
    }

    private long compared(MatchSqlSkies skies) {
        var table = new Table(
                "sky",
                "rows of A and of B",
                "radius, arcsec",
                "find",
                "pairs that are right",
                "pairs in DuckDB",
                "pairs in Spark",
                "pairs not in all three",
                "separations, Spark − DuckDB at most, arcsec",
                "Spark − right",
                "DuckDB s",
                "Spark s",
                "join in Spark");
        Map<String, List<String>> duckDb = lines("duckdb.tsv");
        Map<String, List<String>> spark = lines("spark.tsv");
        long different = 0;
        for (MatchSqlCase of : MatchSqlCase.all()) {
            double[] found = engine.database().numbers(differences(of.name()));
            different += (long) found[3];
            table.row(
                    MatchSqlCase.word(of.sky()),
                    "%,d".formatted(skies.rows(of)),
                    "%s".formatted(of.radiusArcsec()),
                    MatchSqlCase.word(of.find()),
                    "%,.0f".formatted(found[0]),
                    "%,.0f".formatted(found[1]),
                    "%,.0f".formatted(found[2]),
                    "%,.0f".formatted(found[3]),
                    "%.1e".formatted(found[4]),
                    "%.1e".formatted(found[5]),
                    "%.2f".formatted(Double.parseDouble(cell(duckDb, of, 1))),
                    "%.2f".formatted(Double.parseDouble(cell(spark, of, 1))),
                    cell(spark, of, 2));
        }
        System.out.println(text("spark.txt") + "; " + Machine.here().described() + "; load " + Machine.load() + "\n");
        System.out.println(table.markdown());
        return different;
    }

    /** Numbers of pairs, of pairs that are not once in each, largest differences of separations. */
    private String differences(String name) {
        return """
                SELECT sum(of_truth), sum(of_duckdb), sum(of_spark), count(*) FILTER (of_truth <> 1 OR of_duckdb <> 1 OR of_spark <> 1),
                  max(abs(in_spark - in_duckdb)), max(abs(in_spark - in_truth))
                FROM (
                  SELECT count(truth) AS of_truth, count(duckdb) AS of_duckdb, count(spark) AS of_spark,
                    max(truth) AS in_truth, max(duckdb) AS in_duckdb, max(spark) AS in_spark
                  FROM (
                    SELECT id_a, id_b, separation AS truth, NULL AS duckdb, NULL AS spark FROM read_parquet(%s)
                    UNION ALL SELECT id_a, id_b, NULL, separation, NULL FROM read_parquet(%s)
                    UNION ALL SELECT id_a, id_b, NULL, NULL, separation FROM read_parquet(%s)) found
                  GROUP BY id_a, id_b) pairs""".formatted(
                        Sql.text(folder.resolve(name + ".truth.parquet")),
                        Sql.text(folder.resolve(name + ".duckdb.parquet")),
                        Sql.text(folder.resolve(name + ".spark/*.parquet")));
    }

    private static String cell(Map<String, List<String>> lines, MatchSqlCase of, int column) {
        List<String> line = lines.get(of.name());
        if (line == null) {
            throw new IllegalStateException(of.name() + " was not run");
        }
        return line.get(column);
    }

    private Map<String, List<String>> lines(String file) {
        return text(file)
                .lines()
                .map(line -> List.of(line.split("\t", -1)))
                .collect(Collectors.toMap(List::getFirst, Function.identity()));
    }

    private String text(String file) {
        try {
            return Files.readString(folder.resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
