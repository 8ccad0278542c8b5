package org.cellarius.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.Engine;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.Progress;
import org.cellarius.engine.Selection;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.population.FiniteRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an engine has read once it need not read again, and never takes for an answer to another question. */
class AskedAgainTest {

    @TempDir
    Path folder;

    private DuckDbEngine engine;

    @BeforeEach
    void open() {
        engine = DuckDbEngine.open(EngineSettings.in(folder, List.of()));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private StarTable table(String name, String sql, ColumnType type) {
        return engine.database()
                .write(
                        "SELECT " + sql + " AS x FROM range(5) t(i)",
                        List.of(new TableColumn("x", type, "", "")),
                        folder.resolve(name + ".parquet"));
    }

    @Test
    void theSameTextOverAnotherTableIsAnotherExpression() {
        StarTable numbers = table("numbers", "i::DOUBLE", ColumnType.DOUBLE);
        StarTable whole = table("whole", "i::BIGINT", ColumnType.LONG);
        StarTable texts = table("texts", "i::VARCHAR", ColumnType.TEXT);
        for (int round = 0; round < 2; round++) {
            assertThat(engine.expression("x + x", numbers, "a").type()).isEqualTo(ColumnType.DOUBLE);
            assertThat(engine.expression("x + x", whole, "b").type()).isEqualTo(ColumnType.LONG);
            assertThatThrownBy(() -> engine.expression("x + x", texts, "c")).isInstanceOf(InputError.class);
        }
    }

    @Test
    void aMistakeIsToldAtEachPlace() {
        StarTable numbers = table("numbers", "i::DOUBLE", ColumnType.DOUBLE);
        for (String place : List.of("study.yaml:3", "study.yaml:7")) {
            assertThatThrownBy(() -> engine.expression("x + y", numbers, place)).hasMessageContaining(place);
        }
    }

    @Test
    void anExpressionReadBesideIsKnown() {
        StarTable numbers = table("numbers", "i::DOUBLE", ColumnType.DOUBLE);
        Expression first = engine.expression("abs(x) < 3", numbers, "a");
        try (Engine beside = engine.beside()) {
            assertThat(beside.expression("abs(x) < 3", numbers, "b")).isSameAs(first);
        }
    }

    @Test
    void columnsStayWhenTheSameTableIsToBeKeptAgain() throws IOException {
        StarTable kept = table("kept", "i::DOUBLE", ColumnType.DOUBLE);
        engine.keepColumnsOf(kept, List.of(), List.of(), Progress.SILENT);
        double[] before = range(kept);
        Files.delete(DuckDbTable.of(kept).parquet());
        engine.keepColumnsOf(kept.withColumns(kept.columns()), List.of(), List.of(), Progress.SILENT);
        assertThat(range(kept)).containsExactly(before).containsExactly(0, 4);
    }

    @Test
    void columnsOfAnotherTableAreItsOwn() {
        StarTable one = table("one", "i::DOUBLE", ColumnType.DOUBLE);
        StarTable other = table("other", "10.0 * i", ColumnType.DOUBLE);
        engine.keepColumnsOf(one, List.of(), List.of(), Progress.SILENT);
        assertThat(range(one)).containsExactly(0, 4);
        engine.keepColumnsOf(other, List.of(), List.of(), Progress.SILENT);
        assertThat(range(other)).containsExactly(0, 40);
        assertThat(range(one)).containsExactly(0, 4);
    }

    private double[] range(StarTable table) {
        return engine.fold(Selection.of(table, List.of(table.value("x"))), new FiniteRange(), Progress.SILENT);
    }
}
