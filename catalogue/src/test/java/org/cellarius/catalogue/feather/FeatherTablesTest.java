package org.cellarius.catalogue.feather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.cellarius.catalogue.Blocks;
import org.cellarius.catalogue.Foreign;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.StreamedTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FeatherTablesTest {
    @TempDir
    Path folder;

    @Test
    void aFileOfAnotherLibraryIsRead() {
        StreamedTable table = Blocks.open(Foreign.file(folder, "apache-arrow-js.feather"));
        assertThat(Blocks.column(table, "ra")).containsExactly(1.5, Double.NaN, 3.25);
        assertThat(Blocks.column(table, "id")).containsExactly(4267180339403392768L, -2L, null);
        assertThat(Blocks.column(table, "survey")).as("a dictionary").containsExactly("APOGEE", "GALAH", "APOGEE");
        assertThat(Blocks.column(table, "name")).containsExactly("M67 ü", null, null);
        assertThat(Blocks.column(table, "flag")).containsExactly(true, null, false);
        assertThat(Blocks.column(table, "big")).containsExactly("1", "2", "18446744073709551615");
        assertThat(Blocks.column(table, "n")).containsExactly(1L, null, -3L);
        assertThat(Blocks.column(table, "x_h[1]")).containsExactly(2.0, 4.0, 6.0);
    }

    @Test
    void everyTruncationIsExplained() throws IOException {
        byte[] whole = Files.readAllBytes(Foreign.file(folder, "apache-arrow-js.feather"));
        for (int length = 8; length < whole.length; length += 97) {
            Path cut = folder.resolve("cut.feather");
            Files.write(cut, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Blocks.readAll(Blocks.open(cut)))
                    .as("%d bytes", length)
                    .isInstanceOf(InputError.class)
                    .hasMessageContaining("cut.feather");
        }
    }
}
