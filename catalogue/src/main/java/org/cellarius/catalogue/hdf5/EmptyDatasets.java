package org.cellarius.catalogue.hdf5;

import io.jhdf.checksum.JenkinsLookup3HashLittle;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Takes the one row off the datasets of a file just written. The library writes no dataset without rows, so a table without rows is
 * written with one, whose extent is then set to 0 in the headers (HDF5 file format specification 3.0, IV.A.1.b and IV.A.2).
 */
final class EmptyDatasets {
    private static final byte[] HEADER = {'O', 'H', 'D', 'R'};
    private static final int DATASPACE = 1;
    private static final int LAYOUT = 8;
    private static final int PREFIX = 6;

    private EmptyDatasets() {}

    static void takeRowsOff(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + PREFIX < bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + 4, HEADER, 0, 4) && bytes[at + 4] == 2) {
                header(all, at);
            }
        }
        Files.write(file, bytes);
    }

    private static void header(ByteBuffer all, int start) {
        int flags = all.get(start + 5);
        int at = start + PREFIX + ((flags & 0x20) != 0 ? 16 : 0) + ((flags & 0x10) != 0 ? 4 : 0);
        int width = 1 << (flags & 3);
        long size = switch (width) {
            case 1 -> all.get(at) & 0xff;
            case 2 -> all.getShort(at) & 0xffff;
            case 4 -> all.getInt(at) & 0xffffffffL;
            default -> all.getLong(at);
        };
        at += width;
        int end = Math.toIntExact(at + size);
        int messageHead = (flags & 4) != 0 ? PREFIX : 4;
        boolean changed = false;
        while (at + messageHead <= end) {
            int type = all.get(at);
            int length = all.getShort(at + 1) & 0xffff;
            int body = at + messageHead;
            if (type == DATASPACE) {
                changed |= dataspace(all, body);
            } else if (type == LAYOUT && all.get(body) >= 3 && all.get(body + 1) == 1) {
                all.putLong(body + 2, -1L).putLong(body + 10, 0);
            }
            at = body + length;
        }
        if (changed) {
            ByteBuffer counted = all.slice(start, end - start).order(ByteOrder.LITTLE_ENDIAN);
            all.putInt(end, JenkinsLookup3HashLittle.hash(counted));
        }
    }

    /** The first of the dimensions and of their largest values. */
    private static boolean dataspace(ByteBuffer all, int body) {
        int version = all.get(body);
        int axes = all.get(body + 1);
        if (axes == 0) {
            return false;
        }
        int first = body + (version == 1 ? 8 : 4);
        all.putLong(first, 0);
        if ((all.get(body + 2) & 1) != 0) {
            all.putLong(first + 8 * axes, 0);
        }
        return true;
    }
}
