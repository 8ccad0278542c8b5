package org.cellarius.catalogue.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cellarius.catalogue.Blocks;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.StreamedTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VizierTablesTest {
    private static final String ANSWER = """
            #
            #   VizieR Astronomical Server
            #Column\tTeff\t(I4)\tTemperature

            Star\tTeff\t[Fe/H]3L\t
            [-]\tK\t[-]\t
            ----\t----\t----\t-
            hd1\t5386\t-0.87\t
            a#b\t\t0.1\t
             hd3 \t 6000\t \t

            #END#
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void everyRowIsReadHoweverManyCommentsThereAre(String lineEnd) throws IOException {
        for (int comments : new int[] {0, 5, 60}) {
            Path file = Files.writeString(
                    folder.resolve("v.tsv"), ("#c\n".repeat(comments) + ANSWER).replace("\n", lineEnd));
            StreamedTable table = Blocks.open(file);
            assertThat(table.columns())
                    .containsExactly(
                            new ColumnDescription("Star", ColumnType.TEXT, "[-]", ""),
                            new ColumnDescription("Teff", ColumnType.LONG, "K", ""),
                            new ColumnDescription("[Fe/H]3L", ColumnType.DOUBLE, "[-]", ""));
            assertThat(table.notes()).isEmpty();
            assertThat(table.rowCount()).hasValue(3);
            assertThat(Blocks.column(table, "Star")).containsExactly("hd1", "a#b", "hd3");
            assertThat(Blocks.column(table, "Teff")).containsExactly(5386L, null, 6000L);
            assertThat(Blocks.column(table, "[Fe/H]3L")).containsExactly(-0.87, 0.1, Double.NaN);
        }
    }

    @Test
    void aRowWithTooFewFieldsNamesItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("v.tsv"), ANSWER.replace("a#b\t\t0.1\t", "a"));
        assertThatThrownBy(() -> Blocks.open(file))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("1 values where 4")
                .hasMessageContaining("line 9");
    }
}
