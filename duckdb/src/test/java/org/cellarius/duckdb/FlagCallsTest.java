package org.cellarius.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.survey.FlagNames;
import org.cellarius.catalogue.survey.FlagReading;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Flags by name: all 64 bits exact, the digits of texts, missing where the flag is; Java's own bit arithmetic is the truth. */
class FlagCallsTest {

    private static final long[] VALUES = {
        0,
        1,
        2,
        -1,
        1L << 31,
        (1L << 31) | 1,
        1L << 32,
        1L << 52,
        (1L << 53) + 1,
        1L << 62,
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        -9999,
        Integer.MIN_VALUE,
        2199031644224L
    };

    @TempDir
    Path folder;

    private DuckDbEngine engine = DuckDbEngine.open(EngineSettings.in(Path.of("."), List.of()));

    @BeforeEach
    void open() {
        engine.close();
        engine = DuckDbEngine.open(EngineSettings.in(folder, List.of()));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private static FlagNames everyBit() {
        Map<String, Integer> bits = new LinkedHashMap<>();
        for (int bit = 0; bit < 64; bit++) {
            bits.put("BIT_" + bit, bit);
        }
        return new FlagNames("every", FlagReading.BIT, bits);
    }

    private static FlagNames digits() {
        return new FlagNames(
                "gspspec", FlagReading.DIGIT, new java.util.TreeMap<>(Map.of("vbroadT", 0, "vbroadG", 1, "last", 3)));
    }

    private StarTable table() {
        var rows = new ArrayList<String>();
        for (long v : VALUES) {
            rows.add("(CAST('" + v + "' AS BIGINT), CAST(" + v + " AS DOUBLE), '0129')");
        }
        rows.add("(NULL, NULL, NULL)");
        rows.add("(0, 0.5, '7')");
        return engine.database()
                .write(
                        "SELECT * FROM (VALUES " + String.join(", ", rows) + ") t(every_flags, floating, words)",
                        List.of(
                                new TableColumn("every_flags", ColumnType.LONG, "", "").flagged(everyBit()),
                                new TableColumn("floating", ColumnType.DOUBLE, "", "")
                                        .flagged(new FlagNames(
                                                "floating", FlagReading.BIT, Map.of("A", 0, "B", 52, "C", 53))),
                                new TableColumn("words", ColumnType.TEXT, "", "").flagged(digits())),
                        folder.resolve("stars.parquet"));
    }

    private List<String> values(String text) {
        StarTable table = table();
        return engine
                .database()
                .rows("SELECT CAST((" + ExpressionSql.of(engine.expression(text, table, "here"))
                        + "\n) AS VARCHAR) FROM " + DuckDbTable.sql(table))
                .stream()
                .map(r -> r.getFirst().orElse("missing"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32, 41, 53, 62, 63})
    void everyBitOfEveryNumberIsThatOfJava(int bit) {
        List<String> found = values("flag(every, BIT_" + bit + ")");
        for (int k = 0; k < VALUES.length; k++) {
            assertThat(found.get(k))
                    .as("bit %d of %d", bit, VALUES[k])
                    .isEqualTo(String.valueOf((VALUES[k] >>> bit & 1) == 1));
        }
        assertThat(found.get(VALUES.length)).isEqualTo("missing");
    }

    @Test
    void aFlagIsAConditionAndADigitIsANumber() {
        StarTable table = table();
        assertThat(engine.expression("NOT flag(every, BIT_3) and flag(gspspec, vbroadG) < 2", table, "here")
                        .type())
                .isEqualTo(ColumnType.BOOLEAN);
        assertThat(engine.expression("flag(gspspec, vbroadT)", table, "here").type())
                .isEqualTo(ColumnType.LONG);
        assertThat(values("flag(gspspec, vbroadG)")).startsWith("1").endsWith("missing", "missing");
        assertThat(values("flag(gspspec, last)")).startsWith("9").endsWith("missing", "missing");
        assertThat(values("flag(gspspec, vbroadT)")).endsWith("missing", "7");
    }

    /** Where floating-point numbers are not exact the flag is missing, and so it is for what is no whole number. */
    @Test
    void floatingPointFlagsAreExactOrMissing() {
        List<String> found = values("flag(floating, A)");
        for (int k = 0; k < VALUES.length; k++) {
            boolean exact = Math.abs((double) VALUES[k]) < 9007199254740992.0;
            assertThat(found.get(k)).isEqualTo(exact ? String.valueOf((VALUES[k] & 1) == 1) : "missing");
        }
        assertThat(found).endsWith("missing", "missing");
    }

    /** The names travel with the table: in the Parquet file, and through steps that write it again. */
    @Test
    void namesOfFlagsSurviveBeingWritten() {
        StarTable again = engine.open(DuckDbTable.of(table()).parquet());
        assertThat(again.column("every_flags").orElseThrow().flags()).hasValue(everyBit());
        assertThat(again.column("words").orElseThrow().flags().orElseThrow().places())
                .isEqualTo(digits().places());
    }

    @Test
    void theCallIsFoundInAnySpacingAndCaseAndNotInTextsOrOtherNames() {
        assertThat(values("FLAG ( every ,\n bit_0 )")).isEqualTo(values("flag(every, BIT_0)"));
        assertThat(values("words = 'flag(every, BIT_0)' -- flag(none, at)")).startsWith("false");
        assertThat(values("flag(every, BIT_0) /* flag(x, y) */ or flag(every, BIT_1)"))
                .startsWith("false", "true", "true");
        assertThatThrownBy(() -> values("my_flag(every, BIT_0)"))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("the function 'my_flag'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "flag(ever, BIT_0)       | there is no flag named 'ever'; did you mean 'every'?",
                "flag(gspspec, vbroadM)  | the flag 'gspspec' has nothing named 'vbroadM'; did you mean 'vbroadG'?",
                "flag(every)               | 'flag(every)' is not a flag by name",
                "flag(every, 3)            | 'flag(every, 3)' is not a flag by name",
                "flag(every, BIT_0, BIT_1) | is not a flag by name",
                "flag(every, BIT_0         | cannot be understood",
                "flag(every, (BIT_0))      | uses the function 'flag', which is not known here",
                "flag(every, BIT_0)) from x --(| cannot be understood",
            })
    void mistakesAreTold(String text, String message) {
        assertThatThrownBy(() -> values(text)).isInstanceOf(InputError.class).hasMessageContaining(message);
    }

    @Test
    void withoutNamedFlagsTheWayToThemIsTold() {
        StarTable bare = engine.database()
                .write(
                        "SELECT 1 AS aspcap_flags",
                        List.of(new TableColumn("aspcap_flags", ColumnType.LONG, "", "")),
                        folder.resolve("bare.parquet"));
        assertThatThrownBy(() -> engine.expression("flag(aspcap, STAR_BAD)", bare, "here"))
                .hasMessageContaining("there is no flag named 'aspcap'")
                .hasMessageContaining("say  survey: NAME");
    }

    @Test
    void digitsThatWereReadAsNumbersAreRefused() {
        StarTable csv = engine.database()
                .write(
                        "SELECT 12.0::DOUBLE AS gspspec_flags",
                        List.of(new TableColumn("gspspec_flags", ColumnType.DOUBLE, "", "").flagged(digits())),
                        folder.resolve("csv.parquet"));
        assertThatThrownBy(() -> engine.expression("flag(gspspec, vbroadT) = 0", csv, "here"))
                .hasMessageContaining("a text of digits, but the column 'gspspec_flags' holds numbers");
    }
}
