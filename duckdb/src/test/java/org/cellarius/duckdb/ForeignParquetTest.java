package org.cellarius.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.ParquetTable;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.Progress;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Parquet files of pyarrow and astropy by the meaning of their columns, read in place and copied: the values are those written. */
class ForeignParquetTest {

    /** The two ways to a foreign file. */
    enum Way {
        IN_PLACE,
        COPIED
    }

    @TempDir
    Path folder;

    private DuckDbEngine engine = DuckDbEngine.open(EngineSettings.in(Path.of("."), List.of()));
    private final List<String> told = new ArrayList<>();
    private final Progress progress = new Progress() {
        @Override
        public void begin(String step, long rows) {}

        @Override
        public void advance(long rows) {}

        @Override
        public void end() {}

        @Override
        public void note(String text) {
            told.add(text);
        }
    };

    @BeforeEach
    void open() {
        engine.close();
        engine = DuckDbEngine.open(
                EngineSettings.in(folder, List.of(given("README.md").getParent())));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private static Path given(String name) {
        try {
            return Path.of(Objects.requireNonNull(ForeignParquetTest.class.getResource("parquet/" + name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private StarTable table(Path file, Way way) {
        return switch (way) {
            case IN_PLACE -> engine.openForeign(file);
            case COPIED ->
                engine.importTable(new ParquetTable(file), Optional.empty(), folder.resolve("copy.parquet"), progress);
        };
    }

    private List<String> values(StarTable table, String column) {
        return engine.database().rows("SELECT " + Sql.name(column) + " FROM " + DuckDbTable.sql(table)).stream()
                .map(row -> row.getFirst().orElse("missing"))
                .toList();
    }

    private static ColumnType type(StarTable table, String column) {
        return table.column(column).orElseThrow().type();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "i8; LONG; -128; 127",
                "u8; LONG; 200; 255",
                "i16; LONG; -32768; 1",
                "u16; LONG; 65535; 40000",
                "i32; LONG; -2147483648; 1",
                "u32; LONG; 4000000000; 4294967295",
                "i64; LONG; -9223372036854775808; 9223372036854775807",
                "u64; TEXT; 18446744073709551615; 9223372036854775808",
                "u64small; LONG; 1; 9223372036854775807",
                "u64null; LONG; missing; missing",
                "f16; DOUBLE; 0.5; missing",
                "f32; DOUBLE; 0.10000000149011612; Infinity",
                "f64; DOUBLE; 0.1; -1.0E300",
                "nan; DOUBLE; missing; 1.5",
                "dec9; DOUBLE; 12.345; -0.001",
                "decid9; LONG; 123456789; -1",
                "decid18; LONG; 123456789012345678; -1",
                "decid20; LONG; 9223372036854775807; -1",
                "decid20large; TEXT; 18446744073709551615; -1",
                "decid38; TEXT; 11111111111111111111111111111111111111; 2",
                "dec30; DOUBLE; 1.2345678901234568E18; 0.1",
                "date32; TEXT; 2019-03-01; 1850-01-02",
                "date64; TEXT; 2019-03-01; 1850-01-02",
                "t32ms; TEXT; 01:02:03.004; 00:00:00",
                "t64us; TEXT; 01:02:03.000004; 00:00:00",
                "t64ns; TEXT; 00:00:00.000000001; 23:59:59.999999999",
                "ts_s; TEXT; 1970-01-01T00:00:00; 1969-12-31T23:59:59",
                "ts_ms; TEXT; 1970-01-01T00:00:01.5; 1969-12-31T23:59:59.999",
                "ts_us; TEXT; 1970-01-01T00:00:00.000001; 1969-12-31T23:59:59.999999",
                "ts_ns; TEXT; 1970-01-01T00:00:00.000000001; 1969-12-31T23:59:59.999999999",
                "ts_utc; TEXT; 2019-03-01T12:00:00Z; 1970-01-01T00:00:00Z",
                "ts_berlin; TEXT; 2019-03-01T12:00:00Z; 1970-01-01T00:00:00Z",
                "dur; LONG; 5; -7",
                "yes; BOOLEAN; true; false",
                "text; TEXT; é; null",
                "large; TEXT; a b; c",
                "bin; TEXT; M67; NGC 188",
                "fixbin; TEXT; ab; cd",
                "dict; TEXT; x; y",
                "nothing; DOUBLE; missing; missing",
                "list; TEXT; [1.5, null]; []",
                "listnan; TEXT; [null, 2.0]; [1.0]",
                "listi; TEXT; [1, null]; [3]",
                "listu; TEXT; [18446744073709551615]; [3]",
                "lists; TEXT; [a]; '[b, c]'",
                "vec; TEXT; '[1, 2]'; '[3, null]'",
                "nested; TEXT; '[[1, 2], [3]]'; [[]]",
                "last; LONG; 1; 3"
            })
    void valuesAreThoseOfPyarrow(String column, ColumnType type, String first, String last) {
        for (Way way : Way.values()) {
            StarTable table = table(given("pyarrow-types.parquet"), way);
            assertThat(type(table, column)).as(column).isEqualTo(type);
            assertThat(values(table, column)).as(column + " " + way).containsExactly(first, "missing", last);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whatNoColumnCanHoldIsLeftOutAndTold(Way way) {
        Path file = given("pyarrow-types.parquet");
        StarTable table = table(file, way);
        assertThat(table.names()).hasSize(49).doesNotContain("struct", "map", "raw");
        List<String> notes = way == Way.COPIED ? told : engine.notesOf(new ParquetTable(file));
        assertThat(notes)
                .hasSize(3)
                .anyMatch(n -> n.contains("'struct'") && n.contains("STRUCT(a INTEGER)"))
                .anyMatch(n -> n.contains("'map'"))
                .anyMatch(n -> n.contains("'raw'") && n.contains("no UTF-8 text"));
    }

    @Test
    void aTableWithoutRowsHasItsColumns() {
        StarTable table = engine.openForeign(given("pyarrow-empty.parquet"));
        assertThat(table.rows()).isZero();
        assertThat(table.names()).contains("u64", "decid38", "last").doesNotContain("struct");
        assertThat(type(table, "u64")).isEqualTo(ColumnType.LONG);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void identifiersAreExact(Way way) {
        StarTable table = table(given("06c-uint64.parquet"), way);
        assertThat(values(table, "source_id"))
                .containsExactly("4611686018427387905", "4611686018427387907", "18446744073709551615");
        assertThat(values(table, "fe_h")).containsExactly("-0.1", "0.2", "0.3");
    }

    @Test
    void timesOfSparkAndDecimalsOfManyDigits() {
        assertThat(values(engine.openForeign(given("pyarrow-int96.parquet")), "ts"))
                .containsExactly("1970-01-01T00:00:00", "missing", "2019-03-01T12:00:00");
        Path wide = given("pyarrow-decimal256.parquet");
        StarTable table = engine.openForeign(wide);
        assertThat(table.names()).containsExactly("x", "y");
        assertThat(values(table, "x")).containsExactly("1.5", "missing", "2.0");
        assertThat(engine.notesOf(new ParquetTable(wide)))
                .singleElement()
                .asString()
                .contains("'id'", "more than 38 digits");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void masksAndUnitsOfAstropy(Way way) {
        StarTable table = table(given("astropy.parquet"), way);
        assertThat(table.names()).containsExactly("source_id", "x", "plain", "name", "flag", "n", "y.mask", "pm");
        assertThat(values(table, "source_id")).containsExactly("9007199254740993", "missing", "3");
        assertThat(values(table, "x")).containsExactly("1.5", "missing", "missing");
        assertThat(values(table, "name")).containsExactly("a", "missing", "c");
        assertThat(values(table, "flag")).containsExactly("true", "missing", "true");
        assertThat(values(table, "n")).containsExactly("missing", "200", "3");
        assertThat(values(table, "y.mask")).containsExactly("true", "false", "true");
        assertThat(values(table, "pm")).containsExactly("1.0", "2.0", "missing");
        assertThat(table.columns().stream().map(TableColumn::unit))
                .containsExactly("", "kpc", "km / s", "", "", "", "", "mas / yr");
        assertThat(table.column("x").orElseThrow().description()).isEqualTo("distance");
        assertThat(table.column("x").orElseThrow().ucd()).isEqualTo("pos.distance");
        assertThat(engine.openForeign(given("astropy-qtable.parquet"))
                        .column("d")
                        .orElseThrow()
                        .unit())
                .isEqualTo("kpc");
    }

    /** Statistics of pyarrow leave NaN out, and the database believes that there is none. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void nanIsMissingWhereStatisticsDoNotTellIt(Way way) {
        StarTable table = table(given("pyarrow-nan-statistics.parquet"), way);
        for (String column : List.of("x", "f")) {
            assertThat(values(table, column)).containsExactly("1.5", "missing", "3.5", "missing", "missing", "7.0");
            assertThat(kept(table, column + " > 1")).isEqualTo("136");
            assertThat(kept(table, column + " < 5")).isEqualTo("13");
            assertThat(kept(table, column + " <> 1.5")).isEqualTo("36");
            assertThat(kept(table, "not (" + column + " > 2)")).isEqualTo("1");
            assertThat(kept(table, column + " is null")).isEqualTo("245");
            assertThat(kept(table, "isnan(" + column + ")")).isEqualTo("245");
            assertThat(kept(table, column + " is not null and id > 1")).isEqualTo("36");
        }
        assertThat(kept(table, "every is null")).isEqualTo("123456");
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

    /** Without astropy's metadata a column called x.mask is a column. */
    @Test
    void aColumnCalledMaskIsNoMaskWithoutAstropysWord() {
        Path file = folder.resolve("own.parquet");
        engine.database()
                .execute("COPY (SELECT 1.5::DOUBLE AS x, true AS \"x.mask\") TO " + Sql.text(file)
                        + " (FORMAT parquet)");
        StarTable table = engine.openForeign(file);
        assertThat(table.names()).containsExactly("x", "x.mask");
        assertThat(values(table, "x")).containsExactly("1.5");
    }

    @Test
    void smallIntegersDoNotOverflowInExpressions() {
        StarTable table = engine.openForeign(given("pyarrow-types.parquet"));
        String sum = ExpressionSql.of(engine.expression("u8 + u8", table, "the test"));
        assertThat(engine.database()
                        .rows("SELECT " + sum + " FROM " + DuckDbTable.sql(table))
                        .getFirst())
                .containsExactly(Optional.of("400"));
    }

    @Test
    void aLeafOfHatsIsReadLikeAnyFile() throws IOException {
        Path leaf = folder.resolve("dataset/Norder=1/Dir=0/Npix=3.parquet");
        Files.createDirectories(leaf.getParent());
        engine.database()
                .execute("COPY (SELECT 5::BIGINT AS \"Norder\", 7::BIGINT AS \"Npix\", 2.5::DOUBLE AS ra) TO "
                        + Sql.text(folder.resolve("leaf.parquet")) + " (FORMAT parquet)");
        Files.copy(folder.resolve("leaf.parquet"), leaf);
        for (Way way : Way.values()) {
            StarTable table = table(leaf, way);
            assertThat(table.names()).containsExactly("Norder", "Npix", "ra");
            assertThat(values(table, "Norder")).containsExactly("5");
            assertThat(values(table, "Npix")).containsExactly("7");
            assertThat(table.rows()).isEqualTo(1);
        }
        Path out = folder.resolve("Norder=2/Dir=0");
        Files.createDirectories(out);
        engine.export(engine.openForeign(leaf), out.resolve("Npix=9.parquet"));
        assertThat(values(engine.openForeign(out.resolve("Npix=9.parquet")), "Norder"))
                .containsExactly("5");
    }
}
