package org.cellarius.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableSelection;
import org.cellarius.engine.DistinctNames;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.Progress;
import org.cellarius.engine.StarTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that SQL cannot tell apart keep their own values under names of their own. */
class DistinctNamesTest {

    @TempDir
    Path folder;

    @Test
    void namesThatDifferInCaseOnlyAllGetNumbers() {
        assertThat(DistinctNames.of(List.of("ra", "X", "y", "x", "x_2", "Y_1")))
                .containsExactly("ra", "X_1", "y", "x_3", "x_2", "Y_1");
        assertThat(DistinctNames.of(List.of("a", "a", "A"))).containsExactly("a_1", "a_2", "A_3");
        assertThat(DistinctNames.renamed(List.of("X", "x")))
                .isEqualTo(
                        "columns that differ only in upper and lower case get numbers: 'X' is read as 'X_1', 'x' is read as 'x_2'");
        assertThat(DistinctNames.renamed(List.of("x", "y"))).isEmpty();
    }

    @Test
    void textGivesEachItsOwnValues() throws IOException {
        Path file = Files.writeString(folder.resolve("case.csv"), "X,x,y\n1,10,2\n2,20,4\n");
        assertBothAreThere(file);
    }

    @Test
    void whitespaceTextGivesEachItsOwnValues() throws IOException {
        Path file = Files.writeString(folder.resolve("case.txt"), "# X x y\n1 10 2\n2 20 4\n");
        assertBothAreThere(file);
    }

    @Test
    void parquetGivesEachItsOwnValues() throws SQLException, IOException {
        Path file = parquet();
        try (var engine = engine()) {
            StarTable read = engine.importTable(
                    TableFile.open(file, TableSelection.automatic()),
                    Optional.empty(),
                    folder.resolve("all.parquet"),
                    Progress.SILENT);
            assertThat(read.names()).containsExactly("Speed_1", "speed_2", "y", "inside");
            assertThat(engine.database()
                            .numbers("SELECT sum(Speed_1), sum(speed_2), sum(y) FROM " + DuckDbTable.sql(read)))
                    .containsExactly(3, 30, 6);
        }
    }

    @Test
    void parquetIsNotUsedInPlaceWhereNamesClash() throws SQLException, IOException {
        Path file = parquet();
        try (var engine = engine()) {
            assertThatThrownBy(() -> engine.open(file))
                    .isInstanceOf(InputError.class)
                    .hasMessageContaining("'Speed' is read as 'Speed_1', 'speed' is read as 'speed_2'")
                    .hasMessageContaining("cellarius convert");
        }
    }

    @Test
    void theBareNameIsRefusedWithTheNumberedOnes() throws IOException {
        Path file = Files.writeString(folder.resolve("case.csv"), "X,x,y\n1,10,2\n");
        try (var engine = engine()) {
            TableFile table = TableFile.open(file, TableSelection.automatic());
            assertThatThrownBy(() -> engine.importTable(
                            table, Optional.of(List.of("x", "y")), folder.resolve("out.parquet"), Progress.SILENT))
                    .isInstanceOf(InputError.class)
                    .hasMessageContaining(
                            "there is no column 'x'; of columns that differ only in upper and lower case each has a number: 'X_1' (in the file X), 'x_2' (in the file x)");
        }
    }

    /** A Parquet file as other programs write it: this database would give the second name a number, so a byte is changed. */
    private Path parquet() throws SQLException, IOException {
        Path file = folder.resolve("case.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute(
                    "COPY (SELECT i AS \"Speed\", 10 * i AS speee, 2 * i AS y, 'a' AS inside FROM range(1, 3) t(i)) TO "
                            + Sql.text(file) + " (FORMAT parquet)");
        }
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        return Files.writeString(file, bytes.replace("speee", "speed"), StandardCharsets.ISO_8859_1);
    }

    private void assertBothAreThere(Path file) {
        var notes = new ArrayList<String>();
        Progress listening = new Progress() {
            @Override
            public void begin(String step, long rows) {}

            @Override
            public void advance(long rows) {}

            @Override
            public void end() {}

            @Override
            public void note(String text) {
                notes.add(text);
            }
        };
        try (var engine = engine()) {
            TableFile table = TableFile.open(file, TableSelection.automatic());
            StarTable read = engine.importTable(table, Optional.empty(), folder.resolve("all.parquet"), listening);
            assertThat(read.names()).containsExactly("X_1", "x_2", "y");
            assertThat(engine.database().rows("SELECT X_1::INT, x_2::INT, y::INT FROM " + DuckDbTable.sql(read)))
                    .containsExactly(
                            List.of(Optional.of("1"), Optional.of("10"), Optional.of("2")),
                            List.of(Optional.of("2"), Optional.of("20"), Optional.of("4")));
            assertThat(notes).singleElement().asString().contains("'X' is read as 'X_1', 'x' is read as 'x_2'");
            StarTable some = engine.importTable(
                    table, Optional.of(List.of("x_2", "y")), folder.resolve("some.parquet"), Progress.SILENT);
            assertThat(some.names()).containsExactly("x_2", "y");
            assertThat(engine.database().numbers("SELECT sum(x_2), sum(y) FROM " + DuckDbTable.sql(some)))
                    .containsExactly(30, 6);
        }
    }

    private DuckDbEngine engine() {
        return DuckDbEngine.open(new EngineSettings(folder, List.of(folder), List.of(), 2, 512));
    }
}
