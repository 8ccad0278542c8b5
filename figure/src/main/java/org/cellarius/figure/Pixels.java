package org.cellarius.figure;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.SinglePixelPackedSampleModel;

/** The pixels of images as whole numbers, 0xAARRGGBB. */
final class Pixels {

    private Pixels() {}

    /** All pixels, row by row; they are copies. */
    static int[] of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        if (image.getType() == BufferedImage.TYPE_INT_ARGB
                && image.getRaster().getDataBuffer() instanceof DataBufferInt data
                && image.getSampleModel() instanceof SinglePixelPackedSampleModel model
                && model.getScanlineStride() == width
                && data.getSize() == width * height) {
            // As they lie there: the platform's own way asks the colour model about each of them.
            return data.getData().clone();
        }
        return image.getRGB(0, 0, width, height, null, 0, width);
    }
}
