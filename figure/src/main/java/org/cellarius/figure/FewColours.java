package org.cellarius.figure;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.LinkedHashMap;
import java.util.Map;

/** Images of at most 256 colours as numbers of a palette: the same pixels in a third of the bytes. */
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
        var model = new IndexColorModel(8, palette.length, palette, 0, true, -1, java.awt.image.DataBuffer.TYPE_BYTE);
        var few = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
        few.getRaster().setPixels(0, 0, width, height, indices);
        return few;
    }
}
