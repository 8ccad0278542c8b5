package org.cellarius.catalogue.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cellarius.catalogue.Blocks;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.Foreign;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableSelection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class Hdf5TablesTest {
    @TempDir
    Path folder;

    @Test
    void recordsOfAstropyKeepUnitsMasksAndVectors() {
        StreamedTable table = Blocks.open(Foreign.file(folder, "astropy.h5"));
        assertThat(table.rowCount()).hasValue(3);
        assertThat(Blocks.column(table, "source_id")).containsExactly(4267180339403392768L, 2L, 3L);
        assertThat(Blocks.column(table, "ra")).containsExactly(1.5, Double.NaN, 3.0);
        assertThat(Blocks.column(table, "teff")).containsExactly(5000.0, 6000.5, Double.NaN);
        assertThat(Blocks.column(table, "flag")).containsExactly(true, false, true);
        assertThat(Blocks.column(table, "x_h[1]")).containsExactly(1.0, 3.0, 5.0);
        assertThat(Blocks.column(table, "n")).as("masked").containsExactly(1L, null, 3L);
        assertThat(Blocks.names(table)).doesNotContain("n.mask");
        assertThat(table.columns().get(1))
                .isEqualTo(new ColumnDescription("ra", ColumnType.DOUBLE, "deg", "right ascension"));
    }

    @Test
    void aGroupOfDatasetsIsATable() {
        StreamedTable table = Blocks.open(Foreign.file(folder, "h5py-columns.h5"));
        assertThat(Blocks.column(table, "ra")).containsExactly(1.5, Double.NaN, 3.0);
        assertThat(table.columns().stream().filter(c -> c.name().equals("ra")))
                .singleElement()
                .extracting(ColumnDescription::unit)
                .isEqualTo("deg");
        assertThat(Blocks.column(table, "name")).containsExactly("M67 a", null, "ü");
        assertThat(Blocks.column(table, "u8"))
                .as("beyond a signed integer")
                .containsExactly("1", "2", "9223372036854775808");
        assertThat(Blocks.column(table, "x_h[0]")).containsExactly(0.0, 2.0, 4.0);
    }

    @Test
    void groupsWithDataAreColumns() {
        StreamedTable table = Blocks.open(Foreign.file(folder, "groups-with-data.h5"));
        assertThat(Blocks.column(table, "ra")).containsExactly(1.5, Double.NaN, 3.0);
        assertThat(Blocks.column(table, "source_id")).containsExactly(4267180339403392768L, 2L, 3L);
    }

    @Test
    void aTableIsChosenByItsPath() {
        Path file = Foreign.file(folder, "h5py-columns.h5");
        assertThat(TableFile.tablesIn(file)).containsExactly("1: table (3 rows)");
        var chosen =
                (StreamedTable) TableFile.open(file, TableSelection.automatic().withHdu("/table"));
        assertThat(Blocks.readAll(chosen)).isEqualTo(3);
        assertThatThrownBy(() -> TableFile.open(file, TableSelection.automatic().withHdu("nothing")))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("1: table");
    }

    @Test
    void everyTruncationIsExplained() throws IOException {
        byte[] whole = Files.readAllBytes(Foreign.file(folder, "astropy.h5"));
        for (int length : List.of(9, 100, 800, 1500, 2500)) {
            Path cut = folder.resolve("cut.h5");
            Files.write(cut, java.util.Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Blocks.readAll(Blocks.open(cut)))
                    .as("%d bytes", length)
                    .isInstanceOf(InputError.class)
                    .hasMessageContaining("cut.h5");
        }
    }
}
