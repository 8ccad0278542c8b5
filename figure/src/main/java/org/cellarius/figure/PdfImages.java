package org.cellarius.figure;

import de.rototor.pdfbox.graphics2d.IPdfBoxGraphics2DImageEncoder;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Embeds images in PDF without loss: colours and, where some pixels are transparent, their opacity as a mask (ISO 32000-1, sections 8.9.5 and 11.6.5.3), both
 * deflated with the filter of PNG rows (section 7.4.4.4). The library's own encoder tries all filters on each row.
 */
final class PdfImages implements IPdfBoxGraphics2DImageEncoder {

    private static final int BITS = 8;
    private static final int OPAQUE = 0xFF;
    /** Each row says which filter of PNG it took. */
    private static final int PNG_ROWS = 15;

    @Override
    public PDImageXObject encodeImage(
            PDDocument document,
            PDPageContentStream content,
            Image image,
            IPdfBoxGraphics2DImageEncoderEnv environment) {
        return embedded(document, (BufferedImage) image);
    }

    static PDImageXObject embedded(PDDocument document, BufferedImage image) {
        PDImageXObject colours = embedded(document, image, PngRows.RGB, PDDeviceRGB.INSTANCE);
        if (Arrays.stream(Pixels.of(image)).anyMatch(argb -> argb >>> 24 != OPAQUE)) {
            PDImageXObject opacity = embedded(document, image, PngRows.ALPHA, PDDeviceGray.INSTANCE);
            colours.getCOSObject().setItem(COSName.SMASK, opacity);
        }
        return colours;
    }

    private static PDImageXObject embedded(PDDocument document, BufferedImage image, PngRows rows, PDColorSpace space) {
        try {
            var embedded = new PDImageXObject(
                    document,
                    new ByteArrayInputStream(rows.deflated(image)),
                    COSName.FLATE_DECODE,
                    image.getWidth(),
                    image.getHeight(),
                    BITS,
                    space);
            var said = new COSDictionary();
            said.setInt(COSName.PREDICTOR, PNG_ROWS);
            said.setInt(COSName.COLORS, rows.channels());
            said.setInt(COSName.BITS_PER_COMPONENT, BITS);
            said.setInt(COSName.COLUMNS, image.getWidth());
            embedded.getCOSObject().setItem(COSName.DECODE_PARMS, said);
            return embedded;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot embed an image in a figure", e);
        }
    }
}
