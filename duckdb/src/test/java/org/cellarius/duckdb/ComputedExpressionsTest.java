package org.cellarius.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.RunFailure;
import org.cellarius.engine.StarTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an expression gives, or how it is refused, for rows that it cannot be computed for. */
class ComputedExpressionsTest {

    @TempDir
    Path folder;

    private DuckDbEngine engine() {
        return DuckDbEngine.open(EngineSettings.in(folder, List.of()));
    }

    private StarTable table(DuckDbEngine engine) {
        return engine.database()
                .write(
                        "SELECT * FROM (VALUES (1.5::DOUBLE, 7::BIGINT, 'a'), (0, 0, '2'), (-3, 9223372036854775807, '3')) AS t(p, k, t)",
                        List.of(),
                        folder.resolve("t.parquet"));
    }

    private static long kept(DuckDbEngine engine, StarTable table, String condition) {
        return (long) engine.database()
                .numbers("SELECT count(*) FILTER (" + ExpressionSql.of(engine.expression(condition, table, "--where"))
                        + ") FROM " + DuckDbTable.sql(table))[0];
    }

    /** A remainder or quotient by zero of whole numbers and of decimals is missing; a decimal divided by zero is infinite or missing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p % 0 >= 0 | 0",
                "k % 0 >= 0 | 0",
                "mod(k, 0) is null | 3",
                "mod(p, 0) is null | 3",
                "fmod(p, 0) is null | 3",
                "k // 0 is null | 3",
                "p // 0 is null | 3",
                "7 % k = 0 | 1",
                "1 // k >= 0 | 2",
                "sign(k) % 0 is null | 3",
                "k / 0 > 0 | 2",
                "p / 0 < 0 | 1",
                "p / p = 1 | 2",
                "k / k = 1 | 2"
            })
    void divisionByZeroNeverEndsARun(String condition, long stars) {
        try (var engine = engine()) {
            assertThat(kept(engine, table(engine), condition)).isEqualTo(stars);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"k + k > 0", "k * k > 0", "k - -k > 0", "k << 70 > 1"})
    void whatCannotBeComputedForARowIsTheExpressionsMistake(String condition) {
        try (var engine = engine()) {
            StarTable table = table(engine);
            assertThatThrownBy(() -> kept(engine, table, condition))
                    .isInstanceOf(InputError.class)
                    .hasMessageContaining("an expression cannot be computed for some row")
                    .hasMessageContaining("try_cast(");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cast(t as double) > 1", "cast(p * 1e300 as bigint) > 0", "cast(k as tinyint) > 0"})
    void whatCannotBeConvertedFailsWithTheWayOut(String condition) {
        try (var engine = engine()) {
            StarTable table = table(engine);
            assertThatThrownBy(() -> kept(engine, table, condition))
                    .isInstanceOf(RunFailure.class)
                    .hasMessageContaining("try_cast(");
        }
    }

    @Test
    void theWayOutThatIsToldHelps() {
        try (var engine = engine()) {
            StarTable table = table(engine);
            assertThat(kept(engine, table, "try_cast(k as double) * k > 1")).isEqualTo(2);
            assertThat(kept(engine, table, "try_cast(t as double) > 1")).isEqualTo(2);
        }
    }
}
