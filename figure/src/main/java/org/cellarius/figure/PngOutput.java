package org.cellarius.figure;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.OptionalInt;

/** Figures as PNG images that know their size on paper. */
final class PngOutput {

    private static final int LOWEST_DPI = 36;
    private static final int HIGHEST_DPI = 2400;

    /** About a gigabyte of pixels. */
    private static final long MOST_PIXELS = 250_000_000;

    private PngOutput() {}

    static byte[] bytes(FigureLayout layout, Rasters rasters, int dpi) {
        if (dpi < LOWEST_DPI || dpi > HIGHEST_DPI) {
            throw new IllegalArgumentException("resolution of an image is between " + LOWEST_DPI + " and " + HIGHEST_DPI
                    + " pixels per inch, not " + dpi);
        }
        return PngBytes.of(draw(layout, rasters, dpi), OptionalInt.of(dpi));
    }

    private static BufferedImage draw(FigureLayout layout, Rasters rasters, int dpi) {
        double scale = dpi / 72.0;
        long width = Math.round(layout.widthPt() * scale);
        long height = Math.round(layout.heightPt() * scale);
        if (width * height > MOST_PIXELS) {
            throw new IllegalArgumentException(
                    "an image of " + width + " x " + height + " pixels is too large; ask for fewer per inch");
        }
        BufferedImage image = new BufferedImage((int) width, (int) height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Measures.PAPER);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(scale, scale);
        FigurePainter.paint(new Canvas(graphics, Lettering.SHAPES, rasters), layout);
        graphics.dispose();
        return image;
    }
}
