package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.cellarius.catalogue.InputError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are missing, damaged or out of bounds: one sentence with file and study line, and no result folder. */
class BadFileTest {

    private static final String COLUMNS = "{x: {from: x, unit: kpc}, y: {from: y, unit: kpc}}";

    @TempDir
    Path folder;

    private MiniStudy mini;

    @BeforeEach
    void study() {
        mini = new MiniStudy(folder).study(MiniStudy.of(COLUMNS, MiniStudy.LINE));
    }

    @Test
    void aMissingFile() {
        assertRefused()
                .hasMessageContaining("there is no file '" + folder.resolve("stars.csv") + "'")
                .hasMessageContaining("study.yaml:3:18")
                .hasMessageContaining("it is relative to the study's folder");
    }

    @Test
    void aMissingDataFolder() {
        useFile("data:stars.csv");
        assertRefused()
                .hasMessageContaining("the study needs the file 'stars.csv' of a data folder")
                .hasMessageContaining("Run with --data FOLDER");
    }

    @Test
    void aPathThatLeadsOutOfTheStudysFolder() {
        useFile("../secret.csv");
        assertRefused()
                .hasMessageContaining("'../secret.csv' leads out of the study's folder")
                .hasMessageContaining("--data FOLDER");
    }

    @Test
    void anAbsolutePath() {
        useFile("/etc/passwd");
        assertRefused().hasMessageContaining("'/etc/passwd' leads out of the study's folder");
    }

    @Test
    void aPathThatLeadsOutOfTheDataFolder() {
        useFile("data:../../secret.csv");
        assertThatThrownBy(() -> mini.prepared(
                                mini.output(),
                                mini.cache(),
                                RunOptions.Overwrite.REFUSE,
                                1,
                                java.util.Optional.of(folder.resolve("data")))
                        .run())
                .isInstanceOf(InputError.class)
                .hasMessageContaining("'../../secret.csv' leads out of the data folder");
    }

    @Test
    void aFolderInPlaceOfAFile() throws IOException {
        Files.createDirectory(folder.resolve("stars.csv"));
        assertRefused().hasMessageContaining("is not a file").hasMessageContaining("Name a catalogue file");
    }

    @Test
    void anEmptyFile() {
        mini.file("stars.csv", "");
        assertRefused().hasMessageContaining("the file is empty").hasMessageContaining("stars.csv");
    }

    @Test
    void aRaggedLine() {
        mini.file("stars.csv", "x,y\n1,2\n3\n5,6\n");
        assertRefused()
                .hasMessageContaining("a line has 1 value where 2 are expected")
                .hasMessageContaining("stars.csv, line 3")
                .hasMessageContaining("study.yaml:3:18")
                .hasMessageContaining("Mend or remove the line");
    }

    @Test
    void aFitsFileThatWasCutShort() throws IOException {
        mini.file("stars.csv", "x,y\n" + "1,2\n".repeat(1000)).convert("stars.fits");
        byte[] whole = Files.readAllBytes(folder.resolve("stars.fits"));
        Files.write(folder.resolve("stars.fits"), Arrays.copyOf(whole, whole.length - 6000));
        useFile("stars.fits");
        assertRefused().hasMessageContaining("stars.fits").hasMessageContaining("cut short");
    }

    @Test
    void aParquetFileThatWasCutShort() throws IOException {
        mini.file("stars.csv", "x,y\n" + "1,2\n".repeat(1000)).convert("cut.parquet");
        byte[] whole = Files.readAllBytes(folder.resolve("cut.parquet"));
        Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(whole, whole.length - 20));
        useFile("cut.parquet");
        assertRefused().hasMessageContaining("cut.parquet").hasMessageContaining("is not a readable Parquet file");
    }

    @Test
    void bytesThatAreNoTable() throws IOException {
        byte[] noise = new byte[5000];
        new java.util.Random(1).nextBytes(noise);
        Files.write(folder.resolve("stars.bin"), noise);
        useFile("stars.bin");
        assertRefused().hasMessageContaining("stars.bin");
    }

    @Test
    void aMissingFileOfExpectedNumbers() {
        mini.file("stars.csv", "x,y\n1,2\n2,3\n4,4\n")
                .study(MiniStudy.of(COLUMNS, MiniStudy.LINE + "report: {expected: expected.csv}\n"));
        assertRefused().hasMessageContaining("there is no file '" + folder.resolve("expected.csv") + "'");
    }

    @Test
    void expectedNumbersOfAProductThatTheStudyLacks() {
        mini.file("stars.csv", "x,y\n1,2\n2,3\n4,4\n")
                .file("expected.csv", "product,slice,quantity,value,error,sigmas,tolerance,source\nlin,1,slope,1,,,,\n")
                .study(MiniStudy.of(COLUMNS, MiniStudy.LINE + "report: {expected: expected.csv}\n"));
        assertRefused()
                .hasMessageContaining("the study has no product 'lin'; did you mean 'line'?")
                .hasMessageContaining("expected.csv, row 1");
    }

    @Test
    void aStudyThatIsNotThere() {
        assertThatThrownBy(() -> new MiniStudy(folder.resolve("nowhere")).run())
                .isInstanceOf(InputError.class)
                .hasMessageContaining("there is no study '" + folder.resolve("nowhere/study.yaml") + "'")
                .hasMessageContaining("cellarius studies");
    }

    private void useFile(String name) {
        mini.study(MiniStudy.of(COLUMNS, MiniStudy.LINE).replace("file: stars.csv", "file: '" + name + "'"));
    }

    private AbstractThrowableAssert<?, ?> assertRefused() {
        List<String> before = MiniStudy.names(folder);
        var thrown = assertThatThrownBy(mini::run).isInstanceOf(InputError.class);
        assertThat(MiniStudy.names(folder)).filteredOn(n -> !n.equals("cache")).isEqualTo(before);
        return thrown;
    }
}
