package org.cellarius.catalogue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/**
 * Any bytes give a table or an explained error: no crash, no hang, no lack of memory. In an ordinary test run the seeds in the
 * resources and every input that once failed are read; {@code bench/fuzz} looks for new ones.
 */
final class ReadersFuzzTest {
    /** Enough to meet every reader's end of a block. */
    private static final int MOST_BLOCKS = 20;

    @TempDir
    static Path folder;

    @FuzzTest
    void fits(byte[] bytes) throws IOException {
        read("t.fits", bytes);
    }

    @FuzzTest
    void votable(byte[] bytes) throws IOException {
        read("t.vot", bytes);
    }

    @FuzzTest
    void ecsv(byte[] bytes) throws IOException {
        read("t.ecsv", bytes);
    }

    @FuzzTest
    void text(byte[] bytes) throws IOException {
        read("t.txt", bytes);
    }

    @FuzzTest
    void hdf5(byte[] bytes) throws IOException {
        read("t.h5", bytes);
    }

    @FuzzTest
    void feather(byte[] bytes) throws IOException {
        read("t.feather", bytes);
    }

    private static void read(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, bytes);
        try {
            if (TableFile.open(file, TableSelection.automatic()) instanceof StreamedTable table) {
                try (BlockReader reader = table.read(Blocks.names(table))) {
                    int blocks = 0;
                    while (reader.next() > 0 && blocks < MOST_BLOCKS) {
                        blocks++;
                    }
                }
            }
        } catch (InputError explained) {
            // what bad bytes should lead to
        }
    }
}
