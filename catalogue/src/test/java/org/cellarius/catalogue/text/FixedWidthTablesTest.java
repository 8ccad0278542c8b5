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
import org.cellarius.catalogue.TableFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FixedWidthTablesTest {
    private static final String FIELDS = """
            --------------------------------------------------------------------------------
               Bytes Format Units   Label     Explanations
            --------------------------------------------------------------------------------
               1-  8  A8    ---     Name      Name of the cluster
              10- 17  F8.4  deg     RAdeg     Right ascension (J2000),
                                                decimal degrees
              19- 23  F5.2  [Sun]   Fe/H      [-2.5/1]?=-9.99 Metallicity
                 25   I1    ---     Nstar     ? Number of stars
            --------------------------------------------------------------------------------
            """;
    private static final String ROWS = """
            NGC 2682 132.8460 -0.01 9
            Blanco 1   0.8530 -9.990
            Be 17     80.1300  0.1

            """;

    @TempDir
    Path folder;

    private static void check(StreamedTable table) {
        assertThat(table.format()).isEqualTo(TableFormat.CDS);
        assertThat(table.columns())
                .containsExactly(
                        new ColumnDescription("Name", ColumnType.TEXT, "", "Name of the cluster"),
                        new ColumnDescription(
                                "RAdeg", ColumnType.DOUBLE, "deg", "Right ascension (J2000), decimal degrees"),
                        new ColumnDescription("Fe/H", ColumnType.DOUBLE, "[Sun]", "Metallicity"),
                        new ColumnDescription("Nstar", ColumnType.LONG, "", "Number of stars"));
        assertThat(Blocks.column(table, "Name")).containsExactly("NGC 2682", "Blanco 1", "Be 17");
        assertThat(Blocks.column(table, "RAdeg")).containsExactly(132.846, 0.853, 80.13);
        assertThat(Blocks.column(table, "Fe/H")).containsExactly(-0.01, Double.NaN, 0.1);
        assertThat(Blocks.column(table, "Nstar")).containsExactly(9L, null, null);
    }

    @Test
    void aReadMeBesideTheFileDescribesIt() throws IOException {
        Files.writeString(
                folder.resolve("ReadMe"),
                "J/A+A/1/1\nByte-by-byte Description of file: stars.dat\n" + FIELDS.replace("Name ", "Other")
                        + "Byte-by-byte Description of file: table1.dat clusters*.dat\n" + FIELDS + "Note (1): none\n");
        Files.writeString(folder.resolve("clusters2.dat"), ROWS);
        check(Blocks.open(folder.resolve("clusters2.dat")));
        assertThatThrownBy(() -> Blocks.open(folder.resolve("ReadMe")))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("the description of tables");
    }

    @Test
    void aMachineReadableTableDescribesItself() throws IOException {
        Path file = folder.resolve("apj_table2.txt");
        Files.writeString(
                file,
                "Title: Clusters\nByte-by-byte Description of file: apj_table2.txt\n" + FIELDS
                        + "Note (1): some words\n--------------------------------\n" + ROWS);
        check(Blocks.open(file));
    }

    @Test
    void aWordInANumericFieldNamesLineAndBytes() throws IOException {
        Path file = folder.resolve("t.txt");
        Files.writeString(file, "Byte-by-byte Description of file: t.txt\n" + FIELDS + "NGC 2682 132.8460  oops 9\n");
        StreamedTable table = Blocks.open(file);
        assertThatThrownBy(() -> Blocks.column(table, "Fe/H"))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("'oops'")
                .hasMessageContaining("bytes 19 to 23")
                .hasMessageContaining("line 11");
    }
}
