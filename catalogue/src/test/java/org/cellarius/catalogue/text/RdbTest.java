package org.cellarius.catalogue.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cellarius.catalogue.TableFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The line of types below the names of an RDB table is no star. */
final class RdbTest {
    @TempDir
    Path folder;

    private DelimitedHead open(String text) throws IOException {
        return DelimitedTables.head(Files.writeString(folder.resolve("t.tsv"), text), false, TableFormat.TSV);
    }

    @ParameterizedTest
    @CsvSource({"10N\t5S", "10N\t4S<", "3M\t12S", "--\t----"})
    void typesBelowNamesAreSkipped(String types) throws IOException {
        assertThat(open("# made by starbase\nfe_h\tname\n" + types + "\n-0.1\ta\n")
                        .linesBeforeData())
                .isEqualTo(3);
    }

    @Test
    void starsAreNot() throws IOException {
        assertThat(open("fe_h\tname\n10\t5S\n").linesBeforeData()).isEqualTo(1);
        assertThat(open("class\n5S\n").linesBeforeData()).isEqualTo(1);
        assertThat(open("a\tb\n-\t-\n1\t2\n").linesBeforeData()).isEqualTo(1);
    }
}
