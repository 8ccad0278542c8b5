package org.cellarius.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What means one thing in SQL and another to most is told once, and only that. */
class ExpressionRemarksTest {

    @TempDir
    Path folder;

    private List<String> remarks(String... expressions) {
        try (var engine = DuckDbEngine.open(EngineSettings.in(folder, List.of()))) {
            StarTable table = engine.database()
                    .write(
                            "SELECT 1.0::DOUBLE AS x, 2.0::DOUBLE AS y",
                            List.of(
                                    new TableColumn("x", ColumnType.DOUBLE, "", ""),
                                    new TableColumn("y", ColumnType.DOUBLE, "", "")),
                            folder.resolve("t.parquet"));
            for (String expression : expressions) {
                engine.expression(expression, table, "here");
            }
            return engine.remarks();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-x^2 | (-x)^2",
                "y + (-x**2) | (-x)^2",
                "exp(-x^2 / 2) | (-x)^2",
                "-2^2 < x | (-x)^2",
                "-abs(x)^2 | (-x)^2",
                "log(x) > 1 | log10",
                "case when LOG(x) > 1 then 1 end | log10"
            })
    void anAmbiguousSpellingIsToldWithAPlainOne(String expression, String plain) {
        assertThat(remarks(expression, expression)).singleElement().asString().contains(plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"-(x^2)", "(-x)^2", "y-x^2", "(-2)^2", "x^(-2)", "log10(x)", "ln(x)", "log2(x)", "x * -y", "2^x"})
    void aPlainSpellingIsNot(String expression) {
        assertThat(remarks(expression)).isEmpty();
    }
}
