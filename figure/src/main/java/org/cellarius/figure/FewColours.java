package org.cellarius.figure;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;

/** Images of at most 256 colours as numbers of a palette: the same pixels in a third of the bytes, or fewer. */
final class FewColours {

    private static final int MOST = 256;

    private FewColours() {}

    /** The image with a palette; itself where it has too many colours. */
    static BufferedImage of(BufferedImage image) {
        int[] pixels = Pixels.of(image);
        var found = new ColourNumbers(MOST);
        return found.replace(pixels) ? indexed(image.getWidth(), image.getHeight(), pixels, found.colours()) : image;
    }

    private static BufferedImage indexed(int width, int height, int[] indices, int[] palette) {
        int bits = palette.length <= 2 ? 1 : palette.length <= 4 ? 2 : palette.length <= 16 ? 4 : 8;
        var model = new IndexColorModel(bits, palette.length, palette, 0, true, -1, DataBuffer.TYPE_BYTE);
        WritableRaster raster = bits == 8
                ? model.createCompatibleWritableRaster(width, height)
                : Raster.createPackedRaster(DataBuffer.TYPE_BYTE, width, height, 1, bits, null);
        raster.setPixels(0, 0, width, height, indices);
        return new BufferedImage(model, raster, false, null);
    }

    /** The image with fewer colours, each within 1/64 of its own, or where these are still too many within 1/16. */
    static BufferedImage rounded(BufferedImage image) {
        BufferedImage fine = of(image);
        if (!fine.equals(image)) {
            return fine;
        }
        BufferedImage coarser = of(rounded(image, 5));
        return coarser.getColorModel() instanceof IndexColorModel ? coarser : of(rounded(image, 3));
    }

    private static BufferedImage rounded(BufferedImage image, int bits) {
        int[] steps = new int[256];
        Arrays.setAll(steps, value -> rounded(value, bits));
        int[] pixels = Pixels.of(image);
        for (int i = 0; i < pixels.length; i++) {
            int argb = pixels[i];
            pixels[i] = argb >>> 24 == 0
                    ? org.cellarius.figure.Raster.NOTHING
                    : steps[argb >>> 24] << 24
                            | steps[argb >> 16 & 0xFF] << 16
                            | steps[argb >> 8 & 0xFF] << 8
                            | steps[argb & 0xFF];
        }
        var rounded = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        rounded.getRaster().setDataElements(0, 0, image.getWidth(), image.getHeight(), pixels);
        return rounded;
    }

    /** A number below 256 to one of 2^bits even steps. */
    private static int rounded(int value, int bits) {
        int steps = (1 << bits) - 1;
        return Math.round(Math.round(value * steps / 255f) * 255f / steps);
    }
}
