package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputHashesTest {

    /** SHA-256 of "abc", FIPS 180-4, example B.1. */
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    private final InputHashes hashes = new InputHashes();

    @Test
    void theHashIsThatOfTheStandardBegunOrNot() throws IOException {
        Path begun = Files.writeString(folder.resolve("begun"), "abc", StandardCharsets.US_ASCII);
        Path asked = Files.writeString(folder.resolve("asked"), "abc", StandardCharsets.US_ASCII);
        hashes.begin(begun);
        assertThat(hashes.of(begun)).isEqualTo(OF_ABC);
        assertThat(hashes.of(asked)).isEqualTo(OF_ABC);
    }

    @Test
    void aFileIsReadOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "abc", StandardCharsets.US_ASCII);
        assertThat(hashes.of(file)).isEqualTo(OF_ABC);
        Files.delete(file);
        assertThat(hashes.of(file)).isEqualTo(OF_ABC);
    }

    @Test
    void aFileThatCannotBeReadSaysSoAsBefore() {
        Path missing = folder.resolve("missing");
        hashes.begin(missing);
        assertThatThrownBy(() -> hashes.of(missing))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(NoSuchFileException.class);
    }
}
