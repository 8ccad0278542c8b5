package org.cellarius.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.StarTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text is no number in expressions: no silent rounding ('1.4' = 1), no NaN from a word that passes a cut. */
class TextAndNumbersTest {

    @TempDir
    Path folder;

    private DuckDbEngine engine;
    private StarTable stars;

    @BeforeEach
    void open() {
        engine = DuckDbEngine.open(EngineSettings.in(folder, List.of()));
        Path file = folder.resolve("stars.parquet");
        engine.database()
                .execute("COPY (SELECT * FROM (VALUES (1, 'nan', 1.5::DOUBLE, true), (2, '5', 2.5, true),"
                        + " (3, '1.4', NULL, false)) v(id, t, x, good)) TO " + Sql.text(file) + " (FORMAT parquet)");
        stars = engine.openForeign(file);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "t <> x",
                "t = 1",
                "t <> 1",
                "t > 1",
                "t in (1, 5)",
                "t not in (x)",
                "x between 1 and 'nan'",
                "x < 'nan'",
                "id = '1.4'",
                "x in ('nan', 3)",
                "coalesce(x, 'nan') > 0",
                "coalesce(x, t) > 0",
                "case when id > 1 then x else 'nan' end > 0",
                "greatest(x, 'nan') > 0",
                "nullif(x, 'nan') > 0",
                "power(x, 'nan') > 0",
                "x // 'nan' <> 0",
                "x + t > 0",
                "sqrt('4') > 1",
                "isnan(t)",
                "not isnan(t)",
                "isfinite(t)",
                "good and (id = 2 or not (x + 1 <> t))"
            })
    void textIsNotTakenForANumber(String condition) {
        assertThatThrownBy(() -> engine.expression(condition, stars, "the test"))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("text");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "t = '5'; 2",
                "t in ('5', '1.4'); 23",
                "t is null; \"\"",
                "try_cast(t as double) > 1; 23",
                "try_cast(t as double) <> x; 2",
                "isnan(try_cast(t as double)); 1",
                "t::varchar = 'nan'; 1",
                "x::varchar = '2.5'; 2",
                "length(t) = 3; 13",
                "good = 'true'; 12",
                "x > -1 and t || 'a' <> '5a'; 1",
                "coalesce(x, null, 9) = 9; 3",
                "case when id = 1 then null else x end > 0; 2",
                "case when good then 'a' else t end = '1.4'; 3",
                "nullif(t, '5') is null; 2",
                "greatest(id, x) = 3; 3"
            })
    void textStaysTextAndNumbersStayNumbers(String condition, String expected) {
        String sql = ExpressionSql.of(engine.expression(condition, stars, "the test"));
        assertThat(engine.database()
                        .rows("SELECT coalesce(string_agg(id, '' ORDER BY id), '') FROM " + DuckDbTable.sql(stars)
                                + " WHERE (" + sql + "\n)")
                        .getFirst()
                        .getFirst()
                        .orElse(""))
                .isEqualTo(expected);
    }

    @Test
    void theMessageSaysWhatToWrite() {
        assertThatThrownBy(() -> engine.expression("t <> x", stars, "--where"))
                .hasMessage("'t <> x': text is compared with a number, and the column 't' holds text (--where)."
                        + " Where the text holds numbers write  try_cast(t as double) ; what is none is missing then");
        assertThatThrownBy(() -> engine.expression("isnan(t)", stars, "--where"))
                .hasMessage("'isnan(t)': 'isnan' is for numbers, and the column 't' holds text (--where)."
                        + " Whether a text is missing asks  t is null");
        assertThatThrownBy(() -> engine.expression("x > '2'", stars, "--where"))
                .hasMessage("'x > '2'': text is compared with a number, and '2' in single quotes is text (--where)."
                        + " Write a number without quotes; whether a number is missing asks  isnan(x)");
    }
}
