package org.cellarius.study.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.engine.DuckDbEngine;
import org.cellarius.engine.Engine;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.Progress;
import org.cellarius.engine.Selection;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.galaxy.fit.LineFit;
import org.cellarius.galaxy.fit.LineMethod;
import org.cellarius.galaxy.fit.LineSums;
import org.cellarius.galaxy.fit.LinesByGroup;
import org.cellarius.galaxy.population.Grouping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sums of the database against sums block by block, on 300,000 rows: three parts. */
class LineSumsInSqlTest {

    private static final List<Double> EDGES = List.of(0.0, 0.3, 1.0);

    private static StarTable stars(Engine engine, Path folder) {
        // Far from zero, so that sums about it would lose their digits; every 1000th row is missing or without a usable
        // error.
        String query = "SELECT CASE WHEN i % 1000 = 1 THEN NULL ELSE 8000 + hash(i) % 1000 / 500.0 END AS x,"
                + " 5000 - 0.06 * (hash(i) % 1000 / 500.0) + hash(i + 7) % 100 / 1000.0 AS y,"
                + " CASE WHEN i % 1000 = 2 THEN 0 ELSE 0.1 + hash(i + 3) % 10 / 100.0 END AS e,"
                + " hash(i + 5) % 1100 / 1000.0 AS s FROM range(300000) t(i)";
        return engine.write(
                query,
                List.of("x", "y", "e", "s").stream()
                        .map(n -> new TableColumn(n, ColumnType.DOUBLE, "", ""))
                        .toList(),
                folder.resolve("stars.parquet"));
    }

    @Test
    void theyGiveTheSameLines(@TempDir Path folder) {
        for (int threads : new int[] {1, 4}) {
            try (Engine engine = DuckDbEngine.open(new EngineSettings(folder, List.of(), List.of(), threads, 512))) {
                StarTable stars = stars(engine, folder);
                LineSums[] blocks = engine.fold(
                        Selection.of(stars, List.of("x", "y", "e", "s")).where("y < 5000.05"),
                        new LinesByGroup(LineMethod.WLS, new Grouping.Slices(EDGES)),
                        Progress.SILENT);
                LineSums[] sql = new LineSumsInSql(engine, stars, 0)
                        .of("y < 5000.05", "x", "y", Optional.of("e"), Optional.of("s"), EDGES)
                        .orElseThrow();
                assertThat(sql).hasSize(2);
                for (int g = 0; g < 2; g++) {
                    LineFit one = blocks[g].fit(LineMethod.WLS, 3);
                    LineFit two = sql[g].fit(LineMethod.WLS, 3);
                    assertThat(two.n()).isEqualTo(one.n());
                    assertThat(two.slope()).isCloseTo(one.slope(), within(1e-12));
                    assertThat(two.slopeSd()).isCloseTo(one.slopeSd(), within(1e-13));
                    assertThat(two.chi2() / one.chi2()).isCloseTo(1, within(1e-9));
                    assertThat(two.minX()).isEqualTo(one.minX());
                }
            }
        }
    }

    @Test
    void theNumberOfThreadsDoesNotChangeABit(@TempDir Path folder) {
        LineSums[] before = new LineSums[0];
        for (int threads : new int[] {1, 2, 4, 4, 4}) {
            try (Engine engine = DuckDbEngine.open(new EngineSettings(folder, List.of(), List.of(), threads, 512))) {
                LineSums[] sums = new LineSumsInSql(engine, stars(engine, folder), 0)
                        .of("true", "x", "y", Optional.of("e"), Optional.of("s"), EDGES)
                        .orElseThrow();
                if (before.length > 0) {
                    assertThat(sums).isEqualTo(before);
                }
                before = sums;
            }
        }
    }

    @Test
    void smallTablesAndHugeNumbersAreLeftToTheBlocks(@TempDir Path folder) {
        try (Engine engine = DuckDbEngine.open(new EngineSettings(folder, List.of(), List.of(), 2, 512))) {
            StarTable stars = stars(engine, folder);
            var usual = new LineSumsInSql(engine, stars, LineSumsInSql.USUAL_LEAST);
            assertThat(usual.of("true", "x", "y", Optional.empty(), Optional.empty(), List.of()))
                    .isEmpty();
            var all = new LineSumsInSql(engine, stars, 0);
            assertThat(all.of("true", "x * 1e200", "y", Optional.empty(), Optional.empty(), List.of()))
                    .isEmpty();
            assertThat(all.of("false", "x", "y", Optional.empty(), Optional.empty(), List.of()))
                    .isEmpty();
        }
    }
}
