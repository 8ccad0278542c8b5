package org.cellarius.figure;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/**
 * The rows of an image as PNG and PDF hold them: some channels of each pixel, eight bits each, as the difference from the row above, deflated. Figures are flat: that filter
 * is as good as the best of all five, which takes most of a writer's time to find.
 */
enum PngRows {
    RGB(3, 16),
    RGB_AND_ALPHA(4, 16),
    ALPHA(1, 24);

    private static final int UP = 2;

    /** The second of the nine levels: higher ones save a few per cent in several times the time. */
    private static final int LEVEL = 2;

    private final int channels;
    /** Where the first channel begins in 0xAARRGGBB. */
    private final int first;

    PngRows(int channels, int first) {
        this.channels = channels;
        this.first = first;
    }

    int channels() {
        return channels;
    }

    byte[] deflated(BufferedImage image) {
        int[] pixels = new int[image.getWidth()];
        int length = pixels.length * channels();
        byte[] above = new byte[length];
        byte[] row = new byte[length];
        byte[] filtered = new byte[1 + length];
        filtered[0] = UP;
        var bytes = new ByteArrayOutputStream();
        byte[] packed = new byte[1 << 16];
        var deflater = new Deflater(LEVEL);
        try {
            for (int y = 0; y < image.getHeight(); y++) {
                pixels(image, y, pixels);
                for (int c = 0; c < channels(); c++) {
                    channel(pixels, shift(c), row, c);
                }
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

    /** Behind blue, the lowest, comes alpha, the highest. */
    private int shift(int channel) {
        return (first - 8 * channel) & 31;
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

    private void channel(int[] pixels, int shift, byte[] row, int at) {
        int k = at;
        for (int argb : pixels) {
            row[k] = (byte) (argb >> shift);
            k += channels();
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
