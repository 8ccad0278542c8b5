package org.cellarius.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableSelection;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.Progress;
import org.cellarius.engine.StarTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written as text with blanks is read back as it was, or is not written. */
class BlankSeparatedTest {

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

    private StarTable table(String text, String name) {
        Path file = folder.resolve("in.parquet");
        engine.database()
                .execute("COPY (SELECT * FROM (VALUES (" + Sql.text(text) + ", 1), (NULL, 2), ('plain', 3)) v("
                        + Sql.name(name) + ", id)) TO " + Sql.text(file) + " (FORMAT parquet)");
        return engine.openForeign(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "a\tb",
                "#a",
                "a \"b\" c",
                "\"a\"",
                "5\"",
                "a\u00a0b",
                "a\fb",
                "a,b",
                "'a'",
                "\"",
                "a|b",
                "\\n"
            })
    void textsAreReadBack(String text) {
        Path out = folder.resolve("out.txt");
        engine.export(table(text, "name"), out);
        StarTable read = engine.importTable(
                TableFile.open(out, TableSelection.automatic()),
                Optional.empty(),
                folder.resolve("read.parquet"),
                Progress.SILENT);
        assertThat(engine.database().rows("SELECT name FROM " + DuckDbTable.sql(read) + " ORDER BY id").stream()
                        .map(row -> row.get(0)))
                .containsExactly(Optional.of(text), Optional.empty(), Optional.of("plain"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\nb", "\r"})
    void aLineEndInATextIsRefused(String text) {
        Path out = folder.resolve("out.txt");
        StarTable table = table(text, "remarks");
        assertThatThrownBy(() -> engine.export(table, out))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("'remarks' has 1 text with a line end")
                .hasMessageContaining(".csv");
        assertThat(out).doesNotExist();
    }

    @Test
    void aLineEndInANameIsRefused() {
        StarTable table = table("a", "x\ny");
        assertThatThrownBy(() -> engine.export(table, folder.resolve("out.txt")))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("'x y' has a name with a line end");
    }
}
