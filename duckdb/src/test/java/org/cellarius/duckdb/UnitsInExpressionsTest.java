package org.cellarius.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A unit in an expression is told as such, with the unit that the column has. */
class UnitsInExpressionsTest {

    @TempDir
    Path folder;

    private void read(String expression) {
        try (var engine = DuckDbEngine.open(EngineSettings.in(folder, List.of()))) {
            StarTable table = engine.database()
                    .write(
                            "SELECT 1.0::DOUBLE AS age, 2.0::DOUBLE AS x",
                            List.of(
                                    new TableColumn("age", ColumnType.DOUBLE, "Gyr", ""),
                                    new TableColumn("x", ColumnType.DOUBLE, "kpc", "")),
                            folder.resolve("t.parquet"));
            engine.expression(expression, table, "here");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "age < 5 Gyr | Gyr | the column 'age' is in Gyr",
                "age < 5 Gyr and x > 1 | Gyr | the column 'age' is in Gyr",
                "age<5e3Myr | Myr | the column 'age' is in Gyr",
                "x > 1 and x <= 2.5 kpc | kpc | the column 'x' is in kpc",
                "abs(x) < 500 pc | pc | each column has the unit",
                "x / 2 km/s > 1 | km/s | each column has the unit",
                "age between 1 Gyr and 2 Gyr | Gyr | the column 'age' is in Gyr"
            })
    void unitsAreTold(String expression, String unit, String known) {
        assertThatThrownBy(() -> read(expression))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("has a unit in it, '" + unit + "'")
                .hasMessageContaining("Units are not written in expressions")
                .hasMessageContaining(known);
    }

    /** Texts and words that look like units are none, and other mistakes keep their messages. */
    @ParameterizedTest
    @ValueSource(strings = {"x > 5 foo", "(select 1)", "x > 5; drop table t", "x > 5 and"})
    void otherMistakesAreNot(String expression) {
        assertThatThrownBy(() -> read(expression))
                .isInstanceOf(InputError.class)
                .message()
                .doesNotContain("Units are not written");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x > 5 and age < 3",
                "case when x = 1 then 2 else 3 end",
                "x in (1, 2)",
                "x > 1e3",
                "'5 Gyr' = '5 Gyr'"
            })
    void whatCanBeReadIsRead(String expression) {
        read(expression);
        assertThat(expression).isNotBlank();
    }
}
