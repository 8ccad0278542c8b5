package org.cellarius.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableSelection;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.Progress;
import org.cellarius.engine.StarTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** NaN is missing wherever expressions are read, and a path is only a path. The truth of each row is arithmetic by hand. */
class NanIsMissingTest {

    /** The trait of duckdb#3292: some parallaxes are negative, one is zero. */
    private static final String STARS = """
            id,g,parallax,error
            1,12.0,1.0,0.1
            2,16.0,1.0,0.1
            3,16.0,-0.3,0.1
            4,12.0,0.0,0.0
            """;

    @TempDir
    Path folder;

    private DuckDbEngine engine = DuckDbEngine.open(EngineSettings.in(Path.of("."), List.of()));

    private StarTable stars(Path of) throws java.io.IOException {
        Files.createDirectories(of);
        Path csv = of.resolve("stars.csv");
        Files.writeString(csv, STARS);
        engine.close();
        engine = DuckDbEngine.open(EngineSettings.in(of, List.of(csv)));
        return engine.importTable(
                TableFile.open(csv, TableSelection.automatic()),
                Optional.empty(),
                of.resolve("stars.parquet"),
                Progress.SILENT);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private String kept(StarTable stars, String condition) {
        String sql = ExpressionSql.of(engine.expression(condition, stars, "the test"));
        return engine.database()
                .rows("SELECT coalesce(string_agg(id, '' ORDER BY id), '') FROM " + DuckDbTable.sql(stars) + " WHERE ("
                        + sql + "\n)")
                .getFirst()
                .getFirst()
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "g + 5*log10(parallax) - 10 > 4 | 2",
                "g + 5*log10(parallax) - 10 >= 6 | 2",
                "log10(parallax) <> 0 | 4",
                "not (log10(parallax) < 1) | ''",
                "sqrt(parallax) > 0.5 | 12",
                "sqrt(parallax) between 0.5 and 1e300 | 12",
                "parallax / error > 3 | 12",
                "not (parallax / error < 3) | 12",
                "abs(ln(parallax)) > 1e9 | 4",
                "power(parallax, 0.5) > 0.5 | 12",
                "power(sqrt(parallax), 0) = 1 | 124",
                "asin(g) > 0 or id = 3 | 3",
                "coalesce(sqrt(parallax), 9) = 9 | 3",
                "greatest(sqrt(parallax), 0.5) = 0.5 | 34",
                "least(sqrt(parallax), 0.5) = 0.5 | 123",
                "sqrt(parallax) is distinct from 1 | 34",
                "case when sqrt(parallax) > 5 then true else false end | ''",
                "cast('nan' as double) > 1 | ''",
                "cast('nan' as double) is null | 1234",
                "exp(1000) - exp(1000) > 0 | ''",
                "isnan(sqrt(parallax)) | 3",
                "not isnan(sqrt(parallax)) | 124",
                "isfinite(log10(parallax)) | 12",
                "not isfinite(log10(parallax)) | 34",
                "sqrt(parallax) in (1, 2) | 12",
                "id % 2 = 1 and sqrt(parallax) is not null | 1",
                "round(sqrt(parallax) * 10) > 5 | 12"
            })
    void aStarWithoutTheNumberPassesNoComparison(String condition, String expected) throws Exception {
        assertThat(kept(stars(folder), condition)).isEqualTo(expected);
    }

    @Test
    void nanInAFileOfAnotherProgramIsMissing() throws Exception {
        stars(folder);
        Path foreign = folder.resolve("foreign.parquet");
        engine.database()
                .execute(
                        "COPY (SELECT id, CASE WHEN id > 2 THEN CAST('nan' AS DOUBLE) ELSE CAST(id AS DOUBLE) END AS fe_h,"
                                + " CAST(CASE WHEN id > 3 THEN 'nan' ELSE '0.5' END AS FLOAT) AS snr FROM range(1, 5) r(id)) TO "
                                + Sql.text(foreign) + " (FORMAT parquet)");
        StarTable table = engine.openForeign(foreign);
        assertThat(kept(table, "fe_h > 1")).isEqualTo("2");
        assertThat(kept(table, "fe_h <> 1")).isEqualTo("2");
        assertThat(kept(table, "not (fe_h < 2)")).isEqualTo("2");
        assertThat(kept(table, "fe_h < 1.5")).isEqualTo("1");
        assertThat(kept(table, "snr > 0")).isEqualTo("123");
        assertThat(kept(table, "fe_h is null")).isEqualTo("34");
    }

    /** duckdb#10431: folders whose names could be partitions or patterns. */
    @ParameterizedTest
    @ValueSource(strings = {"fe_h=0", "g=99", "a [b] c", "star*", "what?", "Norder=1/Dir=0", "[", "{a,b}", "it's"})
    void aFolderMayHaveAnyName(String name) throws Exception {
        StarTable stars = stars(folder.resolve(name));
        assertThat(stars.names()).containsExactly("id", "g", "parallax", "error");
        assertThat(kept(stars, "g = 12")).isEqualTo("14");
        assertThat(engine.open(DuckDbTable.of(stars).parquet())).isEqualTo(stars);
    }
}
