package org.cellarius.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TableFormatTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "a.fits, FITS",
        "a.fit, FITS",
        "a.fits.gz, FITS",
        "A.FITS, FITS",
        "a.vot, VOTABLE",
        "a.votable, VOTABLE",
        "a.xml, VOTABLE",
        "a.ecsv, ECSV",
        "a.ecsv.gz, ECSV",
        "a.csv, CSV",
        "a.csv.gz, CSV",
        "a.tsv, TSV",
        "a.txt, TEXT",
        "a.dat.gz, TEXT",
        "a.parquet, PARQUET",
        "v1.2.parquet, PARQUET"
    })
    void theEndingNamesTheFormatOfAnOutput(String name, TableFormat format) {
        assertThat(TableFormat.ofOutput(Path.of("some.folder", name))).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource({"a.xls", "fits", "a", "a.parquet.gz", "a.", ".gz", "a.csv.zip"})
    void anUnknownEndingListsTheKnownOnes(String name) {
        assertThatThrownBy(() -> TableFormat.ofOutput(Path.of(name)))
                .isInstanceOf(InputError.class)
                .hasMessageContaining(".fits .fit .vot");
    }

    @ParameterizedTest
    @CsvSource({
        "'SIMPLE  =                    T', FITS",
        "PAR1xxxx, PARQUET",
        "'<?xml version=\"1.0\"?><VOTABLE/>', VOTABLE",
        "'<VOTABLE version=\"1.3\">', VOTABLE",
        "'# %ECSV 1.0', ECSV"
    })
    void theContentGoesBeforeTheEnding(String content, TableFormat format) throws IOException {
        Path path = Files.writeString(folder.resolve("stars.csv"), content + "\n");
        assertThat(TableFormat.ofInput(path)).isEqualTo(format);
    }

    @Test
    void theLookOfTheFirstLinesDecidesWhereNothingElseDoes() throws IOException {
        assertThat(ofText("a,b\n1,2\n3,4\n")).isEqualTo(TableFormat.CSV);
        assertThat(ofText("a\tb c\n1\t2 3\n4\t5 6\n")).isEqualTo(TableFormat.TSV);
        assertThat(ofText("a b c\n1 2 3\n")).isEqualTo(TableFormat.TEXT);
        assertThat(ofText("#  Z\tlog(age/yr)\tMini   logg\n\t0.01\t6.0\t0.1 3\n\t0.01\t6.0\t0.2 3\n"))
                .as("isochrone files mix tabs and blanks")
                .isEqualTo(TableFormat.TEXT);
    }

    private TableFormat ofText(String text) throws IOException {
        return TableFormat.ofInput(Files.writeString(folder.resolve("stars.out"), text));
    }

    @Test
    void whatIsNoFileSaysSo() throws IOException {
        assertThatThrownBy(() -> TableFormat.ofInput(folder.resolve("none.fits")))
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> TableFormat.ofInput(folder)).hasMessageContaining("folder");
        Path empty = Files.createFile(folder.resolve("empty.fits"));
        assertThatThrownBy(() -> TableFormat.ofInput(empty)).hasMessageContaining("empty");
        Path binary = Files.write(folder.resolve("b.dat"), new byte[] {(byte) 0x89, 'H', 'D', 'F', 0, 1, 2});
        assertThatThrownBy(() -> TableFormat.ofInput(binary))
                .hasMessageContaining("no table in a format that is known");
        Path page = Files.write(folder.resolve("p.fits"), "Not Found".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> TableFormat.ofInput(page)).hasMessageContaining("ending says FITS");
    }
}
