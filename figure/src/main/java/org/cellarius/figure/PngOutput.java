package org.cellarius.figure;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Figures as PNG images that know their size on paper. */
final class PngOutput {

    private static final int LOWEST_DPI = 36;
    private static final int HIGHEST_DPI = 2400;

    /** About a gigabyte of pixels. */
    private static final long MOST_PIXELS = 250_000_000;

    /** The second of the nine levels: figures are flat, and higher levels save a few per cent in several times the time. */
    private static final float FAST = 7 / 9f;

    private static final double INCH_PER_METRE = 1 / 0.0254;

    private PngOutput() {}

    static byte[] bytes(FigureLayout layout, Rasters rasters, int dpi) {
        if (dpi < LOWEST_DPI || dpi > HIGHEST_DPI) {
            throw new IllegalArgumentException("resolution of an image is between " + LOWEST_DPI + " and " + HIGHEST_DPI
                    + " pixels per inch, not " + dpi);
        }
        try {
            return encode(draw(layout, rasters, dpi), dpi);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot encode a figure as PNG", e);
        }
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

    private static byte[] encode(BufferedImage image, int dpi) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(FAST);
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), parameters);
            setResolution(metadata, dpi);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, metadata), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The pHYs chunk (PNG specification, section 11.3.5.3): pixels per metre. */
    private static void setResolution(IIOMetadata metadata, int dpi) throws IIOInvalidTreeException {
        String perMetre = Long.toString(Math.round(dpi * INCH_PER_METRE));
        IIOMetadataNode physical = new IIOMetadataNode("pHYs");
        physical.setAttribute("pixelsPerUnitXAxis", perMetre);
        physical.setAttribute("pixelsPerUnitYAxis", perMetre);
        physical.setAttribute("unitSpecifier", "meter");
        IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
        root.appendChild(physical);
        metadata.mergeTree("javax_imageio_png_1.0", root);
    }
}
