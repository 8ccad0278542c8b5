package org.cellarius.figure;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Images as PNG (third edition of the specification, W3C 2025): eight bits a channel, with an alpha channel where the image has one. The platform's
 * writer tries five filters on every row, which takes most of its time; figures are flat, and the difference from the row above is as good.
 */
final class PngBytes {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int TRUECOLOUR = 2;
    private static final int TRUECOLOUR_WITH_ALPHA = 6;
    private static final int UP = 2;

    /** The second of the nine levels: higher ones save a few per cent in several times the time. */
    private static final int LEVEL = 2;

    private static final double INCH_PER_METRE = 1 / 0.0254;

    private PngBytes() {}

    /**
     * An image.
     *
     * @param dpi its resolution on paper; empty where it has none
     */
    static byte[] of(BufferedImage image, OptionalInt dpi) {
        boolean alpha = image.getColorModel().hasAlpha();
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.write(SIGNATURE);
            var header = new ByteArrayOutputStream();
            var fields = new DataOutputStream(header);
            fields.writeInt(image.getWidth());
            fields.writeInt(image.getHeight());
            fields.write(new byte[] {8, (byte) (alpha ? TRUECOLOUR_WITH_ALPHA : TRUECOLOUR), 0, 0, 0});
            chunk(out, "IHDR", header.toByteArray());
            if (dpi.isPresent()) {
                chunk(out, "pHYs", physical(dpi.getAsInt()));
            }
            chunk(out, "IDAT", deflated(image, alpha));
            chunk(out, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot encode a figure as PNG", e);
        }
        return bytes.toByteArray();
    }

    /** Pixels per metre (section 11.3.4.3 of the specification). */
    private static byte[] physical(int dpi) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var fields = new DataOutputStream(bytes);
        int perMetre = (int) Math.round(dpi * INCH_PER_METRE);
        fields.writeInt(perMetre);
        fields.writeInt(perMetre);
        fields.write(1);
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var checksum = new CRC32();
        checksum.update(name);
        checksum.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) checksum.getValue());
    }

    /** The rows, each as its difference from the row above. */
    private static byte[] deflated(BufferedImage image, boolean alpha) {
        int width = image.getWidth();
        int channels = alpha ? 4 : 3;
        int[] pixels = new int[width];
        byte[] above = new byte[width * channels];
        byte[] row = new byte[width * channels];
        byte[] filtered = new byte[1 + width * channels];
        filtered[0] = UP;
        var bytes = new ByteArrayOutputStream();
        byte[] packed = new byte[1 << 16];
        var deflater = new Deflater(LEVEL);
        try {
            for (int y = 0; y < image.getHeight(); y++) {
                pixels(image, y, pixels);
                bytes(pixels, alpha, row);
                difference(row, above, filtered);
                deflater.setInput(filtered);
                drain(deflater, packed, bytes);
                byte[] last = above;
                above = row;
                row = last;
            }
            deflater.finish();
            drain(deflater, packed, bytes);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    /** A row of an image, as it lies there where it lies as whole pixels. */
    private static void pixels(BufferedImage image, int y, int[] into) {
        int type = image.getType();
        if (type == BufferedImage.TYPE_INT_RGB || type == BufferedImage.TYPE_INT_ARGB) {
            image.getRaster().getDataElements(0, y, into.length, 1, into);
        } else {
            image.getRGB(0, y, into.length, 1, into, 0, into.length);
        }
    }

    private static void bytes(int[] pixels, boolean alpha, byte[] row) {
        int k = 0;
        for (int argb : pixels) {
            row[k++] = (byte) (argb >> 16);
            row[k++] = (byte) (argb >> 8);
            row[k++] = (byte) argb;
            if (alpha) {
                row[k++] = (byte) (argb >> 24);
            }
        }
    }

    private static void difference(byte[] row, byte[] above, byte[] filtered) {
        for (int k = 0; k < row.length; k++) {
            filtered[k + 1] = (byte) (row[k] - above[k]);
        }
    }

    private static void drain(Deflater deflater, byte[] packed, ByteArrayOutputStream into) {
        for (int n = deflater.deflate(packed); n > 0; n = deflater.deflate(packed)) {
            into.write(packed, 0, n);
        }
    }
}
