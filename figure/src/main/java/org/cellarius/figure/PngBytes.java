package org.cellarius.figure;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.zip.CRC32;

/**
 * Images as PNG (third edition of the specification, W3C 2025): eight bits a channel, with an alpha channel where the image has one; rows
 * are {@link PngRows}.
 */
final class PngBytes {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int TRUECOLOUR = 2;
    private static final int TRUECOLOUR_WITH_ALPHA = 6;
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
            chunk(out, "IDAT", (alpha ? PngRows.RGB_AND_ALPHA : PngRows.RGB).deflated(image));
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
}
