package org.cellarius.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.engine.Derived;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.Relation;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Call;
import org.cellarius.engine.expression.Expression;
import org.cellarius.engine.expression.StarFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the functions of expressions mean, at missing values, NaN, whole numbers, zeros, texts and dates. A second engine has to give the same; the numbers were computed
 * without a database.
 */
class FunctionTableTest {

    private static final String MISSING = "missing";

    @TempDir
    static Path folder = Path.of("");

    private static DuckDbEngine engine = open();
    private static StarTable table = StarTable.shape(List.of());

    private static DuckDbEngine open() {
        return DuckDbEngine.open(EngineSettings.in(folder, List.of()));
    }

    @BeforeAll
    static void write() {
        engine.close();
        engine = open();
        table = engine.database().write("""
                SELECT 2.5::DOUBLE AS a, -2.5::DOUBLE AS d, 0.0::DOUBLE AS zero, 'inf'::DOUBLE AS far, NULL::DOUBLE AS gone,
                  7::BIGINT AS n, -7::BIGINT AS m, 0::BIGINT AS k, NULL::BIGINT AS gone_n, 'Ab-cd' AS t, NULL::VARCHAR AS ghost, true AS yes""", List.of(), folder.resolve("table.parquet"));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    /** An expression and its value. */
    record Row(String expression, String value) {
        @Override
        public String toString() {
            return expression;
        }
    }

    static List<Row> rows() throws IOException {
        try (InputStream in = Objects.requireNonNull(FunctionTableTest.class.getResourceAsStream("functions.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#"))
                    .map(l -> new Row(l.substring(0, l.lastIndexOf(" # ")), l.substring(l.lastIndexOf(" # ") + 3)))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyFunctionMeansWhatItsTableSays(Row row) {
        Expression read = engine.expression(row.expression(), table, "the test");
        var column = new TableColumn("value", read.type(), "", "");
        var missing = new TableColumn("missing", ColumnType.BOOLEAN, "", "");
        List<SmallTable.Value> found = engine.read(Relation.of(table)
                        .project(List.of(new Derived(column, read), new Derived(missing, read.isMissing()))))
                .rows()
                .getFirst();
        assertThat(found.getLast())
                .isEqualTo(new SmallTable.Text(Boolean.toString(row.value().equals(MISSING))));
        if (row.value().equals(MISSING)) {
            return;
        }
        switch (found.getFirst()) {
            case SmallTable.Real r -> {
                double wanted = Double.parseDouble(row.value());
                if (Double.isInfinite(wanted)) {
                    assertThat(r.value()).isEqualTo(wanted);
                } else {
                    assertThat(r.value()).isCloseTo(wanted, within(1e-14 * Math.max(1, Math.abs(wanted))));
                }
            }
            case SmallTable.Count n -> assertThat(Long.toString(n.value())).isEqualTo(row.value());
            case SmallTable.Text t -> assertThat(t.value()).isEqualTo(row.value());
        }
    }

    /** The type that the tree tells is that of the database. */
    @ParameterizedTest
    @MethodSource("rows")
    void everyExpressionKnowsItsType(Row row) {
        Expression read = engine.expression(row.expression(), table, "the test");
        String type = engine.database()
                .rows("SELECT typeof(" + ExpressionSql.of(read) + ") FROM " + DuckDbTable.sql(table))
                .getFirst()
                .getFirst()
                .orElseThrow();
        assertThat(read.type()).isEqualTo(DuckDbTypes.columnType(type));
    }

    @Test
    void everyFunctionStandsInTheTableAlsoWithAMissingArgument() throws IOException {
        List<Row> all = rows();
        assertThat(used(all.stream())).containsAll(Arrays.asList(StarFunction.values()));
        Set<StarFunction> ofMissing =
                used(all.stream().filter(r -> r.expression().matches(".*\\b(gone|gone_n|ghost)\\b.*")));
        // π has no argument.
        assertThat(Stream.of(StarFunction.values()).filter(f -> f != StarFunction.PI))
                .allMatch(ofMissing::contains);
    }

    private static Set<StarFunction> used(Stream<Row> rows) {
        return rows.flatMap(r -> calls(engine.expression(r.expression(), table, "the test")))
                .collect(Collectors.toSet());
    }

    private static Stream<StarFunction> calls(Expression expression) {
        Stream<StarFunction> own = expression instanceof Call call ? Stream.of(call.function()) : Stream.empty();
        return Stream.concat(own, expression.parts().stream().flatMap(FunctionTableTest::calls));
    }
}
