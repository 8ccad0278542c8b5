package org.cellarius.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * An image that is part of a drawing. Usually its pixels are those of a 300 dpi PNG, so that they are copied there without blurring.
 *
 * @param image pixels, transparent where nothing was drawn
 * @param x left edge, in points
 * @param y upper edge, in points
 * @param width on the paper, in points
 * @param height on the paper, in points
 */
record Raster(BufferedImage image, double x, double y, double width, double height) {

    /**
     * Transparent white: viewers that smooth images mix the colours of neighbours, also of transparent ones, and black would show
     * as a dark rim.
     */
    static final int NOTHING = 0x00FFFFFF;

    /** A transparent image that covers {@code area} (in points). */
    static Raster covering(Rectangle2D area) {
        return covering(area, Measures.RASTER_SCALE);
    }

    private static Raster covering(Rectangle2D area, double scale) {
        double left = Math.floor(area.getMinX() * scale);
        double top = Math.floor(area.getMinY() * scale);
        int width = (int) (Math.ceil(area.getMaxX() * scale) - left);
        int height = (int) (Math.ceil(area.getMaxY() * scale) - top);
        return new Raster(transparent(width, height), left / scale, top / scale, width / scale, height / scale);
    }

    /** A transparent image of so many pixels. */
    static BufferedImage transparent(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] row = new int[width];
        Arrays.fill(row, NOTHING);
        for (int y = 0; y < height; y++) {
            image.getRaster().setDataElements(0, y, width, 1, row);
        }
        return image;
    }

    /** An image of what would be drawn on the paper. */
    static Raster painted(Rectangle2D area, Detail detail, Consumer<Canvas> drawing) {
        double pixelsPerPt = detail.pixelsPerPt();
        Raster raster = covering(area, pixelsPerPt);
        Graphics2D graphics = raster.image.createGraphics();
        graphics.scale(pixelsPerPt, pixelsPerPt);
        graphics.translate(-raster.x, -raster.y);
        drawing.accept(new Canvas(graphics, Lettering.SHAPES, new Rasters(), detail.within()));
        graphics.dispose();
        return raster;
    }

    /** Abscissa of the centre of pixel column {@code column}, in points. */
    double xPt(int column) {
        return x + (column + 0.5) / Measures.RASTER_SCALE;
    }

    /** Ordinate of the centre of pixel row {@code row}, in points. */
    double yPt(int row) {
        return y + (row + 0.5) / Measures.RASTER_SCALE;
    }
}
