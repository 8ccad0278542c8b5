package org.cellarius.catalogue.hdf5;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.cellarius.catalogue.InputError;

/** Opens HDF5 files that are as long as their superblock says; a download cut short is found out before any row. */
public final class WholeHdf5 {
    private static final int HEAD_BYTES = 64;
    private static final int OFFSET_BYTES = 8;

    private WholeHdf5() {}

    /** Opens a file; an error where it is cut short. */
    public static HdfFile open(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            OptionalLong promised = promisedBytes(ByteBuffer.wrap(in.readNBytes(HEAD_BYTES)));
            long there = Files.size(path);
            if (promised.isPresent() && promised.getAsLong() > there) {
                throw new InputError(
                        "the HDF5 file is truncated: it should have " + promised.getAsLong() + " bytes and has "
                                + there,
                        path.toString(),
                        "The download was cut short: fetch the file again");
            }
        } catch (IOException e) {
            throw new InputError("the file cannot be read: " + e.getMessage(), path.toString(), "Check the file")
                    .withCause(e);
        }
        return new HdfFile(path);
    }

    /** The end-of-file address of the superblock (HDF5 file format specification, II.A), for files without a user block. */
    private static OptionalLong promisedBytes(ByteBuffer head) {
        head.order(ByteOrder.LITTLE_ENDIAN);
        if (head.limit() < HEAD_BYTES) {
            return OptionalLong.empty();
        }
        int version = head.get(8);
        int width = head.get(version < 2 ? 13 : 9);
        int base = version == 0 ? 24 : version == 1 ? 28 : 12;
        if (version > 3 || width != OFFSET_BYTES || head.getLong(base) != 0) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(head.getLong(base + 2 * OFFSET_BYTES));
    }
}
