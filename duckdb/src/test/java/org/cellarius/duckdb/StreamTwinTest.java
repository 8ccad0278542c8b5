package org.cellarius.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableSelection;
import org.cellarius.engine.Derived;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.Fillers;
import org.cellarius.engine.Progress;
import org.cellarius.engine.StarStream;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Expression;
import org.cellarius.engine.stream.StreamBlock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions in memory beside the same in the database, on values that go wrong: what memory takes over gives the same bits. */
class StreamTwinTest {

    private static final String[] NASTY = {
        "0",
        "-0.0",
        "1",
        "-1",
        "0.1",
        "0.3",
        "2.5",
        "-2.5",
        "99.99",
        "-9999",
        "-999",
        "999999",
        "1e300",
        "-1e300",
        "1e-310",
        "inf",
        "-inf",
        "nan",
        "",
        "16384.5",
        "0.30000001192092896",
        "9007199254740993",
        "5.5"
    };

    private static final String HEADER = """
            # %ECSV 1.0
            # ---
            # delimiter: ','
            # datatype:
            # - {name: a, datatype: float64}
            # - {name: b, datatype: float64}
            # - {name: s, datatype: float32}
            # - {name: n, datatype: int64}
            # - {name: t, datatype: string}
            # - {name: yes, datatype: bool}
            a,b,s,n,t,yes
            """;

    @TempDir
    static Path folder = Path.of("");

    private static DuckDbEngine engine = open();

    private static DuckDbEngine open() {
        return DuckDbEngine.open(EngineSettings.in(folder, List.of(folder)));
    }

    @BeforeAll
    static void write() throws IOException {
        engine.close();
        var random = new Random(1660);
        var csv = new StringBuilder(HEADER);
        for (int i = 0; i < 6000; i++) {
            csv.append(value(random))
                    .append(',')
                    .append(value(random))
                    .append(',')
                    .append(random.nextInt(5) == 0 ? "" : String.format(Locale.ROOT, "%.3f", random.nextGaussian()))
                    .append(',')
                    .append(random.nextInt(7) == 0 ? "" : Long.toString(random.nextLong() >> random.nextInt(64)))
                    .append(',')
                    .append(random.nextInt(6) == 0 ? "" : "OK".substring(random.nextInt(2)))
                    .append(',')
                    .append(random.nextInt(6) == 0 ? "" : random.nextBoolean() ? "True" : "False")
                    .append('\n');
        }
        Files.writeString(folder.resolve("nasty.ecsv"), csv);
        engine = open();
    }

    private static String value(Random random) {
        return random.nextInt(3) == 0
                ? NASTY[random.nextInt(NASTY.length)]
                : Double.toString(random.nextGaussian() * Math.pow(10, random.nextInt(7) - 3));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    private static StarStream source() {
        return engine.stream(
                TableFile.open(folder.resolve("nasty.ecsv"), TableSelection.automatic()),
                List.of("a", "b", "s", "n", "t", "yes"),
                Progress.SILENT);
    }

    /** Those that memory takes over. */
    static List<String> expressions() {
        return List.of(
                "a + b",
                "a - b",
                "a * b",
                "a / b",
                "-a",
                "abs(a)",
                "sqrt(a)",
                "a / 1000",
                "n / 2",
                "n / 0.3",
                "n / n",
                "a * 0.1",
                "1 / a",
                "s",
                "s * 10",
                "sqrt(a * a + b * b)",
                "sin(a)",
                "cos(s)",
                "sin(n)",
                "tan(a)",
                "asin(s)",
                "acos(a)",
                "atan(a)",
                "atan2(a, b)",
                "atan2(n, a)",
                "sinh(a)",
                "cosh(s)",
                "tanh(a)",
                "exp(a)",
                "exp(s)",
                "ln(a)",
                "log(abs(a))",
                "log10(a)",
                "log2(n)",
                "cbrt(a)",
                "10 ^ a",
                "10 ^ (s - 9)",
                "a ^ 2",
                "a ^ 0.3",
                "abs(a) ^ b",
                "1 ^ a",
                "a ^ 0",
                "n ^ 2",
                "pow(a, n)",
                "0.02 + 0.012 * a + 0.02 * sin(n)",
                "log10(a) > 1",
                "coalesce(a, b)",
                "coalesce(a, 0)",
                "case when a > b then a when b > a then b end",
                "case when isfinite(a) and not a in_fillers then a / 1000 else -1.5 end",
                "n",
                "n & 7",
                "case when n > 3 then n end",
                "t",
                "yes",
                "a > b",
                "a >= 0.3",
                "a < b or b < 1",
                "a = b",
                "a <> b and yes",
                "not yes",
                "a between b and 2",
                "a between 0.1 and 0.3",
                "isnan(a)",
                "isinf(a)",
                "isfinite(a)",
                "isfinite(a / b)",
                "a is null",
                "a / b is not null",
                "t is null",
                "n is null",
                "n = 3",
                "n <= 1000",
                "(n & 4) <> 0",
                "t = 'OK'",
                "t <> 'OK'",
                "coalesce(a > b, false)",
                "coalesce(a > b, yes)",
                "coalesce(yes, true)",
                "coalesce(a > b, yes, true)",
                "cast(n as double) / 3",
                "cast(a as double) > 0.5",
                "s >= 0.3",
                "s between -0.1 and 0.1",
                "sqrt(a) > 1",
                "cast(case when t = 'OK' then 1 when t = 'K' then 2 end as double)",
                "case when t <> 'OK' then a else b end",
                "case when sqrt(a) > 1 then 1.5 else 0.5 end",
                "greatest(a, b)",
                "least(a, b, s)",
                "greatest(0.15, 0.15 - 0.13 * a)",
                "greatest(a, b, 0)",
                "least(n, a)",
                "n & cast('32' as bigint)",
                "(n & cast('-8' as bigint)) <> 0",
                "case when (n & 16) = 0 then t end",
                "case when a > b then 'far' end");
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void memoryAndDatabaseAgree(String text) {
        StarStream source = source();
        Expression read = text.contains("in_fillers")
                ? engine.expression(text.replace("not a in_fillers", "a < 1e6"), source.shape(), "the test")
                : engine.expression(text, source.shape(), "the test");
        assertSame(source, read);
    }

    @Test
    void fillersAreTheSame() {
        StarStream source = source();
        assertSame(source, Fillers.among(source.shape().value("a"), Fillers.USUAL));
        assertSame(source, Fillers.among(source.shape().value("a"), List.of("99.99", "0", "0.1")));
        assertSame(
                source,
                Fillers.among(source.shape().value("s"), List.of("0.3", "-0.1")).negated());
    }

    private static void assertSame(StarStream source, Expression read) {
        StarStream stream = source.project(List.of(new Derived(new TableColumn("value", read.type(), "", ""), read)));
        assertThat(StreamBlock.fits(stream)).as("done in memory").isTrue();
        StarTable one = engine.write(stream, folder.resolve("one.parquet"), Progress.SILENT)
                .table();
        StarTable other = engine.inDatabase(stream, folder.resolve("other.parquet"), 2048, Progress.SILENT)
                .table();
        List<List<Optional<String>>> different = engine.database()
                .rows("SELECT a.n, a.value, b.value FROM (SELECT row_number() OVER () AS n, value FROM "
                        + DuckDbTable.sql(one)
                        + ") a POSITIONAL JOIN " + DuckDbTable.sql(other)
                        + " b WHERE CAST(a.value AS VARCHAR) IS DISTINCT FROM CAST(b.value AS VARCHAR) LIMIT 5");
        assertThat(different).isEmpty();
        assertThat(one.rows()).isEqualTo(6000);
    }

    /** What memory does not know, or what might differ in the last bit, is left to the database. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "n // 3",
                "n * 0.5",
                "n > 0.5",
                "n = 9007199254740993.5",
                "log(2, a)",
                "degrees(a)",
                "floor(a)",
                "a % 2",
                "t || 'x'",
                "t like 'O%'",
                "t > 'A'",
                "try_cast(a as bigint)",
                "round(a, 2)",
                "0.1 + 0.2 = 0.3",
                "cast(t as varchar) = 'OK'",
                "a in (1, 2)",
                "greatest(n, 3)",
                "cast(' 4' as bigint) + n",
                "n & cast('9223372036854775808' as hugeint)",
                "case when t = 'OK' then t else 'x' end"
            })
    void theRestIsLeftToTheDatabase(String text) {
        StarStream source = source();
        Expression read = engine.expression(text, source.shape(), "the test");
        var stream = source.project(List.of(new Derived(new TableColumn("value", read.type(), "", ""), read)));
        assertThat(StreamBlock.fits(stream)).isFalse();
        assertThat(engine.write(stream, folder.resolve("left.parquet"), Progress.SILENT)
                        .table()
                        .rows())
                .isEqualTo(6000);
    }

    @Test
    void numbersOfSinglePrecisionAreTheSameDecimals() throws IOException {
        var random = new Random(7);
        var csv = new ArrayList<String>(
                List.of("# %ECSV 1.0", "# ---", "# datatype:", "# - {name: s, datatype: float32}", "s"));
        for (int i = 0; i < 20_000; i++) {
            float x = i % 2 == 0
                    ? (float) (random.nextInt(200_000) / Math.pow(10, random.nextInt(7)))
                    : Float.intBitsToFloat(random.nextInt());
            csv.add(Float.isFinite(x) ? Float.toString(random.nextBoolean() ? x : -x) : "nan");
        }
        Path file = folder.resolve("single.ecsv");
        try {
            Files.write(file, csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        StarStream stream =
                engine.stream(TableFile.open(file, TableSelection.automatic()), List.of("s"), Progress.SILENT);
        StarTable one = engine.write(stream, folder.resolve("s1.parquet"), Progress.SILENT)
                .table();
        StarTable other = engine.inDatabase(stream, folder.resolve("s2.parquet"), 4096, Progress.SILENT)
                .table();
        assertThat(engine.database()
                        .numbers("SELECT count(*), count(*) FILTER (a.s IS DISTINCT FROM b.s) FROM "
                                + DuckDbTable.sql(one) + " a POSITIONAL JOIN " + DuckDbTable.sql(other) + " b"))
                .containsExactly(20_000, 0);
    }
}
