package org.cellarius.study.learned;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Numbers and texts in a model, each array behind its length. */
final class ModelNumbers {

    /** No array is longer: a larger number is damage. */
    private static final int MOST = 1 << 24;

    private ModelNumbers() {}

    static void text(DataOutputStream out, String text) throws IOException {
        bytes(out, text.getBytes(StandardCharsets.UTF_8), 1);
    }

    static String text(DataInputStream in) throws IOException {
        return new String(bytes(in, 1), StandardCharsets.UTF_8);
    }

    static void reals(DataOutputStream out, double[] values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES);
        bytes.asDoubleBuffer().put(values);
        bytes(out, bytes.array(), Double.BYTES);
    }

    static double[] reals(DataInputStream in) throws IOException {
        byte[] bytes = bytes(in, Double.BYTES);
        double[] values = new double[bytes.length / Double.BYTES];
        ByteBuffer.wrap(bytes).asDoubleBuffer().get(values);
        return values;
    }

    static void whole(DataOutputStream out, int[] values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES);
        bytes.asIntBuffer().put(values);
        bytes(out, bytes.array(), Integer.BYTES);
    }

    static int[] whole(DataInputStream in) throws IOException {
        byte[] bytes = bytes(in, Integer.BYTES);
        int[] values = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(values);
        return values;
    }

    static void rows(DataOutputStream out, double[][] rows) throws IOException {
        out.writeInt(rows.length);
        for (double[] row : rows) {
            reals(out, row);
        }
    }

    static double[][] rows(DataInputStream in) throws IOException {
        double[][] rows = new double[count(in)][];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = reals(in);
        }
        return rows;
    }

    static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new IOException("a count of it is " + count);
        }
        return count;
    }

    private static void bytes(DataOutputStream out, byte[] bytes, int size) throws IOException {
        out.writeInt(bytes.length / size);
        out.write(bytes);
    }

    private static byte[] bytes(DataInputStream in, int size) throws IOException {
        int length = count(in) * size;
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }
}
