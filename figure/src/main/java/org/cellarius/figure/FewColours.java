package org.cellarius.figure;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.LinkedHashMap;
import java.util.Map;

/** Images of at most 256 colours as numbers of a palette: the same pixels in a third of the bytes, or fewer. */
final class FewColours {

    private static final int MOST = 256;

    private FewColours() {}

    /** The image with a palette; itself where it has too many colours. */
    static BufferedImage of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        Map<Integer, Integer> places = new LinkedHashMap<>();
        int[] indices = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            Integer place = places.get(pixels[i]);
            if (place == null) {
                if (places.size() == MOST) {
                    return image;
                }
                place = places.size();
                places.put(pixels[i], place);
            }
            indices[i] = place;
        }
        int[] palette = places.keySet().stream().mapToInt(Integer::intValue).toArray();
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
        var rounded = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int argb = image.getRGB(x, y);
                int result = 0;
                for (int shift = 0; shift < 32; shift += 8) {
                    result |= rounded(argb >>> shift & 0xFF, bits) << shift;
                }
                rounded.setRGB(x, y, argb >>> 24 == 0 ? org.cellarius.figure.Raster.NOTHING : result);
            }
        }
        return rounded;
    }

    /** A number below 256 to one of 2^bits even steps. */
    private static int rounded(int value, int bits) {
        int steps = (1 << bits) - 1;
        return Math.round(Math.round(value * steps / 255f) * 255f / steps);
    }
}
